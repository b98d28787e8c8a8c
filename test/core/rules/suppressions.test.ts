import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PlanText } from '../../../core/plan/planText';
import { defaultReading } from '../../../core/plan/reading';
import { rules } from '../../../core/rules/list';
import type { Rule } from '../../../core/rules/rule';
import { findSuppressions } from '../../../core/rules/suppressions';
import { splitLines } from '../../../core/text/blocks';
import { wholeOf } from '../../../core/text/positions';
import { fixedBy } from '../../support/fixes';
import { inPlan, reportOf } from '../../support/lint';

/** The findings of a text: rule, line (0-based) and words. */
function told(text: string, used: readonly Rule[] = rules, levels = {}): string[] {
  const lines = splitLines(text);
  return reportOf(text, { profile: 'recommended', levels }, used).findings.map(
    ({ rule, range: { start, end } }) =>
      `${rule.id} ${start.line}: ${(lines[start.line] as string).slice(start.character, end.character)}`,
  );
}

const only = (...ids: string[]) => rules.filter(({ id }) => ids.includes(id));
const stamps = only('done-without-timestamp', 'invalid-timestamp');
const comments = only(
  'done-without-timestamp',
  'invalid-timestamp',
  'suppression-without-reason',
  'unused-suppression',
  'unknown-rule',
);

/** The comments of a text as they are read. */
function read(source: string) {
  const text = new PlanText(splitLines(source), defaultReading);
  text.read();
  return text.searchable
    .find(findSuppressions, wholeOf(text.lines))
    .map(({ kind, ids, reason, line }) => [line, kind, ids.map(({ id }) => id).join(' '), reason]);
}

describe('comments that silence rules', () => {
  const cases: [name: string, source: string, ...expected: ReturnType<typeof read>][] = [
    ['one rule and a reason', '<!-- execplan-disable-next-line a: why -->', [0, 'disable-next-line', 'a', 'why']],
    [
      'several rules',
      '<!-- execplan-disable a, b,c: why: so -- it is -->',
      [0, 'disable', 'a b c', 'why: so -- it is'],
    ],
    ['no reason', '<!--execplan-disable a-->', [0, 'disable', 'a', '']],
    ['a wide colon', '<!-- execplan-disable a：旧时钟 -->', [0, 'disable', 'a', '旧时钟']],
    ['enable', '<!-- execplan-enable a -->', [0, 'enable', 'a', '']],
    [
      'two in a line, behind words',
      'x <!-- execplan-disable a: b --> <!-- execplan-enable c -->',
      [0, 'disable', 'a', 'b'],
      [0, 'enable', 'c', ''],
    ],
    [
      'a reason that wraps over a blank line',
      '<!-- execplan-disable a: one\n\ntwo -->\ntext',
      [0, 'disable', 'a', 'one  two'],
    ],
    ['none that its paragraph does not close', 'text <!-- execplan-disable a: one\n\ntwo -->'],
    ['none that a heading cuts off', 'text <!-- execplan-disable a: one\n# T -->'],
    [
      'one in an item, over its blank line',
      '- a\n\n  <!-- execplan-disable a: one\n\n  two -->',
      [2, 'disable', 'a', 'one  two'],
    ],
    ['none that its quote does not close', '> text <!-- execplan-disable a: one\n\n> two -->'],
    ['a reason that wraps', '<!-- execplan-disable a: one\n     two -->\ntext', [0, 'disable', 'a', 'one two']],
    [
      'one in the further lines of another that is too long, once and in its own line',
      `<!-- execplan-disable a: ${'long '.repeat(120)}\ntext <!-- execplan-enable b -->`,
      [1, 'enable', 'b', ''],
    ],
    ['code in a reason', '<!-- execplan-disable a: `b` --> `c`', [0, 'disable', 'a', '`b`']],
    ['not in backticks', 'Write `<!-- execplan-disable a: b -->` above.'],
    ['not in a fence', '```md\n<!-- execplan-disable a: b -->\n```'],
    ['not in indented code', 'a\n\n    <!-- execplan-disable a: b -->'],
    ['not in code in an item', '- a\n\n      <!-- execplan-disable a: b -->'],
    ['no other comments', '<!-- execplan: plan --> <!-- disable a --> <!-- execplan-disabled a -->'],
    ['not one that is never closed', '<!-- execplan-disable a: b\n\nc'],
  ];
  for (const [name, source, ...expected] of cases) it(name, () => assert.deepEqual(read(source), expected));
});

