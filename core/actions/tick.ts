import { t } from '@vscode/l10n';
import { tick as tickStep } from '../edits/tick';
import type { Action } from './action';
import { type Lines, lines } from './params';
import { linesOf, planOf, stepsIn, stepsOn } from './place';

export const tick: Action<'tick', Lines> = {
  id: 'tick',
  summary:
    'Marks the steps on some lines as done, stamped with the present time; those that are done stay as they are.',
  params: { lines },
  needs: 'plan',
  command: { title: 'Tick Step', icon: 'check', group: 'step' },
  lightBulb: {
    kind: 'refactor.rewrite.execplan.tick',
    *offers({ analysis: { document, lines: text } }, range, { clock }) {
      const plan = planOf(document, { lines: [range.start.line] });
      if (!plan) return;
      const open = stepsIn(plan, range).filter(({ state }) => state !== 'done');
      const possible = open.filter((step) => tickStep(plan, step, text, clock));
      if (possible.length > 0) yield { params: linesOf(possible) };
    },
    title(params, { analysis: { document, lines: text } }, { clock }) {
      const plan = planOf(document, params);
      const step = plan && stepsOn(plan, params)[0];
      const { stamp = '', ambiguous } = (plan && step && tickStep(plan, step, text, clock)) ?? {};
      const note = ambiguous ? t('{0}; {1} means several zones', stamp, ambiguous) : stamp;
      const count = params.lines.length;
      return count === 1 ? t('Tick this step ({0})', note) : t('Tick {0} steps ({1})', count, note);
    },
  },
  run({ analysis: { document, lines: text } }, params, { clock }) {
    const plan = planOf(document, params);
    if (!plan) return { refused: 'noPlan' };
    const steps = stepsOn(plan, params);
    const [first] = steps;
    if (!first) return { refused: 'noStep' };
    const open = steps.filter(({ state }) => state !== 'done');
    if (open.length === 0) return { refused: 'alreadyDone', stamp: first.stamps[0]?.text };
    const edits = open.flatMap((step) => tickStep(plan, step, text, clock)?.edits ?? []);
    return edits.length > 0 ? { edits } : { refused: 'noRoomForStamp' };
  },
};
