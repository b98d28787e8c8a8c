import { t } from '@vscode/l10n';
import { addMilestone as addMilestoneTo, type NewMilestone } from '../edits/addMilestone';
import { inOneLine } from '../edits/entryForm';
import { planAt } from '../plan/planAt';
import type { Action } from './action';
import { type Lines, lines, optional, words } from './params';
import { planOf } from './place';

export const addMilestone: Action<'addMilestone', Lines & NewMilestone> = {
  id: 'addMilestone',
  summary: 'Adds a milestone behind the last one, with the next number, written as that one is.',
  params: {
    lines,
    title: optional(words('its title')),
    text: optional(words('what will exist then that does not exist now')),
  },
  needs: 'plan',
  command: { title: 'Add Milestone', icon: 'milestone', group: 'section' },
  lightBulb: {
    kind: 'source.execplan.addMilestone',
    onDemand: true,
    *offers({ analysis: { document } }, { start: { line } }) {
      if (planAt(document, line)) yield { params: { lines: [line] } };
    },
    title: () => t('Add a milestone'),
  },
  run({ analysis: { document, lines: text } }, params) {
    const plan = planOf(document, params);
    if (!plan) return { refused: 'noPlan' };
    const said = (value: string | undefined) => (value === undefined ? undefined : inOneLine(value));
    const edit = addMilestoneTo(plan, { title: said(params.title), text: said(params.text) }, text);
    return edit ? { edits: [edit] } : { refused: 'notCertain' };
  },
};
