import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { estimateTokenCount } from 'tokenx';
import type { FileChange } from '../../../core/actions/action';
import { newPlan } from '../../../core/actions/newPlan';
import { inOneLine } from '../../../core/edits/entryForm';
import { planTemplates } from '../../../core/edits/newPlan';
import { toText } from '../../../core/edits/template';
import type { Plan, Step } from '../../../core/plan/model';
import { parseDocument } from '../../../core/plan/parse';
import { nextStep } from '../../../core/plan/progress';
import { linesOf } from '../../../core/text/blocks';
import { act, actionContext, ask } from '../../support/actions';
import { madeFile } from '../../support/madePlans';
import { runs } from '../../support/sets';

const isOpen = ({ state }: Step) => state === 'open';

/** What a step says, wherever it stands. */
const said = ({ text, state, stamps, remaining }: Step) =>
  JSON.stringify([text, state, stamps.map((stamp) => stamp.text), remaining]);

/** What a plan's records say. */
const recordsOf = ({ entries }: Plan) => entries.map(({ role, text }) => [role, text]);

/** The words of all lines, in no order: those of a list may have other markers and indentation. */
const wordsOf = (text: string) =>
  linesOf(text)
    .map((line) => line.replace(/^\s*(?:[-*+]|\d+[.)])?\s*/, ''))
    .filter((line) => line !== '')
    .sort();

