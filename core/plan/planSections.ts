import { blocksBetween } from '../text/blocks';
import { hasLine, startOfLine } from '../text/positions';
import type { SearchableText } from '../text/searchableText';
import type { Role } from '../words/roles';
import { findBoxes } from './boxes';
import { headingFrom, type PartHeading } from './headings';
import type { Section } from './model';
import { isLiving, namesStepList } from './sections';

/**
 * The headings of a plan (without its title) that play a role, each with its part. One inside another section of the twelve is that section's own,
 * and so is one below a milestone, unless it is a living one. A living one in an appendix or an archive counts where the plan
 * has it nowhere else. Common words play a role only where nothing else does.
 */
export function readSections(headings: readonly PartHeading[], text: SearchableText, end: number): Section[] {
  const { lines } = text;
  const sections: Section[] = [];
  const others: PartHeading[] = [];
  const sectionOf = (heading: PartHeading, roles: readonly Role[]): Section => ({
    roles: [...roles],
    heading: headingFrom(heading, lines),
    range: {
      start: { line: heading.line, character: 0 },
      end: startOfLine(Math.min(heading.partEnd, end), lines),
    },
  });
  const living = headings.filter(({ roles }) => roles.some(isLiving));
  const nested: PartHeading[] = [];
  let milestoneEnd = -1;
  let pastEnd = -1;
  for (const heading of headings) {
    if (heading.line < pastEnd) {
      if (heading.roles.some(isLiving)) nested.push(heading);
      continue;
    }
    if ((heading.isAppendix || heading.isArchive) && heading.roles.length === 0) pastEnd = heading.partEnd;
    const around = sections.at(-1);
    if (around && hasLine(around.range, heading.line) && heading.level > around.heading.level) {
      if (heading.roles.some(isLiving) && !around.roles.some(isLiving)) nested.push(heading);
      continue;
    }
    const { roles } = heading;
    const isBelowMilestone = heading.line < milestoneEnd;
    if (roles.length > 0 && (!isBelowMilestone || roles.some(isLiving))) sections.push(sectionOf(heading, roles));
    else if (isBelowMilestone) continue;
    else if (heading.unit && blocksBetween(living, heading.endLine, heading.partEnd).length === 0)
      milestoneEnd = heading.partEnd;
    else others.push(heading);
  }
  // A living section may stand below another one, where the plan has it nowhere else.
  const played = new Set(sections.flatMap(({ roles }) => roles));
  for (const heading of nested)
    if (!heading.roles.some((role) => played.has(role))) sections.push(sectionOf(heading, heading.roles));
  sections.sort(byLine);
  const first = sections[0];
  // An "Outcome" that opens a plan promises what will be there; results come later.
  if (first?.roles.join() === 'outcomes' && sections.length > 1 && /^outcome$/i.test(first.heading.text))
    first.roles = ['purpose'];
  const list = sections.some(({ roles }) => roles.includes('progress'))
    ? undefined
    : stepListIn(others, sections, text);
  if (list) {
    others.splice(others.indexOf(list), 1);
    sections.push(sectionOf(list, ['progress']));
    sections.sort(byLine);
  }
  const weak = readWeak(others, sections).map(({ heading, role }) => sectionOf(heading, [role]));
  return [...sections, ...weak].sort(byLine);
}

function byLine(a: Section, b: Section): number {
  return a.heading.range.start.line - b.heading.range.start.line;
}

/** The whole section that has a plan's boxes where no heading is called Progress: "Tasks", "Checklist". */
function stepListIn(
  headings: readonly PartHeading[],
  sections: readonly Section[],
  text: SearchableText,
): PartHeading | undefined {
  const level = usualLevel(sections);
  const starts = sections.map(({ heading }) => ({ line: heading.range.start.line }));
  return headings.find(
    ({ level: own, text: name, endLine, partEnd }) =>
      own === level &&
      namesStepList(name) &&
      blocksBetween(starts, endLine, partEnd).length === 0 &&
      text.findBetween(findBoxes, endLine, partEnd).length > 0,
  );
}

/** The whole sections whose common words play a role that no other heading of the plan plays. */
function readWeak(
  headings: readonly PartHeading[],
  sections: readonly Section[],
): { heading: PartHeading; role: Role }[] {
  const level = usualLevel(sections);
  const played = new Set(sections.flatMap(({ roles }) => roles));
  const lines = sections.map(({ heading }) => ({ line: heading.range.start.line }));
  const first = lines[0]?.line ?? 0;
  return headings.flatMap((heading) => {
    const role = heading.weakRole;
    if (!role || heading.level !== level || played.has(role) || (role === 'purpose' && heading.line > first)) return [];
    return blocksBetween(lines, heading.endLine, heading.partEnd).length > 0 ? [] : [{ heading, role }];
  });
}

/** The level of most sections' headings, 1–6; undefined where there are none. */
export function usualLevel(sections: readonly Section[]): number | undefined {
  const counts = new Map<number, number>();
  for (const { heading } of sections) counts.set(heading.level, (counts.get(heading.level) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
