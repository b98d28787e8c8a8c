import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { asWritten, copySamples } from '../../scripts/samples';
import { reportOf } from '../support/lint';

const now = Date.parse('2031-05-06T07:08:30Z');

describe('samples that people look at', () => {
  it('were written a while ago, whenever that is, and have no finding then', () => {
    const folder = mkdtempSync(join(tmpdir(), 'samples-'));
    try {
      copySamples(folder, now);
      const [thumbnails, signIn] = ['thumbnails', 'sign-in'].map((name) =>
        readFileSync(join(folder, `plans/${name}.md`), 'utf8'),
      ) as [string, string];
      assert.match(thumbnails, /2031-05-06 06:56Z/);
      assert.match(signIn, /2031-05-06 04:08/);
      for (const text of [thumbnails, signIn]) {
        assert.doesNotMatch(text, /2026-/);
        assert.deepEqual(
          reportOf(text, { now }).findings.map(({ rule }) => rule.id),
          [],
        );
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('keep the order and the shape of their stamps', () => {
    assert.equal(
      asWritten('2026-02-01\n(2026-02-01 10:00Z)\n2026-02-02 09:30\nPort 2026', Date.parse('2026-03-01T00:10:59Z')),
      '2026-02-27\n(2026-02-28 00:40Z)\n2026-03-01 00:10\nPort 2026',
    );
    assert.equal(asWritten('2026-02-01', now), '2026-02-01');
  });
});
