import { diffArrays } from 'diff';
import { push } from '../text/groups';
import type { Entry, Plan, Step } from './model';
import { type Figures, stepFigures } from './progress';

/** How many things may differ before their order is not looked at. */
const most = 2000;
/** How many pairs are compared by their words at most. */
const comparisons = 100_000;
/** The share of words that two wordings of the same thing have in common at least. */
const alike = 0.5;

/** What became of a step, an entry or a section between two texts of a plan. */
export type PlanChange =
  | { kind: 'ticked' | 'takenBack' | 'begun' | 'dropped' | 'reopened'; step: Step; before: Step }
  | { kind: 'stepAdded' | 'stepRemoved'; step: Step }
  | { kind: 'stepReworded'; step: Step; before: Step }
  /** Something of a step that was done before: its words or its stamp. */
  | { kind: 'finishedAltered'; step: Step; before: Step }
  | { kind: 'entryAdded' | 'entryRemoved'; entry: Entry }
  | { kind: 'entryAltered'; entry: Entry; before: Entry }
  | { kind: 'sectionAdded' | 'sectionRemoved'; heading: string }
  | { kind: 'status'; status: string | undefined; before: string | undefined }
  | { kind: 'title'; title: string | undefined; before: string | undefined };

/** The changes of a plan, and its figures before and behind them. */
export interface PlanChanges {
  changes: readonly PlanChange[];
  before: Figures;
  after: Figures;
}

/**
 * What differs between two texts of one plan, by meaning: a step that was ticked, reworded, moved or only wrapped anew is
 * still the same one, and what was only moved or wrapped is not told. In document order, steps first.
 */
export function planChanges(before: Plan, after: Plan): PlanChanges {
  return {
    before: stepFigures(before).figures,
    after: stepFigures(after).figures,
    changes: [
      ...said('title', before.title?.text, after.title?.text),
      ...said('status', before.status, after.status),
      ...stepChanges(before.steps, after.steps),
      ...entryChanges(before.entries, after.entries),
      ...sectionChanges(before, after),
    ],
  };
}

function said(kind: 'title' | 'status', before: string | undefined, after: string | undefined): PlanChange[] {
  if (before === after) return [];
  return [kind === 'title' ? { kind, title: after, before } : { kind, status: after, before }];
}

/** Two things that are the same one, one that has gone, or one that has come. */
interface Pair<T> {
  before?: T;
  after?: T;
}

function stepChanges(before: readonly Step[], after: readonly Step[]): PlanChange[] {
  return pairs(before, after, ({ text }) => text).flatMap(({ before: old, after: step }): PlanChange[] => {
    if (!step) return old ? [{ kind: 'stepRemoved', step: old }] : [];
    if (!old) return [{ kind: 'stepAdded', step }];
    const changes: PlanChange[] = [];
    if (old.state !== step.state) changes.push({ kind: turn(old, step), step, before: old });
    const isReworded = keyOf(old.text) !== keyOf(step.text) || old.remaining !== step.remaining;
    const isRestamped = old.state === step.state && stampOf(old) !== stampOf(step);
    if (old.state === 'done' && step.state === 'done' && (isReworded || isRestamped))
      changes.push({ kind: 'finishedAltered', step, before: old });
    else if (isReworded) changes.push({ kind: 'stepReworded', step, before: old });
    return changes;
  });
}

function turn(before: Step, { state }: Step): 'ticked' | 'takenBack' | 'begun' | 'dropped' | 'reopened' {
  if (state === 'done') return 'ticked';
  if (before.state === 'done') return 'takenBack';
  if (state === 'dropped') return 'dropped';
  return state === 'partial' ? 'begun' : 'reopened';
}

function stampOf({ stamps, recorded }: Step): string | undefined {
  return recorded === undefined ? undefined : stamps[recorded]?.text;
}

function entryChanges(before: readonly Entry[], after: readonly Entry[]): PlanChange[] {
  const words = ({ role, text }: Entry) => `${role}: ${text}`;
  return pairs(before, after, words).flatMap(({ before: old, after: entry }): PlanChange[] => {
    if (!entry) return old ? [{ kind: 'entryRemoved', entry: old }] : [];
    if (!old) return [{ kind: 'entryAdded', entry }];
    return wholeOf(old) === wholeOf(entry) ? [] : [{ kind: 'entryAltered', entry, before: old }];
  });
}