describe('a silenced rule', () => {
  it('is silent in the next line alone, blank lines and other such comments apart', () => {
    const next = '<!-- execplan-disable-next-line done-without-timestamp: by hand -->';
    const other = '<!-- execplan-disable-next-line invalid-timestamp: by hand -->';
    assert.deepEqual(told(inPlan(`${next}\n- [x] One\n- [x] Two`), stamps), ['done-without-timestamp 10: [x]']);
    assert.deepEqual(told(inPlan(`- [ ] Nil\n\n${next}\n\n- [x] One`), stamps), []);
    assert.deepEqual(told(inPlan(`${next}\n${other}\n- [x] One`), stamps), []);
    assert.deepEqual(told(inPlan(`- [ ] Nil\n  ${next}\n- [x] One\n- [x] Two`), stamps), [
      'done-without-timestamp 11: [x]',
    ]);
  });

  it('is silent up to the end of its plan, or to where it is switched on again', () => {
    const off = '<!-- execplan-disable done-without-timestamp: by hand -->';
    const on = '<!-- execplan-enable done-without-timestamp -->';
    assert.deepEqual(told(inPlan(`${off}\n\n- [x] One\n- [x] Two`), stamps), []);
    assert.deepEqual(told(inPlan(`- [x] One\n- [ ] Nil\n\n${off}\n\n- [x] Two`), stamps), [
      'done-without-timestamp 8: [x]',
    ]);
    assert.deepEqual(told(inPlan(`${off}\n\n- [x] One\n\n${on}\n\n- [x] Two`), stamps), [
      'done-without-timestamp 14: [x]',
    ]);
    assert.deepEqual(told(inPlan(`${off}\n\n- [x] (2026-02-30) One`), stamps), ['invalid-timestamp 10: 2026-02-30']);
  });

  it('is silent with others', () => {
    const both = '<!-- execplan-disable invalid-timestamp, done-without-timestamp: by hand -->';
    assert.deepEqual(told(inPlan(`${both}\n\n- [x] (2026-02-30) One\n- [x] Two`), stamps), []);
  });

  it('is silent in one of two plans', () => {
    const plan = (title: string, first: string) =>
      inPlan(`${first}- [x] One\n`).replace('# Title', `# ${title}`).replace(/^#/gm, '##');
    const off = '<!-- execplan-disable done-without-timestamp: by hand -->\n\n';
    assert.deepEqual(told(`${plan('A', off)}\n${plan('B', '')}`, stamps).length, 1);
    assert.deepEqual(told(`${plan('A', '')}\n${plan('B', off)}`, stamps), ['done-without-timestamp 8: [x]']);
    // Above the second title: of the second plan.
    assert.deepEqual(told(`${plan('A', '')}\n${off}${plan('B', '')}`, stamps), ['done-without-timestamp 8: [x]']);
  });

  it('is silent of the whole plan where it is switched off above the first section', () => {
    const plan = inPlan('- [ ] One').replace('## Decision Log\n\nNone yet.\n\n', '');
    const used = only('missing-living-section');
    const off = '<!-- execplan-disable missing-living-section: kept elsewhere -->\n\n';
    assert.equal(told(plan, used).length, 1);
    assert.deepEqual(told(off + plan, used), []);
    assert.deepEqual(told(plan.replace('## Purpose', `${off}## Purpose`), used), []);
    assert.deepEqual(told(off.replace('disable', 'disable-next-line') + plan, used), []);
    assert.equal(told(plan.replace('## Progress', `${off}## Progress`), used).length, 1);
  });

  it('counts neither for a finding that stands for several, nor for its place when it is silent there', () => {
    const steps = '- [x] One\n- [x] Two\n- [x] Three';
    const next = '<!-- execplan-disable-next-line done-without-timestamp: by hand -->\n';
    assert.deepEqual(told(inPlan(`${next}${steps}`), stamps), ['done-without-timestamp 6: Progress']);
    assert.deepEqual(told(inPlan(`${next}- [x] One\n${next}- [x] Two\n- [x] Three`), stamps), [
      'done-without-timestamp 12: [x]',
    ]);
    assert.deepEqual(told(inPlan(steps).replace('## Progress', `${next}## Progress`), stamps), []);
  });
});

describe('rules about comments', () => {
  const next = (rest: string) => `<!-- execplan-disable-next-line ${rest} -->`;
  const messages = (text: string) =>
    reportOf(text, {}, comments).findings.map(({ rule, message }) => `${rule.id}: ${message}`);

  it('say what is missing, unknown and unused', () => {
    assert.deepEqual(messages(inPlan(`${next('done-without-timestamp')}\n- [x] One`)), [
      'suppression-without-reason: This comment gives no reason: add one after a colon',
    ]);
    assert.deepEqual(messages(inPlan(`${next('no-such-rule: x')}\n- [ ] One`)), [
      'unknown-rule: There is no rule "no-such-rule"',
    ]);
    assert.deepEqual(messages(inPlan(`${next('invalid-timestamp: x')}\n- [ ] One`)), [
      'unused-suppression: "invalid-timestamp" finds nothing here: no need to silence it',
    ]);
    assert.deepEqual(messages(inPlan('<!-- execplan-disable -->\n\n- [ ] One')), [
      'unknown-rule: This comment names no rule',
    ]);
  });

  it('say it of the one rule among several, and nothing of those that silence something', () => {
    assert.deepEqual(told(inPlan(`${next('done-without-timestamp, invalid-timestamp: x')}\n- [x] One`), comments), [
      'unused-suppression 8: invalid-timestamp',
    ]);
    assert.deepEqual(told(inPlan('- [ ] One\n\n<!-- execplan-enable invalid-timestamp -->'), comments), []);
  });

  it('say it where a rule is named, though the names wrap, and take it out there', () => {
    const wrapped = `${next('done-without-timestamp,\n  invalid-timestamp: x')}\n- [x] One`;
    assert.deepEqual(told(inPlan(wrapped), comments), ['unused-suppression 9: invalid-timestamp']);
    assert.equal(
      fixedBy('unused-suppression', inPlan(wrapped)),
      inPlan(`${next('done-without-timestamp: x')}\n- [x] One`),
    );
  });

  it('say nothing of what silences a rule that is switched off', () => {
    const off = { 'invalid-timestamp': 'off' };
    assert.deepEqual(told(inPlan(`${next('invalid-timestamp: x')}\n- [ ] One`), comments, off), []);
  });

  it('can be silenced themselves', () => {
    const why = 'as an example';
    assert.deepEqual(
      told(
        inPlan(
          `${next(`unused-suppression, unknown-rule, suppression-without-reason: ${why}`)}\n<!-- execplan-disable invalid-timestamp, no-such-rule -->\n\n- [ ] One`,
        ),
        comments,
      ),
      [],
    );
  });
});
