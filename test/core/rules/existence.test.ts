import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Existence } from '../../../core/rules/existence';
import { findingsOf } from '../../support/lint';
import { MemoryFiles, sampleFiles } from '../../support/memoryFiles';

const plan = `# Serve thumbnails from a cache

## Progress

- [x] (2026-02-09 11:19Z) M1: Add the cache table
- [ ] M2: Fill it on the first request

## Surprises & Discoveries

None yet.

## Decision Log

None yet.

## Milestone 1: The cache table

As [the guide](../guide.md) tells, and [what was found](#findings).

Deliverables:
- Migration: migrations/002_cache.sql
`;

/** The words that the two rules mark. */
function foundIn(text: string, existence: Existence | undefined): string[] {
  const lines = text.split('\n');
  return ['broken-link', 'missing-deliverable'].flatMap((id) =>
    findingsOf(id, text, { existence }).map(({ range: { start, end } }) =>
      (lines[start.line] as string).slice(start.character, end.character),
    ),
  );
}

describe('rules about what lies around a plan', () => {
  it('tell what is not there, until it is, and again when it is gone', () => {
    const files = new MemoryFiles('docs/plans/thumbnails.md', ['docs/plans/thumbnails.md']);
    const found = () => foundIn(plan, files);
    assert.deepEqual(found(), ['../guide.md', '#findings', 'migrations/002_cache.sql']);
    files.add('migrations/002_cache.sql');
    assert.deepEqual(found(), ['../guide.md', '#findings']);
    files.add('docs/guide.md');
    assert.deepEqual(found(), ['#findings']);
    files.remove('migrations/002_cache.sql');
    assert.deepEqual(found(), ['#findings', 'migrations/002_cache.sql']);
  });

  it('say nothing of what nobody knows yet', () => {
    assert.deepEqual(foundIn(plan, { has: () => undefined }), ['#findings']);
  });

  it('take letters with marks for the same, composed or not, and entities for their signs', () => {
    const text = (target: string) => plan.replace('../guide.md', target);
    const files = new MemoryFiles('docs/plans/thumbnails.md', [
      'docs/caf\u00e9.md',
      'docs/u\u0308ber.md',
      'docs/a&b.md',
    ]);
    for (const target of ['../cafe\u0301.md', '../caf%C3%A9.md', '../\u00fcber.md', '../a&amp;b.md'])
      assert.deepEqual(foundIn(text(target), files), ['#findings', 'migrations/002_cache.sql'], target);
    assert.equal(foundIn(text('../cafe.md'), files)[0], '../cafe.md');
  });

  it('say nothing where nobody can tell, not even of an anchor', () => {
    assert.deepEqual(foundIn(plan, undefined), []);
  });

  it('say nothing of a plan that is finished: it speaks of another time', () => {
    assert.deepEqual(foundIn(plan.replace('- [ ] M2', '- [x] (2026-02-10) M2'), sampleFiles), []);
  });

  it('begin to speak of a milestone when its last step is done', () => {
    const begun = plan.replace('- [ ] M2', '- [ ] M1: Read and write it\n- [ ] M2');
    assert.deepEqual(foundIn(begun, sampleFiles), ['../guide.md', '#findings']);
    const done = begun.replace('- [ ] M1', '- [x] (2026-02-10) M1');
    assert.deepEqual(foundIn(done, sampleFiles), ['../guide.md', '#findings', 'migrations/002_cache.sql']);
  });
});

describe('a workspace in memory', () => {
  it('counts ./ and ../ from the plan, other paths from any folder above it, too', () => {
    const has = (path: string) => sampleFiles.has(path);
    for (const path of [
      '../cache.md',
      './gallery.md',
      '../../src/cache.ts',
      'src/cache.ts',
      'docs/cache.md',
      'src',
      'gallery.md',
    ])
      assert.equal(has(path), true, path);
    for (const path of ['./cache.md', '../src/cache.ts', 'src/none.ts', '../../../README.md'])
      assert.equal(has(path), false, path);
  });
});