function wholeOf({ text, stamps, fields }: Entry): string {
  const parts = [text, ...stamps.map((stamp) => stamp.text), ...fields.map((field) => `${field.role} ${field.text}`)];
  return keyOf(parts.join('\0'));
}

function sectionChanges(before: Plan, after: Plan): PlanChange[] {
  const named = ({ sections }: Plan) => new Map(sections.map(({ roles, heading }) => [roles.join(), heading.text]));
  const [was, is] = [named(before), named(after)];
  const missing = (some: Map<string, string>, others: Map<string, string>) =>
    [...some].flatMap(([roles, heading]) => (others.has(roles) ? [] : [heading]));
  return [
    ...missing(was, is).map((heading): PlanChange => ({ kind: 'sectionRemoved', heading })),
    ...missing(is, was).map((heading): PlanChange => ({ kind: 'sectionAdded', heading })),
  ];
}

/**
 * Which things of two lists are the same: first those that stand in the same order with the same words; then those with
 * the same words elsewhere; then those that took each other's place and have most words in common.
 */
function pairs<T>(before: readonly T[], after: readonly T[], wordsOf: (each: T) => string): Pair<T>[] {
  const [was, is] = [before, after].map((all) => all.map((each) => keyOf(wordsOf(each)))) as [string[], string[]];
  const partner = new Map<number, number>();
  let [i, j] = [0, 0];
  const gone: number[][] = [];
  const come: number[][] = [];
  // Of lists that differ too much, what stands in order cannot be told in time; what is the same elsewhere can.
  for (const { added, removed, count } of diffArrays(was, is, { maxEditLength: most }) ?? allOf(was, is)) {
    const from = added ? j : i;
    const run = Array.from({ length: count }, (_, k) => from + k);
    if (removed) gone.push(run);
    else if (added) come.push(run);
    else for (const k of run) partner.set(k - i + j, k);
    if (!added) i += count;
    if (!removed) j += count;
  }
  pairMoved(gone.flat(), come.flat(), was, is, partner);
  pairReworded(gone.flat(), come.flat(), was, is, partner);
  const kept = new Set(partner.values());
  const all: (Pair<T> & { at: number })[] = after.map((each, k) => {
    const old = partner.get(k);
    return { at: k, after: each, ...(old === undefined ? {} : { before: before[old] as T }) };
  });
  for (const [k, each] of before.entries()) if (!kept.has(k)) all.push({ at: k, before: each });
  return all.sort((a, b) => a.at - b.at);
}

/** Everything as gone, and as come. */
function allOf(was: readonly string[], is: readonly string[]) {
  return [
    { removed: true, added: false, count: was.length },
    { removed: false, added: true, count: is.length },
  ];
}

function pairMoved(
  gone: readonly number[],
  come: readonly number[],
  was: readonly string[],
  is: readonly string[],
  partner: Map<number, number>,
): void {
  const left = new Map<string, number[]>();
  for (const k of gone) push(left, was[k] as string, k);
  for (const k of come) {
    const old = left.get(is[k] as string)?.shift();
    if (old !== undefined) partner.set(k, old);
  }
}

function pairReworded(
  gone: readonly number[],
  come: readonly number[],
  was: readonly string[],
  is: readonly string[],
  partner: Map<number, number>,
): void {
  const known = new Set(partner.values());
  const left = new Set(gone.filter((k) => !known.has(k)));
  const fresh = come.filter((k) => !partner.has(k));
  if (left.size * fresh.length > comparisons) return;
  for (const k of fresh) {
    let best: { old: number; share: number } | undefined;
    for (const old of left) {
      const share = shareOf(was[old] as string, is[k] as string);
      if (share >= alike && share > (best?.share ?? 0)) best = { old, share };
    }
    if (!best) continue;
    partner.set(k, best.old);
    left.delete(best.old);
  }
}

/** The share of words that two texts have in common, from 0 to 1; texts without blanks are compared by their letters. */
function shareOf(one: string, other: string): number {
  const [a, b] = [one, other].map((text) => new Set(text.match(/[\p{Script=Latin}\p{N}_]+|\p{L}/gu) ?? [])) as [
    Set<string>,
    Set<string>,
  ];
  const common = [...a].filter((word) => b.has(word)).length;
  return a.size + b.size === 0 ? 0 : (2 * common) / (a.size + b.size);
}

/** Words as they are compared: wrapped anew they are the same. */
function keyOf(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
