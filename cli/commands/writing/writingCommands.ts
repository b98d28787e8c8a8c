import type { WritingCommand } from './writingCommand';

/** The commands that write a plan, in the order of the help. */
export const writingCommands: readonly WritingCommand[] = [
  { name: 'tick', action: 'tick', summary: 'mark steps as done, stamped with the present time', place: 'steps' },
  { name: 'untick', action: 'untick', summary: 'open done steps again', place: 'steps', isTimed: false },
  {
    name: 'note',
    action: 'addSurprise',
    summary: 'add a surprise, with what proves it',
    place: 'plan',
    argument: 'text',
  },
  {
    name: 'decide',
    action: 'addDecision',
    summary: 'log a decision, with its reason',
    place: 'plan',
    argument: 'text',
    isSigned: true,
  },
  { name: 'outcome', action: 'addOutcome', summary: 'tell what was reached', place: 'plan', argument: 'text' },
  { name: 'done', action: 'addDoneStep', summary: 'add a step that is done', place: 'milestone', argument: 'text' },
];
