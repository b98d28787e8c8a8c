import type { PlanDetails } from '../server/src/protocol';

/** A step that was done at a known time. */
export interface Moment {
  /** The middle of what its stamp may mean, in ms since the epoch. */
  at: number;
  /** How many steps were done by then, this one included. */
  done: number;
  /** True where the stamp is a date alone, or has no zone: it may be hours off. */
  isVague: boolean;
  /** True where a rule says that nobody read this time off a clock. */
  isInvented: boolean;
  /** True where a tool has written it by the clock, as far as the machine remembers. */
  isByTool: boolean;
}

/** A time in which nothing was recorded, longer than the plan's own rhythm. */
export interface Stall {
  from: number;
  to: number;
}

export interface History {
  /** In the order of time. */
  moments: Moment[];
  stalls: Stall[];
  /** Done steps that nobody has stamped, or with a date that there is not. */
  unstamped: number;
}

/** The rules that say of a stamp that it is no measured time. */
const inventing: ReadonlySet<string> = new Set([
  'invented-timestamps',
  'midnight-timestamp',
  'future-timestamp',
  'invalid-timestamp',
]);
/** A stamp that may mean less than this, in ms, is exact. */
const exact = 2 * 60_000;
const hour = 60 * 60_000;

/** When the done steps of a plan were done, as far as their stamps say. `now` (ms) is when the last pause ends; none where all is done. */
export function historyOf(
  { steps, findings }: Pick<PlanDetails, 'steps' | 'findings'>,
  now: number | undefined,
): History {
  const invented = new Set(
    findings.filter(({ rule }) => inventing.has(rule)).flatMap(({ range, related }) => [range.start.line, ...related]),
  );
  // That finding is about the times as a whole, and names some of them.
  const areAllInvented = findings.some(({ rule }) => rule === 'invented-timestamps');
  const done = steps.filter(({ state }) => state === 'done');
  const stamped = done.flatMap(({ line, endLine, recorded, isWrittenByTool }) => {
    if (!recorded || !Number.isFinite(recorded.earliest + recorded.latest)) return [];
    const isInvented = areAllInvented || range(line, Math.min(endLine, line + 50)).some((each) => invented.has(each));
    const at = (recorded.earliest + recorded.latest) / 2;
    return [
      { at, isVague: recorded.latest - recorded.earliest > exact, isInvented, isByTool: isWrittenByTool === true },
    ];
  });
  const moments = stamped
    .sort((one, other) => one.at - other.at)
    .map((moment, index): Moment => ({ ...moment, done: index + 1 }));
  return { moments, stalls: stallsIn(moments, now), unstamped: done.length - moments.length };
}

/** The pauses that are longer than an hour and than six times the usual one. */
function stallsIn(moments: readonly Moment[], now: number | undefined): Stall[] {
  const pauses = moments.slice(1).map(({ at }, i) => ({ from: (moments[i] as Moment).at, to: at }));
  const last = moments.at(-1)?.at;
  const lengths = pauses
    .map(({ from, to }) => to - from)
    .filter((length) => length > 0)
    .sort((a, b) => a - b);
  const usual = lengths[Math.floor(lengths.length / 2)] ?? 0;
  const present = now !== undefined && last !== undefined && now > last ? [{ from: last, to: now }] : [];
  return [...pauses, ...present].filter(({ from, to }) => to - from > Math.max(hour, 6 * usual));
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}
