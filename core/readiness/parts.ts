import type { Range } from 'vscode-languageserver-textdocument';
import type { Plan, Section } from '../plan/model';
import { isLiving } from '../plan/sections';
import { bodyOf, isUnfilled } from '../rules/facts/headingRanges';
import { findHeadings } from '../rules/search/headings';
import { hasLine, lineBehind } from '../text/positions';
import type { SearchableText } from '../text/searchableText';
import type { Role } from '../words/roles';
import { isSubstitute } from '../words/substitutes';

/** The sections that play a role and say something. */
export function filledSections({ sections }: Plan, role: Role, { lines }: SearchableText): Section[] {
  return sections.filter((section) => section.roles.includes(role) && !isUnfilled(bodyOf(section, lines)));
}

/**
 * The lines below each heading, of any level, that holds what a section of the format is for though it has another name,
 * or stands on another level: `### Rollback`. Headings in the living sections are of what was done, and count for nothing.
 */
export function substitutesOf(plan: Plan, role: Role, text: SearchableText): Range[] {
  const living = plan.sections.filter(({ roles }) => roles.some(isLiving));
  const headings = text.find(findHeadings, plan.range);
  return headings.flatMap(({ line, lines, level, text: words, roles }, i) => {
    if (line === plan.title?.range.start.line || living.some(({ range }) => hasLine(range, line))) return [];
    if (!roles.includes(role) && (roles.length > 0 || !isSubstitute(words, role))) return [];
    const end = headings.slice(i + 1).find((other) => other.level <= level)?.line ?? lineBehind(plan.range);
    const body = text.lines.slice(line + lines, end).filter((each) => each.trim() !== '');
    return isUnfilled(body) ? [] : [{ start: { line, character: 0 }, end: { line: end, character: 0 } }];
  });
}

/** True for a line in a section that plays one of some roles. */
export function isIn({ sections }: Plan, wanted: readonly Role[], line: number): boolean {
  return sections.some(({ roles, range }) => hasLine(range, line) && roles.some((role) => wanted.includes(role)));
}

/** True where the plan says somewhere what a section is for. */
export function tells(plan: Plan, role: Role, text: SearchableText): boolean {
  return filledSections(plan, role, text).length > 0 || substitutesOf(plan, role, text).length > 0;
}
