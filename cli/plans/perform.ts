import type { ActionContext } from '../../core/actions/action';
import type { ActionId } from '../../core/actions/list';
import { refusalText } from '../../core/actions/refusal';
import { runAction } from '../../core/actions/run';
import { identityOfText } from '../../core/check';
import { applyEdits } from '../../core/edits/apply';
import { Refusal } from '../../files/writing/refusal';
import type { Workplace } from '../search/workplace';
import { type ChangedLines, changedLines, holdsChange } from './changedLines';
import { Declined } from './declined';
import { declined } from './place';
import type { PlanFile } from './planFile';

/** What is to be done to a file: it is asked for each text that the file turns out to have. */
export interface Deed {
  action: ActionId;
  /** What is to be said for the action, beside the identity of the text; throws `Declined` where nothing can be. */
  paramsFor(file: PlanFile): object;
  contextFor(file: PlanFile): ActionContext;
  /** What more could be said, as options. */
  unsaid: readonly string[];
}

/** How a deed is to be done. */
export interface Manner {
  /** The hash of the text that the caller has seen; any other one is declined. */
  expect?: string | undefined;
  isDryRun?: boolean | undefined;
}

/** What was done, or would be. */
export interface Done {
  before: PlanFile;
  after: PlanFile;
  changes: readonly ChangedLines[];
  isWritten: boolean;
}

/**
 * Does something to a file by the one writer, or only tells what that would be. The deed is made for the text that the file
 * has at the moment of writing. Throws `Declined` where nothing is done.
 */
export async function perform(file: PlanFile, deed: Deed, manner: Manner, workplace: Workplace): Promise<Done> {
  let made = { before: file, after: file };
  const change = (text: string, wasWritten: boolean): string => {
    const present = text === file.text ? file : file.withText(text);
    // Somebody has written since ours stood there: theirs may be made from it.
    if (wasWritten && holdsChange(made.before.text, made.after.text, text)) {
      made = { ...made, after: present };
      return text;
    }
    made = { before: present, after: present.withText(changed(present, deed, manner)) };
    return made.after.text;
  };
  if (manner.isDryRun) change(file.text, false);
  else await write(file, change, workplace);
  const { before, after } = made;
  return { before, after, changes: changedLines(before.text, after.text), isWritten: !manner.isDryRun };
}

function changed(present: PlanFile, { action, paramsFor, contextFor, unsaid }: Deed, { expect }: Manner): string {
  if (expect !== undefined && !isSame(present, expect))
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
  return applyEdits(present.text, result.edits);
}

function isSame({ text }: PlanFile, expected: string): boolean {
  return identityOfText(text) === expected.trim().toLowerCase();
}

async function write(
  { file, path, hash }: PlanFile,
  change: (text: string, wasWritten: boolean) => string,
  { machine, contexts }: Workplace,
): Promise<void> {
  const within = contexts.folderOf(path) ?? path.slice(0, path.lastIndexOf('/'));
  try {
    const interrupted = await machine.interrupted(path);
    if (interrupted) throw new Refusal(interrupted);
    await machine.update(path, within, change);
  } catch (error) {
    if (error instanceof Refusal) throw new Declined({ refused: 'notWritten', message: error.message, file, hash });
    throw error;
  }
}
