import { t } from '@vscode/l10n';
import type { PlanEdit } from '../edits/planEdit';
import type { Plan } from '../plan/model';
import { planAt } from '../plan/planAt';
import { numberAs, numbersInOrder } from '../rules/fixes/renumber';
import { seriesOf } from '../rules/milestone-number';
import { findHeadings } from '../rules/search/headings';
import type { SearchableText } from '../text/searchableText';
import type { Action } from './action';
import { type Lines, lines } from './params';
import { planOf } from './place';
import type { Refusal } from './refusal';

export const renumberMilestones: Action<'renumberMilestones', Lines> = {
  id: 'renumberMilestones',
  summary: 'Numbers the milestones of a plan as they stand, and changes what names them: steps, headings, words.',
  params: { lines },
  needs: 'plan',
  command: { title: 'Renumber Milestones', icon: 'symbol-number', group: 'section' },
  lightBulb: {
    kind: 'source.execplan.renumberMilestones',
    onDemand: true,
    *offers({ analysis: { document, searchable } }, { start: { line } }) {
      const plan = planAt(document, line);
      if (plan && 'edits' in renumbered(plan, searchable)) yield { params: { lines: [line] } };
    },
    title: () => t('Number the milestones as they stand'),
  },
  run({ analysis: { document, searchable } }, params) {
    const plan = planOf(document, params);
    if (!plan) return { refused: 'noPlan' };
    return renumbered(plan, searchable);
  },
};

function renumbered(plan: Plan, searchable: SearchableText): { edits: readonly PlanEdit[] } | Refusal {
  const headings = searchable.find(findHeadings, plan.range);
  const all = seriesOf(plan, headings);
  const edits: PlanEdit[] = [];
  for (const series of all) {
    const numbers = numbersInOrder(series);
    const made = numbers && numberAs(plan, series, numbers, headings, searchable);
    if (!made) return { refused: 'notCertain' };
    edits.push(...made);
  }
  if (all.length === 0) return { refused: 'noMilestones' };
  return edits.length > 0 ? { edits } : { refused: 'alreadyInOrder' };
}
