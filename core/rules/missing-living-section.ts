import { t } from '@vscode/l10n';
import { insertSections, missingRoles } from '../edits/addSection';
import { within } from '../edits/planEdit';
import { findBoxes } from '../plan/boxes';
import { mentions } from '../plan/headingParts';
import { headingKey } from '../plan/headings';
import { languageOf, nameOf } from '../plan/language';
import type { Plan } from '../plan/model';
import { headingOf, isLiving, rolesOf } from '../plan/sections';
import { excerpt } from '../text/excerpt';
import type { PieceText } from '../text/pieceText';
import type { Found } from '../text/searchableText';
import { areOfStatus } from '../words/milestoneWords';
import type { LivingRole } from '../words/roles';
import { isLivingSubstitute } from '../words/substitutes';
import { titleOf } from './facts/headingRanges';
import { addSectionTitle } from './fixes/titles';
import { sectionIsMissing } from './messages';
import type { Fix, FixContext, Problem, Rule, RuleContext, RuleDocs } from './rule';
import { findHeadings } from './search/headings';
import { findUnmarkedHeadings, type UnmarkedHeading } from './search/unmarkedHeadings';

/** One of the four living sections is not there. */
export const missingLivingSection: Rule = {
  id: 'missing-living-section',
  severity: { recommended: 'warning', cookbook: 'error', minimal: 'warning' },
  summary:
    'One of the four living sections is missing: Progress, Surprises & Discoveries, Decision Log, Outcomes & Retrospective.',
  yieldsTo: { inPlan: ['unclosed-fence', 'fence-closes-early'] },
  *check(plan, context) {
    const missing = missingRoles(plan)
      .filter(isLiving)
      .filter((role) => !hasInOtherShape(plan, role, context));
    const headings = context.text.find(findHeadings, plan.range);
    const unmarked = context.text.find(findUnmarkedHeadings, plan.range);
    // Boxes that stand elsewhere are the steps under a name that nobody here knows: an empty Progress would not be theirs.
    const hasBoxes = missing.includes('progress') && context.text.find(findBoxes, plan.range).length > 0;
    const isAddable = (role: LivingRole) =>
      !(role === 'progress' && hasBoxes) && !unmarked.some(({ text }) => rolesOf(text).includes(role));
    for (const role of missing) {
      const line = unmarked.find(({ text }) => rolesOf(text).includes(role));
      if (line) {
        yield unmarkedProblem(line, plan);
        continue;
      }
      // A heading that speaks of it may be that section, under a name that nobody here knows.
      const isSure = !headings.some(({ text }) => mentions(text, role));
      yield {
        range: titleOf(plan),
        message: sectionIsMissing(headingOf(role)),
        fixes: (context) =>
          isAddable(role)
            ? fixesOf(role, missing.filter(isAddable), context).map((fix) => ({ ...fix, safe: isSure }))
            : [],
      };
    }
  },
};

/** What its page says. */
export const docs: RuleDocs = {
  rationale:
    'These four sections are the memory of the work: what is done, what was found, what was decided and why, what came of it. A section that is not there is never filled in.',
  source:
    'Cookbook, Requirements: "Progress, Surprises & Discoveries, Decision Log, and Outcomes & Retrospective must be kept up to date as work proceeds."',
  examples: {
    bad: '# Serve thumbnails from a cache\n  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n\n## Purpose / Big Picture\n\nPages load at once.\n\n## Progress\n\n- [ ] Add the cache table\n\n## Surprises & Discoveries\n\nNone yet.\n\n## Outcomes & Retrospective\n\nNone yet.',
    good: '# Serve thumbnails from a cache\n\n## Purpose / Big Picture\n\nPages load at once.\n\n## Progress\n\n- [ ] Add the cache table\n\n## Surprises & Discoveries\n\nNone yet.\n\n## Decision Log\n\nNone yet.\n\n## Outcomes & Retrospective\n\nNone yet.',
  },
};

/** True for a plan that has a section's records under a name of its own, or its progress in a table. */
function hasInOtherShape(plan: Plan, role: LivingRole, { text }: RuleContext): boolean {
  const isNamed = text
    .find(findHeadings, plan.range)
    .some(
      ({ text, roles, level }) =>
        roles.length === 0 && level === plan.level && isLivingSubstitute(headingKey(text), role),
    );
  return isNamed || (role === 'progress' && text.find(findStatusTables, plan.range).length > 0);
}

/** A section whose heading lacks its marks: to add it would be to have it twice. */
function unmarkedProblem({ line, text, character, endCharacter }: UnmarkedHeading, { level }: Plan): Problem {
  const heading = `${'#'.repeat(level)} ${text}`;
  return {
    range: within(line, character, endCharacter),
    message: t('Section "{0}" has no heading: write "{1}"', excerpt(text), excerpt(heading)),
    fixes: ({ lines }) => {
      const gap = (lines[line + 1] ?? '').trim() === '' ? '' : '\n';
      const edits = [{ range: within(line, 0, (lines[line] as string).length), template: [heading + gap] }];
      return [{ title: t('Make it a heading'), edits, safe: false }];
    },
  };
}

/** The tables of a piece that say how far each part of the work is. */
function findStatusTables(piece: PieceText): Found[] {
  return piece.blocks
    .filter(({ kind }) => kind === 'table')
    .filter(({ line }) => areOfStatus(piece.lineAt(line)))
    .map(({ line }) => ({ line }));
}

function fixesOf(role: LivingRole, missing: readonly LivingRole[], { plan, lines }: FixContext): Fix[] {
  const one: Fix = {
    title: addSectionTitle(nameOf(role, languageOf(plan))),
    edits: insertSections(plan, [role], lines),
    safe: true,
  };
  if (missing.length < 2) return [one];
  return [
    one,
    {
      title:
        missing.length === 2
          ? t('Add both missing living sections')
          : t('Add all {0} missing living sections', missing.length),
      edits: insertSections(plan, missing, lines),
      safe: true,
    },
  ];
}