describe('on whole plans with bullets, tabs, stamps and line ends of all kinds, within a fence or several in a file', () => {
  it('moveStep puts a step with what is nested in it behind another; no word and no other step is touched', () => {
    let moved = 0;
    fc.assert(
      fc.property(madeFile, fc.nat(), fc.nat(), fc.nat(), ({ source }, first, second, third) => {
        const { plans } = parseDocument(source);
        const index = first % plans.length;
        const { steps } = plans[index] as Plan;
        const step = steps[second % steps.length] as Step;
        const target = steps[third % steps.length] as Step;
        const params = { lines: [step.range.start.line], behind: target.range.start.line };
        const result = ask('moveStep', params, source);
        if ('refused' in result) return assert.ok(['alreadyInOrder', 'notCertain'].includes(result.refused));
        moved++;
        const after = act('moveStep', params, source);
        assert.deepEqual(wordsOf(after), wordsOf(source));
        const now = parseDocument(after).plans;
        for (const [i, plan] of plans.entries()) {
          const same = now[i] as Plan;
          assert.deepEqual(recordsOf(same), recordsOf(plan));
          if (i !== index) assert.deepEqual(same.steps.map(said), plan.steps.map(said));
        }
        const [own, others] = [steps, steps].map((all, part) =>
          all
            .filter(({ range: { start } }) => {
              const isWithin = start.line >= step.range.start.line && start.line <= step.lastLine;
              return part === 0 ? isWithin : !isWithin;
            })
            .map(said),
        );
        const there = (now[index] as Plan).steps;
        const at = there.findIndex((each) => said(each) === said(step));
        assert.deepEqual(there.slice(at, at + (own as string[]).length).map(said), own);
        assert.deepEqual(there.toSpliced(at, (own as string[]).length).map(said), others);
        assert.equal(there[at]?.depth, target.depth);
        assert.ok(at > there.findIndex((each) => said(each) === said(target)));
      }),
      { numRuns: runs(200) },
    );
    assert.ok(moved > 0);
  });

  it('orderSections gives the bytes of the plan that has them in order, whatever they were shuffled to', () => {
    fc.assert(
      fc.property(madeFile, fc.nat(), fc.nat(), ({ source }, first, seed) => {
        const { plans } = parseDocument(source);
        const plan = plans[first % plans.length] as Plan;
        const shuffled = withSectionsShuffled(source, plan, seed);
        const params = { lines: [plan.range.start.line] };
        if (shuffled === source) assert.deepEqual(ask('orderSections', params, source), { refused: 'alreadyInOrder' });
        else assert.equal(act('orderSections', params, shuffled), source);
      }),
      { numRuns: runs(120) },
    );
  });

  it('renumberMilestones counts them as they stand, in headings and in what names them, and changes no other character', () => {
    const numbers = fc.uniqueArray(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(numbers, fc.constantFrom('- [ ] ', '* [ ] ', '1. [ ] '), fc.boolean(), (all, bullet, isNamed) => {
        const make = (names: readonly number[]) =>
          [
            '# Serve pages\n\n## Purpose\n\nPages load at once.\n\n## Progress\n',
            ...names.map((name, i) => `${bullet}Milestone ${name}: add part ${i} of 7\n`),
            '\n## Milestones\n',
            ...names.map((name, i) => `\n### Milestone ${name}: part ${i}\n\nThere are ${name} files in v${name}.\n`),
            isNamed
              ? `\n## Decision Log\n\n- Decision: Milestone ${names[0]} comes first.\n`
              : '\n## Decision Log\n\nNone yet.\n',
          ].join('');
        const source = make(all);
        const from = all[0] === 0 ? 0 : 1;
        const result = ask('renumberMilestones', { lines: [0] }, source);
        const isInOrder = all.every((each, i) => each === i + from);
        if ('refused' in result) return assert.equal(result.refused, isInOrder ? 'alreadyInOrder' : 'notCertain');
        const after = act('renumberMilestones', { lines: [0] }, source);
        const names = parseDocument(after).plans[0]?.milestones.map(({ title }) => title) ?? [];
        assert.equal(names.length, all.length);
        assert.deepEqual(ask('renumberMilestones', { lines: [0] }, after), { refused: 'alreadyInOrder' });
        const mask = (text: string) => text.replace(/Milestone \d+/g, 'Milestone n');
        assert.equal(mask(after), mask(source));
        const given = [...after.matchAll(/^### Milestone (\d+)/gm)].map(([, number]) => Number(number));
        assert.ok(given.every((each, i) => i === 0 || each === (given[i - 1] as number) + 1));
        // What a step or a sentence names is the milestone that it named before.
        const givenTo = new Map(all.map((name, i) => [name, given[i]]));
        const named = (text: string) => [...text.matchAll(/Milestone (\d+)/g)].map(([, number]) => Number(number));
        assert.deepEqual(
          named(after),
          named(source).map((name) => givenTo.get(name)),
        );
      }),
      { numRuns: runs(120) },
    );
  });

  it('archive says that it is over, and has links follow; restore has them come back', () => {
    fc.assert(
      fc.property(madeFile, ({ source }) => {
        const files = new Map([
          ['plans/made.md', source],
          ['plans/other.md', '# Other\n\nBehind [it](made.md#progress) and `plans/made.md`.\n'],
        ]);
        const gone = moved('archive', 'plans/made.md', files, { state: 'abandoned' });
        assert.deepEqual([...gone.keys()].sort(), ['plans/archive/made.md', 'plans/other.md']);
        const text = gone.get('plans/archive/made.md') as string;
        const [before, after] = [source, text].map((each) => parseDocument(each).plans);
        assert.equal(after?.length, before?.length);
        for (const [i, plan] of (before ?? []).entries()) {
          const same = after?.[i] as Plan;
          assert.deepEqual(same.steps.map(said), plan.steps.map(said));
          assert.deepEqual(recordsOf(same), recordsOf(plan));
          assert.match(same.status ?? '', /^abandoned|^aufgegeben|^中止/i);
        }
        const other = '# Other\n\nBehind [it](archive/made.md#progress) and `plans/archive/made.md`.\n';
        assert.equal(gone.get('plans/other.md'), other);
        const back = moved('restore', 'plans/archive/made.md', gone, {});
        assert.equal(back.get('plans/other.md'), files.get('plans/other.md'));
        for (const [i, plan] of parseDocument(back.get('plans/made.md') as string).plans.entries())
          assert.deepEqual(plan.steps.map(said), before?.[i]?.steps.map(said));
      }),
      { numRuns: runs(60) },
    );
  });

  it('handoff names the next step of its plan, says nothing of another one, and keeps to a limit', () => {
    fc.assert(
      fc.property(madeFile, fc.nat(), fc.integer({ min: 100, max: 600 }), ({ source }, first, tokens) => {
        const { plans } = parseDocument(source);
        const index = first % plans.length;
        const plan = plans[index] as Plan;
        const params = { lines: [plan.range.start.line] };
        const [whole, short] = [{}, { tokens }].map((more) => handoffText({ ...params, ...more }, source));
        const next = nextStep(plan);
        if (next !== undefined) assert.ok(whole?.includes(` ${index}.${next}`), whole);
        for (const i of plans.keys()) if (i !== index) assert.doesNotMatch(whole as string, new RegExp(` ${i}\\.\\d`));
        // What must not be left out may be more than the limit: a smaller one then makes it no shorter.
        const least = handoffText({ ...params, tokens: 100 }, source);
        assert.ok(estimateTokenCount(short as string) <= tokens || short === least, short);
      }),
      { numRuns: runs(60) },
    );
  });
});

describe('newPlan', () => {
  it('makes one plan of the title that claims nothing, whatever the title is', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...planTemplates),
        fc.string({ unit: 'grapheme', maxLength: 40 }),
        (template, words) => {
          const title = `Serve ${words}`;
          const result = newPlan.run(undefined, { template, title }, actionContext);
          assert.ok('text' in result, JSON.stringify(result));
          const text = toText(result.text);
          assert.ok(linesOf(text).some((line) => line.startsWith('# ') && line.endsWith(inOneLine(title))));
          const { plans } = parseDocument(text);
          assert.equal(plans.length, 1);
          const [plan] = plans as [Plan];
          assert.ok(plan.steps.length > 0 && plan.steps.every(isOpen), text);
          assert.deepEqual(
            ['progress', 'surprises', 'decisions', 'outcomes'].filter(
              (role) => !plan.sections.some(({ roles }) => (roles as string[]).includes(role)),
            ),
            [],
          );
        },
      ),
      { numRuns: runs(120) },
    );
  });
});

