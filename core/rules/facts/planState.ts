import type { Plan } from '../../plan/model';
import { stepFigures } from '../../plan/progress';
import type { SearchableText } from '../../text/searchableText';
import { type PlanState, stateOfStatus } from '../../words/statuses';
import { isFinished } from './finished';

/** What a plan is; `new` before the first of its steps is ticked. */
export type PlanStanding = PlanState | 'new';

/**
 * What a plan is: as it says itself; where it says nothing that is known, by its boxes. Without its text, where only figures
 * were read, a miswritten box is none.
 */
export function planStateOf(plan: Plan, text: SearchableText | undefined): PlanStanding {
  const said = plan.status === undefined ? undefined : stateOfStatus(plan.status);
  if (said) return said;
  const { done, partial, open } = stepFigures(plan).figures;
  if (text ? isFinished(plan, text) : done > 0 && partial + open === 0) return 'done';
  return done + partial > 0 ? 'active' : 'new';
}
