import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { withoutKind } from '../../core/plan/titles';
import type { StepProgress } from '../../server/src/protocol';
import { durationText, roughRange } from '../../webview/dates';
import { historyOf } from '../../webview/history';
import { paceOf } from '../../webview/pace';
import { namesPerson, withoutUnit } from '../../webview/words';
import { assertLinear } from '../support/linear';
import { step } from '../support/webviewPlans';

const minute = 60_000;
const hour = 60 * minute;
const start = Date.parse('2026-03-05T08:00Z');

/** Done steps at some minutes behind the start. */
const doneAt = (...minutes: number[]) =>
  minutes.map((at, line) =>
    step({ line, state: 'done', recorded: { earliest: start + at * minute, latest: start + at * minute } }),
  );
const finding = (rule: string, line: number) => ({
  rule,
  range: { start: { line, character: 0 }, end: { line, character: 1 } },
  severity: 'information' as const,
  message: '',
  related: [],
  hasFix: false,
});
const uneven = [0, 7, 19, 41, 55, 80, 93, 121, 130, 152, 171, 190];

describe('what was recorded', () => {
  it('is in the order of time, whatever the order of the plan, and counts what has no time', () => {
    const history = historyOf({ steps: [...doneAt(30, 10), step({ state: 'done' }), step()], findings: [] }, undefined);
    assert.deepEqual(
      history.moments.map(({ at, done }) => [(at - start) / minute, done]),
      [
        [10, 1],
        [30, 2],
      ],
    );
    assert.equal(history.unstamped, 1);
  });

  it('stalls where nothing came for far longer than usual, and until now where steps are left', () => {
    const steps = doneAt(0, 10, 20, 300, 310);
    assert.deepEqual(historyOf({ steps, findings: [] }, undefined).stalls, [
      { from: start + 20 * minute, to: start + 300 * minute },
    ]);
    assert.equal(historyOf({ steps, findings: [] }, start + 9 * hour).stalls.length, 2);
    assert.equal(historyOf({ steps, findings: [] }, start + 311 * minute).stalls.length, 1);
  });

  it('is known to be measured where a tool has written it', () => {
    const [first, second] = doneAt(0, 10) as [StepProgress, StepProgress];
    const { moments } = historyOf({ steps: [first, { ...second, isWrittenByTool: true }], findings: [] }, undefined);
    assert.deepEqual(
      moments.map(({ isByTool }) => isByTool),
      [false, true],
    );
  });

  it('is no measured time where a rule says so', () => {
    const one = historyOf({ steps: doneAt(0, 10), findings: [finding('midnight-timestamp', 1)] }, undefined);
    assert.deepEqual(
      one.moments.map(({ isInvented }) => isInvented),
      [false, true],
    );
    const all = historyOf({ steps: doneAt(0, 10), findings: [finding('invented-timestamps', 0)] }, undefined);
    assert.ok(all.moments.every(({ isInvented }) => isInvented));
  });
});

describe('the pace', () => {
  const pace = (steps: ReturnType<typeof doneAt>, left = 10, now = start + 200 * minute, rule?: string) =>
    paceOf(historyOf({ steps, findings: rule ? [finding(rule, 0)] : [] }, now), left, now);

  it('is told where enough was measured, and nothing is told of what was not', () => {
    assert.equal(pace(doneAt(0, 20, 40, 60)), undefined, 'too few');
    assert.equal(pace(doneAt(0, 0, 0, 1, 1, 1, 2)), undefined, 'ticked all at once');
    assert.equal(pace(doneAt(...uneven), 10, undefined, 'invented-timestamps'), undefined);
    const vague = doneAt(...uneven).map((each) => ({
      ...each,
      recorded: { earliest: start, latest: start + 24 * hour },
    }));
    assert.equal(pace(vague), undefined, 'dates alone');
    assert.equal(pace(doneAt(0, 20, 40, 60, 80))?.perHour, 3);
  });

  it('leaves stalls out', () => {
    assert.equal(pace(doneAt(0, 10, 20, 320, 330, 340), 10, start + 341 * minute)?.perHour, 7.5);
  });

  it('looks ahead only where both halves agree, steps are left, and somebody is at work', () => {
    const { left } = pace(doneAt(...uneven)) ?? {};
    assert.ok(left && left.shortest <= left.longest && left.shortest > hour && left.longest < 5 * hour);
    assert.equal(pace(doneAt(...uneven), 0)?.left, undefined);
    assert.equal(pace(doneAt(...uneven), 10, start + 60 * hour)?.left, undefined, 'nobody is');
    assert.equal(pace(doneAt(0, 1, 2, 3, 4, 5, 30, 60, 90, 120, 150))?.left, undefined, 'they differ');
    assert.equal(pace(doneAt(...uneven.slice(0, 8)))?.left, undefined, 'too few');
  });
});

describe('lengths of time', () => {
  it('are told in two units at most, and roughly in one', () => {
    assert.equal(durationText(160 * minute, 'en'), '2 hr 40 min');
    assert.equal(durationText(10 * 24 * hour + hour, 'en'), '10 days');
    assert.equal(durationText(0, 'en'), '1 min');
    assert.deepEqual(roughRange(4.1 * hour, 14.2 * hour, 'en'), ['4', '15 hr']);
    assert.deepEqual(roughRange(3 * 24 * hour, 3 * 24 * hour, 'en'), ['3 days', '3 days']);
    assert.deepEqual(roughRange(4 * minute, 90 * minute, 'not a language'), ['4', '90 min']);
  });
});

describe('a step’s words', () => {
  it('go without the name of the milestone that they stand below', () => {
    assert.equal(withoutUnit('M3: Fill it', '3'), 'Fill it');
    assert.equal(withoutUnit('**Milestone 3** — Fill it', '3'), 'Fill it');
    assert.equal(withoutUnit('Phase A. Fill it', 'A'), 'Fill it');
    for (const text of ['M4: Fill it', 'M3', 'M3:', 'Version 3.1: ship']) assert.equal(withoutUnit(text, '3'), text);
    assert.equal(withoutUnit('M3: Fill it', ''), 'M3: Fill it');
  });

  it('name a person by a whole name or a first one', () => {
    assert.ok(namesPerson('@ada: log hits', 'Ada Lovelace'));
    assert.ok(namesPerson('Ask Ada.', 'Ada Lovelace'));
    assert.ok(!namesPerson('Adapt it', 'Ada Lovelace'));
    assert.ok(!namesPerson('Anything', ''));
  });

  it('are read in linear time', () => {
    for (const piece of ['M3: ', '*', 'ada ', 'ExecPlan: ']) {
      assertLinear(piece, (size) => withoutUnit(piece.repeat(size), '3'), 20_000);
      assertLinear(piece, (size) => withoutKind(piece.repeat(size)), 20_000);
      assertLinear(piece, (size) => namesPerson(piece.repeat(size), 'Ada'), 20_000);
    }
  });
});
