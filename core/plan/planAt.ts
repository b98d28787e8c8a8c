import { hasLine } from '../text/positions';
import type { Plan, PlanDocument } from './model';

/** The plan that holds a line; undefined in a text without one, and outside of plans. */
export function planAt({ plans }: PlanDocument, line: number): Plan | undefined {
  return plans.find(({ range }) => hasLine(range, line));
}
