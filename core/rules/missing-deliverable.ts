import { t } from '@vscode/l10n';
import { within } from '../edits/planEdit';
import type { Deliverable, Milestone } from '../plan/model';
import { stepFigures } from '../plan/progress';
import { pathExcerpt } from '../text/excerpt';
import { tellsRemoval } from '../words/fileChanges';
import { isActive } from './facts/headingRanges';
import { milestoneName } from './facts/milestoneName';
import { writeInsteadTitle } from './fixes/titles';
import type { Problem, Rule, RuleDocs } from './rule';

/** What is not in a fresh checkout, or is meant to be gone. */
const elsewhere =
  /^(?:\.\/)?(?:dist|build|out|target|coverage|node_modules|tmp|temp|\.?artifacts?|logs?|\.next|\.venv)\/|\.(?:log|tmp|zip|vsix|tgz|whl|exe|dmg|so|dylib|dll|o)$/i;
/** A deliverable of a finished milestone that is not there. */
export const missingDeliverable: Rule = {
  id: 'missing-deliverable',
  severity: { recommended: 'information', cookbook: 'warning' },
  summary: 'All steps of a milestone are done, but a file that it delivers does not exist.',
  *check(plan, { existence }) {
    if (!existence || !isActive(plan)) return;
    const { byMilestone } = stepFigures(plan);
    for (const [i, milestone] of plan.milestones.entries()) {
      const { done, open, partial } = byMilestone[i] ?? { done: 0, open: 0, partial: 0 };
      if (done === 0 || open + partial > 0) continue;
      for (const deliverable of milestone.deliverables) {
        const { path, text } = deliverable;
        if (path && !elsewhere.test(path) && !tellsRemoval(text) && existence.has(path) === false)
          yield problemOf(milestone, deliverable, path);
      }
    }
  },
};

/** What its page says. */
export const docs: RuleDocs = {
  rationale:
    'Either the work is not done, or it went elsewhere and the plan was not told. Both mislead whoever goes on with the next milestone. Reported only while the plan has open steps, and only where the files can be seen.',
  source: 'Seed, Testing Strategies: "File paths and names match actual structure".',
  examples: {
    bad: '# Serve thumbnails from a cache\n\n## Purpose / Big Picture\n\nPages load at once.\n\n## Progress\n\n- [x] (2026-05-12 10:45Z) M1: Add the cache table\n- [ ] M2: Fill it on the first request\n\n## Decision Log\n\nNone yet.\n\n## Milestone 1: The cache table\n\nDeliverables:\n- Migration: migrations/002_cache.sql\n             ^^^^^^^^^^^^^^^^^^^^^^^^\n\n## Milestone 2: Thumbnails from the table\n\nDeliverables:\n- Module: src/thumbnails.ts',
    good: '# Serve thumbnails from a cache\n\n## Purpose / Big Picture\n\nPages load at once.\n\n## Progress\n\n- [x] (2026-05-12 10:45Z) M1: Add the cache table\n- [ ] M2: Fill it on the first request\n\n## Decision Log\n\nNone yet.\n\n## Milestone 1: The cache table\n\nDeliverables:\n- Migration: migrations/001_cache.sql\n\n## Milestone 2: Thumbnails from the table\n\nDeliverables:\n- Module: src/thumbnails.ts',
  },
};

function problemOf(milestone: Milestone, { text, range: { start } }: Deliverable, path: string): Problem {
  const character = start.character + Math.max(0, text.indexOf(path));
  return {
    range: within(start.line, character, character + path.length),
    lookFor: () => [path],
    fixes: ({ nearby }) =>
      (nearby?.(path) ?? []).map((file) => ({
        title: writeInsteadTitle(file.path),
        edits: [{ range: within(start.line, character, character + path.length), template: [file.path] }],
        safe: false,
      })),
    message: t('"{0}" is done, but {1} does not exist', milestoneName(milestone), pathExcerpt(path)),
  };
}
