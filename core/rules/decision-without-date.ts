import { t } from '@vscode/l10n';
import type { Entry } from '../plan/model';
import { remembered } from '../text/remembered';
import { namesDate } from '../words/dates';
import { headingOf } from './facts/headingRanges';
import { has, placeOf, recordsOf, textOf } from './facts/records';
import { dateFix } from './fixes/fieldFixes';
import type { Rule, RuleDocs } from './rule';
import { findGroupHeadings, headingsAbove } from './search/groupHeadings';

const saysWhen = remembered((decision: Entry, lines: readonly string[]) => namesDate(textOf(decision, lines)));

/** A decision that does not say when. */
export const decisionWithoutDate: Rule = {
  id: 'decision-without-date',
  severity: { recommended: 'information', cookbook: 'warning' },
  summary: 'A decision has no date.',
  yieldsTo: { here: ['placeholder-text'] },
  together: {
    of: (plan) => recordsOf(plan, 'decisions').length,
    at: (plan) => headingOf(plan, 'decisions'),
    message: (faulty, of) =>
      faulty === of
        ? t('None of the {0} decisions has a date', of)
        : t('{0} of {1} decisions have no date', faulty, of),
  },
  *check(plan, { text }) {
    const undated = recordsOf(plan, 'decisions').filter(
      (decision) => decision.stamps.length === 0 && !has(decision, 'date') && !saysWhen(decision, text.lines),
    );
    if (undated.length === 0) return;
    const above = headingsAbove(text.find(findGroupHeadings, plan.range));
    for (const decision of undated)
      if (!above(decision.range.start.line).some(({ hasDate }) => hasDate))
        yield {
          range: placeOf(decision, text.lines),
          message: t('This decision has no date'),
          fixes: (context) => dateFix(decision, context),
        };
  },
};

/** What its page says. */
export const docs: RuleDocs = {
  rationale:
    'The date tells what was known at that time, and which of two decisions that contradict each other holds. It counts in any form: in front, in “Date/Author: …”, in the text, in the sub-heading.',
  source: 'Cookbook, Decision Log: "Decision: … Rationale: … Date/Author: …".',
  examples: {
    bad: '# Serve thumbnails from a cache\n\n## Purpose / Big Picture\n\nPages load at once.\n\n## Progress\n\n- [ ] Add the cache table\n\n## Decision Log\n\n- Decision: Keep the thumbnails in SQLite.\n  ^^^^^^^^\n  Rationale: The server has one already, and a backup of it is one file.\n  Author: Ada',
    good: "# Serve thumbnails from a cache\n\n## Purpose / Big Picture\n\nPages load at once.\n\n## Progress\n\n- [ ] Add the cache table\n\n## Decision Log\n\n- Decision: Keep the thumbnails in SQLite.\n  Rationale: The server has one already, and a backup of it is one file.\n  Date/Author: 2026-05-12, Ada\n\n### 2026-05-13 (Codex)\n\n- Drop the cache in memory, because two servers would not see each other's.",
  },
};
