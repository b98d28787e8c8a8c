import { moveStep as moveStepBehind } from '../edits/moveStep';
import { defaultReading } from '../plan/reading';
import type { Action } from './action';
import { type Lines, lines, type Param } from './params';
import { planOf, stepAt } from './place';

/** Which step is moved, and behind which one. */
export interface MoveStepParams extends Lines {
  behind: number;
}

const behind: Param<number> = {
  description: 'a line, 0-based, of the step that it comes to stand behind',
  type: 'number',
  limits: { minimum: 0 },
  is: (value): value is number => Number.isSafeInteger(value) && (value as number) >= 0,
};

export const moveStep: Action<'moveStep', MoveStepParams> = {
  id: 'moveStep',
  summary: 'Moves a step, with all that is nested in it, behind another step.',
  params: { lines, behind },
  needs: 'plan',
  command: { title: 'Move Step', icon: 'move', group: 'step' },
  run({ analysis: { document, lines: text }, getText }, params, { marks = {} }) {
    const plan = planOf(document, params);
    if (!plan) return { refused: 'noPlan' };
    const step = stepAt(plan, params);
    const target = stepAt(plan, { lines: [params.behind] });
    if (!step || !target) return { refused: 'noStep' };
    const isThere = step === target || target.lastLine === step.range.start.line - 1;
    if (isThere && target.depth === step.depth) return { refused: 'alreadyInOrder' };
    const edits = moveStepBehind(plan, step, target, text, { ...defaultReading, override: 'plan', marks }, getText());
    return edits ? { edits } : { refused: 'notCertain' };
  },
};
