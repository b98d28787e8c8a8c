import type { Step } from '../plan/model';
import { declined, milestoneAt, planIn, type SaidPlace, stepAt } from './place';
import type { PlanFile } from './planFile';

/** What a place of a command is: one or more steps, one step, a milestone of a plan, or a plan of a file. */
export type PlaceKind = 'steps' | 'step' | 'milestone' | 'plan';

/**
 * The lines (0-based) that an action is to be told, for places that were said of the text in `seen`. Another program may
 * have written since: then a line has to hold the same step. Throws `Declined` for what is not the only one.
 */
export function linesSaid(kind: PlaceKind, said: readonly SaidPlace[], present: PlanFile, seen: PlanFile): number[] {
  if (kind === 'steps' || kind === 'step')
    return [...new Set(said.map((each) => stillThere(each, present, seen).range.start.line))];
  const [{ line, milestone } = {}] = said;
  if (milestone !== undefined && kind === 'milestone') {
    const place = milestoneAt(present, milestone);
    const last = place.plan.steps.findLast((step) => step.milestone === place.index);
    return [(last?.range ?? place.milestone.heading.range).start.line];
  }
  if (line !== undefined) return [line - 1];
  return [planIn(present, undefined).range.start.line];
}

function stillThere(said: SaidPlace, present: PlanFile, seen: PlanFile): Step {
  const step = stepAt(present, said);
  if (said.line === undefined || present.hash === seen.hash) return step;
  const before = stepAt(seen, said);
  if (before.text === step.text && before.state === step.state) return step;
  throw declined(present, 'moved', 'another program has written it meanwhile; look at it again');
}
