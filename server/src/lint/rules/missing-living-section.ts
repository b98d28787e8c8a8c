import { t } from '@vscode/l10n';
import { insertSections, missingRoles } from '../../edit/addSection';
import type { LivingRole } from '../../plan/model';
import { headingOf, isLiving } from '../../plan/sections';
import { titleOf } from '../places';
import type { Fix, FixContext, Rule } from '../rule';

/** One of the four living sections is not there. */
export const missingLivingSection: Rule = {
  id: 'missing-living-section',
  severity: { recommended: 'warning', cookbook: 'error', minimal: 'warning' },
  summary:
    'One of the four living sections is missing: Progress, Surprises & Discoveries, Decision Log, Outcomes & Retrospective.',
  rationale:
    'These four sections are the memory of the work: what is done, what was found, what was decided and why, what came of it. A section that is not there is never filled in.',
  source:
    'Cookbook, Requirements: "Progress, Surprises & Discoveries, Decision Log, and Outcomes & Retrospective must be kept up to date as work proceeds."',
  examples: {
    bad: '# Serve thumbnails from a cache\n  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n\n## Purpose / Big Picture\n\nPages load at once.\n\n## Progress\n\n- [ ] Add the cache table\n\n## Surprises & Discoveries\n\nNone yet.\n\n## Outcomes & Retrospective\n\nNone yet.',
    good: '# Serve thumbnails from a cache\n\n## Purpose / Big Picture\n\nPages load at once.\n\n## Progress\n\n- [ ] Add the cache table\n\n## Surprises & Discoveries\n\nNone yet.\n\n## Decision Log\n\nNone yet.\n\n## Outcomes & Retrospective\n\nNone yet.',
  },
  *check(plan) {
    const missing = missingRoles(plan).filter(isLiving);
    for (const role of missing)
      yield {
        range: titleOf(plan),
        message: t('Unexpected end of the plan without “{0}”, expected the four living sections', headingOf(role)),
        fixes: (context) => fixesOf(role, missing, context),
      };
  },
};

function fixesOf(role: LivingRole, missing: readonly LivingRole[], { plan, lines }: FixContext): Fix[] {
  const one: Fix = {
    title: t('Insert “{0}”', headingOf(role)),
    edits: insertSections(plan, [role], lines),
    safe: true,
  };
  if (missing.length < 2) return [one];
  return [
    one,
    {
      title: t('Insert all {0} missing living sections', missing.length),
      edits: insertSections(plan, missing, lines),
      safe: true,
    },
  ];
}
