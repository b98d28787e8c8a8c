import type { Plan } from '../../plan/model';
import type { SearchableText } from '../../text/searchableText';
import { type PlanState, stateOfStatus } from '../../words/statuses';
import { isFinished } from './finished';

/** What a plan is: as it says itself; where it says nothing that is known, by its boxes, `new` before the first one is ticked. */
export function planStateOf(plan: Plan, text: SearchableText): PlanState | 'new' {
  const said = plan.status === undefined ? undefined : stateOfStatus(plan.status);
  if (said) return said;
  if (isFinished(plan, text)) return 'done';
  return plan.steps.some(({ state }) => state === 'done' || state === 'partial') ? 'active' : 'new';
}
