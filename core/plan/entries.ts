import type { PieceText } from '../text/pieceText';
import { lineBehind, movedRange } from '../text/positions';
import type { Reader, SearchableText } from '../text/searchableText';
import { isInstruction, isNothing } from '../words/nothing';
import { headingNumber, recordLabel } from '../words/recordNames';
import { isRevisionNote } from '../words/revisionNotes';
import type { LivingRole } from '../words/roles';
import { readBox } from './box';
import { meaningOf } from './doneStamp';
import { isKeptElsewhere } from './elsewhere';
import { announces, type Draft, draftsIn } from './entryDrafts';
import { mainCell, readFields } from './entryFields';
import { inlineKeys, type Key, readKey } from './keys';
import type { Entry, Field, Section } from './model';
import type { Zones } from './reading';
import { isLeading, withoutLeadingStamp } from './steps';
import { movedStamp, readStamps, type Stamp } from './timestamp';

/**
 * The records of a living section (of Progress where it has no boxes), in every shape of ../shared/format.md, 3: items of the
 * outermost lists, keyed or plain, sibling bullets of one decision taken together; table rows; sub-headings; keyed,
 * stamped or bold paragraphs; and plain prose where there is nothing else. "None yet" and an empty template are none.
 */
export function readEntries(section: Section, role: LivingRole, text: SearchableText, zones: Zones): Entry[] {
  const { lines } = text;
  // A note at the bottom tells what was revised of the plan: no outcome of the work.
  const all = draftsIn(text, section.heading.range.start.line, lineBehind(section.range)).filter(
    ({ isProse, line, character }) => !(isProse && isRevisionNote((lines[line] as string).slice(character))),
  );
  // In Progress boxes are steps, or a legend of them.
  const hasSteps = section.roles.includes('progress');
  const drafts = hasSteps ? all.filter((draft) => !isBox(draft, lines)) : all;
  if (role !== 'outcomes' && drafts.every(({ isProse }) => isProse) && isKeptElsewhere(section, lines)) return [];
  // Prose introduces other records, but results are told in prose beside a list, too.
  const isRecord = (draft: Draft) => !draft.isProse || (role === 'outcomes' && !announces(draft, lines));
  const records = drafts.some(({ isProse }) => !isProse) ? drafts.filter(isRecord) : drafts;
  const read = records
    .map((draft) => ({ draft, record: recordOf(draft, role, text, zones) }))
    .filter(({ record }) => !record.isEmpty);
  // A skeleton's own words among records may be meant; alone, or as prose, they are only a skeleton.
  const areAllPrompts = read.every(({ record }) => record.isPrompt);
  return read.flatMap(({ draft, record }) =>
    ((areAllPrompts || draft.isProse) && record.isPrompt) || !plays(draft, section, role) ? [] : [record.entry],
  );
}

/** True for an item that begins with a box. */
function isBox({ line, start, character }: Draft, lines: readonly string[]): boolean {
  return character > start && readBox((lines[line] as string).slice(character)) !== undefined;
}

/** A draft, read: what its words are. */
interface DraftRead {
  isEmpty: boolean;
  isPrompt: boolean;
  entry: Entry;
}

type RecordReader = Reader<DraftRead, [zones: Zones, start: number, character: number, header: string | undefined]>;

function recordReader(role: LivingRole): RecordReader {
  return {
    read(text, zones, start, character, header) {
      const record = recordFrom(text, start, character, header);
      const words = wordsOf(record, text.lines);
      return {
        isEmpty: isEmpty(record, words, text.lines),
        isPrompt: isInstruction(words.join(' ')),
        entry: entryOf(record, role, text.lines, zones),
      };
    },
    moved: ({ isEmpty, isPrompt, entry }, by) => ({ isEmpty, isPrompt, entry: movedEntry(entry, by) }),
  };
}

/** One for each role: a section may have two. */
const recordReaders: Readonly<Record<LivingRole, RecordReader>> = {
  progress: recordReader('progress'),
  surprises: recordReader('surprises'),
  decisions: recordReader('decisions'),
  outcomes: recordReader('outcomes'),
};

function recordOf(
  { line, end, start, character, header }: Draft,
  role: LivingRole,
  text: SearchableText,
  zones: Zones,
): DraftRead {
  const names = header === undefined ? undefined : text.lines[header];
  return text.read(recordReaders[role], line, end, zones, start, character, names);
}

