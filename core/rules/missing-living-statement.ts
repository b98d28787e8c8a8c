import { t } from '@vscode/l10n';
import { missingRoles } from '../edits/addSection';
import { insertBelowTitle, livingSentence } from '../edits/opening';
import { isLiving } from '../plan/sections';
import { titleOf } from './facts/headingRanges';
import { addTitle } from './fixes/titles';
import type { Rule, RuleDocs } from './rule';
import { findKept, findLiving } from './search/living';
import { openingsOf } from './search/opening';

/** A plan that does not say that it is a living document. */
export const missingLivingStatement: Rule = {
  id: 'missing-living-statement',
  severity: { cookbook: 'information' },
  summary: 'The plan does not say that it is a living document.',
  *check(plan, { text }) {
    // Further down only the very words count, and are only looked for where the opening is silent.
    if (openingsOf(plan).some((range) => text.find(findKept, range).length > 0)) return;
    if (text.find(findLiving, plan.range).length > 0) return;
    yield {
      range: titleOf(plan),
      message: t('The plan does not say that it is a living document'),
      fixes: ({ plan, lines }) => [
        {
          title: addTitle(livingSentence(plan)),
          edits: [insertBelowTitle(plan, [livingSentence(plan)], lines)],
          // Another fix inserts the sections that the sentence would leave out: on save it comes behind them.
          safe: !missingRoles(plan).some(isLiving),
        },
      ],
    };
  },
};

/** What its page says. */
export const docs: RuleDocs = {
  rationale:
    'An agent that opens the plan in a fresh session does what the plan tells it. The sentence is what makes it update the four sections while it works, and not at the end from memory.',
  source:
    'Cookbook, Skeleton: "This ExecPlan is a living document. The sections Progress, Surprises & Discoveries, Decision Log, and Outcomes & Retrospective must be kept up to date as work proceeds."',
  examples: {
    bad: '# Serve thumbnails from a cache\n  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n\n## Purpose / Big Picture\n\nPages load at once.\n\n## Progress\n\n- [ ] Add the cache table\n\n## Decision Log\n\nNone yet.',
    good: '# Serve thumbnails from a cache\n\nThis ExecPlan is a living document. The sections Progress, Surprises & Discoveries, Decision Log, and Outcomes & Retrospective must be kept up to date as work proceeds.\n\n## Purpose / Big Picture\n\nPages load at once.\n\n## Progress\n\n- [ ] Add the cache table\n\n## Decision Log\n\nNone yet.',
  },
};
