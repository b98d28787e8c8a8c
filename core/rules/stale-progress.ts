import { t } from '@vscode/l10n';
import { lastRecorded, stepFigures } from '../plan/progress';
import { headingOf } from './facts/headingRanges';
import type { Rule, RuleDocs } from './rule';

const minute = 60_000;

/** A plan in work that nobody has written in for a while. */
export const staleProgress: Rule = {
  id: 'stale-progress',
  severity: {},
  summary: 'Steps are open, and the last timestamp is older than `execplan.freshness`.',
  *check(plan, { now, freshness, dueAt }) {
    const { partial, open } = stepFigures(plan).figures;
    const last = lastRecorded(plan);
    if (!last || partial + open === 0) return;
    const due = last.latest + freshness * minute;
    if (due > now) dueAt(due);
    else
      yield {
        range: headingOf(plan, 'progress'),
        message:
          freshness === 1
            ? t('The last timestamp is more than 1 minute old')
            : t('The last timestamp is more than {0} minutes old', freshness),
      };
  },
};

/** What its page says. */
export const docs: RuleDocs = {
  rationale:
    'While an agent works, its plan moves. One that stands still was forgotten or the work has stopped; either way somebody should look. It is for the hours in which work goes on, so it is off unless you switch it on.',
  source: 'ExecPlan specification, Metrics: "Updated within 15 minutes of any discovery."',
  examples: {
    bad: '# Serve thumbnails from a cache\n\n## Progress\n   ^^^^^^^^\n\n- [x] (2026-02-12 10:45Z) Add the cache table\n- [ ] Fill it\n\n## Surprises & Discoveries\n\nNone yet.\n\n## Decision Log\n\nNone yet.\n\n## Outcomes & Retrospective\n\nNone yet.',
    good: '- [x] (2026-03-01 09:25Z) Add the cache table\n- [ ] Fill it',
  },
};
