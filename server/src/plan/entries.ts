import { type KeyRole, readKey } from './keys';
import { type Block, blocksBetween, type HeadingBlock } from './markdown';
import type { Entry, Section } from './model';
import { isInstruction, isNothing } from './nothing';
import { lineBehind } from './positions';
import { startOf, withoutLeadingStamp } from './steps';
import { readStamps } from './timestamp';

type EntryRole = Entry['role'];

/** Keys that carry on an entry begun before: one decision, not three (../shared/format.md, 3). */
const continuing: readonly KeyRole[] = ['rationale', 'date', 'author', 'dateAuthor', 'evidence', 'impact'];
/** A sub-heading that is a record itself: `Decision 1: …`, `D-3`, `S2 — …`. */
const numberedRecord =
  /^[\s*_`[]{0,4}(?:(?:decision|observation|surprise|discovery|finding|outcome|决策|決策|決定|观察)\s?[-#]?\s?\d|(?:ADR|DEC|D|S|O)-?\d)/i;

/** The label of such a sub-heading, with what separates it from the words. */
const recordLabel = new RegExp(`${numberedRecord.source}[\\d.]{0,6}\\s{0,2}[:：.)—–-]\\s{1,3}`, 'i');

/** A key that announces a date, also in the middle of a wrapped line. */
const dateKey = /(?:^|[\s*_])(?:date|日期|日付|날짜|fecha|datum|дата)[^:：]{0,16}[:：]/i;

/** A record in the making: where it begins, which lines it takes, and what it is made of. */
interface Draft {
  line: number;
  /** Where the marker or the first word stands. */
  start: number;
  /** Where the text begins. */
  character: number;
  /** The first line behind. */
  end: number;
  /** Paragraphs count as records only in a section without any other. */
  isProse: boolean;
}

/**
 * The records of a Surprises, Decision Log or Outcomes section, in every shape of ../shared/format.md, 3: items of the
 * outermost lists, keyed or plain, sibling bullets of one decision taken together; table rows; sub-headings; keyed,
 * stamped or bold paragraphs; and plain prose where there is nothing else. "None yet" and an empty template are none.
 */
export function readEntries(
  section: Section,
  role: EntryRole,
  blocks: readonly Block[],
  lines: readonly string[],
): Entry[] {
  const from = section.heading.range.end.line + 1;
  const end = lineBehind(section.range);
  const inside = blocksBetween(blocks, from, end);
  const headings = inside.filter((block): block is HeadingBlock => block.kind === 'heading');
  const level = Math.min(...headings.map((heading) => heading.level));
  const outer = headings.filter((heading) => heading.level === level);
  const first = outer[0]?.line ?? end;
  const drafts = draftsOf(blocksBetween(inside, from, first), first, lines);
  for (const heading of outer) drafts.push(...draftsBelow(heading, inside, Math.min(heading.partEnd, end), lines));
  const records = drafts.some(({ isProse }) => !isProse) ? drafts.filter(({ isProse }) => !isProse) : drafts;
  const filled = records.filter(
    (draft) => !isEmpty(draft, records.length, lines) && plays(draft, section, role, lines),
  );
  return filled.map((draft) => entryOf(draft, role, lines));
}

/** In a section of two roles a key tells which of them a record plays; a record without key plays both. */
function plays(draft: Draft, { roles }: Section, role: EntryRole, lines: readonly string[]): boolean {
  const key = roles.length > 1 ? roleOf(draft, lines) : undefined;
  if (key === 'decision') return role === 'decisions';
  return key === 'observation' ? role === 'surprises' : true;
}

/** A sub-heading is the record, unless it only groups records that stand below it. */
function draftsBelow(heading: HeadingBlock, inside: readonly Block[], end: number, lines: readonly string[]): Draft[] {
  const own = draftsOf(blocksBetween(inside, heading.endLine, end), end, lines).filter(({ isProse }) => !isProse);
  const groups = own.some(
    (draft) => readStamps(lines[draft.line] as string, draft.line).length > 0 || roleOf(draft, lines) !== undefined,
  );
  if (own.length > 0 && groups && !numberedRecord.test(heading.text)) return own;
  const text = lines[heading.line] as string;
  return [
    {
      line: heading.line,
      start: text.length - text.trimStart().length,
      character: Math.max(0, text.search(/[^\s#]/)),
      end: trimmed(heading.line, end, lines),
      isProse: false,
    },
  ];
}

function draftsOf(blocks: readonly Block[], end: number, lines: readonly string[]): Draft[] {
  const drafts: Draft[] = [];
  const tops = blocks.filter((block) => block.kind !== 'item' || block.depth === 0);
  for (const [i, block] of tops.entries()) {
    const stop = trimmed(block.line, tops[i + 1]?.line ?? end, lines);
    if (block.kind === 'table')
      for (let line = block.line + 2; line < block.endLine; line++)
        drafts.push({ ...textAt(line, lines), end: line + 1, isProse: false });
    if (block.kind !== 'item' && block.kind !== 'paragraph') {
      extend(drafts.at(-1), stop);
      continue;
    }
    const place =
      block.kind === 'item'
        ? { line: block.line, start: startOf(block, lines[block.line] as string).character, character: block.character }
        : textAt(block.line, lines);
    const draft: Draft = { ...place, end: stop, isProse: block.kind === 'paragraph' && !isRecord(place, lines) };
    const role = roleOf(draft, lines);
    const before = drafts.at(-1);
    if (before && role && continuing.includes(role)) extend(before, stop);
    else drafts.push(draft);
  }
  return drafts;
}

function extend(draft: Draft | undefined, end: number): void {
  if (draft) draft.end = Math.max(draft.end, end);
}

function textAt(line: number, lines: readonly string[]): { line: number; start: number; character: number } {
  const text = lines[line] as string;
  const start = text.length - text.trimStart().length;
  return { line, start, character: start };
}

/** A paragraph that begins like a record: with a key, a stamp, or bold words. */
function isRecord({ line, character }: { line: number; character: number }, lines: readonly string[]): boolean {
  const text = (lines[line] as string).slice(character);
  return readKey(text) !== undefined || /^[([*_]{0,3}\d{4}-\d\d-\d\d/.test(text) || /^\*\*[^*]{1,200}\*\*/.test(text);
}

function roleOf(
  { line, character }: { line: number; character: number },
  lines: readonly string[],
): KeyRole | undefined {
  return readKey((lines[line] as string).slice(character))?.role;
}

function trimmed(line: number, end: number, lines: readonly string[]): number {
  let last = end;
  while (last > line + 1 && (lines[last - 1] as string).trim() === '') last--;
  return last;
}

/** Words that stand for nothing yet, or keys without a word behind them. */
function isEmpty({ line, character, end, isProse }: Draft, count: number, lines: readonly string[]): boolean {
  const own = Array.from({ length: end - line }, (_, i) =>
    (lines[line + i] as string).slice(i === 0 ? character : 0).trim(),
  );
  if (own.every((text) => text.replace(/^(?:[-*+]\s+)?[^:：]{0,40}[:：]\s*$/, '') === '')) return true;
  const text = own.join(' ');
  return isNothing(text.slice(readKey(text)?.length ?? 0)) || ((count === 1 || isProse) && isInstruction(text));
}

function entryOf({ line, start, character, end }: Draft, role: EntryRole, lines: readonly string[]): Entry {
  const first = lines[line] as string;
  // Its own stamps stand in its first line or behind a date key; a date in evidence or code says something else.
  const own = Array.from({ length: end - line }, (_, i) => line + i).filter(
    (each) => each === line || dateKey.test(lines[each] as string),
  );
  const stamps = own.flatMap((each) => readStamps(lines[each] as string, each));
  const plain = withoutLeadingStamp(first.slice(character).trim(), stamps[0], line, character, first);
  return {
    role,
    text: plain.slice(readKey(plain)?.length ?? 0).replace(recordLabel, '') || plain,
    character,
    range: {
      start: { line, character: start },
      end: { line: end - 1, character: (lines[end - 1] as string).trimEnd().length },
    },
    stamps,
  };
}
