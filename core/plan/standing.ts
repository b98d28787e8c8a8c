import type { Instants } from './timestamp';

/** How a plan that is to be worked on stands. */
export type WorkStanding = 'done' | 'blocked' | 'notBegun' | 'stalled' | 'atWork';

/** What is known of a plan: whether it is over or not begun, what comes next, and its newest stamp. */
export interface WorkState {
  standing: string;
  nextStep: { isBlocked: boolean } | undefined;
  recorded: Instants | undefined;
}

/**
 * How a plan stands, for a list and for the view of it alike. At work, it counts as stalled when nothing was recorded for
 * `stalledAfter`; both times in ms.
 */
export function workStandingOf(
  { standing, nextStep, recorded }: WorkState,
  now: number,
  stalledAfter: number,
): WorkStanding {
  if (standing === 'done') return 'done';
  // The next step is a blocked one only where all that is left waits.
  if (nextStep?.isBlocked) return 'blocked';
  if (standing === 'new') return 'notBegun';
  return recorded && recorded.latest < now - stalledAfter ? 'stalled' : 'atWork';
}
