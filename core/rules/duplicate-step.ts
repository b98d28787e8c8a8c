import { t } from '@vscode/l10n';
import { deleteAlone } from '../edits/deleteLines';
import { areInOrder } from '../plan/lineOrder';
import type { Plan, Step } from '../plan/model';
import { sectionAt } from '../plan/sectionAt';
import { groupedBy, push } from '../text/groups';
import { joined } from '../text/joined';
import { hasLine } from '../text/positions';
import { placelessly, remembered } from '../text/remembered';
import type { SearchableText } from '../text/searchableText';
import { boxOf } from './facts/headingRanges';
import { deleteTitle } from './fixes/titles';
import type { Fix, FixContext, Problem, Rule, RuleDocs } from './rule';
import { findLeads } from './search/leads';

/** A shorter text may well stand twice: "Run tests". */
const shortest = 12;

/** A merge puts the lines of one side right behind those of the other: what is farther off may be done again. */
const near = 40;

/**
 * A step that stands twice: with different boxes, as a merge leaves it that keeps the lines of both sides, or right behind
 * itself, as an agent's loose replacement leaves it that hit the next step (findings/gemini-replace-ticks-the-neighbour.sh).
 */
export const duplicateStep: Rule = {
  id: 'duplicate-step',
  severity: { recommended: 'warning', cookbook: 'warning' },
  summary: 'The same step stands twice, with different boxes or right behind itself.',
  yieldsTo: { here: ['merge-conflict'] },
  *check(plan, { text }) {
    for (const [first, second, between] of pairs(plan))
      if (areTwice(first, second, between.length) && areOne(first, second, between, plan, text))
        yield problemOf(first, second);
  },
};

/**
 * Steps that say the same, near each other, in document order, with those between them. What stands three times is what is
 * done again and again.
 */
function* pairs({ stepRuns, steps }: Plan): Iterable<[Step, Step, between: readonly Step[]]> {
  const likely = nearKeys(stepRuns);
  if (likely.size === 0) return;
  const byKey = new Map<number, number[]>();
  let index = 0;
  for (const run of stepRuns)
    for (const key of keysOfRun(run)) {
      if (likely.has(key)) push(byKey, key, index);
      index++;
    }
  for (const alike of byKey.values())
    for (const [i, j, ...again] of groupedBy(alike, (each) => sayingOf(steps[each] as Step)).values()) {
      const [a, b] = [steps[i as number], steps[j as number]];
      if (a && b && again.length === 0 && areNear(a, b)) yield [a, b, steps.slice((i as number) + 1, j)];
    }
}

/** The keys of steps that come again near themselves, and may be twice: hardly any. */
function nearKeys(stepRuns: readonly (readonly Step[])[]): ReadonlySet<number> {
  if (!areInOrder(stepRuns)) return new Set(joined(stepRuns.map(keysOfRun)).filter((key) => key !== none));
  const keys = new Set<number>();
  for (let i = 0; i < stepRuns.length; i++) {
    const run = stepRuns[i] as readonly Step[];
    for (const key of repeatsIn(run)) keys.add(key);
    for (const key of repeatsBehind(run, i + 1, stepRuns)) keys.add(key);
  }
  return keys;
}

/** What the first step with a key is, once there is a second one. */
const several = -1;

/** Those that come twice in a run, near or not, and may be twice. */
const repeatsIn = remembered(
  placelessly((run: readonly Step[]): readonly number[] => {
    const firsts = new Map<number, number>();
    return keysOfRun(run).filter((key, j) => {
      if (key === none) return false;
      const i = firsts.get(key);
      firsts.set(key, i === undefined ? j : several);
      return i !== undefined && (i === several || areTwice(run[i] as Step, run[j] as Step, j - i - 1));
    });
  }),
);

/** Those of the steps at a run's end that come again in the steps near them in the runs from `next` on, and may be twice. */
function repeatsBehind(run: readonly Step[], next: number, runs: readonly (readonly Step[])[]): readonly number[] {
  const last = run[run.length - 1];
  if (!last) return [];
  let end = next;
  while (end < runs.length && areNear(last, runs[end]?.[0] ?? last)) end++;
  const known = lastBehind.get(run);
  if (known?.others.length === end - next && known.others.every((other, i) => other === runs[next + i]))
    return known.keys;
  const others = runs.slice(next, end);
  const keys: number[] = [];
  const own = keysOfRun(run);
  let between = run.length - 1;
  for (const other of others) {
    const theirs = keysOfRun(other);
    for (let j = 0; j < other.length && areNear(last, other[j] as Step); j++) {
      const key = theirs[j] as number;
      const i = key === none ? -1 : own.indexOf(key);
      if (i < 0) continue;
      const isOnly = own.lastIndexOf(key) === i;
      if (!isOnly || areTwice(run[i] as Step, other[j] as Step, between - i + j)) keys.push(key);
    }
    between += other.length;
  }
  lastBehind.set(run, { others, keys });
  return keys;
}

/** What a run has in common with those right behind it: with each keystroke nearly all are held against the same. */
const lastBehind = new WeakMap<readonly Step[], { others: readonly (readonly Step[])[]; keys: readonly number[] }>();

