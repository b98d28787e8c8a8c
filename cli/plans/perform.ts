import { type ChangedLines, changedLines, holdsChange } from '../../core/calls/changedLines';
import { Declined } from '../../core/calls/declined';
import { type Deed, type Done, editsBy } from '../../core/calls/deed';
import type { PlanFile } from '../../core/calls/planFile';
import { Refusal } from '../../files/writing/refusal';
import type { Workplace } from '../search/workplace';
import type { LateWrites } from './lateWrites';
import { remember } from './remember';

/** How a deed is to be done. */
export interface Manner {
  /** The hash of the text that the caller has seen; any other one is declined. */
  expect?: string | undefined;
  isDryRun?: boolean | undefined;
  /** The folder that a link must not lead out of; its repository, if nothing is said. */
  within?: string | undefined;
  /** Where the process lives on: what goes on behind the answer. Left out, all is over when it resolves. */
  late?: LateWrites | undefined;
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
    made = { before: present, after: present.withText(editsBy(present, deed, manner.expect).text) };
    return made.after.text;
  };
  if (manner.isDryRun) change(file.text, false);
  else {
    let answered: typeof made | undefined;
    const onEnd = () => {
      // It was put back behind the answer, and made again for a newer text.
      if (answered && made !== answered) remember(made.after, changesOf(made), workplace.machine);
    };
    await write(file, change, onEnd, manner, workplace);
    answered = made;
  }
  const { before, after } = made;
  const changes = changesOf(made);
  if (!manner.isDryRun) remember(after, changes, workplace.machine);
  return { before, after, changes, isWritten: !manner.isDryRun };
}

function changesOf({ before, after }: { before: PlanFile; after: PlanFile }): ChangedLines[] {
  return changedLines(before.text, after.text);
}

async function write(
  { file, path, hash }: PlanFile,
  change: (text: string, wasWritten: boolean) => string,
  onEnd: () => void,
  manner: Manner,
  { machine, contexts }: Workplace,
): Promise<void> {
  const within = manner.within ?? contexts.folderOf(path) ?? path.slice(0, path.lastIndexOf('/'));
  const writing = async (onInPlace?: () => void): Promise<void> => {
    const interrupted = await machine.interrupted(path);
    if (interrupted) throw new Refusal(interrupted);
    await machine.update(path, within, change, onInPlace);
    onEnd();
  };
  try {
    await (manner.late ? manner.late.begin(path, writing) : writing());
  } catch (error) {
    if (error instanceof Refusal) throw new Declined({ refused: 'notWritten', message: error.message, file, hash });
    throw error;
  }
}
