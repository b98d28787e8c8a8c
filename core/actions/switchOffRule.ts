import { t } from '@vscode/l10n';
import { switchOff } from '../configuration/edits';
import { configurationName } from '../configuration/repositoryFile';
import { problemsIn } from '../rules/fixes/problems';
import type { Action } from './action';
import { configurationChange } from './configurationChange';
import { ruleId } from './params';

export const switchOffRule: Action<'switchOffRule', { rule: string }> = {
  id: 'switchOffRule',
  summary:
    'Switches a rule off in the configuration file that counts for a plan; the file is made where there is none.',
  params: { rule: ruleId },
  needs: 'plan',
  lightBulb: {
    kind: 'quickfix',
    *offers({ analysis: { findings } }, range) {
      for (const { finding } of problemsIn(findings, range)) yield { params: { rule: finding.rule.id }, finding };
    },
    title: ({ rule }) => t('Switch "{0}" off in {1}', rule, configurationName),
  },
  run: (_, { rule }, context) => configurationChange(context, (text) => switchOff(text, rule)),
};
