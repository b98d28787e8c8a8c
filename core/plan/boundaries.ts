import { blocksBetween } from '../text/blocks';
import type { Role } from '../words/roles';
import { outermostLevel, type PartHeading } from './headings';
import { isLiving, livingRoles } from './sections';

/** One plan of a text: its title, and its lines from `start` up to `end`. */
export interface Boundary {
  title: PartHeading | undefined;
  start: number;
  end: number;
}

/**
 * Where the plans of a text begin and end. Several plans: several headings of one level, each with a Progress of its
 * own below it (a Decision Log where nothing in the text is called Progress), and no living section anywhere else. One
 * plan: the whole text, its title being the first heading that plays no role.
 */
export function boundaries(headings: readonly PartHeading[], start: number, end: number): Boundary[] {
  const present = new Set(headings.flatMap(({ roles }) => roles));
  const telling = livingRoles.find((each) => each !== 'surprises' && present.has(each)) ?? 'surprises';
  const found = titlesAbove(headings, telling).filter(({ isAppendix }) => !isAppendix);
  const titles = found.length > 1 ? withSiblings(found, headings) : found;
  if (
    titles.length > 1 &&
    !titles.every(({ unit }) => unit) &&
    titles.every((title) => title.level === titles[0]?.level) &&
    holdAllLiving(titles, headings)
  ) {
    return titles.map((title, i) => ({
      title,
      start: title.line,
      end: Math.min(titles[i + 1]?.line ?? title.partEnd, end),
    }));
  }
  const [top, ...others] = headings;
  // One heading above all others is the title, even if its words are those of a section: `# Objective`.
  if (top && others.some(({ roles }) => roles.some(isLiving)) && others.every(({ level }) => level > top.level))
    return [{ title: top, start, end }];
  const role = headings.findIndex(({ roles }) => roles.length > 0);
  const before = role < 0 ? headings : headings.slice(0, role);
  const title = before.reduce<PartHeading | undefined>(
    (best, each) => (!best || each.level < best.level ? each : best),
    undefined,
  );
  return [{ title, start, end }];
}

/** With the headings between them, on their level, that have a living section of their own: one of another kind. */
function withSiblings(titles: readonly PartHeading[], headings: readonly PartHeading[]): PartHeading[] {
  const level = titles[0]?.level;
  const living = headings.filter(({ roles }) => roles.some(isLiving));
  const known = new Set(titles);
  return headings.filter(
    (heading) =>
      known.has(heading) ||
      (heading.level === level &&
        heading.roles.length === 0 &&
        blocksBetween(living, heading.endLine, heading.partEnd).length > 0),
  );
}

/** The headings, in order, that have a section of a role directly below them, on the outermost level where it stands. */
function titlesAbove(headings: readonly PartHeading[], role: Role): PartHeading[] {
  const titles = new Set<PartHeading>();
  const level = outermostLevel(headings.filter(({ roles }) => roles.includes(role)));
  let above: PartHeading | undefined;
  for (const heading of headings) {
    if (heading.level < level) above = heading;
    else if (above && heading.level === level && heading.roles.includes(role)) titles.add(above);
  }
  return [...titles];
}

/** True when no living section stands outside of the titles' parts. */
function holdAllLiving(titles: readonly PartHeading[], headings: readonly PartHeading[]): boolean {
  const all = new Set(titles);
  let end = -1;
  for (const heading of headings) {
    if (all.has(heading)) end = heading.partEnd;
    else if (heading.line >= end && heading.roles.some(isLiving)) return false;
  }
  return true;
}
