import { joined } from '../text/joined';
import { placelessly, remembered } from '../text/remembered';
import { recordedIn, recordedInEntry } from './doneStamp';
import type { Plan, Step } from './model';
import type { Instants, Stamp } from './timestamp';

/** Counts of boxes; their sum is the total. A dropped one is in none of them. */
export interface Figures {
  done: number;
  partial: number;
  open: number;
}

/** How many of the steps are done, partly done and open. */
export function figuresOf(steps: Iterable<Step>): Figures {
  const figures: Figures = { done: 0, partial: 0, open: 0 };
  for (const { state } of steps) if (state !== 'dropped') figures[state]++;
  return figures;
}

/** The figures of some boxes, all together and by the milestone that they are tied to. */
export interface FiguresOfAll {
  figures: Figures;
  /** In the order of the milestones. */
  byMilestone: Figures[];
}

/** Counts the steps of a plan. */
export const stepFigures = remembered(
  ({ milestones, stepRuns }: Pick<Plan, 'milestones' | 'stepRuns'>): FiguresOfAll =>
    sumOf(stepRuns.map(countRun), milestones.length),
);

/** Counts the boxes that are to be accepted. */
export function acceptanceFigures({ milestones, acceptance }: Pick<Plan, 'milestones' | 'acceptance'>): FiguresOfAll {
  return sumOf([count(acceptance)], milestones.length);
}

interface Count {
  figures: Figures;
  byMilestone: ReadonlyMap<number, Figures>;
}

function count(steps: readonly Step[]): Count {
  const figures = figuresOf(steps);
  const byMilestone = new Map<number, Figures>();
  for (const { milestone, state } of steps) {
    if (milestone === undefined || state === 'dropped') continue;
    const own = byMilestone.get(milestone) ?? figuresOf([]);
    own[state]++;
    byMilestone.set(milestone, own);
  }
  return { figures, byMilestone };
}

const countRun = remembered(placelessly(count));

function sumOf(counts: readonly Count[], milestones: number): FiguresOfAll {
  const sum: FiguresOfAll = {
    figures: figuresOf([]),
    byMilestone: Array.from({ length: milestones }, () => figuresOf([])),
  };
  for (const { figures, byMilestone } of counts) {
    add(sum.figures, figures);
    for (const [milestone, own] of byMilestone) add(sum.byMilestone[milestone] as Figures, own);
  }
  return sum;
}

function add(sum: Figures, { done, partial, open }: Figures): void {
  sum.done += done;
  sum.partial += partial;
  sum.open += open;
}

/**
 * The step to work on next, as an index: the first partly done one, else the first open one, of those that wait for nothing;
 * where all wait, of those. Undefined when none is left.
 */
export function nextStep({ stepRuns }: Pick<Plan, 'stepRuns'>): number | undefined {
  let best: number | undefined;
  let rank = 0;
  let before = 0;
  for (const run of stepRuns) {
    const own = nextInRun(run);
    if (own && own.rank > rank) {
      best = before + own.index;
      rank = own.rank;
      if (rank === firstRank) break;
    }
    before += run.length;
  }
  return best;
}

/** Of a partly done step that waits for nothing: no other comes before the first of these. */
const firstRank = 4;

const nextInRun = remembered(
  placelessly((run: readonly Step[]): { index: number; rank: number } | undefined => {
    let best: { index: number; rank: number } | undefined;
    for (const [index, { state, isBlocked }] of run.entries()) {
      if (state !== 'partial' && state !== 'open') continue;
      const rank = (isBlocked ? 1 : firstRank - 1) + (state === 'partial' ? 1 : 0);
      if (rank > (best?.rank ?? 0)) best = { index, rank };
      if (rank === firstRank) break;
    }
    return best;
  }),
);

/**
 * The oldest and the newest stamp that say when something was recorded: the first ones of done and partly done steps, those
 * of days that have such steps, and those of entries. A range of times counts by its end, a time before a date alone of the same day. Stamps of no real
 * date are left out; undefined when nothing is stamped.
 */
export function recordedStamps({
  stepRuns,
  entries,
  days,
}: Pick<Plan, 'stepRuns' | 'entries' | 'days'>): Extremes | undefined {
  const ofEntries = joined([...entries.map(recordedInEntry), days]);
  const whole = extremes(joined([...stepRuns.map(extremesOfRun), ofEntries]));
  if (!whole) return undefined;
  const { first, last } = whole;
  if (first.precision !== 'date' && last.precision !== 'date') return whole;
  const all = joined([...stepRuns.map(stampsOf), ofEntries]);
  const timesOf = (day: Stamp) =>
    extremes(all.filter(({ precision, date }) => precision !== 'date' && date === day.date));
  return {
    first: first.precision === 'date' ? (timesOf(first)?.first ?? first) : first,
    last: last.precision === 'date' ? (timesOf(last)?.last ?? last) : last,
  };
}

/** The newest recorded stamp as the interval of instants that it may mean; undefined when nothing is stamped. */
export function lastRecorded(plan: Plan): Instants | undefined {
  const last = recordedStamps(plan)?.last;
  return last?.end ?? last?.instant;
}

interface Extremes {
  first: Stamp;
  last: Stamp;
}

const extremesOfRun = remembered((run: readonly Step[]): Stamp[] => {
  const found = extremes(stampsOf(run));
  return found ? [found.first, found.last] : [];
});

/** The stamps that say when steps were worked on. */
function stampsOf(steps: readonly Step[]): Stamp[] {
  const found: Stamp[] = [];
  for (const step of steps) {
    const stamp = recordedIn(step);
    if (stamp) found.push(stamp);
  }
  return found;
}

/** The oldest and the newest of some stamps; undefined where none is of a real date. */
function extremes(stamps: readonly Stamp[]): Extremes | undefined {
  let first: Stamp | undefined;
  let last: Stamp | undefined;
  for (const stamp of stamps) {
    if (!stamp.instant) continue;
    if (!first || middle(stamp) < middle(first)) first = stamp;
    if (!last || middle(stamp) >= middle(last)) last = stamp;
  }
  return first && last && { first, last };
}

function middle({ instant, end }: Stamp): number {
  const { earliest, latest } = (end ?? instant) as Instants;
  return (earliest + latest) / 2;
}
