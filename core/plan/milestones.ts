import { type Block, blocksBetween } from '../text/blocks';
import { push } from '../text/groups';
import { plainHeading } from '../text/headingText';
import { joined } from '../text/joined';
import type { PieceText } from '../text/pieceText';
import { lineBehind, startOfLine } from '../text/positions';
import type { Found, Reader, SearchableText } from '../text/searchableText';
import { boxWords } from '../words/boxWords';
import type { UnitName } from '../words/milestoneNames';
import { announced, rankOf, separator, type UnitNamed } from '../words/milestoneNames';
import { lazyPattern } from '../words/pattern';
import type { Role } from '../words/roles';
import { allWords } from '../words/words';
import { readBox } from './box';
import { headingFrom, outermostLevel, type PartHeading } from './headings';
import { movedDetails, readDetails } from './milestoneDetails';
import type { Heading, Milestone, Section } from './model';
import { isLiving } from './sections';

const bold = /^(\*\*|__)(?=\S)(.{1,300}?)\1/u;

/** Sections that tell of units, or number things of their own. */
export const withoutUnits: ReadonlySet<Role> = new Set<Role>(['context', 'idempotence', 'artifacts', 'interfaces']);

/** A unit that something announces, with the first line behind its part. */
interface Candidate extends UnitNamed {
  heading: Heading;
  line: number;
  /** The first line of what tells of it: behind a heading; a bold lead is part of the paragraph or item that does. */
  from: number;
  end: number;
}

/** What a paragraph or an item announces, and where in its line. */
interface Lead extends UnitNamed, Found {
  /** True where nothing but the name and a title stands there, in bold: a list below it is what belongs to it. */
  isGroup: boolean;
  isItem: boolean;
  title: string;
  start: number;
  length: number;
  isBold: boolean;
}

/**
 * The milestones that headings or bold leads announce, in document order: the outer level only where two nest, the
 * first place only where one is announced twice, milestones rather than the steps beside them. Living sections tell of
 * milestones; theirs count only when there are no others. `headings` are those of the plan without its title.
 */
export function readMilestones(
  text: SearchableText,
  headings: readonly PartHeading[],
  sections: readonly Section[],
  start: number,
  end: number,
): Milestone[] {
  const { lines } = text;
  const toldIn = linesOfSections(sections, end, (role) => isLiving(role) || withoutUnits.has(role));
  for (const { isAppendix, line, partEnd } of headings) if (isAppendix) toldIn.fill(1, line, partEnd);
  const isOutside = ({ line }: { line: number }) => toldIn[line] === 0;
  const named = outermost(headings.flatMap((heading) => candidate(heading, heading.unit, lines, end)));
  const outside = named.filter(isOutside);
  const found = joined(
    outsideOf(toldIn, start).map(([from, endLine]) => text.findBetween(findUnitLeads, from, endLine)),
  );
  const leading = new Set(readLeads(found, headings, end));
  const leads = outermost([...outside, ...leading].sort((a, b) => a.line - b.line)).filter((unit) => leading.has(unit));
  const chosen = highest([...first(outside), ...leads], leads);
  if (chosen.length > 0) return chosen.map((unit) => milestoneFrom(unit, text));
  const below = first(outermost(belowContainers(headings, lines, end).filter(isOutside)));
  const inProgress = linesOfSections(sections, end, (role) => role === 'progress');
  const told = highest(first(named.filter(({ line }) => inProgress[line] === 1)), []);
  if (below.length <= 1 && told.length === 0) {
    const groups = sections.filter(({ roles }) => roles.includes('progress')).map(({ range }) => range);
    const bold = joined(groups.map((range) => text.findBetween(findUnitLeads, range.start.line, lineBehind(range))));
    return readLeads(
      bold.filter(({ isGroup }) => isGroup),
      headings,
      end,
    ).map((unit) => milestoneFrom(unit, text));
  }
  return (below.length > 1 ? below : told).map((unit) => milestoneFrom(unit, text));
}

/** For each line up to `end`: 1 where it stands in a section with such a role. */
export function linesOfSections(
  sections: readonly Section[],
  end: number,
  isWanted: (role: Role) => boolean,
): Uint8Array {
  const wanted = new Uint8Array(end);
  for (const { roles, range } of sections)
    if (roles.some(isWanted)) wanted.fill(1, range.start.line, lineBehind(range));
  return wanted;
}

