import { t } from '@vscode/l10n';
import { writtenLines } from '../edits/writtenLines';
import { planAt } from '../plan/planAt';
import { isInOrder, orderedSections } from '../rules/section-order';
import type { Action } from './action';
import { type Lines, lines } from './params';
import { planOf } from './place';

export const orderSections: Action<'orderSections', Lines> = {
  id: 'orderSections',
  summary: 'Puts the sections of a plan, each whole, into the order of the format.',
  params: { lines },
  needs: 'plan',
  command: { title: 'Order Sections', icon: 'list-ordered', group: 'section' },
  lightBulb: {
    kind: 'source.execplan.orderSections',
    *offers({ analysis: { document, searchable, lines: text }, getText }, { start: { line } }) {
      const plan = planAt(document, line);
      if (plan && orderedSections(plan, searchable, text, writtenLines(getText))) yield { params: { lines: [line] } };
    },
    title: () => t('Put the sections in the order of the format'),
  },
  run({ analysis: { document, searchable, lines: text }, getText }, params) {
    const plan = planOf(document, params);
    if (!plan) return { refused: 'noPlan' };
    const ordered = orderedSections(plan, searchable, text, writtenLines(getText));
    if (ordered) return { edits: [ordered.edit] };
    return { refused: isInOrder(plan) ? 'alreadyInOrder' : 'notCertain' };
  },
};
