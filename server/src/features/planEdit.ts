import type { WorkspaceEdit } from 'vscode-languageserver';
import type { ActionContext, ActionResult } from '../../../core/actions/action';
import { type Refusal, refusalText } from '../../../core/actions/refusal';
import { type RunTarget, runAction } from '../../../core/actions/run';
import type { PlanEditParams, PlanEditRefusal, PlanEditResult } from '../protocol';

/**
 * The edit that a person asked for in a view or by a command. Refused when the text is no longer the one that was
 * looked at, and when there is nothing to do at that place: never guessed.
 */
export function planEdit(
  { action, params }: PlanEditParams,
  version: number,
  target: RunTarget,
  context: ActionContext,
  toEdit: (result: ActionResult) => WorkspaceEdit | undefined,
): PlanEditResult {
  const result = runAction(action, params, target, context);
  if ('refused' in result) return refused(result);
  if ('text' in result) return refused({ refused: 'makesText', action });
  const edit = toEdit(result);
  if (!edit) return refused({ refused: 'notSupported' });
  const reveal = 'edits' in result ? result.edits[0]?.range : undefined;
  return { edit, version, ...(reveal && { reveal }) };
}

/** A refusal, with its words. */
export function refused(refusal: Refusal): PlanEditRefusal {
  return { ...refusal, message: refusalText(refusal) };
}
