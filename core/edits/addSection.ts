import { languageOf, nameOf } from '../plan/language';
import type { Plan, Section } from '../plan/model';
import { isLiving, sections as names } from '../plan/sections';
import { lineBehind } from '../text/positions';
import { phraseIn } from '../words/phrases';
import type { Role } from '../words/roles';
import { notesIn } from './closingNotes';
import { atEnd, isBlank } from './lines';
import { bodies } from './newPlan';
import { at, type PlanEdit } from './planEdit';
import { type Template, tabStops, toText } from './template';

/**
 * Inserts sections at their canonical place: behind the nearest one that precedes them in the format's order, else in
 * front of the nearest one that follows. Sections that come to one place are one edit, in canonical order. Their names are
 * in the language of those that the plan has.
 */
export function insertSections(plan: Plan, roles: readonly Role[], lines: readonly string[]): PlanEdit[] {
  const byPlace = new Map<string, { place: InsertionPoint; group: NewSection[] }>();
  const tab = tabStops();
  const language = languageOf(plan);
  const newSection = (role: Role): NewSection => {
    // Where nobody types over it, a step would be an invention.
    if (role === 'progress')
      return { role, body: ['- [ ] ', tab(phraseIn(language, 'firstStep'))], neutral: phraseIn(language, 'none') };
    if (isLiving(role)) return { role, body: [tab(phraseIn(language, 'none'))] };
    return { role, body: [tab(toText(bodies[role](tabStops())))], neutral: phraseIn(language, 'notWritten') };
  };
  for (const role of [...roles].sort((a, b) => rank(a) - rank(b))) {
    const place = insertionPointFor(plan, role, lines);
    const key = `${place.line} ${place.level}`;
    const same = byPlace.get(key) ?? { place, group: [] };
    same.group.push(newSection(role));
    byPlace.set(key, same);
  }
  return [...byPlace.values()].map(({ place, group }) => insertion(plan, place, group, lines));
}

/** The roles of the format that no section of a plan plays, in canonical order. */
export function missingRoles(plan: Plan): Role[] {
  return names.map(({ role }) => role).filter((role) => !plan.sections.some(({ roles }) => roles.includes(role)));
}

/** Inserts one section that begins with a record, at its canonical place. */
export function insertSectionWith(plan: Plan, role: Role, body: Template, lines: readonly string[]): PlanEdit {
  return insertion(plan, insertionPointFor(plan, role, lines), [{ role, body }], lines);
}

interface NewSection {
  role: Role;
  body: Template;
  /** See `PlanEdit`. */
  neutral?: string;
}

/** The canonical rank of a role, 0–11. */
function rank(role: Role): number {
  return ranks.get(role) ?? -1;
}

const ranks = new Map(names.map(({ role }, i) => [role, i]));

/** Where a new section comes to stand: in front of `line`, at the level of the section that it is placed by. */
interface InsertionPoint {
  line: number;
  level: number;
}

function insertionPointFor(plan: Plan, role: Role, lines: readonly string[]): InsertionPoint {
  const placed = plan.sections.map((section) => ({ section, ranks: section.roles.map(rank) }));
  const before = placed.filter(({ ranks }) => Math.max(...ranks) < rank(role));
  const previous = last(before, ({ ranks }) => Math.max(...ranks))?.section;
  if (previous) {
    const anchor = lastOfRun(previous, plan, new Set(before.map(({ section }) => section)));
    return { line: endOf(anchor, plan, lines), level: anchor.heading.level };
  }
  const next = last(placed, ({ ranks }) => -Math.min(...ranks))?.section;
  if (next) return { line: next.heading.range.start.line, level: next.heading.level };
  return { line: lineBehind(plan.range), level: plan.level };
}

/**
 * The last of the sections that follow one closely, are at its level, precede the new one as well, and are living ones as it is,
 * or none of them: where a plan has two sections the other way round, a new one comes behind both.
 */
function lastOfRun(first: Section, { sections }: Plan, preceding: ReadonlySet<Section>): Section {
  const living = ({ roles }: Section) => roles.some(isLiving);
  let run = first;
  for (const next of sections.slice(sections.indexOf(first) + 1)) {
    if (next.heading.level !== first.heading.level || living(next) !== living(first) || !preceding.has(next)) break;
    run = next;
  }
  return run;
}

/** The first line behind what a section says: notes of revision at the bottom of the plan are none of it. */
function endOf({ range }: Section, plan: Plan, lines: readonly string[]): number {
  const end = lineBehind(range);
  const notes = end < lineBehind(plan.range) ? undefined : notesIn(lines.slice(range.start.line, end));
  return notes === undefined ? end : range.start.line + notes;
}

/** The element with the greatest value, the last one where several have it. */
function last<T>(list: readonly T[], value: (each: T) => number): T | undefined {
  return list.reduce<T | undefined>(
    (best, each) => (best === undefined || value(each) >= value(best) ? each : best),
    undefined,
  );
}

/** The new sections in front of `line`, or behind the last filled line of the plan where nothing follows. */
function insertion(
  plan: Plan,
  { line, level }: InsertionPoint,
  group: readonly NewSection[],
  lines: readonly string[],
): PlanEdit {
  const language = languageOf(plan);
  const joinedWith = (bodyOf: (section: NewSection) => Template): Template =>
    group.flatMap((section, i): Template => {
      const heading = `${'#'.repeat(level)} ${nameOf(section.role, language)}`;
      return [`${i > 0 ? '\n\n' : ''}${heading}\n\n`, ...bodyOf(section)];
    });
  const joined = joinedWith(({ body }) => body);
  const neutral = toText(joinedWith(({ body, neutral }) => (neutral === undefined ? body : [neutral])));
  const between = (before: string, behind: string) => ({
    template: [before, ...joined, behind],
    neutral: `${before}${neutral}${behind}`,
  });
  if (lines.slice(line, lineBehind(plan.range)).some((each) => !isBlank(each))) {
    const crowded = !isBlank(lines[line - 1]);
    return { range: at(line, 0), ...between(crowded ? '\n' : '', '\n\n') };
  }
  let end = Math.min(line, lineBehind(plan.range)) - 1;
  while (end > plan.range.start.line && isBlank(lines[end])) end--;
  const crowded = /^ {0,3}#/.test(lines[end + 1] ?? '');
  return { range: atEnd(end, lines), ...between('\n\n', crowded ? '\n' : '') };
}
