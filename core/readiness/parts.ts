import type { Range } from 'vscode-languageserver-textdocument';
import type { Plan, Section } from '../plan/model';
import { isLiving } from '../plan/sections';
import { bodyOf, isUnfilled } from '../rules/facts/headingRanges';
import { findHeadings } from '../rules/search/headings';
import { findPlaceholders } from '../rules/search/placeholders';
import { isOwnLine } from '../rules/search/skeletonText';
import { hasLine, lineBehind } from '../text/positions';
import type { SearchableText } from '../text/searchableText';
import type { Role } from '../words/roles';
import { isSubstitute } from '../words/substitutes';

/** The sections that play a role and say something. */
export function filledSections({ sections }: Plan, role: Role, text: SearchableText): Section[] {
  return sections.filter((section) => section.roles.includes(role) && !isUnfilledIn(section, text));
}

/** True for a section that says nothing, or only what a skeleton says there. */
export function isUnfilledIn({ heading, range }: Section, text: SearchableText): boolean {
  return saysNothing(heading.range.end.line + 1, lineBehind(range), text);
}

/** True for a section that holds nothing but what a skeleton says there. */
export function isSkeleton(section: Section, text: SearchableText): boolean {
  return isUnfilledIn(section, text) && !isUnfilled(bodyOf(section, text.lines));
}

/** True for a plan none of whose sections says anything, but the living ones, and some of them hold a skeleton's words. */
export function isAllSkeleton({ sections }: Plan, text: SearchableText): boolean {
  const others = sections.filter(({ roles }) => !roles.some(isLiving));
  return others.every((section) => isUnfilledIn(section, text)) && others.some((section) => isSkeleton(section, text));
}

/** True for lines that say nothing: blank ones, "TBD", and the words of a skeleton. */
function saysNothing(line: number, end: number, text: SearchableText): boolean {
  return isUnfilled(ownWords(line, end, text));
}

/** Of some lines those that have words other than a skeleton's. */
export function ownWords(line: number, end: number, text: SearchableText): string[] {
  const range = { start: { line, character: 0 }, end: { line: end, character: 0 } };
  const covered = new Set<number>();
  for (const { line, height } of text.find(findPlaceholders, range))
    for (let each = line; each < line + height; each++) covered.add(each);
  const own: string[] = [];
  for (let each = line; each < end; each++) {
    const words = text.lines[each] ?? '';
    if (!covered.has(each) && /\p{L}|\p{N}/u.test(words) && !isOwnLine(words)) own.push(words);
  }
  return own;
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
    return saysNothing(line + lines, end, text)
      ? []
      : [{ start: { line, character: 0 }, end: { line: end, character: 0 } }];
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
