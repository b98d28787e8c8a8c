import { type Block, blocksBetween } from '../text/blocks';
import type { PieceText } from '../text/pieceText';
import type { Found, SearchableText } from '../text/searchableText';
import type { KeyRole } from '../words/keyNames';
import { headingNumber, isAside, numberedRecord } from '../words/recordNames';
import { outermostLevel } from './headings';
import { type Key, readKey } from './keys';
import { isLeading, startOf } from './steps';
import { readStamps } from './timestamp';

/** Keys that carry on an entry begun before: one decision, not three (../shared/format.md, 3). */
const continuing: readonly KeyRole[] = ['rationale', 'date', 'author', 'dateAuthor', 'evidence', 'impact'];

/** A record in the making: where it begins, which lines it takes, and what it is made of. */
export interface Draft {
  line: number;
  /** Where the marker or the first word stands. */
  start: number;
  /** Where the text begins. */
  character: number;
  /** The first line behind. */
  end: number;
  /** Paragraphs count as records only in a section without any other. */
  isProse: boolean;
  /** The key that it begins with. */
  key: Key | undefined;
  /** The table's header line, for a row. */
  header?: number;
}

/** Where a paragraph, an item or a heading begins to speak. */
type DraftStart = Pick<Draft, 'start' | 'character' | 'key'>;

/** A heading, or an outermost block; how many lines it has. */
interface Top extends Found {
  kind: Block['kind'];
  count: number;
  /** A heading's level, 1–6, and its words; 7 and no words for all others. */
  level: number;
  text: string;
  /** Undefined for a block that no record begins with. */
  place: DraftStart | undefined;
}

function findTops({ blocks, lines }: PieceText): Top[] {
  return blocks
    .filter((block) => block.kind !== 'item' || block.depth === 0)
    .map((block) => ({
      kind: block.kind,
      line: block.line,
      count: block.endLine - block.line,
      level: block.kind === 'heading' ? block.level : 7,
      text: block.kind === 'heading' ? block.text : '',
      place: placeOf(block, lines[block.line] as string),
    }));
}

function placeOf(block: Block, text: string): DraftStart | undefined {
  if (block.kind !== 'item' && block.kind !== 'paragraph' && block.kind !== 'heading') return undefined;
  const start = block.kind === 'item' ? startOf(block, text).character : text.length - text.trimStart().length;
  const behindMarks = block.kind === 'heading' ? Math.max(0, text.search(/[^\s#]/)) : start;
  const character = block.kind === 'item' ? block.character : behindMarks;
  return { start, character, key: readKey(text.slice(character)) };
}

/** Where the records of a living section begin and end; its heading stands in `line`, `end` is the first line behind it. */
export function draftsIn(text: SearchableText, line: number, end: number): Draft[] {
  const { lines } = text;
  const [, ...inside] = text.findBetween(findTops, line, end);
  const level = outermostLevel(inside);
  const outer = inside.filter((top) => top.kind === 'heading' && top.level === level);
  const first = outer[0]?.line ?? end;
  const drafts = draftsOf(blocksBetween(inside, 0, first), first, lines);
  for (const [i, heading] of outer.entries())
    drafts.push(...draftsBelow(heading, inside, outer[i + 1]?.line ?? end, lines));
  return drafts;
}

/** A sub-heading is the record, in whatever parts it is told, unless it only groups records that stand below it. */
function draftsBelow(heading: Top, inside: readonly Top[], end: number, lines: readonly string[]): Draft[] {
  const below = blocksBetween(inside, heading.line + heading.count, end);
  const own = draftsOf(below, end, lines).filter(({ isProse }) => !isProse);
  const isMain = (draft: Draft) => {
    if (draft.key) return !continuing.includes(draft.key.role);
    const text = lines[draft.line] as string;
    return readStamps(text, draft.line).some((stamp) => isLeading(stamp, draft.line, draft.character, text));
  };
  const main = own.filter(isMain);
  // One record, told part by part below its name: `Context: …`, `Decision: …`, `Consequences: …`.
  const isTold =
    main.length === 1 && main[0]?.key !== undefined && (headingNumber.test(heading.text) || own.length > 1);
  const areParts =
    isTold && own.every((draft) => draft === main[0] || isAside((lines[draft.line] as string).slice(draft.character)));
  const isDate = /^[\s(*_[]{0,4}\d{4}-\d\d-\d\d[^\p{L}]*$/u.test(heading.text);
  const isGroup = main.length > 0 || isDate;
  if (own.length > 0 && isGroup && !numberedRecord().test(heading.text)) {
    if (!areParts) return own;
    // A date alone is no name.
    if (isDate) return [{ ...(main[0] as Draft), end: trimmed(heading.line, end, lines) }];
  }
  const { line } = heading;
  return [{ line, ...(heading.place as DraftStart), end: trimmed(line, end, lines), isProse: false }];
}

function draftsOf(tops: readonly Top[], end: number, lines: readonly string[]): Draft[] {
  const drafts: Draft[] = [];
  const joined = joiningKeys(tops.flatMap(({ kind, place }) => (kind !== 'heading' && place) || []));
  let introduced: Draft | undefined;
  let hasParagraphs = false;
  for (const [i, { kind, line, count, place }] of tops.entries()) {
    const stop = trimmed(line, tops[i + 1]?.line ?? end, lines);
    if (kind === 'table')
      for (let row = line + 2; row < line + count; row++)
        drafts.push({ ...textAt(row, lines), end: row + 1, isProse: false, key: undefined, header: line });
    if (!place || kind === 'heading') {
      // A comment behind a record is about what follows it.
      const isComment = kind === 'html' && /^\s*<!--/.test(lines[line] as string);
      if (!isComment) extend(drafts.at(-1), stop);
      continue;
    }
    // A list that a paragraph introduces behind paragraphs that are records is that paragraph's own.
    if (kind === 'item' && introduced) {
      extend(introduced, stop);
      continue;
    }
    const role = place.key?.role;
    const isProse = kind === 'paragraph' && !isRecord(place, lines[line] as string);
    const draft: Draft = { line, ...place, end: stop, isProse };
    const before = drafts.at(-1);
    introduced = isProse && hasParagraphs && announces(draft, lines) ? draft : undefined;
    hasParagraphs ||= !isProse && kind === 'paragraph';
    if (before && role && joined.has(role)) extend(before, stop);
    else drafts.push(draft);
  }
  return drafts;
}

/** True for a paragraph that only leads to what follows it. */
export function announces({ end }: Draft, lines: readonly string[]): boolean {
  return /[:：]\s*$/.test(lines[end - 1] as string);
}

/** Keys that carry on the record before; evidence that outnumbers what it may prove is a record of its own. */
function joiningKeys(places: readonly DraftStart[]): ReadonlySet<KeyRole> {
  const proofs = places.filter(({ key }) => key?.role === 'evidence').length;
  const proved = places.filter(({ key }) => !key || !continuing.includes(key.role)).length;
  return new Set(continuing.filter((role) => role !== 'evidence' || proofs <= proved));
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
function isRecord({ character, key }: DraftStart, line: string): boolean {
  const text = line.slice(character);
  return key !== undefined || /^[([*_]{0,3}\d{4}-\d\d-\d\d/.test(text) || /^\*\*[^*]{1,200}\*\*/.test(text);
}

function trimmed(line: number, end: number, lines: readonly string[]): number {
  let last = end;
  while (
    last > line + 1 &&
    /^(?:\s*|\s{0,3}(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,}))$/.test((lines[last - 1] as string).slice(0, 200))
  )
    last--;
  return last;
}
