import { t } from '@vscode/l10n';
import { untick as untickStep } from '../edits/tick';
import type { Action } from './action';
import { type Lines, lines } from './params';
import { linesOf, planOf, stepsIn, stepsOn } from './place';

export const untick: Action<'untick', Lines> = {
  id: 'untick',
  summary: 'Opens the done steps on some lines again, and takes the stamps off that said when they were done.',
  params: { lines },
  needs: 'plan',
  command: { title: 'Untick Step', icon: 'discard', group: 'step' },
  lightBulb: {
    kind: 'refactor.rewrite.execplan.untick',
    *offers({ analysis: { document } }, range) {
      const plan = planOf(document, { lines: [range.start.line] });
      const done = plan ? stepsIn(plan, range).filter(({ state }) => state === 'done') : [];
      if (done.length > 0) yield { params: linesOf(done) };
    },
    title({ lines: { length } }) {
      return length === 1 ? t('Untick this step') : t('Untick {0} steps', length);
    },
  },
  run({ analysis: { document, lines: text } }, params) {
    const plan = planOf(document, params);
    if (!plan) return { refused: 'noPlan' };
    const steps = stepsOn(plan, params);
    if (steps.length === 0) return { refused: 'noStep' };
    const done = steps.filter(({ state }) => state === 'done');
    return done.length > 0 ? { edits: done.flatMap((step) => untickStep(step, text)) } : { refused: 'notDone' };
  },
};
