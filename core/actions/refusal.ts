import { t } from '@vscode/l10n';

/** Why an action did nothing: what is there instead. Whoever gets it can look again, and try another time. */
export type Refusal =
  /** The text is no longer the one that was looked at. */
  | { refused: 'moved' }
  /** There is no such action. */
  | { refused: 'unknownAction'; action: string }
  /** It makes a text of its own: there is another way to ask for that. */
  | { refused: 'makesText'; action: string }
  /** A parameter is missing, or is none. */
  | { refused: 'badParam'; param: string }
  /** No plan is there. */
  | { refused: 'noPlan' }
  /** No step is on these lines. */
  | { refused: 'noStep' }
  /** The steps there are done; `stamp` is the first one's, as it is written. */
  | { refused: 'alreadyDone'; stamp: string | undefined }
  /**
   * The steps there say that something remains, and nobody has said what became of it: `step` and `remaining` are the first
   * one's words.
   */
  | { refused: 'remainder'; step: string; remaining: string }
  /** The words of the step, or dates in it, leave no place for a stamp that could be taken away again. */
  | { refused: 'noRoomForStamp' }
  /** The place for it is inside of a merge conflict. */
  | { refused: 'inConflict' }
  /** The steps there are not done. */
  | { refused: 'notDone' }
  /** The steps there are given up. */
  | { refused: 'alreadyDropped' }
  /** The steps there wait for something. */
  | { refused: 'alreadyBlocked' }
  /** The words of the step leave no place for a mark that would be read as one. */
  | { refused: 'noRoomForMark' }
  /** Progress is kept without checkboxes: a single one would be all that is read of it. */
  | { refused: 'noCheckboxes' }
  /** It is in order as it is. */
  | { refused: 'alreadyInOrder' }
  /** The plan has no milestone that could be numbered. */
  | { refused: 'noMilestones' }
  /** All timestamps are written so, or it is not known what they would be. */
  | { refused: 'nothingToConvert' }
  /** It is not certain what would have to change with it. */
  | { refused: 'notCertain' }
  /** Something is left to do, and nobody has said what became of it: so many of all steps are done. */
  | { refused: 'notOver'; done: number; total: number }
  /** The plan lies where those lie that are over, or that are not, already. */
  | { refused: 'alreadyMoved'; folder: string }
  /** A file is where the plan would come to. */
  | { refused: 'alreadyThere'; path: string }
  /** The plan has all sections. */
  | { refused: 'nothingMissing' }
  /** The file says so already. */
  | { refused: 'alreadySaid' }
  /** No comment can stand at this line: it is code, a table, or HTML. */
  | { refused: 'noRoomForComment' }
  /** No fix is safe to make, or none is left. */
  | { refused: 'nothingToFix' }
  /** There is no configuration file that could be edited. */
  | { refused: 'noConfiguration' }
  /** The editor cannot apply an edit of that sort. */
  | { refused: 'notSupported' }
  /** It went wrong; the log says why. */
  | { refused: 'failed' };

/** A refusal in words for a person. */
export function refusalText(refusal: Refusal): string {
  switch (refusal.refused) {
    case 'moved':
      return t('The plan has changed since it was shown, so nothing was edited. Please try again.');
    case 'unknownAction':
      return t('There is no action "{0}".', refusal.action);
    case 'makesText':
      return t('"{0}" makes a text of its own, and edits nothing.', refusal.action);
    case 'badParam':
      return t('"{0}" is missing, or has a wrong value.', refusal.param);
    case 'noPlan':
      return t(
        'This file is not recognized as an ExecPlan: it needs two of the living sections and one more. "Treat as ExecPlan" makes it one all the same.',
      );
    case 'noStep':
      return t(
        'There is no step on this line. A step is a list item with a checkbox, `- [ ]`, below a Progress heading.',
      );
    case 'alreadyDone':
      return refusal.stamp ? t('This step is already done ({0}).', refusal.stamp) : t('This step is already done.');
    case 'remainder':
      return t('The step "{0}" says that something remains: {1}. What became of it?', refusal.step, refusal.remaining);
    case 'noRoomForStamp':
      return t('This step has dates of its own, which a timestamp could be mistaken for. Tick it by hand.');
    case 'inConflict':
      return t('The place for it is inside of a merge conflict. Resolve that first.');
    case 'notDone':
      return t('This step is not done.');
    case 'alreadyDropped':
      return t('This step was already dropped.');
    case 'alreadyBlocked':
      return t('This step is already marked as blocked.');
    case 'noRoomForMark':
      return t('The words of this step leave no room for such a mark. Mark it by hand.');
    case 'noCheckboxes':
      return t('The Progress of this plan is a list without checkboxes: a step in it would be its only one.');
    case 'alreadyInOrder':
      return t('All is in order already.');
    case 'noMilestones':
      return t('This plan has no numbered milestones.');
    case 'nothingToConvert':
      return t('No timestamp can be converted: all are written so, or lack the time or the zone for it.');
    case 'notCertain':
      return t('It is not certain what else would have to change. Please do it by hand.');
    case 'notOver':
      return t('It is not over ({0} of {1} steps are done). Say what became of it.', refusal.done, refusal.total);
    case 'alreadyMoved':
      return t('The plan lies in {0} already.', refusal.folder);
    case 'alreadyThere':
      return t('{0} is there already.', refusal.path);
    case 'nothingMissing':
      return t('The plan has all sections of the format.');
    case 'alreadySaid':
      return t('The file already says so.');
    case 'noRoomForComment':
      return t('No comment can stand above this line.');
    case 'nothingToFix':
      return t('Nothing here is safe to fix automatically.');
    case 'noConfiguration':
      return t('There is no configuration file here that could be edited.');
    case 'notSupported':
      return t('This editor cannot make, move or edit other files for a language server.');
    case 'failed':
      return t('Something went wrong, so nothing was edited. The log says why.');
  }
}
