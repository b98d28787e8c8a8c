import { t } from '@vscode/l10n';
import { problemsIn } from '../rules/fixes/problems';
import { silencePlan } from '../rules/fixes/suppressRule';
import type { Action } from './action';
import { lines, ruleId } from './params';
import { planOf } from './place';
import type { SuppressParams } from './suppressOnLine';

export const suppressInPlan: Action<'suppressInPlan', SuppressParams> = {
  id: 'suppressInPlan',
  summary:
    'Writes a comment below the title of a plan by which a rule is silent in all of it, with a place for the reason.',
  params: { rule: ruleId, lines },
  needs: 'plan',
  lightBulb: {
    kind: 'quickfix',
    *offers({ analysis: { findings } }, range) {
      for (const { finding, problem } of problemsIn(findings, range))
        yield { params: { rule: finding.rule.id, lines: [problem.range.start.line] }, finding };
    },
    title: ({ rule }) => t('Suppress "{0}" in this plan', rule),
  },
  run({ analysis: { document, searchable } }, params) {
    const plan = planOf(document, params);
    return plan ? { edits: silencePlan(plan, params.rule, searchable) } : { refused: 'noPlan' };
  },
};
