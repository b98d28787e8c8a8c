import { t } from '@vscode/l10n';
import { remembered } from '../../plan/kept';
import type { Entry } from '../../plan/model';
import { headingOf } from '../places';
import { reasonIn } from '../reasons';
import { areKeyed, has, placeOf, recordsOf, statementOf } from '../records';
import type { Rule } from '../rule';

const reasonOf = remembered((decision: Entry, lines: readonly string[]) => reasonIn(statementOf(decision, lines)));

/** A decision that does not say why. */
export const decisionWithoutRationale: Rule = {
  id: 'decision-without-rationale',
  severity: { recommended: 'warning', cookbook: 'warning' },
  summary: 'A decision does not say why it was made.',
  rationale:
    'Without the reason, whoever comes next can neither trust a decision nor change it: they do not know what would break. A “because” in the sentence is enough, a second sentence is, or a line “Rationale: …”.',
  source: 'Cookbook, Decision Log: "Decision: … Rationale: … Date/Author: …".',
  examples: {
    bad: '',
    good: '',
  },
  together: {
    of: (plan) => recordsOf(plan, 'decisions').length,
    at: (plan) => headingOf(plan, 'decisions'),
    message: (faulty, of) =>
      t('Unexpected {0} of {1} decisions without a rationale, expected why each was made', faulty, of),
  },
  *check(plan, { text: { lines } }) {
    const decisions = recordsOf(plan, 'decisions');
    const isStrict = areKeyed(decisions, 'rationale');
    for (const decision of decisions)
      if (
        !has(decision, 'rationale') &&
        !(isStrict ? ['told'] : ['told', 'perhaps']).includes(reasonOf(decision, lines))
      )
        yield {
          range: placeOf(decision, lines),
          message: t('Unexpected decision without a rationale, expected why it was made'),
        };
  },
};
