import { t } from '@vscode/l10n';
import { insertSections, missingRoles } from '../edits/addSection';
import { headingKey } from '../plan/headings';
import { languageOf, nameOf } from '../plan/language';
import type { Plan } from '../plan/model';
import { headingOf, isLiving } from '../plan/sections';
import type { Role } from '../words/roles';
import { isSubstitute } from '../words/substitutes';
import { titleOf } from './facts/headingRanges';
import { addSectionTitle } from './fixes/titles';
import { sectionIsMissing } from './messages';
import type { Fix, FixContext, Rule, RuleContext, RuleDocs } from './rule';
import { findHeadings } from './search/headings';

/** Others of the twelve sections are not there. */
export const missingSection: Rule = {
  id: 'missing-section',
  severity: { recommended: 'hint', cookbook: 'warning' },
  summary: 'One of the other eight sections of the format is missing.',
  yieldsTo: { inPlan: ['unclosed-fence', 'fence-closes-early'] },
  *check(plan, context) {
    const missing = missingRoles(plan).filter((role) => !isLiving(role));
    const told = context.profile === 'cookbook' ? missing : forgotten(plan, missing, context);
    if (told.length === 0) return;
    const names = told.map(headingOf);
    const range = titleOf(plan);
    yield {
      range,
      message: messageOf(names),
      // A sentence has room for two of them.
      ...(names.length > 2 && { related: names.map((name) => ({ range, message: sectionIsMissing(name) })) }),
      fixes: (context) => fixesOf(told, context),
    };
  },
};

/** What its page says. */
export const docs: RuleDocs = {
  rationale:
    'Each of the twelve sections answers a question that the next reader will have: where things are, what to run, what to see, how to go back. A plan that has nearly all of them has most likely forgotten the others. A plan with headings of its own is only compared with the twelve in the profile `cookbook`.',
  source: 'Cookbook, Skeleton of a Good ExecPlan: its twelve headings.',
  examples: {
    bad: '# Serve thumbnails from a cache\n  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n\n## Purpose / Big Picture\n\nPages load at once.\n\n## Progress\n\n- [ ] Add the cache table\n\n## Decision Log\n\nNone yet.\n\n## Context and Orientation\n\nThe gallery in `src/gallery/` is slow.\n\n## Plan of Work\n\nAdd a table, then fill it on the first request.\n\n## Concrete Steps\n\nRun `make migrate`.\n\n## Validation and Acceptance\n\nThe second page load takes less than 20 ms.\n\n## Interfaces and Dependencies\n\nThe table `thumbnails` has two columns.',
    good: '# Serve thumbnails from a cache\n\n## Purpose / Big Picture\n\nPages load at once.\n\n## Progress\n\n- [ ] Add the cache table\n\n## Decision Log\n\nNone yet.\n\n## Context and Orientation\n\nThe gallery in `src/gallery/` is slow.\n\n## Plan of Work\n\nAdd a table, then fill it on the first request.\n\n## Concrete Steps\n\nRun `make migrate`.\n\n## Validation and Acceptance\n\nThe second page load takes less than 20 ms.\n\n## Idempotence and Recovery\n\nEvery step can be repeated; `make rollback` drops the table.\n\n## Artifacts and Notes\n\n    $ make migrate\n    1 table added\n\n## Interfaces and Dependencies\n\nThe table `thumbnails` has two columns.',
  },
};

/** A plan that lacks more of the eight has another outline on purpose, and so has one with fewer of the twelve names. */
const mostForgotten = 3;
const leastNamed = 7;

/** What a plan that follows the twelve lacks without having it elsewhere. */
function forgotten(plan: Plan, missing: readonly Role[], { text }: RuleContext): readonly Role[] {
  if (missing.length === 0 || missing.length > mostForgotten) return [];
  const named = plan.sections.filter(({ roles, heading }) =>
    roles.some((role) => headingKey(heading.text) === headingKey(headingOf(role))),
  );
  if (named.length < leastNamed) return [];
  const others = text.find(findHeadings, plan.range);
  const isTold = (role: Role) =>
    others.some(({ text, roles }) => roles.includes(role) || (roles.length === 0 && isSubstitute(text, role)));
  // Milestones say what to do, what to run, and what proves it; so do parts with names of their own.
  const own = others.filter(({ level, roles }) => level === plan.level && roles.length === 0);
  const byOthers: readonly Role[] = plan.milestones.length > 0 || own.length > 4 ? ['planOfWork', 'concreteSteps'] : [];
  return missing.filter((role) => !byOthers.includes(role) && !isTold(role));
}

function messageOf([first = '', second = '', ...others]: readonly string[]): string {
  if (second === '') return sectionIsMissing(first);
  if (others.length === 0) return t('Sections "{0}" and "{1}" are missing', first, second);
  return t('Sections "{0}", "{1}" and {2} more are missing', first, second, others.length);
}

/** All at once, or one: what they say is still to be written, so nobody's save inserts them. */
function fixesOf(missing: readonly Role[], { plan, lines }: FixContext): Fix[] {
  const inserted = (title: string, roles: readonly Role[]): Fix => ({
    title,
    edits: insertSections(plan, roles, lines),
    safe: false,
  });
  const single = missing.map((role) => inserted(addSectionTitle(nameOf(role, languageOf(plan))), [role]));
  if (missing.length < 2) return single;
  const title =
    missing.length === 2 ? t('Add both missing sections') : t('Add all {0} missing sections', missing.length);
  return [inserted(title, missing), ...single];
}