function handoffText(params: object, source: string): string {
  const result = ask('handoff', params, source);
  assert.ok('text' in result, JSON.stringify(result));
  return toText(result.text);
}

/** A text with the sections of one of its plans in another order, each whole. */
function withSectionsShuffled(source: string, { range, sections }: Plan, seed: number): string {
  const lines = source.split('\n');
  const starts = sections.map(({ heading }) => heading.range.start.line);
  const end = lines.findIndex((line, i) => i > range.start.line && /^(?:# |[`~]{3})/.test(line));
  const behind = end < 0 ? lines.length - 1 : end;
  const texts = starts.map((start, i) =>
    lines
      .slice(start, starts[i + 1] ?? behind)
      .join('\n')
      .trimEnd(),
  );
  // One of the orders, by the digits of the seed.
  const rest = [...texts];
  const order = texts.map((_, i) => rest.splice(Math.floor(seed / 7 ** i) % rest.length, 1)[0]);
  const last = lines.slice(starts.at(-1) as number, behind).join('\n');
  const tail = last.slice(last.trimEnd().length);
  return [...lines.slice(0, starts[0]), ...`${order.join('\n\n')}${tail}`.split('\n'), ...lines.slice(behind)].join(
    '\n',
  );
}

/** All files after an action that moves one of them. */
function moved(action: string, path: string, files: ReadonlyMap<string, string>, params: object): Map<string, string> {
  const others = [...files].flatMap(([other, text]) => (other === path ? [] : [{ path: other, text }]));
  const uriOf = (each: string) => `file:///w/${each}`;
  const pathOf = (uri: string) => uri.slice(uriOf('').length);
  const context = { files: { path, others, exists: (each: string) => files.has(each), uriOf } };
  const result = ask(action, params, files.get(path) as string, context);
  assert.ok('files' in result, JSON.stringify(result));
  const made = new Map(files);
  for (const change of result.files as FileChange[]) {
    const text = made.get(pathOf(change.uri)) as string;
    if (change.kind === 'edit') {
      const { start, end } = change.change;
      made.set(pathOf(change.uri), text.slice(0, start) + change.change.text + text.slice(end));
    } else if (change.kind === 'move') {
      made.delete(pathOf(change.uri));
      made.set(pathOf(change.to), text);
    }
  }
  return made;
}
