import type { Step } from './model';

/** Lines from the first to the last of what an editor can fold. */
interface Lines {
  start: number;
  end: number;
}

/**
 * Of the ranges that an editor can fold those that begin with a step and have nothing but done or dropped ones in them, without
 * those within another of them. The steps stand in the order of their lines.
 */
export function doneRanges<R extends Lines>(
  ranges: readonly R[],
  steps: readonly { line: number; state: Step['state'] }[],
): R[] {
  const stepAt = new Map(steps.map(({ line }, i) => [line, i]));
  // For each step the first one from there on that is neither done nor dropped.
  const openFrom: number[] = [];
  for (let i = steps.length - 1, open = steps.length; i >= 0; i--) {
    const state = steps[i]?.state;
    if (state !== 'done' && state !== 'dropped') open = i;
    openFrom[i] = open;
  }
  const done: R[] = [];
  for (const range of [...ranges].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const first = stepAt.get(range.start);
    if (first === undefined || range.start <= (done.at(-1)?.end ?? -1)) continue;
    const open = openFrom[first] as number;
    if (open > first && (steps[open]?.line ?? Number.POSITIVE_INFINITY) > range.end) done.push(range);
  }
  return done;
}
