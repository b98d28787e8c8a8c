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

/** The figures of each milestone, in their order: those of the steps (or of the acceptance boxes) that are tied to it. */
export function milestoneFigures(milestones: Plan['milestones'], steps: Iterable<Step>): Figures[] {
  const figures = milestones.map(() => figuresOf([]));
  for (const { milestone, state } of steps) {
    const own = milestone === undefined ? undefined : figures[milestone];
    if (own && state !== 'dropped') own[state]++;
  }
  return figures;
}

/** The step to work on next: the first partly done one, else the first open one, as an index; undefined when none is left. */
export function nextStep({ steps }: Plan): number | undefined {
  const partial = steps.findIndex(({ state }) => state === 'partial');
  const next = partial >= 0 ? partial : steps.findIndex(({ state }) => state === 'open');
  return next >= 0 ? next : undefined;
}

/**
 * The oldest and the newest stamp that say when something was recorded: the first ones of done and partly done steps, and
 * those of entries. A range of times counts by its end, a time before a date alone of the same day. Stamps of no real
 * date are left out; undefined when nothing is stamped.
 */
export function recordedStamps({ steps, entries }: Plan): { first: Stamp; last: Stamp } | undefined {
  const ofSteps = steps.flatMap(({ state, stamps }) => (state === 'open' ? [] : stamps.slice(0, 1)));
  const recorded = [...ofSteps, ...entries.flatMap(({ stamps }) => stamps)]
    .filter(({ instant }) => instant !== undefined)
    .sort((a, b) => middle(a) - middle(b));
  const [first, last] = [recorded.at(0), recorded.at(-1)];
  if (!first || !last) return undefined;
  const isTimeOf = (day: Stamp) => (stamp: Stamp) =>
    stamp.precision !== 'date' && stamp.text.startsWith(day.text.slice(0, 10));
  return {
    first: first.precision === 'date' ? (recorded.find(isTimeOf(first)) ?? first) : first,
    last: last.precision === 'date' ? (recorded.filter(isTimeOf(last)).at(-1) ?? last) : last,
  };
}

/** The newest recorded stamp as the interval of instants that it may mean; undefined when nothing is stamped. */
export function lastRecorded(plan: Plan): Instants | undefined {
  const last = recordedStamps(plan)?.last;
  return last?.end ?? last?.instant;
}

function middle({ instant, end }: Stamp): number {
  const { earliest, latest } = (end ?? instant) as Instants;
  return (earliest + latest) / 2;
}
