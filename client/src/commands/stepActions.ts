import type { ActionId } from '../../../core/actions/list';

const ticks: ReadonlySet<ActionId> = new Set<ActionId>(['tick', 'untick', 'toggle']);
const others: ReadonlySet<ActionId> = new Set<ActionId>(['markPartial', 'split', 'drop', 'block']);

/** True for what ticks a step or opens it again: a whole change, with nothing left to type. */
export function isTick(action: ActionId): boolean {
  return ticks.has(action);
}

/** True for what changes the steps on some lines. */
export function changesSteps(action: string | undefined): boolean {
  return ticks.has(action as ActionId) || others.has(action as ActionId);
}