function movedEntry(entry: Entry, by: number): Entry {
  return {
    role: entry.role,
    text: entry.text,
    character: entry.character,
    range: movedRange(entry.range, by),
    stamps: entry.stamps.map((stamp) => movedStamp(stamp, by)),
    fields: entry.fields.map(({ role, text, range }) => ({ role, text, range: movedRange(range, by) })),
  };
}

/** The lines of a record. */
interface RecordLines {
  line: number;
  /** The first line behind. */
  end: number;
  /** Where the marker or the first word stands, and where the text begins. */
  start: number;
  character: number;
  /** The table's header, for a row. */
  header: string | undefined;
  /** The key that it begins with. */
  key: Key | undefined;
}

function recordFrom(
  { line, endLine, lines }: PieceText,
  start: number,
  character: number,
  header: string | undefined,
): RecordLines {
  const key = header === undefined ? readKey((lines[line] as string).slice(character)) : undefined;
  return { line, end: endLine, start, character, header, key };
}

/** In a section of two roles a key tells which of them a record plays; a record without key plays both. */
function plays(draft: Draft, { roles }: Section, role: LivingRole): boolean {
  const key = roles.length > 1 ? draft.key?.role : undefined;
  if (key === 'decision') return role === 'decisions';
  return key === 'observation' ? role === 'surprises' : true;
}

/** Words that stand for nothing yet, or keys with no word behind them: `Observation: (none yet)`, `Evidence: N/A`. */
function isEmpty(draft: RecordLines, own: readonly string[], lines: readonly string[]): boolean {
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
function wordsOf({ line, character, end, header }: RecordLines, lines: readonly string[]): string[] {
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

function entryOf(record: RecordLines, role: LivingRole, lines: readonly string[], zones: Zones): Entry {
  const { line, start, character, end, header } = record;
  const first = lines[line] as string;
  const known = new Map<number, Stamp[]>();
  const stampsOf = (each: number): Stamp[] => {
    const stamps = known.get(each) ?? readStamps(lines[each] as string, each, 0, zones);
    known.set(each, stamps);
    return stamps;
  };
  const fields = readFields(record, lines, stampsOf);
  // Its own stamps stand in its first line or in its date; a date in evidence or code says something else.
  const dated = fields.filter((field) => field.role === 'date').map(({ range }) => range.start.line);
  const isWhole = header !== undefined || isHeading(first);
  const own = stampsOf(line).filter((stamp) => isWhole || dates(stamp, character, first));
  const stamps = [...own, ...[...new Set(dated)].filter((each) => each !== line || own.length === 0).flatMap(stampsOf)];
  const row = header === undefined ? undefined : mainCell(first, header);
  const said = row ?? withoutLeadingStamp(first.slice(character).trim(), stamps[0], line, character, first);
  const plain = isHeading(first) ? said.replace(headingNumber, '') : said;
  const lead: Field[] =
    dated.length === 0 && stamps[0] ? [{ role: 'date', text: stamps[0].text, range: stamps[0].range }] : [];
  return {
    role,
    text: firstWords(plain).replace(recordLabel(), '') || plain,
    character,
    range: {
      start: { line, character: start },
      end: { line: end - 1, character: (lines[end - 1] as string).trimEnd().length },
    },
    stamps,
    fields: [...lead, ...fields],
  };
}

/** True for a stamp that says when an entry was written: it leads the line, or closes it in brackets. */
function dates(stamp: Stamp, character: number, text: string): boolean {
  const { start, end } = stamp.range;
  if (isLeading(stamp, start.line, character, text)) return true;
  // `(review on 2031-05-12)` says when something else is; `(added 2026-02-09)` does not.
  const before = text.slice(0, start.character);
  if (meaningOf(before) === 'other' && !/(?:added|created|opened|reported|dated)\W{0,3}$/i.test(before)) return false;
  return /[(（][^()（）]{0,60}$/.test(before) && /^[^()（）]{0,60}[)）][.;。]?\s*$/.test(text.slice(end.character));
}

/** The first line without its key, up to the next one: `Decision: A. Rationale: B` → `A.` */
function firstWords(plain: string): string {
  const from = readKey(plain)?.length ?? 0;
  const next = inlineKeys(plain, from)[0];
  return next && next.start > from ? plain.slice(from, next.start).replace(/[\s*_(（]+$/, '') : plain.slice(from);
}
