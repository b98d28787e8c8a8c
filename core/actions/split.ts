import { t } from '@vscode/l10n';
import { splitStep } from '../edits/splitStep';
import { planAt } from '../plan/planAt';
import type { Action } from './action';
import { type PartialParams, partialParams, partsOf } from './markPartial';
import { planOf, stepAt } from './place';

export const split: Action<'split', PartialParams> = {
  id: 'split',
  summary:
    'Makes two steps of one: it is done, stamped with the present time, and an open one below says what is left.',
  params: partialParams,
  needs: 'plan',
  command: { title: 'Split Step', icon: 'split-vertical', key: 'shift+x', group: 'step' },
  lightBulb: {
    kind: 'refactor.rewrite.execplan.split',
    *offers({ analysis: { document } }, { start: { line } }) {
      const plan = planAt(document, line);
      const step = plan && stepAt(plan, { lines: [line] });
      if (step && step.state !== 'done') yield { params: { lines: [line] } };
    },
    title: () => t('Split this step into a done and an open one'),
  },
  run({ analysis: { document, lines: text } }, params, { clock }) {
    const plan = planOf(document, params);
    if (!plan) return { refused: 'noPlan' };
    const step = stepAt(plan, params);
    if (!step) return { refused: 'noStep' };
    if (step.state === 'done') return { refused: 'alreadyDone', stamp: step.stamps[0]?.text };
    return { edits: splitStep(plan, step, text, clock, partsOf(params)) };
  },
};
