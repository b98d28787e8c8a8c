import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { addEntry } from '../../core/edits/addEntry';
import { insertSections, missingRoles } from '../../core/edits/addSection';
import { applyEdits } from '../../core/edits/apply';
import { overrule } from '../../core/edits/overrule';
import type { Clock } from '../../core/edits/stamp';
import { tick, untick } from '../../core/edits/tick';
import { factsOf } from '../../core/plan/facts';
import type { Passage, Plan } from '../../core/plan/model';
import { parseDocument } from '../../core/plan/parse';
import { figuresOf } from '../../core/plan/progress';
import { defaultReading } from '../../core/plan/reading';
import { isLiving, livingRoles } from '../../core/plan/sections';
import { markRange } from '../../core/plan/steps';
import { rules } from '../../core/rules/list';
import { linesOf } from '../../core/text/blocks';
import { toDocumentSymbols } from '../../server/src/features/documentSymbols';
import { fixContext } from '../support/fixes';
import { withLineEnd } from '../support/fixture';
import { reportOf } from '../support/lint';
import { assertInside } from '../support/ranges';
import { runs } from '../support/sets';
import { line, mutated, text } from '../support/texts';

const everyRule = Object.fromEntries(rules.map(({ id }) => [id, 'warning' as const]));
const clock: Clock = { now: Date.parse('2026-03-01T09:30:15Z'), timeZone: 'Asia/Tokyo' };

/**
 * Plans without a fence or comment, which swallows whatever is written behind it when it is never closed, and without an indented
 * heading that is underlined: behind a list item that is put in front of it, it belongs to that item, and is no heading any more.
 */
