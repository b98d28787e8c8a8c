import { readParts, tellingCell } from './entryParts';
import { outermostLevel } from './headings';
import { keeper, runKeeper } from './kept';
import { inlineKeys, type Key, type KeyRole, readKey } from './keys';
import { type Block, blocksBetween, type HeadingBlock } from './markdown';
import type { Entry, LivingRole, Part, Section } from './model';
import { movedEntry } from './moved';
import { isInstruction, isNothing } from './nothing';
import { lineBehind } from './positions';
import type { Zones } from './reading';
import { isLeading, startOf, withoutLeadingStamp } from './steps';
import { readStamps, type Stamp } from './timestamp';

/** Keys that carry on an entry begun before: one decision, not three (../shared/format.md, 3). */
const continuing: readonly KeyRole[] = ['rationale', 'date', 'author', 'dateAuthor', 'evidence', 'impact'];
/** A sub-heading that is a record itself: `Decision 1: …`, `D-3`, `S2 — …`. */
const numberedRecord =
  /^[\s*_`[]{0,4}(?:(?:decision|observation|surprise|discovery|finding|outcome|决策|決策|決定|观察)\s?[-#]?\s?\d|(?:ADR|DEC|D|S|O)-?\d)/i;

/** The label of such a sub-heading, with what separates it from the words. */
const recordLabel = new RegExp(`${numberedRecord.source}[\\d.]{0,6}\\s{0,2}[:：.)—–-]\\s{1,3}`, 'i');

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
  /** The key that it begins with. */
  key: Key | undefined;
  /** The table's header line, for a row. */
  header?: number;
}

type DraftPlace = Pick<Draft, 'line' | 'start' | 'character' | 'key'>;

/**
 * The records of a living section (of Progress where it has no boxes), in every shape of ../shared/format.md, 3: items of the
 * outermost lists, keyed or plain, sibling bullets of one decision taken together; table rows; sub-headings; keyed,
 * stamped or bold paragraphs; and plain prose where there is nothing else. "None yet" and an empty template are none.
 */
export function readEntries(
  section: Section,
  role: LivingRole,
  blocks: readonly Block[],
  lines: readonly string[],
  zones: Zones,
): Entry[] {
  const end = lineBehind(section.range);
  const [heading, ...inside] = blocksBetween(blocks, section.heading.range.start.line, end) as [Block, ...Block[]];
  return keepEntries[role](heading, inside, end, () => readRecords(section, role, inside, end, lines, zones));
}

const keepEntries = forEachRole(() =>
  runKeeper<Entry[]>((entries, by) => entries.map((entry) => movedEntry(entry, by))),
);

function readRecords(
  section: Section,
  role: LivingRole,
  inside: readonly Block[],
  end: number,
  lines: readonly string[],
  zones: Zones,
): Entry[] {
  const headings = inside.filter((block): block is HeadingBlock => block.kind === 'heading');
  const level = outermostLevel(headings);
  const outer = headings.filter((heading) => heading.level === level);
  const first = outer[0]?.line ?? end;
  const drafts = draftsOf(blocksBetween(inside, 0, first), first, lines);
  for (const heading of outer) drafts.push(...draftsBelow(heading, inside, Math.min(heading.partEnd, end), lines));
  // Prose introduces other records, but results are told in prose beside a list, too.
  const isRecord = (draft: Draft) => !draft.isProse || (role === 'outcomes' && !announces(draft, lines));
  const records = drafts.some(({ isProse }) => !isProse) ? drafts.filter(isRecord) : drafts;
  const read = records
    .map((draft) => ({ draft, record: recordOf(draft, role, inside, lines, zones) }))
    .filter(({ record }) => !record.isEmpty);
  // A skeleton's own words among records may be meant; alone, or as prose, they are only a skeleton.
  const areAllPrompts = read.every(({ record }) => record.isPrompt);
  return read.flatMap(({ draft, record }) =>
    ((areAllPrompts || draft.isProse) && record.isPrompt) || !plays(draft, section, role) ? [] : [record.entry],
  );
}

/** What the words of a draft are. */
interface DraftRead {
  isEmpty: boolean;
  isPrompt: boolean;
  entry: Entry;
}

const keepRecord = forEachRole(() =>
  runKeeper<DraftRead>((record, by) => ({ ...record, entry: movedEntry(record.entry, by) })),
);

function recordOf(
  draft: Draft,
  role: LivingRole,
  inside: readonly Block[],
  lines: readonly string[],
  zones: Zones,
): DraftRead {
  const read = () => {
    const words = wordsOf(draft, lines);
    return {
      isEmpty: isEmpty(draft, words, lines),
      isPrompt: isInstruction(words.join(' ')),
      entry: entryOf(draft, role, lines, zones),
    };
  };
  const [first, ...rest] = blocksBetween(inside, draft.line, draft.end);
  // The rows of a table are one block.
  return first && draft.header === undefined ? keepRecord[role](first, rest, draft.end, read) : read();
}

function forEachRole<T>(make: () => T): Readonly<Record<LivingRole, T>> {
  return { progress: make(), surprises: make(), decisions: make(), outcomes: make() };
}

/** In a section of two roles a key tells which of them a record plays; a record without key plays both. */
function plays(draft: Draft, { roles }: Section, role: LivingRole): boolean {
  const key = roles.length > 1 ? draft.key?.role : undefined;
  if (key === 'decision') return role === 'decisions';
  return key === 'observation' ? role === 'surprises' : true;
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
function announces({ end }: Draft, lines: readonly string[]): boolean {
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

/** Words that stand for nothing yet, or keys with no word behind them: `Observation: (none yet)`, `Evidence: N/A`. */
function isEmpty(draft: Draft, own: readonly string[], lines: readonly string[]): boolean {
  const isEmptyKey = (text: string, i: number) => {
    const words = text.replace(/^[-*+]\s+/, '');
    const key = i === 0 ? draft.key : readKey(words);
    return /^(?:[^:：]{0,40}[:：])?$/.test(words) || (key !== undefined && isNothing(words.slice(key.length)));
  };
  if (own.every(isEmptyKey)) return true;
  const below = own.slice(1).join(' ').trim();
  if (isHeading(lines[draft.line] as string) && below !== '' && isNothing(below)) return true;
  return isNothing(own.join(' ').slice(draft.key?.length ?? 0));
}

/** What a record says, line by line, without marker and comments; a row's cells without what stands between them. */
function wordsOf({ line, character, end, header }: Draft, lines: readonly string[]): string[] {
  const own = lines
    .slice(line, end)
    .map((text, i) => text.slice(i === 0 ? character : 0).trim())
    .filter((text, i) => i === 0 || !text.startsWith('<!--'));
  if (header === undefined) return own;
  return own.map((row) => row.replace(/\|/g, ' ').replace(/(?:^|\s)[—–-]+(?=\s)/g, ' '));
}

function isHeading(line: string): boolean {
  return /^\s{0,3}#/.test(line);
}

function entryOf(draft: Draft, role: LivingRole, lines: readonly string[], zones: Zones): Entry {
  const { line, start, character, end, header, key } = draft;
  const first = lines[line] as string;
  const known = new Map<number, Stamp[]>();
  const stampsOf = (each: number): Stamp[] => {
    const stamps = known.get(each) ?? readStamps(lines[each] as string, each, 0, zones);
    known.set(each, stamps);
    return stamps;
  };
  const parts = readParts({ line, character, end, header, key }, lines, stampsOf);
  // Its own stamps stand in its first line or in its date; a date in evidence or code says something else.
  const dated = parts.filter((part) => part.role === 'date').map(({ range }) => range.start.line);
  const isWhole = header !== undefined || isHeading(first);
  const own = stampsOf(line).filter((stamp) => isWhole || dates(stamp, character, first));
  const stamps = [...own, ...[...new Set(dated)].filter((each) => each !== line || own.length === 0).flatMap(stampsOf)];
  const row = header === undefined ? undefined : tellingCell(first, lines[header] as string);
  const plain = row ?? withoutLeadingStamp(first.slice(character).trim(), stamps[0], line, character, first);
  const lead: Part[] =
    dated.length === 0 && stamps[0] ? [{ role: 'date', text: stamps[0].text, range: stamps[0].range }] : [];
  return {
    role,
    text: firstWords(plain).replace(recordLabel, '') || plain,
    character,
    range: {
      start: { line, character: start },
      end: { line: end - 1, character: (lines[end - 1] as string).trimEnd().length },
    },
    stamps,
    parts: [...lead, ...parts],
  };
}

/** True for a stamp that says when an entry was written: it leads the line, or closes it in brackets. */
function dates(stamp: Stamp, character: number, text: string): boolean {
  const { start, end } = stamp.range;
  if (isLeading(stamp, start.line, character, text)) return true;
  return (
    /[(（][^()（）]{0,60}$/.test(text.slice(0, start.character)) &&
    /^[^()（）]{0,60}[)）][.;。]?\s*$/.test(text.slice(end.character))
  );
}

/** The first line without its key, up to the next one: `Decision: A. Rationale: B` → `A.` */
function firstWords(plain: string): string {
  const from = readKey(plain)?.length ?? 0;
  const next = inlineKeys(plain, from)[0];
  return next && next.start > from ? plain.slice(from, next.start).replace(/[\s*_(（]+$/, '') : plain.slice(from);
}
