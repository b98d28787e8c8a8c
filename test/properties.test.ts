import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { addEntry } from '../server/src/edit/addEntry';
import { insertSections, missingRoles } from '../server/src/edit/addSection';
import type { Clock } from '../server/src/edit/stamp';
import { tick, untick } from '../server/src/edit/tick';
import { toDocumentSymbols } from '../server/src/features/documentSymbols';
import { lint } from '../server/src/lint/lint';
import { rules } from '../server/src/lint/rules';
import { linesOf } from '../server/src/plan/markdown';
import type { Plan } from '../server/src/plan/model';
import { parseDocument } from '../server/src/plan/parse';
import { isLiving, livingRoles } from '../server/src/plan/sections';
import { applyEdits } from './support/apply';
import { assertInside } from './support/ranges';

const traps = readFileSync(new URL('./fixtures/parse/traps.md', import.meta.url), 'utf8');
const clock: Clock = { now: Date.parse('2026-03-01T09:30:15Z'), timeZone: 'Asia/Tokyo' };

/** Lines that plans are made of, and lines that break them. */
const line = fc.constantFrom(
  '# Title',
  '## Purpose',
  '## Progress',
  '## Surprises & Discoveries',
  '## Decision Log',
  '## Outcomes',
  '### Milestone 1: A',
  '### Phase B — C',
  '- [x] (2026-02-09 11:19Z) done',
  '- [ ] open',
  '  - [x] nested',
  '* [~] partly (completed: a; remaining: b)',
  '1. [X] 2026-02-30: never',
  '- [ ]',
  '- [x]',
  '- Decision: this',
  '  Rationale: that',
  '- Rationale: sibling',
  '',
  '',
  '',
  'text',
  '    code',
  '```',
  '~~~md',
  '> quote',
  '> - [ ] quoted',
  '<!--',
  '-->',
  '<div>',
  '---',
  '===',
  '\t- [ ] tab',
  '- - [ ] two',
  '| a | b |',
  '|---|---|',
  '\u0000',
  '\uFEFF',
  '\u2028- [ ] x',
  '😀 # Title',
  '## Progress ##',
);
const text = fc
  .tuple(fc.array(line, { maxLength: 60 }), fc.constantFrom('\n', '\r\n', '\r'), fc.boolean())
  .map(([lines, end, bom]) => (bom ? '\uFEFF' : '') + lines.join(end));
/** The trap plan with lines put in, taken out and doubled. */
const mutated = fc.array(fc.tuple(fc.nat(90), fc.nat(2), line), { maxLength: 12 }).map((changes) => {
  const lines = traps.split('\n');
  for (const [at, remove, put] of changes) lines.splice(at, remove, put);
  return lines.join('\n');
});

describe('whatever the text', () => {
  const check = (name: string, property: (source: string) => void) =>
    it(name, () =>
      fc.assert(fc.property(fc.oneof(text, mutated, fc.string({ unit: 'binary', maxLength: 200 })), property), {
        numRuns: 400,
      }),
    );

  check('reading never throws, and every range lies inside the text', (source) => {
    assertInside(parseDocument(source), source, 'model');
    assertInside(toDocumentSymbols(parseDocument(source)), source, 'symbols');
  });

  check('every finding and every edit lies inside the text', (source) => {
    const document = parseDocument(source);
    const lines = linesOf(source);
    const found = lint(document, rules, {
      levels: {},
      onError: (_, error) => {
        throw error;
      },
    });
    assertInside(found, source, 'findings');
    for (const finding of found)
      for (const fix of finding.fixes?.({ lines, clock }) ?? []) applyEdits(source, fix.edits);
    for (const plan of document.plans) assertInside(allEdits(plan, lines), source, 'edits');
  });

  check('a range of a step holds what it says', (source) => {
    const lines = linesOf(source);
    for (const { steps } of parseDocument(source).plans)
      for (const { mark, box, range } of steps) {
        assert.equal((lines[mark.start.line] as string).slice(mark.start.character, mark.end.character), box);
        assert.match((lines[range.start.line] as string).slice(range.start.character), /^(?:[-*+]|\d+[.)])/);
      }
  });

  check('ticking makes one step done and no other, with a stamp that exists', (source) => {
    const [plan] = parseDocument(source).plans;
    const index = plan?.steps.findIndex(({ state }) => state !== 'done') ?? -1;
    if (!plan || index < 0) return;
    const { edits } = tick(plan, plan.steps[index] as Plan['steps'][number], linesOf(source), clock);
    const [after] = parseDocument(applyEdits(source, edits)).plans;
    assert.deepEqual(
      after?.steps.map(({ state }) => state),
      plan.steps.map(({ state }, i) => (i === index ? 'done' : state)),
    );
    assert.ok(after?.steps[index]?.stamps[0]?.instant);
  });

  check('adding a done step adds one, and leaves the others as they are', (source) => {
    for (const plan of parseDocument(source).plans.slice(0, 1)) {
      const after = parseDocument(applyEdits(source, [addEntry(plan, 'progress', 0, linesOf(source), clock)])).plans[0];
      if (!after) continue; // The odd text is no plan any more.
      assert.equal(after.steps.length, plan.steps.length + 1);
      assert.equal(after.steps.filter(({ text }) => text === 'What was done').length, 1);
    }
  });

  it('inserting a missing living section makes it be there, and loses no other', () => {
    // A fence or comment that is never closed swallows whatever is written behind it: not here.
    const calm = fc.array(
      line.filter((each) => !/^(?:```|~~~|<|\uFEFF| {4})/.test(each)),
      { maxLength: 40 },
    );
    const plans = calm.map((lines) =>
      ['# T', '', '## Purpose', '', 'Text.', '', '## Progress', '', ...lines, '', '## Context', ''].join('\n'),
    );
    fc.assert(
      fc.property(plans, (source) => {
        for (const plan of parseDocument(source).plans.slice(0, 1))
          for (const role of missingRoles(plan).filter(isLiving)) {
            const after = parseDocument(applyEdits(source, insertSections(plan, [role], linesOf(source)))).plans[0];
            const roles = after?.sections.flatMap((section) => section.roles) ?? [];
            for (const expected of [role, ...plan.sections.flatMap((section) => section.roles)])
              assert.ok(roles.includes(expected), `${expected} is not there`);
          }
      }),
      { numRuns: 400 },
    );
  });
});

function allEdits(plan: Plan, lines: string[]) {
  return [
    ...plan.steps.flatMap((step) => [...tick(plan, step, lines, clock).edits, ...untick(step, lines)]),
    ...livingRoles.flatMap((role) => [0, 10, 1000].map((at) => addEntry(plan, role, at, lines, clock))),
    ...insertSections(plan, missingRoles(plan), lines),
  ];
}