function areNear(a: Step, b: Step): boolean {
  return b.range.start.line - a.range.start.line <= near;
}

/** What is no text's number: of a step that says too little. Whole and small, so that the lists of them stay fast. */
const none = 0;

/** A number for what each step says: cheaper to compare than the text, and as long as a run stays it is not asked again. */
const keysOfRun = remembered(placelessly((run: readonly Step[]): number[] => run.map(keyOf)));

/** A number that steps which say the same have in common, and others hardly; `none` where one says too little. */
function keyOf(step: Step): number {
  const end = plainEnd(step);
  const saying = end < 0 ? cleaned(step) : step.text;
  const length = end < 0 ? saying.length : end;
  if (length < shortest) return none;
  let hash = length;
  for (let part = 0; part < 8; part++) hash = (hash * 31 + saying.charCodeAt((part * length) >> 3)) | 0;
  return hash || 1;
}

/** What its page says. */
export const docs: RuleDocs = {
  rationale:
    'Two people, or two agents, ticked steps of one list, and the merge kept the lines of both; or an agent replaced a step that it did not find and hit the one behind it, which is gone now. Nobody can tell whether the step is done, and it counts twice. Steps that stand three times, far apart, below other headings or in other steps are something that is done again.',
  source: 'Cookbook, Progress: "This section must always reflect the actual current state of the work."',
  examples: {
    bad: '- [x] (2026-05-12 10:45Z) Add the cache table\n- [ ] Fill it on the first request\n- [ ] Add the cache table\n  ^^^',
    good: '- [x] (2026-05-12 10:45Z) Add the cache table\n- [ ] Fill it on the first request\n- [ ] Add the second cache table',
  },
};

/** What is taken out of what a step says, or stands for a blank there: nearly all steps have none of it. */
const adornment = /[([（【✅☑✔*_~`\t\n\u00A0\u3000]/;
const endings = ' ;,。—–-';

/** Where a step's text ends that says what it is, but for full stops at its end; -1 for one that has to be cleaned. */
function plainEnd({ text, stamps }: Step): number {
  if (adornment.test(text) || text.includes('  ')) return -1;
  for (const stamp of stamps) if (text.includes(stamp.text)) return -1;
  let end = text.length;
  while (text.charAt(end - 1) === '.') end--;
  return endings.includes(text.charAt(end - 1)) ? -1 : end;
}

/** What a step says, without its stamps and what sets them apart. */
function sayingOf(step: Step): string {
  const end = plainEnd(step);
  return end < 0 ? cleaned(step) : step.text.slice(0, end);
}

function cleaned({ text, stamps }: Step): string {
  let left = text;
  for (const stamp of stamps) left = left.replace(stamp.text, '');
  return left
    .replace(/[([（【](?:done|completed|on|at|[\s,:])*[)\]）】]/gi, '')
    .replace(/[✅☑✔]️?/gu, '')
    .replace(/[*_~`\s]+/g, ' ')
    .replace(/[\s.;,。—–-]+$/, '')
    .trim();
}

/** False for what may have been done again: in the same state, with so many other steps in between. */
function areTwice(a: Step, b: Step, between: number): boolean {
  return a.state !== b.state || between === 0;
}

/** True for steps of one list: below the same heading, as deep, and not in two different steps. */
function areOne(a: Step, b: Step, between: readonly Step[], plan: Plan, text: SearchableText): boolean {
  const [from, to] = [a.range.start.line, b.range.start.line];
  if (a.milestone !== b.milestone || a.depth !== b.depth || between.some(({ depth }) => depth < a.depth)) return false;
  const section = sectionAt(plan, from);
  if (!section?.roles.includes('progress') || !hasLine(section.range, to)) return false;
  return !text.findBetween(findLeads, from + 1, to).some(({ level }) => level < 7);
}

const doneness: Readonly<Record<Step['state'], number>> = { open: 0, partial: 1, dropped: 2, done: 3 };

/** It stands at the one that is less done, which is mostly the older one. */
function problemOf(first: Step, second: Step): Problem {
  const [less, more] = doneness[first.state] < doneness[second.state] ? [first, second] : [second, first];
  return {
    range: boxOf(less),
    message:
      more.state === 'done'
        ? t('This step is done in line {0}: delete one of both', more.range.start.line + 1)
        : less.state === more.state
          ? t('This step stands in line {0}, too: delete one of both', more.range.start.line + 1)
          : t('This step stands in line {0}, too, with another box: delete one of both', more.range.start.line + 1),
    related: [{ range: boxOf(more), message: t('The same step') }],
    fixes: (context) => fixesOf(less, context),
  };
}

/** Only its author knows which of both is true. */
function fixesOf({ range: { start, end }, lastLine, text }: Step, { lines }: FixContext): Fix[] {
  const edit = lastLine === end.line ? deleteAlone(start.line, end.line - start.line + 1, lines) : undefined;
  return edit ? [{ title: deleteTitle(text), edits: [edit], safe: false }] : [];
}
