import type { WritingCommand } from './writingCommand';

/** The commands that write a plan, in the order of the help. */
export const writingCommands: readonly WritingCommand[] = [
  { name: 'tick', action: 'tick', summary: 'mark steps as done, stamped with the present time', place: 'steps' },
  { name: 'untick', action: 'untick', summary: 'open done steps again', place: 'steps', isTimed: false },
  {
    name: 'partial',
    action: 'markPartial',
    summary: 'say what is done of a step, and what is left',
    place: 'step',
    isTimed: false,
  },
  { name: 'split', action: 'split', summary: 'make a done and an open step of one', place: 'step' },
  { name: 'drop', action: 'drop', summary: 'give steps up, with the reason', place: 'steps', isTimed: false },
  { name: 'block', action: 'block', summary: 'say of steps what they wait for', place: 'steps', isTimed: false },
  {
    name: 'step',
    action: 'addStep',
    summary: 'add a step',
    place: 'milestone',
    argument: 'text',
    variant: { flag: 'done', action: 'addDoneStep', description: 'it is done already, at the present time' },
  },
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
];
