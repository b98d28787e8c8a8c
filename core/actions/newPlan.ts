import { newPlan as newPlanText } from '../edits/newPlan';
import { defaultShape, stampText } from '../edits/stamp';
import type { Action } from './action';
import { oneOf } from './params';

/** What a new plan begins with. */
export interface NewPlanParams {
  /** Whose form it has: the Cookbook's twelve sections, or the specification's milestones. */
  dialect: 'cookbook' | 'seed';
}

export const newPlan: Action<'newPlan', NewPlanParams, unknown> = {
  id: 'newPlan',
  summary: 'Makes the text of a new plan, with places to type at.',
  params: {
    dialect: oneOf('whose form it has: the twelve sections of the Cookbook, or the milestones of the specification', [
      'cookbook',
      'seed',
    ]),
  },
  needs: 'nothing',
  command: { title: 'Create New Plan', icon: 'new-file' },
  run(_, { dialect }, { clock }) {
    return { text: newPlanText({ dialect, stamp: stampText(defaultShape(clock), clock) }) };
  },
};
