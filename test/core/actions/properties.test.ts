import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { ActionId } from '../../../core/actions/list';
import { applyEdits } from '../../../core/edits/apply';
import type { PlanEdit } from '../../../core/edits/planEdit';
import type { Plan, Step } from '../../../core/plan/model';
import { parseDocument } from '../../../core/plan/parse';
import { linesOf } from '../../../core/text/blocks';
import { act, ask } from '../../support/actions';
import { madeFile } from '../../support/madePlans';
import { runs } from '../../support/sets';

/** A step of a file of made plans, before an action on it. */
interface Asked {
  source: string;
  plan: Plan;
  /** Its place among the file's plans. */
  index: number;
  step: Step;
  /** Its place among the plan's steps. */
  at: number;
}

/** The plans of a file behind an action, and the edits that it took. */
interface Changed {
  after: string;
  plans: readonly Plan[];
  edits: readonly PlanEdit[];
}

/** What a step says. Which one it is is told by its words. */
const said = ({ text, state, mark, depth, stamps, remaining, isBlocked }: Step) => ({
  ...{ text, state, mark, depth, remaining, isBlocked },
  stamps: stamps.map((stamp) => stamp.text),
});

/** What a plan says apart from its steps. */
const restOf = ({ title, sections, entries, milestones, status }: Plan) => ({
  title: title?.text,
  status,
  sections: sections.map(({ heading, roles }) => [heading.text, roles]),
  entries: entries.map(({ role, text, stamps }) => [role, text, stamps.map((stamp) => stamp.text)]),
  milestones: milestones.map(({ title: own }) => own),
});

const isOpen = ({ state }: Step) => state === 'open';
const isDone = ({ state }: Step) => state === 'done';

/**
 * Asks for an action on a step of made plans, as LF, CRLF and CR. Taken back it gives the same bytes; the other plans stay as they
 * are; `check` looks at the one that it is about.
 */
function holds(
  action: ActionId,
  isFor: (step: Step) => boolean,
  params: object,
  check: (before: Asked, after: Plan, changed: Changed) => void,
  refusal?: string,
): void {
  fc.assert(
    fc.property(madeFile, fc.nat(), fc.nat(), ({ source }, first, second) => {
      const { plans } = parseDocument(source);
      const index = first % plans.length;
      const plan = plans[index] as Plan;
      const possible = plan.steps.flatMap((step, at) => (isFor(step) ? [at] : []));
      if (possible.length === 0) return;
      const at = possible[second % possible.length] as number;
      const step = plan.steps[at] as Step;
      const call = { lines: [step.range.start.line], ...params };
      const result = ask(action, call, source);
      if ('refused' in result && result.refused === refusal) return;
      assert.ok('edits' in result, JSON.stringify(result));
      const after = act(action, call, source);
      const changed = { after, plans: parseDocument(after).plans, edits: result.edits };
      assert.equal(changed.plans.length, plans.length);
      for (const [i, other] of plans.entries())
        if (i !== index) {
          const same = changed.plans[i] as Plan;
          assert.deepEqual([restOf(same), same.steps.map(said)], [restOf(other), other.steps.map(said)]);
        }
      check({ source, plan, index, step, at }, changed.plans[index] as Plan, changed);
    }),
    { numRuns: runs(60) },
  );
}

/** Nothing but a step's own lines is changed, and the plan says the same but for that step. Gives the step as it is then. */
function onlyStep({ plan, step, at }: Asked, after: Plan, { edits }: Changed): Step {
  const { start, end } = step.range;
  for (const { range } of edits) assert.ok(range.start.line >= start.line && range.end.line <= end.line);
  assert.deepEqual(restOf(after), restOf(plan));
  assert.deepEqual(after.steps.map(said).toSpliced(at, 1), plan.steps.map(said).toSpliced(at, 1));
  return after.steps[at] as Step;
}

