import { type Analysis, isStill } from '../check';
import type { OpenText } from '../text/openText';
import type { Action, ActionContext, ActionResult, ActionTarget } from './action';
import { actions } from './list';
import type { Lines, Param } from './params';

/** A text that an action is asked for, and whether it is still the one that an identity names (`OpenText.identity`). */
export interface RunTarget extends ActionTarget {
  isStill(identity: string): boolean;
}

/** An open document as what actions are asked for; `analysis` is that of its present text. */
export function openTarget(document: OpenText, analysis: Analysis): RunTarget {
  return { analysis, getText: () => document.getText(), isStill: (identity) => isStill(document, identity) };
}

/** True for an action that asks for the other plans around a text. */
export function readsFiles(id: string): boolean {
  return (actions as readonly Action[]).some((each) => each.id === id && each.readsFiles === true);
}

/**
 * Does an action about a text by its id. The params may come from anywhere: what is none of the action's, and what is about a text that
 * is no longer there, is refused.
 */
export function runAction(id: string, params: unknown, target: RunTarget, context: ActionContext): ActionResult {
  const action = (actions as readonly Action[]).find((each) => each.id === id);
  if (!action || action.needs === 'nothing') return { refused: 'unknownAction', action: id };
  const given: Readonly<Record<string, unknown>> = typeof params === 'object' && params !== null ? { ...params } : {};
  const { identity } = given;
  if (typeof identity !== 'string') return { refused: 'badParam', param: 'identity' };
  if (!target.isStill(identity)) return { refused: 'moved' };
  for (const [name, param] of Object.entries(action.params as Record<string, Param<unknown>>))
    if (!(param.isOptional && given[name] === undefined) && !param.is(given[name]))
      return { refused: 'badParam', param: name };
  const { lines } = given as Partial<Lines>;
  if (action.params && 'lines' in action.params && lines?.some((line) => line >= target.analysis.lines.length))
    return { refused: 'badParam', param: 'lines' };
  return action.run(target, given, context);
}
