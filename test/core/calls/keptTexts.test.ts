import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { KeptTexts } from '../../../core/calls/keptTexts';
import { planFileWith } from '../../../core/calls/planFile';
import { defaultSettings } from '../../../core/configuration/settings';
import { defaultReading } from '../../../core/plan/reading';
import { rules } from '../../../core/rules/list';
import { defaultOptions } from '../../support/lint';
import { mulberry } from '../../support/mulberry';
import { planOf20 } from '../../support/planOf20';

const analyzer = {
  readingOf: () => ({ ...defaultReading, isLocated: true }),
  rulesOf: () => defaultOptions,
  existenceOf: () => undefined,
  now: () => Date.parse('2026-02-09T11:19:30Z'),
  rules,
  onError: (_: unknown, error: unknown) => assert.fail(String(error)),
};
const file = { file: 'plans/a.md', path: '/plans/a.md' };

describe('a text that is kept', () => {
  it('is read and checked as one that is read afresh, whatever changes in it', () => {
    const random = mulberry(5);
    const kept = new KeptTexts();
    const others = [
      '',
      '- [x] Done',
      '## Progress',
      '```',
      'Words.',
      '<!-- a',
      '-->',
      '- [ ] M1: make the table of part 1, number 1.',
    ];
    let lines = planOf20().split('\n');
    for (let i = 0; i < 120; i++) {
      const at = Math.floor(random() * lines.length);
      const taken = Math.floor(random() * 3);
      const put = Array.from(
        { length: Math.floor(random() * 3) },
        () => others[Math.floor(random() * others.length)] as string,
      );
      lines = [...lines.slice(0, at), ...put, ...lines.slice(at + taken)];
      if (lines.length < 5) lines = planOf20().split('\n');
      const text = lines.join('\n');
      const one = planFileWith(file, text, defaultSettings, analyzer, kept);
      const other = planFileWith(file, text, defaultSettings, analyzer);
      assert.deepEqual(one.analysis.document, other.analysis.document);
      const told = (each: typeof one) =>
        each.findings.get().map(({ rule, range, message }) => [rule.id, range, message]);
      assert.deepEqual(told(one), told(other));
    }
  });

  it('tells what was found in a former text though it has another one by now', () => {
    const kept = new KeptTexts();
    const first = planFileWith(file, planOf20(), defaultSettings, analyzer, kept);
    first.withText('# Another\n');
    assert.deepEqual(
      first.findings.get().map(({ rule }) => rule.id),
      planFileWith(file, planOf20(), defaultSettings, analyzer)
        .findings.get()
        .map(({ rule }) => rule.id),
    );
  });
});