/** Nothing is changed but that lines have come, for which a word that there is nothing yet may go. */
function onlyAdded({ source }: Asked, { after, edits }: Changed): string[] {
  const lines = linesOf(source);
  for (const { range } of edits) {
    if (range.start.line === range.end.line && range.start.character === range.end.character) continue;
    for (const line of lines.slice(range.start.line, range.end.line + 1)) assert.match(line, /^(?:None yet\.)?$/);
  }
  const rest = new Map<string, number>();
  for (const line of lines) rest.set(line, (rest.get(line) ?? 0) + 1);
  return linesOf(after).filter((line) => {
    const count = rest.get(line) ?? 0;
    rest.set(line, count - 1);
    return count <= 0;
  });
}

/** The one step that has come among the others, which are as they were; nothing else of the plan is changed. */
function addedStep({ plan }: Asked, after: Plan, text: string): Step {
  // In a plan whose steps begin with their milestone's name it has that, too.
  const [step, ...others] = after.steps.filter((each) => each.text.endsWith(text));
  assert.ok(step && others.length === 0);
  assert.deepEqual(after.steps.filter((each) => each !== step).map(said), plan.steps.map(said));
  assert.deepEqual(restOf(after), restOf(plan));
  return step;
}

/** What stands in front of a step's box; all numbers are one. */
const lead = (step: Step, text: string) => linesOf(text)[step.range.start.line]?.split('[')[0]?.replace(/\d+/, '1');

