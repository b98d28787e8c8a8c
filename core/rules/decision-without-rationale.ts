import { t } from '@vscode/l10n';
import type { Entry } from '../plan/model';
import { remembered } from '../text/remembered';
import { hasReasonColumn, reasonIn } from '../words/reasons';
import { headingOf } from './facts/headingRanges';
import { areKeyed, columnsOf, has, placeOf, recordsOf, statementOf } from './facts/records';
import { fieldFix } from './fixes/fieldFixes';
import type { Rule, RuleDocs } from './rule';

const reasonOf = remembered((decision: Entry, lines: readonly string[]) =>
  hasReasonColumn(columnsOf(decision, lines)) ? 'told' : reasonIn(statementOf(decision, lines)),
);

/** A decision that does not say why. */
export const decisionWithoutRationale: Rule = {
  id: 'decision-without-rationale',
  severity: { recommended: 'warning', cookbook: 'warning' },
  summary: 'A decision does not say why it was made.',
  yieldsTo: { here: ['placeholder-text'] },
  together: {
    of: (plan) => recordsOf(plan, 'decisions').length,
    at: (plan) => headingOf(plan, 'decisions'),
    message: (faulty, of) =>
      faulty === of
        ? t('None of the {0} decisions says why it was made', of)
        : t('{0} of {1} decisions do not say why they were made', faulty, of),
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
          message: t('This decision does not say why it was made'),
          fixes: (context) => fieldFix(decision, 'rationale', 'why', context),
        };
  },
};

/** What its page says. */
export const docs: RuleDocs = {
  rationale:
    'Without the reason, whoever comes next can neither trust a decision nor change it: they do not know what would break. A “because” in the sentence is enough, a second sentence is, or a line “Rationale: …”.',
  source: 'Cookbook, Decision Log: "Decision: … Rationale: … Date/Author: …".',
  examples: {
    bad: '# Serve thumbnails from a cache\n\n## Purpose / Big Picture\n\nPages load at once.\n\n## Progress\n\n- [ ] Add the cache table\n\n## Decision Log\n\n- Decision: Keep the thumbnails in SQLite.\n  ^^^^^^^^\n  Date/Author: 2026-05-12, Ada',
    good: "# Serve thumbnails from a cache\n\n## Purpose / Big Picture\n\nPages load at once.\n\n## Progress\n\n- [ ] Add the cache table\n\n## Decision Log\n\n- Decision: Keep the thumbnails in SQLite.\n  Rationale: The server has one already, and a backup of it is one file.\n  Date/Author: 2026-05-12, Ada\n- 2026-05-13 (Codex): Drop the cache in memory, because two servers would not see each other's.",
  },
};
