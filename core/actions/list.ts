import type { Action } from './action';
import { addDecision } from './addDecision';
import { addDoneStep } from './addDoneStep';
import { addMilestone } from './addMilestone';
import { addMissingSections } from './addMissingSections';
import { addOutcome } from './addOutcome';
import { addRevisionNote } from './addRevisionNote';
import { addStep } from './addStep';
import { addSurprise } from './addSurprise';
import { addTerm } from './addTerm';
import { archive } from './archive';
import { block } from './block';
import { convertTimestamps } from './convertTimestamps';
import { dontTreatAsPlan } from './dontTreatAsPlan';
import { drop } from './drop';
import { fixAll } from './fixAll';
import { handoff } from './handoff';
import { markPartial } from './markPartial';
import { moveStep } from './moveStep';
import { newPlan } from './newPlan';
import { orderSections } from './orderSections';
import { renumberMilestones } from './renumberMilestones';
import { restore } from './restore';
import { setStatus } from './setStatus';
import { split } from './split';
import { suppressInPlan } from './suppressInPlan';
import { suppressOnLine } from './suppressOnLine';
import { switchOffRule } from './switchOffRule';
import { tick } from './tick';
import { toggle } from './toggle';
import { treatAsPlan } from './treatAsPlan';
import { untick } from './untick';

/** All actions, in the order in which they are offered and listed. */
export const actions = [
  newPlan,
  tick,
  untick,
  toggle,
  markPartial,
  split,
  drop,
  block,
  moveStep,
  addStep,
  addDoneStep,
  addSurprise,
  addDecision,
  addOutcome,
  addRevisionNote,
  addMilestone,
  handoff,
  addMissingSections,
  orderSections,
  renumberMilestones,
  convertTimestamps,
  setStatus,
  archive,
  restore,
  addTerm,
  suppressOnLine,
  suppressInPlan,
  switchOffRule,
  treatAsPlan,
  dontTreatAsPlan,
  fixAll,
] as const;

type ListedAction = (typeof actions)[number];

export type ActionId = ListedAction['id'];

/** What is to be said for an action, by its id. */
export type ParamsOf<Id extends ActionId> = Extract<ListedAction, { id: Id }> extends Action<Id, infer P> ? P : never;

/** Those that are about a text. */
export type TextActionId = Exclude<ActionId, 'newPlan'>;

/** An action that edits, with what is to be said for it, and the identity of the text that its caller looked at (`OpenText.identity`). */
export type ActionCall = {
  [Id in Exclude<TextActionId, 'handoff'>]: { action: Id; params: ParamsOf<Id> & { identity: string } };
}[Exclude<TextActionId, 'handoff'>];
