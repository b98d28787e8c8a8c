import { t } from '@vscode/l10n';
import { addTerm as addTermTo } from '../configuration/edits';
import { configurationName } from '../configuration/repositoryFile';
import { problemsIn } from '../rules/fixes/problems';
import type { Action } from './action';
import { configurationChange } from './configurationChange';
import { term } from './params';

export const addTerm: Action<'addTerm', { term: string }> = {
  id: 'addTerm',
  summary: 'Adds a term that plans need not explain to the configuration file that counts for a plan.',
  params: { term },
  needs: 'plan',
  lightBulb: {
    kind: 'quickfix',
    *offers({ analysis: { findings } }, range) {
      for (const { finding, problem } of problemsIn(findings, range))
        if (problem.term !== undefined) yield { params: { term: problem.term }, finding };
    },
    title: ({ term }) => t('Add "{0}" to the terms in {1}', term, configurationName),
  },
  run: (_, { term }, context) => configurationChange(context, (text) => addTermTo(text, term)),
};
