import { headingFrom, headingKey, outermostLevel } from './headings';
import { type Block, blocksBetween, type HeadingBlock } from './markdown';
import { readDetails } from './milestoneDetails';
import { containers, rankOf, readName, type UnitNamed } from './milestoneNames';
import type { Heading, Milestone, Role, Section } from './model';
import { lineBehind, startOfLine } from './positions';
import { isLiving, rolesOf } from './sections';
import { readBox } from './steps';

/** What separates a name from the words behind it; "Milestone 1 results" has nothing there. */
const separator = /^\s*(?:[:：—–.。)）/|·,，、→-]\s*|[([（【]|$|[^\p{L}\p{N}\s])/u;
const bold = /^(\*\*|__)(?=\S)(.{1,300}?)\1/u;

/** Sections that tell of units, or number things of their own. */
const withoutUnits: ReadonlySet<Role> = new Set<Role>(['context', 'idempotence', 'artifacts', 'interfaces']);

/** A unit that something announces, with the first line behind its part. */
interface Candidate extends UnitNamed {
  heading: Heading;
  line: number;
  end: number;
  /** True for a paragraph or an item. */
  isLead?: true;
}

/** The name that a heading announces: something must separate it from what follows. */
function announced(text: string): UnitNamed | undefined {
  // `1. 🚀 Milestone 1: X`: neither a list's number nor a sign in front is part of the name.
  const name = readName(text.replace(/^(?:\d{1,2}[.)]\s+)?(?:[^\p{L}\p{N}*_]{1,6})?(?=\p{L}|第|\d|[*_])/u, ''));
  if (name && /^第/.test(text) && /^\s/.test(name.rest)) return name;
  return name && separator.test(name.rest.replace(/^[*_`]{1,3}/, '')) ? name : undefined;
}

/** True for a heading that only holds units: "Milestones", "Implementation phases". */
function isContainer({ text }: HeadingBlock): boolean {
  return text.length <= 80 && containers.test(headingKey(text));
}

/** True for a heading that announces a unit of work. */
export function isMilestone(text: string): boolean {
  return announced(text) !== undefined;
}

/**
 * The milestones that headings or bold leads announce, in document order: the outer level only where two nest, the
 * first place only where one is announced twice, milestones rather than the steps beside them. Living sections tell of
 * milestones; theirs count only when there are no others.
 */
export function readMilestones(
  blocks: readonly Block[],
  sections: readonly Section[],
  lines: readonly string[],
  end: number,
): Milestone[] {
  const headings = blocks.filter((block): block is HeadingBlock => block.kind === 'heading');
  const told = new Set<number>();
  const progress = new Set<number>();
  for (const { roles, range } of sections)
    for (let line = range.start.line; line < lineBehind(range); line++) {
      if (roles.some((role) => isLiving(role) || withoutUnits.has(role))) told.add(line);
      if (roles.includes('progress')) progress.add(line);
    }
  const isOutside = ({ line }: { line: number }) => !told.has(line);
  const named = outermost(headings.flatMap((heading) => candidate(heading, announced(heading.text), lines, end)));
  const outside = named.filter(isOutside);
  const leading = new Set(readLeads(blocks, headings, lines, end).filter(isOutside));
  const leads = outermost([...outside, ...leading].sort((a, b) => a.line - b.line)).filter((unit) => leading.has(unit));
  const chosen = highest([...first(outside), ...leads], leads);
  if (chosen.length > 0) return chosen.map((unit) => milestoneFrom(unit, blocks, lines));
  const below = first(outermost(belowContainers(headings, lines, end).filter(isOutside)));
  return (below.length > 1 ? below : highest(first(named.filter(({ line }) => progress.has(line))), [])).map((unit) =>
    milestoneFrom(unit, blocks, lines),
  );
}

function candidate(
  heading: HeadingBlock,
  name: UnitNamed | undefined,
  lines: readonly string[],
  end: number,
): Candidate[] {
  if (!name) return [];
  return [{ ...name, heading: headingFrom(heading, lines), line: heading.line, end: Math.min(heading.partEnd, end) }];
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
function readLeads(
  blocks: readonly Block[],
  headings: readonly HeadingBlock[],
  lines: readonly string[],
  end: number,
): Candidate[] {
  const leads: Candidate[] = [];
  let next = 0;
  let heldUntil = -1;
  for (const block of blocks) {
    if (block.kind === 'heading') {
      next++;
      if (isContainer(block)) heldUntil = Math.max(heldUntil, block.partEnd);
    }
    if ((block.kind !== 'item' && block.kind !== 'paragraph') || (block.kind === 'item' && block.depth > 0)) continue;
    const line = lines[block.line] as string;
    const own = line.slice(block.kind === 'item' ? block.character : 0);
    const text = own.slice(readBox(own)?.length ?? 0).trimStart();
    const name = leadName(text, block.line < heldUntil);
    if (!name) continue;
    const start = line.length - text.length;
    leads.push({
      ...name,
      isLead: true,
      line: block.line,
      end: Math.min(headings[next]?.line ?? end, end),
      heading: {
        text: name.title,
        level: 6,
        range: {
          start: { line: block.line, character: start },
          end: { line: block.line, character: start + name.length },
        },
      },
    });
  }
  for (const [i, lead] of leads.entries()) lead.end = Math.min(lead.end, leads[i + 1]?.line ?? lead.end);
  const several = first(leads);
  const counts = new Map<string, number>();
  for (const { word } of several) counts.set(word, (counts.get(word) ?? 0) + 1);
  return several.filter(({ word }) => (counts.get(word) ?? 0) > 1);
}

/** The name that a lead announces, its words without marks, and how many characters it takes. */
function leadName(text: string, isHeld: boolean): (UnitNamed & { title: string; length: number }) | undefined {
  const inner = bold.exec(text);
  if (!inner) {
    const name = isHeld ? announced(text) : undefined;
    return name && { ...name, title: text.trimEnd(), length: text.trimEnd().length };
  }
  const [marked, , words] = inner as unknown as [string, string, string];
  const name = announced(words);
  if (!name) return undefined;
  if (name.rest.replace(/[\s:：.—–-]/g, '') !== '') return { ...name, title: words, length: marked.length };
  // `**M1**: the log` has its title behind the bold words.
  const rest = text.slice(marked.length).trimEnd();
  return separator.test(name.rest + rest)
    ? { ...name, rest: name.rest + rest, title: words + rest, length: marked.length + rest.length }
    : undefined;
}

/** The sub-headings of a heading such as "Milestones" that have no unit's name: `### Add the table`. */
function belowContainers(headings: readonly HeadingBlock[], lines: readonly string[], end: number): Candidate[] {
  return headings.filter(isContainer).flatMap((container) => {
    const inside = blocksBetween(headings, container.endLine, container.partEnd);
    const level = outermostLevel(inside);
    const direct = inside.filter((heading) => heading.level === level && rolesOf(heading.text).length === 0);
    return direct.flatMap((heading) => {
      const number = /^(\d{1,3}(?:\.\d{1,3})?|[A-Z])[.)]\s+/.exec(heading.text);
      const rest = heading.text.slice(number?.[0].length ?? 0);
      return candidate(heading, { word: 'milestone', number: number?.[1] ?? '', rest }, lines, end);
    });
  });
}

function milestoneFrom(
  { word, number, rest, heading, line, end, isLead }: Candidate,
  blocks: readonly Block[],
  lines: readonly string[],
): Milestone {
  const title = rest
    .replace(/^[\s*_`]{0,4}(?:[:：—–.。)）/|·,，、→-]\s*)?/, '')
    .replace(/\*\*$/, '')
    .trim();
  return {
    word,
    number,
    title: title || heading.text,
    heading,
    range: { start: { line, character: 0 }, end: startOfLine(end, lines) },
    // A bold lead is part of the paragraph or item that tells the rest.
    ...readDetails(blocksBetween(blocks, isLead ? line : line + 1, end), lines),
  };
}

/**
 * The milestone that a text names at its start, as an index; undefined when it names none. `M2` means the unit with
 * that number whatever its word, when no milestone has it.
 */
export function milestoneNamed(text: string, milestones: readonly Milestone[]): number | undefined {
  const name = readName(text);
  if (!name) return undefined;
  const exact = milestones.findIndex(({ word, number }) => word === name.word && number === name.number);
  if (exact >= 0) return exact;
  const loose = name.word === 'milestone' ? milestones.findIndex(({ number }) => number === name.number) : -1;
  return loose >= 0 ? loose : undefined;
}