const calm = fc
  .array(
    line.filter((each) => !/^(?:```|~~~|<|\uFEFF| {4})/.test(each)),
    { maxLength: 40 },
  )
  .map((lines) =>
    ['# T', '', '## Purpose', '', 'Text.', '', '## Progress', '', ...lines, '', '## Context', ''].join('\n'),
  )
  .filter((source) => !/^ {2,3}\S.*\n(?:.+\n)*?(?:===|---)$/m.test(source));

/** Any text at all. fast-check's own string of unit `binary` takes a second to be made. */
const anyText = fc
  .array(
    fc.nat(0x10_ffff - 0x800).map((index) => String.fromCodePoint(index < 0xd800 ? index : index + 0x800)),
    { maxLength: 200 },
  )
  .map((characters) => characters.join(''));

describe('whatever the text', () => {
  const check = (name: string, property: (source: string) => void) =>
    it(name, () =>
      fc.assert(fc.property(fc.oneof(text, mutated, anyText), property), {
        numRuns: runs(250),
      }),
    );

  check('reading never throws, and every range lies inside the text', (source) => {
    assertInside(parseDocument(source), source, 'model');
    assertInside(toDocumentSymbols(parseDocument(source)), source, 'symbols');
  });

  check('passages and parts hold the words that they say', (source) => {
    const lines = linesOf(source);
    const holds = ({ text, range: { start, end } }: Passage) => {
      const own = lines.slice(start.line, end.line + 1);
      own[own.length - 1] = (own.at(-1) as string).slice(0, end.character);
      own[0] = (own[0] as string).slice(start.character);
      const plain = (words: string) => words.replace(/\s+/g, ' ').trim();
      assert.equal(plain(own.join('\n')), plain(text));
    };
    for (const plan of parseDocument(source).plans) {
      for (const { fields } of plan.entries) fields.forEach(holds);
      for (const { scope, deliverables, commands } of plan.milestones)
        [...(scope ? [scope] : []), ...deliverables, ...commands].forEach(holds);
      const { externalLinks, paths } = factsOf(plan, lines);
      [...externalLinks, ...paths].forEach(holds);
    }
  });

  check(
    'read for its figures alone it is the same without entries, but for those of a Progress without boxes',
    (source) => {
      const whole = parseDocument(source);
      const plans = whole.plans.map((plan) => ({
        ...plan,
        entries: plan.entries.filter(({ role }) => role === 'progress'),
      }));
      assert.deepEqual(parseDocument(source, defaultReading, 'figures'), { ...whole, plans });
    },
  );

  check('it can be read as a plan, too, and written to be one or none', (source) => {
    assertInside(parseDocument(source, { ...defaultReading, override: 'plan' }), source, 'model');
    for (const verdict of ['plan', 'ignore'] as const) {
      const edits = overrule(parseDocument(source), source, verdict);
      assertInside(edits, source, 'edits');
    }
  });

  check('line ends, a byte order mark and the end of the last line do not matter', (source) => {
    const text = source.replace(/^[\uFEFF ]+/, '').replace(/\r\n?/g, '\n');
    const model = (each: string) => JSON.stringify(parseDocument(each));
    const same = model(text);
    assert.equal(model(withLineEnd(text, '\r\n')), same);
    assert.equal(model(withLineEnd(text, '\r')), same);
    // The mark takes a column of the first line; a final line end opens one more line, where the last range may end.
    const plain = (each: string) =>
      JSON.stringify(parseDocument(each).plans, (key, value) =>
        key === 'range' || key === 'heading' ? undefined : value,
      );
    assert.equal(plain(`# x\n\n${text}`), plain(`\uFEFF# x\n\n${text}`));
    assert.equal(plain(text.replace(/\n+$/, '')), plain(`${text.replace(/\n+$/, '')}\n`));
  });

  it('as many steps are done, partial and open as were written', () => {
    const box = fc.record({
      // Only a 1 can begin a list right behind a paragraph's line.
      marker: fc.constantFrom('-', '*', '+', '1.', '1)'),
      mark: fc.constantFrom('x', 'X', ' ', '~', '-', '/'),
      depth: fc.nat(2),
      stamp: fc.constantFrom('', '(2026-02-09 11:19Z) ', '2026-02-09: '),
      wrap: fc.boolean(),
    });
    const section = fc.array(box, { minLength: 1, maxLength: 30 });
    const lineEnd = fc.constantFrom('\n' as const, '\r\n' as const, '\r' as const);
    fc.assert(
      fc.property(section, lineEnd, fc.boolean(), fc.boolean(), (boxes, end, bom, final) => {
        let depth = 0;
        const items = boxes.flatMap(({ marker, mark, depth: wanted, stamp, wrap }, i) => {
          depth = i === 0 ? 0 : Math.min(wanted, depth + 1);
          const indent = ' '.repeat(4 * depth);
          return [`${indent}${marker}  [${mark}] ${stamp}step ${i}`, ...(wrap ? [`${indent}    and more`] : [])];
        });
        const text = [
          '# T',
          '',
          '## Purpose',
          '',
          '## Progress',
          '',
          ...items,
          '',
          '## Decision Log',
          '',
          'None.',
        ].join('\n');
        const source = (bom ? '\uFEFF' : '') + withLineEnd(final ? `${text}\n` : text, end);
        const steps = parseDocument(source).plans[0]?.steps ?? [];
        const count = (pattern: RegExp) => boxes.filter(({ mark }) => pattern.test(mark)).length;
        assert.deepEqual(figuresOf(steps), { done: count(/x/i), partial: count(/[~/-]/), open: count(/ /) });
        assert.deepEqual(
          steps.map(({ stamps }) => stamps.length),
          boxes.map(({ stamp }) => (stamp ? 1 : 0)),
        );
      }),
      { numRuns: runs(300) },
    );
  });

  check('every finding and every edit lies inside the text', (source) => {
    const document = parseDocument(source);
    const lines = linesOf(source);
    const found = reportOf(source, { levels: everyRule }).findings;
    assertInside(found, source, 'findings');
    const context = fixContext(source, clock);
    for (const finding of found)
      for (const fix of finding.fixes?.({ plan: finding.plan, ...context }) ?? []) applyEdits(source, fix.edits);
    for (const plan of document.plans) assertInside(allEdits(plan, lines), source, 'edits');
  });

  check('a range of a step holds what it says', (source) => {
    const lines = linesOf(source);
    for (const { steps } of parseDocument(source).plans)
      for (const step of steps) {
        const { range } = step;
        const { start, end } = markRange(step);
        assert.equal((lines[start.line] as string).slice(start.character, end.character), step.mark);
        assert.match((lines[range.start.line] as string).slice(range.start.character), /^(?:[-*+]|\d+[.)])/);
      }
  });

  check('ticking makes one step done and no other, with a stamp that exists', (source) => {
    const [plan] = parseDocument(source).plans;
    const index = plan?.steps.findIndex(({ state }) => state !== 'done') ?? -1;
    if (!plan || index < 0) return;
    const edits = tick(plan, plan.steps[index] as Plan['steps'][number], linesOf(source), clock)?.edits;
    if (!edits) return;
    const [after] = parseDocument(applyEdits(source, edits)).plans;
    assert.deepEqual(
      after?.steps.map(({ state }) => state),
      plan.steps.map(({ state }, i) => (i === index ? 'done' : state)),
    );
    assert.ok(after?.steps[index]?.stamps[0]?.instant);
  });

  check('opening a ticked step gives back the very same text', (source) => {
    for (const [p, plan] of parseDocument(source).plans.entries())
      for (const [i, step] of plan.steps.entries()) {
        const ticked = step.state === 'open' ? tick(plan, step, linesOf(source), clock) : undefined;
        if (!ticked) continue;
        const after = applyEdits(source, ticked.edits);
        const done = parseDocument(after).plans[p]?.steps[i];
        assert.equal(done?.state, 'done');
        assert.equal(applyEdits(after, untick(done, linesOf(after))), source);
      }
  });

  it('adding a done step adds one, and leaves the others as they are', () => {
    fc.assert(
      fc.property(calm, (source) => {
        for (const plan of parseDocument(source).plans.slice(0, 1)) {
          const edit = addEntry(plan, 'progress', 0, linesOf(source), clock);
          const [after] = parseDocument(applyEdits(source, [edit])).plans;
          // A Progress whose records have no boxes gets a record without one.
          const isBoxless = plan.steps.length === 0 && plan.entries.some(({ role }) => role === 'progress');
          const added = [...(after?.steps ?? []), ...(after?.entries ?? [])].filter(
            ({ text }) => text === 'What was done',
          );
          assert.equal(added.length, 1);
          assert.equal(after?.steps.length, plan.steps.length + (isBoxless ? 0 : 1));
        }
      }),
      { numRuns: runs(250) },
    );
  });

  it('inserting a missing living section makes it be there, and loses no other', () => {
    fc.assert(
      fc.property(calm, (source) => {
        for (const plan of parseDocument(source).plans.slice(0, 1))
          for (const role of missingRoles(plan).filter(isLiving)) {
            const after = parseDocument(applyEdits(source, insertSections(plan, [role], linesOf(source)))).plans[0];
            const roles = after?.sections.flatMap((section) => section.roles) ?? [];
            for (const expected of [role, ...plan.sections.flatMap((section) => section.roles)])
              assert.ok(roles.includes(expected), `${expected} is not there`);
          }
      }),
      { numRuns: runs(250) },
    );
  });
});

function allEdits(plan: Plan, lines: readonly string[]) {
  return [
    ...plan.steps.flatMap((step) => [...(tick(plan, step, lines, clock)?.edits ?? []), ...untick(step, lines)]),
    ...livingRoles.flatMap((role) => [0, 10, 1000].map((at) => addEntry(plan, role, at, lines, clock))),
    ...insertSections(plan, missingRoles(plan), lines),
  ];
}
