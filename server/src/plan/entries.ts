import { endOfPart, type HeadingBlock } from './headings';
import { type KeyRole, readKey } from './keys';
import type { Block, Item } from './markdown';
import type { Entry, Section } from './model';
import { lineBehind } from './positions';
import { startOf, withoutLeadingStamp } from './steps';
import { readStamps } from './timestamp';

/** Keys that carry on an entry begun by a sibling bullet: one decision, not three (../shared/format.md, 3). */
const continuing: readonly KeyRole[] = ['rationale', 'date', 'author', 'dateAuthor', 'evidence', 'impact'];
const nothing =
  /^[\s*_`([]{0,4}(?:none|n\/a|tbd|todo|pending|to be (?:written|filled|determined|completed)|nothing|not yet|no (?:surprises|decisions|outcomes|entries)|…|\.{3}|无|暂无|待定|なし|未定|없음)/i;

/** True for the words of a section that has nothing yet: "None yet.", "TBD", an ellipsis. */
export function isNothing(text: string): boolean {
  return text.length <= 60 && nothing.test(text.replace(/^\s*(?:[-*+]\s+)?/, ''));
}

type EntryRole = Entry['role'];

/**
 * The records of a Surprises, Decision Log or Outcomes section: its sub-headings (`### Decision 1: …`) where it has
 * them, else the items of its outermost lists, sibling bullets of one decision taken together.
 */
export function readEntries(
  section: Section,
  role: EntryRole,
  blocks: readonly Block[],
  lines: readonly string[],
): Entry[] {
  const from = section.heading.range.end.line + 1;
  const end = lineBehind(section.range);
  const inside = blocks.filter((block) => block.line >= from && block.line < end);
  const headings = inside.filter((block): block is HeadingBlock => block.kind === 'heading');
  const entries =
    headings.length > 0
      ? headings.map((heading) => fromHeading(heading, role, endOfPart(heading, headings, end), lines))
      : fromItems(inside, role, end, lines);
  return entries.filter((entry) => entry !== undefined);
}

function fromHeading(heading: HeadingBlock, role: EntryRole, end: number, lines: readonly string[]): Entry {
  const line = lines[heading.line] as string;
  const character = line.length - line.trimStart().length;
  return entryAt(role, heading.line, character, line.search(/[^\s#]/), end, heading.text, lines);
}

function fromItems(inside: readonly Block[], role: EntryRole, end: number, lines: readonly string[]): Entry[] {
  const items = inside.filter((block): block is Item => block.kind === 'item' && block.depth === 0);
  const entries: Entry[] = [];
  for (let i = 0; i < items.length; i++) {
    const item = items[i] as Item;
    const line = lines[item.line] as string;
    const text = line.slice(item.character).trim();
    const stop = endOfItem(item, inside, items[i + 1]?.line ?? end, lines);
    const last = entries.at(-1);
    const key = readKey(text);
    if (last && key && continuing.includes(key.role)) {
      last.range = { start: last.range.start, end: endOf(stop, lines) };
      last.stamps.push(...stampsIn(item.line, stop, lines));
    } else if (text !== '' && !(items.length === 1 && isNothing(text))) {
      entries.push(entryAt(role, item.line, startOf(item, line).character, item.character, stop, text, lines));
    }
  }
  return entries;
}

/** An item ends, with what is nested in it, where the next block that is not its own begins. */
function endOfItem(item: Item, inside: readonly Block[], limit: number, lines: readonly string[]): number {
  const next = inside.find((block) => block.line > item.line && !(block.kind === 'item' && block.depth > 0));
  let end = Math.min(next?.line ?? limit, limit);
  while (end > item.line + 1 && (lines[end - 1] as string).trim() === '') end--;
  return end;
}

function entryAt(
  role: EntryRole,
  line: number,
  start: number,
  character: number,
  end: number,
  text: string,
  lines: readonly string[],
): Entry {
  const stamps = stampsIn(line, end, lines);
  const plain = withoutLeadingStamp(text, stamps[0], line, Math.max(0, character), lines[line] as string);
  return {
    role,
    text: plain.slice(readKey(plain)?.length ?? 0) || plain,
    character: Math.max(0, character),
    range: { start: { line, character: start }, end: endOf(end, lines) },
    stamps,
  };
}

function endOf(end: number, lines: readonly string[]): { line: number; character: number } {
  return { line: end - 1, character: (lines[end - 1] as string).trimEnd().length };
}

function stampsIn(from: number, end: number, lines: readonly string[]) {
  return Array.from({ length: end - from }, (_, i) => readStamps(lines[from + i] as string, from + i)).flat();
}
