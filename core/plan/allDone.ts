import type { StepState } from './model';
import type { Figures } from './progress';

/** True when there are boxes and every one is done. */
export function areAllDone({ done, partial, open }: Figures): boolean {
  return done > 0 && partial + open === 0;
}

/** True for a milestone whose steps are all done; without steps, for one that a table calls done or given up. */
export function isMilestoneDone(milestone: {
  figures: Figures;
  status: { state: StepState | undefined } | undefined;
}): boolean {
  const { done, partial, open } = milestone.figures;
  if (done + partial + open > 0) return areAllDone(milestone.figures);
  return milestone.status?.state === 'done' || milestone.status?.state === 'dropped';
}
