import { PlanFolder } from './planFolder';
import { planOf20 } from './planOf20';

/** A repository with such a plan. */
export function mcpFolder(): PlanFolder {
  return new PlanFolder({ 'plans/cache.md': planOf20() });
}