describe('on a step of plans with bullets, tabs, stamps and line ends of all kinds, within a fence or several in a file', () => {
  it('tick marks it and puts the time in its line; untick gives the bytes back', () => {
    holds('tick', isOpen, {}, (before, after, changed) => {
      const step = onlyStep(before, after, changed);
      const { state, stamps, text } = said(step);
      assert.deepEqual([state, text, stamps.length], ['done', before.step.text, 1]);
      assert.match(stamps[0] as string, /^2026-03-01/);
      assert.equal(act('untick', { lines: [before.step.range.start.line] }, changed.after), before.source);
    });
  });

  it('untick opens it, and takes its time off', () => {
    holds('untick', isDone, {}, (before, after, changed) => {
      const step = onlyStep(before, after, changed);
      assert.deepEqual(said(step), { ...said(before.step), state: 'open', mark: ' ', stamps: [] });
    });
  });

  it('toggle does the one and the other', () => {
    holds(
      'toggle',
      ({ state }) => state !== 'partial',
      {},
      (before, after, changed) => {
        const step = onlyStep(before, after, changed);
        assert.equal(step.state, isDone(before.step) ? 'open' : 'done');
      },
    );
  });

  it('markPartial says what is done and left', () => {
    holds(
      'markPartial',
      (step) => !isDone(step),
      { completed: 'one; two', remaining: 'three' },
      (before, after, changed) => {
        const step = onlyStep(before, after, changed);
        assert.deepEqual([step.state, step.text, step.remaining], ['partial', before.step.text, 'three']);
        assert.equal(changed.after.split('one; two').length, 2);
      },
    );
  });

  it('drop and block give their reason in its lines', () => {
    for (const action of ['drop', 'block'] as const)
      holds(
        action,
        (step) => !isDone(step),
        { reason: 'the key is late' },
        (before, after, changed) => {
          const step = onlyStep(before, after, changed);
          assert.equal(changed.after.split('the key is late').length, 2);
          assert.ok(step.text.includes(`${before.index}.${before.at}`));
          assert.ok(action === 'drop' ? step.state !== 'done' : step.isBlocked);
        },
      );
  });

  it('split makes a done step of it, and one of what is left', () => {
    holds(
      'split',
      (step) => !isDone(step),
      { completed: 'one', remaining: 'three' },
      (before, after, changed) => {
        const { plan, at } = before;
        assert.deepEqual(restOf(after), restOf(plan));
        assert.equal(after.steps.length, plan.steps.length + 1);
        const own = after.steps[at] as Step;
        assert.deepEqual([own.state, own.stamps.length], ['done', 1]);
        const left = after.steps.findIndex(({ text }, i) => i > at && text.includes('three'));
        assert.ok(left > at);
        assert.deepEqual([after.steps[left]?.state, after.steps[left]?.depth], ['open', own.depth]);
        assert.equal(lead(after.steps[left] as Step, changed.after), lead(own, changed.after));
        assert.deepEqual(
          after.steps.map(said).toSpliced(left, 1).toSpliced(at, 1),
          plan.steps.map(said).toSpliced(at, 1),
        );
      },
    );
  });

  it('addStep adds an open one below it, written like it', () => {
    holds(
      'addStep',
      () => true,
      { text: 'Purge the cache' },
      (before, after, changed) => {
        const step = addedStep(before, after, 'Purge the cache');
        assert.deepEqual([step.state, step.stamps, step.depth], ['open', [], before.step.depth]);
        assert.equal(lead(step, changed.after), lead(before.step, before.source));
        assert.ok(step.range.start.line > before.step.range.start.line);
        assert.equal(onlyAdded(before, changed).filter((line) => line.trim() !== '').length, 1);
      },
    );
  });

  it('addDoneStep adds a done one with the time', () => {
    holds(
      'addDoneStep',
      () => true,
      { text: 'Purge the cache' },
      (before, after, changed) => {
        const step = addedStep(before, after, 'Purge the cache');
        assert.deepEqual([step.state, step.stamps.length, step.depth], ['done', 1, 0]);
        assert.equal(lead(step, changed.after), lead(before.plan.steps[0] as Step, before.source));
        assert.equal(onlyAdded(before, changed).filter((line) => line.trim() !== '').length, 1);
      },
    );
  });

  it('a record is added to its section, with the time, in the shape of the others', () => {
    for (const [action, role] of [
      ['addSurprise', 'surprises'],
      ['addDecision', 'decisions'],
      ['addOutcome', 'outcomes'],
    ] as const)
      holds(
        action,
        () => true,
        { text: 'Purge at night' },
        (before, after, changed) => {
          onlyAdded(before, changed);
          const added = after.entries.filter(({ text }) => text.startsWith('Purge at night'));
          assert.deepEqual(
            added.map((entry) => [entry.role, entry.stamps.length]),
            [[role, 1]],
          );
          const rest = { ...after, entries: after.entries.filter((entry) => entry !== added[0]) };
          assert.deepEqual(restOf(rest), restOf(before.plan));
          assert.deepEqual(after.steps.map(said), before.plan.steps.map(said));
        },
      );
  });

  it('what is added around the sections leaves all that stands there', () => {
    for (const [action, params] of [
      ['addRevisionNote', { text: 'Purge at night' }],
      ['addMilestone', { title: 'Purge at night', text: 'It is purged.' }],
      ['addMissingSections', {}],
      ['setStatus', { state: 'abandoned' }],
    ] as const)
      holds(
        action,
        () => true,
        params,
        (before, after, changed) => {
          const added = onlyAdded(before, changed);
          assert.deepEqual(after.steps.map(said), before.plan.steps.map(said));
          assert.deepEqual(restOf(after).entries, restOf(before.plan).entries);
          if ('text' in params) assert.ok(added.some((line) => line.includes('Purge at night')));
          if (action === 'setStatus') assert.match(after.status ?? '', /^abandoned|^aufgegeben|^中止/);
        },
      );
  });

  it('convertTimestamps writes the same moments in another shape', () => {
    // A date alone stays one.
    const refusal = 'nothingToConvert';
    holds(
      'convertTimestamps',
      isDone,
      { style: 'iso' },
      (before, after) => {
        const moments = ({ steps }: Plan) => steps.flatMap(({ stamps }) => stamps.map(({ instant }) => instant));
        assert.deepEqual(moments(after), moments(before.plan));
        const words = ({ steps }: Plan) => steps.map(({ text, state, depth }) => [text, state, depth]);
        assert.deepEqual(words(after), words(before.plan));
      },
      refusal,
    );
  });

  it('tick of several steps, and untick, gives the bytes back', () => {
    fc.assert(
      fc.property(madeFile, fc.nat(), ({ source }, first) => {
        const { plans } = parseDocument(source);
        const { steps } = plans[first % plans.length] as Plan;
        const open = steps.filter(isOpen);
        if (open.length === 0) return;
        const lines = open.map(({ range }) => range.start.line);
        const after = act('tick', { lines }, source);
        assert.equal(act('untick', { lines }, after), source);
        const result = ask('tick', { lines }, source);
        assert.ok('edits' in result && applyEdits(source, result.edits) === after);
      }),
      { numRuns: runs(60) },
    );
  });
});
