import type { Merged } from '../../core/merge/merge';
import { parseDocument } from '../../core/plan/parse';
import { filledLines } from './blocks';
import type { Pair } from './pairs';

/** What somebody made of a pair: `right` has all that both have done, once, and nothing else. */
export type Verdict = 'right' | 'wrong' | 'conflict';

/** Judges a merged text by what both have done; where they disagree about something, only a conflict can be right. */
export function judge(pair: Pair, text: string, hasConflict: boolean): Verdict {
  if (hasConflict) return 'conflict';
  if (pair.disagree) return 'wrong';
  const isRight =
    pair.both === undefined
      ? faultsOf(pair, { text, conflicts: [] }).length === 0
      : filledLines(pair.both).join('\n') === filledLines(text).join('\n');
  return isRight ? 'right' : 'wrong';
}

/**
 * What a merged text has lost, doubled or made up, and records that are not where their time is; empty for a text that may
 * be had, united or with conflicts.
 */
export function faultsOf(pair: Pair, { text, conflicts }: Merged): string[] {
  const lines = text.split('\n');
  const outside = withoutConflicts(lines, conflicts);
  const counts = [pair.base, pair.ours, pair.theirs, pair.both ?? ''].map(countsOf);
  const [before, ours, theirs, both] = counts as [Counts, Counts, Counts, Counts];
  const merged = countsOf(text);
  const faults: string[] = [];
  const mostOf = (line: string) => {
    const [was, one, other] = [before, ours, theirs].map((each) => each.get(line) ?? 0) as [number, number, number];
    // Both may write `Author: Ada` below a record of their own.
    const isBelow = pair.both === undefined && !/^(?:[-*+]|\d+[.)]) /.test(line);
    return Math.max(one, other, both.get(line) ?? 0, isBelow ? one + other - was : 0);
  };
  for (const [line, count] of countsOf(outside.join('\n'))) {
    const most = mostOf(line);
    if (most === 0 && !isMadeOfBoth(line, ours, theirs)) faults.push(`neither side wrote: ${line}`);
    else if (most > 0 && count > most) faults.push(`${count} times: ${line}`);
  }
  const known = new Set([...merged.keys()].map(timeless));
  for (const side of [ours, theirs])
    for (const line of side.keys()) {
      if (before.has(line) || merged.has(line) || known.has(timeless(line))) continue;
      // What the other side has changed in another way as well stands in a line of both.
      if (pair.both !== undefined ? both.has(line) : ![...known].some((each) => isPartOf(timeless(line), each)))
        faults.push(`lost: ${line}`);
    }
  return [...faults, ...outOfOrder(pair, text)];
}

type Counts = ReadonlyMap<string, number>;

function countsOf(text: string): Counts {
  const counts = new Map<string, number>();
  for (const line of filledLines(text)) counts.set(line.trim(), (counts.get(line.trim()) ?? 0) + 1);
  return counts;
}

function withoutConflicts(lines: readonly string[], conflicts: Merged['conflicts']): string[] {
  return lines.filter((_, i) => !conflicts.some(({ start, end }) => i >= start && i <= end));
}

/** A line without the time in it. */
function timeless(line: string): string {
  return line
    .replace(/\(?(?:done )?\d{4}-\d\d-\d\d[ T]?(?:\d\d:\d\d)?(?:Z|[+-]\d\d:\d\d)?\)?(?: -)?/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

const wordsOf = (line: string) =>
  timeless(line)
    .replace(/^\S+ \[.\] /, '')
    .replace(/\((?:completed|remaining).*\)/, '')
    .trim();

/** True for a step's line with the words of one side, and the mark and the time of one. */
function isMadeOfBoth(line: string, ours: Counts, theirs: Counts): boolean {
  const parts = [...ours.keys(), ...theirs.keys()];
  return parts.some((each) => wordsOf(each) === wordsOf(line));
}

/** True for a step's line whose words or whose mark another one has. */
function isPartOf(line: string, other: string): boolean {
  return wordsOf(line) === wordsOf(other) || wordsOf(line).startsWith(wordsOf(other).slice(0, 12));
}

/** The records that stand in front of older ones, or of newer ones in a log that has the newest first. */
function outOfOrder({ base, ours, theirs }: Pair, text: string): string[] {
  return (['surprises', 'decisions', 'outcomes'] as const).flatMap((role) => {
    const times = (source: string) =>
      parseDocument(source).plans.flatMap(({ entries }) =>
        entries.filter((entry) => entry.role === role).flatMap(({ stamps: [stamp] }) => stamp?.instant?.earliest ?? []),
      );
    const is = (source: string, sign: 1 | -1) =>
      times(source).every((time, i, all) => i === 0 || sign * (time - (all[i - 1] as number)) >= 0);
    const signs = ([1, -1] as const).filter((sign) => [base, ours, theirs].every((each) => is(each, sign)));
    return signs.length === 0 || signs.some((sign) => is(text, sign)) ? [] : [`not by time: ${role}`];
  });
}
