import { t } from '@vscode/l10n';
import { inOneLine } from '../edits/entryForm';
import { ownMark } from '../edits/ownMark';
import { tellParts } from '../edits/splitStep';
import { setMark } from '../edits/stepEdits';
import { planAt } from '../plan/planAt';
import type { Action } from './action';
import { type Lines, lines, optional, words } from './params';
import { planOf, stepAt } from './place';

/** A step, what is done of it, and what is left. */
export interface PartialParams extends Lines {
  completed?: string | undefined;
  remaining?: string | undefined;
}

export const partialParams = {
  lines,
  completed: optional(words('what is done of the step')),
  remaining: optional(words('what is left of the step')),
};

export const markPartial: Action<'markPartial', PartialParams> = {
  id: 'markPartial',
  summary: 'Says what is done of a step and what is left: `(completed: …; remaining: …)`, with the mark of the plan.',
  params: partialParams,
  needs: 'plan',
  command: { title: 'Mark Step as Partly Done', icon: 'circle-large', group: 'step' },
  lightBulb: {
    kind: 'refactor.rewrite.execplan.markPartial',
    *offers({ analysis: { document } }, { start: { line } }) {
      const plan = planAt(document, line);
      const step = plan && stepAt(plan, { lines: [line] });
      if (step?.state === 'open') yield { params: { lines: [line] } };
    },
    title: () => t('Mark this step as partly done'),
  },
  run({ analysis: { document, lines: text } }, params, { marks = {} }) {
    const plan = planOf(document, params);
    if (!plan) return { refused: 'noPlan' };
    const step = stepAt(plan, params);
    if (!step) return { refused: 'noStep' };
    if (step.state === 'done') return { refused: 'alreadyDone', stamp: step.stamps[0]?.text };
    const mark = step.state === 'open' ? ownMark(plan, 'partial', marks) : undefined;
    return {
      edits: [...(mark === undefined ? [] : setMark(step, mark)), ...tellParts(plan, step, partsOf(params), text)],
    };
  },
};

/** What is said of a step, each as one line. */
export function partsOf({ completed, remaining }: PartialParams): Omit<PartialParams, 'lines'> {
  return {
    completed: completed === undefined ? undefined : inOneLine(completed),
    remaining: remaining === undefined ? undefined : inOneLine(remaining),
  };
}
