import type { ActionContext } from '../actions/action';
import type { ActionId } from '../actions/list';
import { refusalText } from '../actions/refusal';
import { runAction } from '../actions/run';
import { applyEdits } from '../edits/apply';
import type { PlanEdit } from '../edits/planEdit';
import type { ChangedLines } from './changedLines';
import { declined } from './place';
import type { PlanFile } from './planFile';

/** What is to be done to a file: it is asked for each text that the file turns out to have. */
export interface Deed {
  action: ActionId;
  /** What is to be said for the action, beside the identity of the text; throws `Declined` where nothing can be. */
  paramsFor(file: PlanFile): object;
  contextFor(file: PlanFile): ActionContext;
  /** What more could be said, by the names that the caller has for it. */
  unsaid: readonly string[];
}

/** What was done, or would be. */
export interface Done {
  before: PlanFile;
  after: PlanFile;
  changes: readonly ChangedLines[];
  isWritten: boolean;
}

/**
 * The edits that a deed makes in a file, and the text behind them. Throws `Declined` where nothing can be done, and where
 * the file has another text than the one that `expect` names.
 */
export function editsBy(
  present: PlanFile,
  { action, paramsFor, contextFor, unsaid }: Deed,
  expect: string | undefined,
): { edits: readonly PlanEdit[]; text: string } {
  if (expect !== undefined && present.hash !== expect.trim().toLowerCase())
    throw declined(present, 'moved', `it is no longer what ${expect} names; look at it again`);
  const params = { ...paramsFor(present), identity: present.hash };
  const result = runAction(action, params, present, contextFor(present));
  if ('refused' in result) throw declined(present, result.refused, refusalText(result));
  if (!('edits' in result)) throw new Error(`${action} is about other files`);
  // Nobody can type over it here: what is asked for would stand in the plan.
  if (
    result.edits.some(
      ({ template, neutral }) => neutral === undefined && template.some((part) => typeof part !== 'string'),
    )
  )
    throw declined(present, 'badParam', `more has to be said: ${unsaid.join(', ')}`);
  return { edits: result.edits, text: applyEdits(present.text, result.edits) };
}
