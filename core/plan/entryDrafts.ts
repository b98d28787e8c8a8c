import { type Block, blocksBetween, type HeadingBlock } from '../text/blocks';
import { keeper } from '../text/kept';
import type { KeyRole } from '../words/keyNames';
import { outermostLevel } from './headings';
import { type Key, readKey } from './keys';
import { isLeading, startOf } from './steps';
import { readStamps } from './timestamp';

/** Keys that carry on an entry begun before: one decision, not three (../shared/format.md, 3). */
const continuing: readonly KeyRole[] = ['rationale', 'date', 'author', 'dateAuthor', 'evidence', 'impact'];

/** A sub-heading that is a record itself: `Decision 1: …`, `D-3`, `S2 — …`. */
export const numberedRecord =
  /^[\s*_`[]{0,4}(?:(?:decision|observation|surprise|discovery|finding|outcome|决策|決策|決定|观察)\s?[-#]?\s?\d|(?:ADR|DEC|D|S|O)-?\d)/i;

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

type DraftPlace = Pick<Draft, 'line' | 'start' | 'character' | 'key'>;

/** Where the records of a living section begin and end, from the blocks inside of it; `end` is the first line behind it. */
export function draftsIn(inside: readonly Block[], end: number, lines: readonly string[]): Draft[] {
  const headings = inside.filter((block): block is HeadingBlock => block.kind === 'heading');
  const level = outermostLevel(headings);
  const outer = headings.filter((heading) => heading.level === level);
  const first = outer[0]?.line ?? end;
  const drafts = draftsOf(blocksBetween(inside, 0, first), first, lines);
  for (const heading of outer) drafts.push(...draftsBelow(heading, inside, Math.min(heading.partEnd, end), lines));
  return drafts;
}

/** A sub-heading is the record, unless it only groups records that stand below it. */
function draftsBelow(heading: HeadingBlock, inside: readonly Block[], end: number, lines: readonly string[]): Draft[] {
  const own = draftsOf(blocksBetween(inside, heading.endLine, end), end, lines).filter(({ isProse }) => !isProse);
  const groups = own.some((draft) => {
    if (draft.key) return !continuing.includes(draft.key.role);
    const text = lines[draft.line] as string;
    return readStamps(text, draft.line).some((stamp) => isLeading(stamp, draft.line, draft.character, text));
  });
  const isDate = /^[\s(*_[]{0,4}\d{4}-\d\d-\d\d[^\p{L}]*$/u.test(heading.text);
  if (own.length > 0 && (groups || isDate) && !numberedRecord.test(heading.text)) return own;
  const text = lines[heading.line] as string;
  return [
    {
      line: heading.line,
      start: text.length - text.trimStart().length,
      character: Math.max(0, text.search(/[^\s#]/)),
      end: trimmed(heading.line, end, lines),
      isProse: false,
      key: readKey(text.slice(Math.max(0, text.search(/[^\s#]/)))),
    },
  ];
}

function draftsOf(blocks: readonly Block[], end: number, lines: readonly string[]): Draft[] {
  const drafts: Draft[] = [];
  const tops = blocks
    .filter((block) => block.kind !== 'item' || block.depth === 0)
    .map((block) => ({ block, place: placeOf(block, lines) }));
  const joined = joiningKeys(tops.flatMap(({ place }) => place ?? []));
  let introduced: Draft | undefined;
  let hasParagraphs = false;
  for (const [i, { block, place }] of tops.entries()) {
    const stop = trimmed(block.line, tops[i + 1]?.block.line ?? end, lines);
    if (block.kind === 'table')
      for (let line = block.line + 2; line < block.endLine; line++)
        drafts.push({ ...textAt(line, lines), end: line + 1, isProse: false, key: undefined, header: block.line });
    if (!place) {
      // A comment behind a record is about what follows it.
      const isComment = block.kind === 'html' && /^\s*<!--/.test(lines[block.line] as string);
      if (!isComment) extend(drafts.at(-1), stop);
      continue;
    }
    // A list that a paragraph introduces behind paragraphs that are records is that paragraph's own.
    if (block.kind === 'item' && introduced) {
      extend(introduced, stop);
      continue;
    }
    const role = place.key?.role;
    const isProse = block.kind === 'paragraph' && !isRecord(place, lines);
    const draft: Draft = { ...place, end: stop, isProse };
    const before = drafts.at(-1);
    introduced = isProse && hasParagraphs && announces(draft, lines) ? draft : undefined;
    hasParagraphs ||= !isProse && block.kind === 'paragraph';
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
function joiningKeys(places: readonly DraftPlace[]): ReadonlySet<KeyRole> {
  const proofs = places.filter(({ key }) => key?.role === 'evidence').length;
  const proved = places.filter(({ key }) => !key || !continuing.includes(key.role)).length;
  return new Set(continuing.filter((role) => role !== 'evidence' || proofs <= proved));
}

const keepPlace = keeper<Block, DraftPlace>((place, by) => ({ ...place, line: place.line + by }));

/** Where a paragraph or an item begins; undefined for any other block. */
function placeOf(block: Block, lines: readonly string[]): DraftPlace | undefined {
  return block.kind === 'item' || block.kind === 'paragraph'
    ? keepPlace(block, () => findPlace(block, lines)).value
    : undefined;
}

function findPlace(block: Block, lines: readonly string[]): DraftPlace {
  const text = lines[block.line] as string;
  const place =
    block.kind === 'item'
      ? { line: block.line, start: startOf(block, text).character, character: block.character }
      : textAt(block.line, lines);
  return { ...place, key: readKey(text.slice(place.character)) };
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
function isRecord({ line, character, key }: DraftPlace, lines: readonly string[]): boolean {
  const text = (lines[line] as string).slice(character);
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
