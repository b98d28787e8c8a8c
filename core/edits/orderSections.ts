import type { Plan, Section } from '../plan/model';
import { readBlocks } from '../text/blocks';
import type { Lazy } from '../text/lazy';
import { lineBehind } from '../text/positions';
import { isClosingHeading } from '../words/revisionNotes';
import { notesIn } from './closingNotes';
import { endOfLine, isBlank } from './lines';
import type { PlanEdit } from './planEdit';
import type { WrittenLines } from './writtenLines';

/** A section and its place in the format's order, 0–11. */
export interface PlacedSection {
  section: Section;
  rank: number;
}

/** The sections of a plan in another order. */
export interface Reordering {
  edit: PlanEdit;
  /** True where nothing but sections of the format was moved, and none of them from or to the end of the plan. */
  isPlain: boolean;
}

/**
 * Moves the placed sections of a plan, whole, to the format's order. What stands between them on their level stays behind what
 * it follows; blank lines, rules, and notes of revision or an appendix at the end stay where they are. `headings` are the lines of all
 * headings of the plan with their levels. Undefined where nothing has to move, where parts divide the sections, and where the
 * text would be read in another way. `lines` are as they are read, `writtenLines` as they are written: that is what is moved.
 */
export function orderSections(
  plan: Plan,
  placed: readonly PlacedSection[],
  headings: readonly { line: number; level: number }[],
  lines: readonly string[],
  writtenLines: Lazy<WrittenLines>,
): Reordering | undefined {
  const first = placed[0]?.section.heading.range.start.line ?? Number.POSITIVE_INFINITY;
  const below = headings.filter(({ line, level }) => line >= first && level <= plan.level);
  if (below.some(({ level }) => level < plan.level)) return undefined;
  const chunks = withoutClosing(chunksOf(below, placed, lineBehind(plan.range), lines));
  const sorted = inOrder(chunks);
  const from = sorted.findIndex((chunk, i) => chunk !== chunks[i]);
  const to = sorted.findLastIndex((chunk, i) => chunk !== chunks[i]);
  if (from < 0) return undefined;
  // By their lines; undefined for a blank one that comes.
  const text: (number | undefined)[] = [];
  for (let i = from; i <= to; i++) {
    const { line, body } = sorted[i] as Chunk;
    text.push(...body.map((_, at) => line + at));
    const { line: above, body: filled, tail } = chunks[i] as Chunk;
    // An underlined heading would take the paragraph above.
    if (i < to) text.push(...(tail.length > 0 ? tail.map((_, at) => above + filled.length + at) : [undefined]));
  }
  const [start, end] = [chunks[from] as Chunk, chunks[to] as Chunk];
  const last = end.line + end.body.length - 1;
  const asRead = text.map((line) => (line === undefined ? '' : (lines[line] as string)));
  if (!isReadAlike(plan, asRead, start.line, last, lines)) return undefined;
  const written = writtenLines.get();
  if (written.hasConflict(start.line, last)) return undefined;
  const range = { start: written.startOf(start.line), end: endOfLine(last, lines) };
  const moved = chunks.slice(from, to + 1);
  const isPlain =
    to < chunks.length - 1 &&
    moved.every(
      ({ line, rank, body, tail }) =>
        rank !== undefined &&
        tail.every((_, at) => isBlank(written.at(line + body.length + at))) &&
        !body.some((own) => /^#+\s*\d/.test(own)),
    );
  const template = [text.map((line) => (line === undefined ? '' : written.at(line))).join('\n')];
  return { edit: { range, template }, isPlain };
}

/** One heading of the sections' level, with all below it. */
interface Chunk {
  line: number;
  /** Undefined for what has no place of its own. */
  rank: number | undefined;
  body: readonly string[];
  /** What stays in its place when the chunk moves: blank lines and rules behind it. */
  tail: readonly string[];
}

function chunksOf(
  headings: readonly { line: number }[],
  placed: readonly PlacedSection[],
  end: number,
  lines: readonly string[],
): Chunk[] {
  const starts = headings.map(({ line }) => startOf(line, lines));
  return headings.map(({ line }, i) => {
    const own = lines.slice(starts[i], starts[i + 1] ?? end);
    const length = i === headings.length - 1 ? lengthBeforeNotes(own) : filledLength(own);
    const rank = placed.find(({ section }) => section.heading.range.start.line === line)?.rank;
    return { line: starts[i] as number, rank, body: own.slice(0, length), tail: own.slice(length) };
  });
}

/** The line of a heading, or of the comments and anchors right above that are about it. */
function startOf(heading: number, lines: readonly string[]): number {
  let line = heading;
  while (/^\s*<(?:!--.*--|a\s[^>]*>\s*<\/a)>\s*$/.test(lines[line - 1] ?? '')) line--;
  return line;
}

/** How many of some lines are left without blank ones and rules at the end. */
function filledLength(own: readonly string[]): number {
  let length = own.length;
  const isGap = (at: number) =>
    isBlank(own[at]) ||
    (/^ {0,3}(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,})$/.test(own[at] as string) && isBlank(own[at - 1]));
  while (length > 1 && isGap(length - 1)) length--;
  return length;
}

/** The same without the notes at the bottom of the plan. */
function lengthBeforeNotes(own: readonly string[]): number {
  const start = notesIn(own);
  return filledLength(start === undefined ? own : own.slice(0, start));
}

/** Without what closes a plan, whatever stands before it: it stays at the end. */
function withoutClosing(chunks: readonly Chunk[]): readonly Chunk[] {
  const last = chunks.findLastIndex(
    ({ rank, body }) => rank !== undefined || !body.some((line) => isClosingHeading(line)),
  );
  return chunks.slice(0, last + 1);
}

/** The chunks in the format's order, each with those behind it that have no place of their own. */
function inOrder(chunks: readonly Chunk[]): Chunk[] {
  const groups: Chunk[][] = [];
  for (const chunk of chunks) {
    if (chunk.rank !== undefined || groups.length === 0) groups.push([chunk]);
    else groups.at(-1)?.push(chunk);
  }
  return groups.sort(([a], [b]) => (a?.rank ?? -1) - (b?.rank ?? -1)).flat();
}

/** True where the plan has the same headings with other lines in place of some: no fence and no comment takes others. */
function isReadAlike(plan: Plan, text: readonly string[], from: number, to: number, lines: readonly string[]): boolean {
  const start = plan.range.start.line;
  const end = lineBehind(plan.range);
  const before = headingsIn(lines.slice(start, end));
  const behind = headingsIn([...lines.slice(start, from), ...text, ...lines.slice(to + 1, end)]);
  return before.join('\n') === behind.join('\n');
}

function headingsIn(lines: readonly string[]): string[] {
  return readBlocks(lines)
    .flatMap((block) => (block.kind === 'heading' ? [`${block.level} ${block.text}`] : []))
    .sort();
}
