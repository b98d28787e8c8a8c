import type { Plan, Step } from './model';

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

/** The figures of each milestone, in their order: those of the steps that are tied to it. */
export function milestoneFigures({ milestones, steps }: Plan): Figures[] {
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
 * The newest among the first stamps of done and partly done steps and the stamps of entries, as the interval of instants (ms since the epoch) that
 * it may mean; undefined when nothing is stamped.
 */
export function lastRecorded({ steps, entries }: Plan): { earliest: number; latest: number } | undefined {
  let newest: { earliest: number; latest: number } | undefined;
  const ofSteps = steps.flatMap(({ state, stamps }) => (state === 'open' ? [] : stamps.slice(0, 1)));
  for (const { instant } of [...ofSteps, ...entries.flatMap(({ stamps }) => stamps)])
    if (instant && (!newest || instant.earliest + instant.latest > newest.earliest + newest.latest)) newest = instant;
  return newest;
}
