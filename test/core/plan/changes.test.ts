import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type PlanChange, planChanges } from '../../../core/plan/changes';
import type { Plan } from '../../../core/plan/model';
import { parseDocument } from '../../../core/plan/parse';
import { runs } from '../../support/sets';

const plan = `# Move it

Status: active

## Purpose

Nothing is lost.

## Progress

- [x] (2026-02-08 09:00Z) Write the log.
- [ ] Read the log again and
      compare it.
- [~] Replay it (completed: the first half; remaining: the rest).
- [ ] Measure how long it takes.

## Surprises & Discoveries

- Observation: It is slow.
  Evidence: 3 s.

## Decision Log

- Decision: Keep it.
  Rationale: It is simple.
`;

const planOf = (text: string) => parseDocument(text).plans[0] as Plan;
const words = (change: PlanChange): string => {
  if ('step' in change) return `${change.kind}: ${change.step.text}`;
  if ('entry' in change) return `${change.kind}: ${change.entry.text}`;
  if ('heading' in change) return `${change.kind}: ${change.heading}`;
  return `${change.kind}: ${change.before} → ${change.kind === 'title' ? change.title : change.status}`;
};
const told = (before: string, after: string) => planChanges(planOf(before), planOf(after)).changes.map(words);

describe('what differs between two texts of a plan', () => {
  const cases: [name: string, after: string, expected: string[]][] = [
    ['nothing', plan, []],
    [
      'a paragraph, and a step that is wrapped anew',
      plan.replace('again and\n      compare', 'again and compare').replace('Nothing', 'No word'),
      [],
    ],
    ['a tick', plan.replace('[ ] Measure', '[x] (2026-02-09 11:19Z) Measure'), ['ticked: Measure how long it takes.']],
    [
      'a tick with other words',
      plan.replace('[ ] Measure how long it takes', '[x] Measure how long it really takes'),
      ['ticked: Measure how long it really takes.', 'stepReworded: Measure how long it really takes.'],
    ],
    ['a step taken back', plan.replace('[x] (2026-02-08 09:00Z)', '[ ]'), ['takenBack: Write the log.']],
    ['a finished step with another time', plan.replace('09:00Z', '08:00Z'), ['finishedAltered: Write the log.']],
    [
      'a step moved',
      plan
        .replace('- [x] (2026-02-08 09:00Z) Write the log.\n', '')
        .replace('takes.\n', 'takes.\n- [x] (2026-02-08 09:00Z) Write the log.\n'),
      [],
    ],
    [
      'a step more and one less',
      plan.replace('- [ ] Measure how long it takes.', '- [ ] Ship.'),
      ['stepAdded: Ship.', 'stepRemoved: Measure how long it takes.'],
    ],
    ['another remainder', plan.replace('the rest', 'the last third'), ['stepReworded: Replay it.']],
    [
      'records',
      plan.replace('simple.', 'small.').replace('- Observation: It is slow.\n  Evidence: 3 s.\n', 'None.\n'),
      ['entryAltered: Keep it.', 'entryRemoved: It is slow.'],
    ],
    [
      'sections, a status, a title',
      plan.replace('## Surprises & Discoveries', '## Outcomes').replace('active', 'done').replace('Move it', 'Move'),
      [
        'title: Move it → Move',
        'status: active → done',
        'sectionRemoved: Surprises & Discoveries',
        'sectionAdded: Outcomes',
      ],
    ],
  ];
  for (const [name, after, expected] of cases)
    it(`tells of ${name}`, () => {
      assert.deepEqual(told(plan, after).sort(), expected.sort());
    });

  it('has the figures before and behind', () => {
    const { before, after } = planChanges(planOf(plan), planOf(plan.replace('[x]', '[ ]')));
    assert.deepEqual(
      [before, after],
      [
        { done: 1, partial: 1, open: 2 },
        { done: 0, partial: 1, open: 3 },
      ],
    );
  });

  it('tells of each step that is ticked, taken out or added, and of no other, in whatever order they stand', () => {
    const step = fc.record({ word: fc.stringMatching(/^[a-z]{4,8}$/), done: fc.boolean() });
    const steps = fc.uniqueArray(step, { selector: ({ word }) => word, maxLength: 12 });
    const textOf = (all: readonly { word: string; done: boolean }[]) =>
      `# T\n\n## Purpose\n\nX.\n\n## Progress\n\n- [ ] keep\n${all.map(({ word, done }) => `- [${done ? 'x' : ' '}] ${word}\n`).join('')}\n## Decision Log\n\n## Surprises\n`;
    fc.assert(
      fc.property(steps, steps, (was, is) => {
        const doneBy = (all: typeof was) => new Map(all.map(({ word, done }) => [word, done]));
        const [a, b] = [doneBy(was), doneBy(is)];
        const expected = [
          ...[...b].flatMap(([word, done]) =>
            !a.has(word)
              ? [`stepAdded: ${word}`]
              : a.get(word) === done
                ? []
                : [`${done ? 'ticked' : 'takenBack'}: ${word}`],
          ),
          ...[...a.keys()].flatMap((word) => (b.has(word) ? [] : [`stepRemoved: ${word}`])),
        ];
        assert.deepEqual(told(textOf(was), textOf(is)).sort(), expected.sort());
      }),
      { numRuns: runs(500) },
    );
  });
});