/** The lines from `start` on that are marked 0, as pairs of a first line and the first one behind. */
function outsideOf(marked: Uint8Array, start: number): [from: number, to: number][] {
  const gaps: [number, number][] = [];
  for (let from = marked.indexOf(0, start); from >= 0; ) {
    const to = marked.indexOf(1, from);
    gaps.push([from, to < 0 ? marked.length : to]);
    from = to < 0 ? -1 : marked.indexOf(0, to);
  }
  return gaps;
}

function candidate(
  heading: PartHeading,
  name: UnitNamed | undefined,
  lines: readonly string[],
  end: number,
): Candidate[] {
  if (!name) return [];
  const { line, partEnd } = heading;
  const { word, number, rest } = name;
  return [
    { word, number, rest, heading: headingFrom(heading, lines), line, from: line + 1, end: Math.min(partEnd, end) },
  ];
}

/** Without those inside of another. */
function outermost(units: readonly Candidate[]): Candidate[] {
  let behind = -1;
  return units.filter(({ line, end }) => {
    if (line < behind) return false;
    behind = end;
    return true;
  });
}

/** Without those announced before. */
function first(units: readonly Candidate[]): Candidate[] {
  const seen = new Set<string>();
  return units.filter(({ word, number, line }) => {
    const key = number ? `${word} ${number}` : `${line}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** The units of the highest word that has several, headings rather than leads; all where none has. */
function highest(units: readonly Candidate[], leads: readonly Candidate[]): Candidate[] {
  const isLead = new Set(leads);
  const rank = (unit: Candidate) => 2 * rankOf(unit.word) + (isLead.has(unit) ? 1 : 0);
  const counts = new Map<number, number>();
  for (const unit of units) counts.set(rank(unit), (counts.get(rank(unit)) ?? 0) + 1);
  const best = Math.min(...[...counts].filter(([, count]) => count > 1).map(([each]) => each));
  // One milestone is more than the steps beside it.
  const top = units.filter(({ word }) => rankOf(word) === 0);
  if (top.length > 0 && best >= 2 * rankOf('step')) return top;
  const chosen = Number.isFinite(best) ? units.filter((unit) => rank(unit) === best) : units;
  return [...chosen].sort((a, b) => a.line - b.line);
}

/**
 * Paragraphs and items that begin like a heading: `**Milestone 1: X**` anywhere, `- M1: X` below a heading such as
 * "Milestones". One alone is no partition.
 */
function readLeads(found: readonly Lead[], headings: readonly PartHeading[], end: number): Candidate[] {
  const leads: Candidate[] = [];
  let next = 0;
  let heldUntil = -1;
  for (const { title, start, length, isBold, isGroup, isItem, line, ...name } of found) {
    for (let heading = headings[next]; heading && heading.line <= line; heading = headings[++next])
      if (heading.isContainer) heldUntil = Math.max(heldUntil, heading.partEnd);
    if (!isBold && line >= heldUntil) continue;
    const range = { start: { line, character: start }, end: { line, character: start + length } };
    leads.push({
      ...name,
      line,
      // A line of its own is a heading; an item has what tells of it inside.
      from: isGroup && !isItem ? line + 1 : line,
      end: Math.min(headings[next]?.line ?? end, end),
      heading: { text: title, level: 6, range },
    });
  }
  for (const [i, lead] of leads.entries()) lead.end = Math.min(lead.end, leads[i + 1]?.line ?? lead.end);
  const several = first(leads);
  const counts = new Map<string, number>();
  for (const { word } of several) counts.set(word, (counts.get(word) ?? 0) + 1);
  return several.filter(({ word }) => (counts.get(word) ?? 0) > 1);
}

function findUnitLeads({ blocks, lines }: PieceText): Lead[] {
  return blocks.flatMap((block) => {
    const isLead = block.kind === 'paragraph' || (block.kind === 'item' && block.depth === 0);
    return (isLead && leadOf(block, lines[block.line] as string)) || [];
  });
}

function leadOf(block: Block, line: string): Lead | undefined {
  const own = line.slice(block.kind === 'item' ? block.character : 0);
  const box = readBox(own);
  const text = own.slice(box?.length ?? 0).trimStart();
  const name = leadName(text);
  // A list to be ticked tells what to do: its items are no parts of the plan, unless they look like headings.
  if (box && name && !name.isBold) return undefined;
  const isGroup = groupName(block, line) !== undefined;
  return (
    name && { ...name, line: block.line, isGroup, isItem: block.kind === 'item', start: line.length - text.length }
  );
}

/** The name that a lead announces, its words without marks, and how many characters it takes. */
function leadName(text: string): Omit<Lead, 'line' | 'start' | 'isGroup' | 'isItem'> | undefined {
  const inner = bold.exec(text);
  if (!inner) {
    const name = announced(text);
    return name && { ...name, title: text.trimEnd(), length: text.trimEnd().length, isBold: false };
  }
  const [marked, , words] = inner as unknown as [string, string, string];
  const name = announced(words);
  if (!name) return undefined;
  if (name.rest.replace(/[\s:：.—–-]/g, '') !== '')
    return { ...name, title: words, length: marked.length, isBold: true };
  // `**M1**: the log` has its title behind the bold words.
  const rest = text.slice(marked.length).trimEnd();
  return separator.test(name.rest + rest)
    ? { ...name, rest: name.rest + rest, title: words + rest, length: marked.length + rest.length, isBold: true }
    : undefined;
}

/**
 * The words of a bold line that stands like a heading above a list, a paragraph or an outermost item of its own:
 * `**Milestone 1: Ask**`. Undefined for any other block.
 */
export function groupName(block: Block, line: string): string | undefined {
  const isItem = block.kind === 'item' && block.depth === 0;
  if (!isItem && (block.kind !== 'paragraph' || block.endLine !== block.line + 1)) return undefined;
  const own = isItem ? line.slice(block.character) : line;
  return /^\s{0,3}(?:\*\*|__)(?=\S)(.{1,300}?)(?:\*\*|__)\s?[:：]?\s*$/.exec(own)?.[1];
}

/** The sub-headings of a heading such as "Milestones" that have no unit's name: `### Add the table`. */
function belowContainers(headings: readonly PartHeading[], lines: readonly string[], end: number): Candidate[] {
  return headings
    .filter(({ isContainer }) => isContainer)
    .flatMap((container) => {
      const inside = blocksBetween(headings, container.endLine, container.partEnd);
      const level = outermostLevel(inside);
      const direct = inside.filter((heading) => heading.level === level && heading.roles.length === 0);
      return direct.flatMap((heading) => {
        const number = /^(\d{1,3}(?:\.\d{1,3})?|[A-Z])[.)]\s+/.exec(heading.text);
        const rest = heading.text.slice(number?.[0].length ?? 0);
        return candidate(heading, { word: 'milestone', number: number?.[1] ?? '', rest }, lines, end);
      });
    });
}

const detailsReader: Reader<ReturnType<typeof readDetails>, []> = {
  read: ({ blocks, lines }) => readDetails(blocks, lines),
  moved: movedDetails,
};

/** How far a milestone is, in brackets between its number and its title: `Milestone 1 (done): the log`. */
const state = lazyPattern(
  () => `^\\s*[([（【](?:${Object.values(boxWords).flatMap(allWords).join('|')}|[xX ✓✅])[)\\]）】](?=\\s*[:：—–-])`,
  'iu',
);

/** The title of a unit: what stands behind its word and number, without what separates them. */
export function titleIn(rest: string): string {
  return plainHeading(rest.replace(state(rest), ''))
    .replace(/^[\s*_`]{0,4}(?:[:：—–.。)）/|·,，、→-]\s*)?/, '')
    .replace(/~~/g, '')
    .replace(/\*\*$/, '')
    .trim();
}

function milestoneFrom({ word, number, rest, heading, line, from, end }: Candidate, text: SearchableText): Milestone {
  const title = titleIn(rest);
  return {
    word,
    number,
    title: title || heading.text,
    heading,
    range: { start: { line, character: 0 }, end: startOfLine(end, text.lines) },
    ...text.read(detailsReader, from, end),
  };
}

/** A number as it is written, and those of a range: `1-2` is 1 and 2, too. */
function numbersIn(number: string): string[] {
  const [, first, last] = /^(\d{1,3})[–-](\d{1,3})$/.exec(number) ?? [];
  if (first === undefined) return [number];
  const length = Math.min(20, Number(last) - Number(first) + 1);
  return [number, ...Array.from({ length: Math.max(0, length) }, (_, i) => `${Number(first) + i}`)];
}

/**
 * Finds the milestone that a name means, as an index; undefined when there is none. `M2` means the unit with that number
 * whatever its word, when no milestone has it.
 */
export function milestoneFinder(milestones: readonly UnitName[]): (name: UnitName) => number | undefined {
  const byNumber = new Map<string, number[]>();
  for (const [i, { number }] of milestones.entries()) for (const each of numbersIn(number)) push(byNumber, each, i);
  return ({ word, number }) => {
    const alike = byNumber.get(number);
    const exact = alike?.find((i) => milestones[i]?.word === word);
    return exact ?? (word === 'milestone' ? alike?.[0] : undefined);
  };
}
