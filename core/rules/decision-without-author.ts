import { t } from '@vscode/l10n';
import type { Entry } from '../plan/model';
import { remembered } from '../text/remembered';
import { hasAuthorColumn, namesAuthor } from '../words/authors';
import { headingOf } from './facts/headingRanges';
import { columnsOf, has, placeOf, recordsOf, textOf } from './facts/records';
import { authorFix } from './fixes/fieldFixes';
import type { Rule, RuleDocs } from './rule';
import { findGroupHeadings, headingsAbove } from './search/groupHeadings';

const saysWho = remembered(
  (decision: Entry, lines: readonly string[]) =>
    hasAuthorColumn(columnsOf(decision, lines)) || namesAuthor(textOf(decision, lines)),
);

/** A decision that does not say who made it. */
export const decisionWithoutAuthor: Rule = {
  id: 'decision-without-author',
  severity: { recommended: 'information', cookbook: 'warning' },
  summary: 'A decision does not say who made it.',
  yieldsTo: { here: ['decision-without-date', 'placeholder-text'] },
  together: {
    // Those that have a date: what lacks both is told once, by the rule that it yields to.
    of: (plan) => {
      const decisions = recordsOf(plan, 'decisions');
      return decisions.filter((decision) => has(decision, 'date')).length || decisions.length;
    },
    at: (plan) => headingOf(plan, 'decisions'),
    message: (faulty) => t('{0} decisions do not say who made them', faulty),
  },
  *check(plan, { text }) {
    if (plan.author !== undefined) return;
    const decisions = recordsOf(plan, 'decisions');
    const without = decisions.filter((decision) => !has(decision, 'author'));
    if (without.length === 0 || authorsOf(decisions).size === 1) return;
    const above = headingsAbove(text.find(findGroupHeadings, plan.range));
    for (const decision of without)
      if (!saysWho(decision, text.lines) && !above(decision.range.start.line).some(({ hasAuthor }) => hasAuthor))
        yield {
          range: placeOf(decision, text.lines),
          message: t('This decision does not say who made it'),
          fixes: (context) => authorFix(decision, context),
        };
  },
};

/** What its page says. */
export const docs: RuleDocs = {
  rationale:
    'What the user decided is not the agent’s to change, and what an agent decided may be asked about. One “Author: …” above the sections speaks for a whole plan, and so does the only author that its other decisions name.',
  source: 'Cookbook, Decision Log: "Decision: … Rationale: … Date/Author: …".',
  examples: {
    bad: '# Serve thumbnails from a cache\n\n## Purpose / Big Picture\n\nPages load at once.\n\n## Progress\n\n- [ ] Add the cache table\n\n## Decision Log\n\n- Decision: Keep the thumbnails in SQLite.\n  ^^^^^^^^\n  Rationale: The server has one already, and a backup of it is one file.\n  Date: 2026-05-12',
    good: '# Serve thumbnails from a cache\n\n## Purpose / Big Picture\n\nPages load at once.\n\n## Progress\n\n- [ ] Add the cache table\n\n## Decision Log\n\n- Decision: Keep the thumbnails in SQLite.\n  Rationale: The server has one already, and a backup of it is one file.\n  Date/Author: 2026-05-12, Ada\n- 2026-05-13: Drop the cache in memory. The user asked for one that two servers share.',
  },
};

/** The names that some decisions have a key for, without what is said of them in brackets. */
function authorsOf(decisions: readonly Entry[]): ReadonlySet<string> {
  const names = decisions.flatMap(({ fields }) => fields.filter(({ role }) => role === 'author'));
  return new Set(
    names.map(({ text }) =>
      text
        .toLowerCase()
        .replace(/\s*[(（;].*$/s, '')
        .trim(),
    ),
  );
}
