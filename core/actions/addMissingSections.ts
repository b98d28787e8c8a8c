import { t } from '@vscode/l10n';
import { insertSections, missingRoles } from '../edits/addSection';
import { planAt } from '../plan/planAt';
import { headingOf } from '../plan/sections';
import type { Action } from './action';
import { type Lines, lines } from './params';
import { planOf } from './place';

export const addMissingSections: Action<'addMissingSections', Lines> = {
  id: 'addMissingSections',
  summary: 'Adds the sections of the format that a plan lacks, each at its place, in the language of the others.',
  params: { lines },
  needs: 'plan',
  command: { title: 'Add Missing Sections', icon: 'list-tree', group: 'section' },
  lightBulb: {
    kind: 'source.execplan.addSections',
    *offers({ analysis: { document } }, { start: { line } }) {
      const plan = planAt(document, line);
      if (plan && missingRoles(plan).length > 0) yield { params: { lines: [line] } };
    },
    title(params, { analysis: { document } }) {
      const plan = planOf(document, params);
      const [first, ...others] = plan ? missingRoles(plan) : [];
      return first && others.length === 0
        ? t('Add the missing section "{0}"', headingOf(first))
        : t('Add all {0} missing sections', others.length + 1);
    },
  },
  run({ analysis: { document, lines: text } }, params) {
    const plan = planOf(document, params);
    if (!plan) return { refused: 'noPlan' };
    const missing = missingRoles(plan);
    return missing.length > 0 ? { edits: insertSections(plan, missing, text) } : { refused: 'nothingMissing' };
  },
};
