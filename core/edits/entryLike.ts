import { inlineKeys, readKey } from '../plan/keys';
import type { Entry, Plan } from '../plan/model';
import { isLeading } from '../plan/steps';
import { readStamps, type Stamp } from '../plan/timestamp';
import { remembered } from '../text/remembered';
import type { Hint } from '../words/hints';
import type { KeyRole } from '../words/keyNames';
import { numberedRecord, recordLabel } from '../words/recordNames';
import { type EntryForm, type EntryPart, type EntrySlot, slot } from './entryForm';
import { keyLinesOf } from './keyLines';
import { isBlank } from './lines';
import { rowLike } from './rowLike';
import { type Clock, canonicalShape, type StampShape, stampText } from './stamp';

/** What a new record is made like. */
interface LikeEntry {
  form: EntryForm;
  /** Names the way in which it is written, to be compared. */
  way: string;
}

interface Tally {
  /** The last one that is written in this way. */
  entry: Entry;
  count: number;
  /** It has neither key nor date. */
  isBare: boolean;
}

const hints: Readonly<Record<EntryPart, Hint>> = {
  text: 'record',
  rationale: 'why',
  evidence: 'proof',
  author: 'who',
  remaining: 'learned',
};

/** The parts that the keys of records are for; a date is written, and others are left out. */
const partOf: Readonly<Partial<Record<KeyRole, EntryPart>>> = {
  decision: 'text',
  observation: 'text',
  outcome: 'text',
  rationale: 'rationale',
  evidence: 'evidence',
  author: 'author',
};

/**
 * The form of a new record like those of its kind that are there: with their keys, in their order and layout, and dated as
 * they are, with a time, a date alone, or not at all. The most frequent way counts, of several the one that was used last.
 * Below dates (`isBelowDates`) a single one without any is an example, too. Undefined where there is none, or where they are written in ways that are not followed, as prose is.
 */
export function formLike(
  entries: readonly Entry[],
  text: Hint,
  lines: readonly string[],
  clock: Clock,
  isBelowDates = false,
): EntryForm | undefined {
  const counts = new Map<string, Tally>();
  let best: Tally | undefined;
  for (const entry of entries) {
    const way = wayOf(entry, lines);
    if (way === undefined) continue;
    const same = counts.get(way) ?? { entry, count: 0, isBare: way === '' || way === 'paragraph' };
    same.entry = entry;
    same.count++;
    counts.set(way, same);
    if (!best || same.count >= best.count) best = same;
  }
  // Where most are written otherwise, a few items among them are no example; nor is a single one that has neither key nor date.
  if (!best || best.count * 2 < entries.length || (best.isBare && best.count < 2 && !isBelowDates)) return undefined;
  return likeOf(best.entry, text, lines, clock)?.form;
}

/** The way in which a record is written, which is the same at any time; undefined where none is made like it. */
const wayOf = remembered(
  (entry: Entry, lines: readonly string[]): string | undefined =>
    likeOf(entry, 'record', lines, { now: 0, timeZone: 'UTC' })?.way,
);

/** The records of one role in one section. */
export function entriesIn(plan: Plan, role: Entry['role'], from: number, end: number): Entry[] {
  return plan.entries.filter(
    ({ role: own, range }) => own === role && range.start.line >= from && range.start.line < end,
  );
}

function likeOf(entry: Entry, hint: Hint, lines: readonly string[], clock: Clock): LikeEntry | undefined {
  const { start } = entry.range;
  const first = lines[start.line] as string;
  const isItem = /^\s*(?:[-*+]|\d{1,9}[.)])\s+$/.test(first.slice(0, entry.character));
  const row = isItem ? undefined : rowLike(entry, { ...hints, text: hint }, lines, (cell) => dateLike(cell, clock));
  if (row) return { form: row, way: `row ${row.map((each) => (typeof each === 'string' ? '' : each.part)).join('|')}` };
  const isHeading = /^\s{0,3}#{1,6}\s+$/.test(first.slice(0, entry.character));
  if (!isItem && !isHeading && /^\s*[#|]/.test(first)) return undefined;
  const own = first.slice(entry.character);
  // A heading that is only a date holds records.
  if (isHeading && !/\p{L}/u.test(withoutDates(own))) return undefined;
  const label = recordLabel().exec(own)?.[0] ?? '';
  if (label === '' && numberedRecord().test(own)) return undefined;
  const pieces: (string | EntrySlot)[] = [
    isItem ? '- ' : isHeading ? first.slice(0, entry.character) : '',
    // A number of its own counts on.
    label.replace(/\d+(?=\D*$)/, (number) => `${Number(number) + 1}`),
  ];
  const way: string[] = isItem ? [] : [isHeading ? 'heading' : 'paragraph'];
  if (label) way.push('label');
  const inline = inlineKeys(first, entry.character + (readKey(own)?.length ?? 0));
  const end = inline[0]?.start ?? first.trimEnd().length;
  opening({ ...entry, character: entry.character + label.length }, first.slice(0, end), hint, clock, pieces, way);
  const asked = (role: KeyRole, before: string, behind: string): void => {
    const part = partOf[role];
    way.push(role);
    if (part && part !== 'text') pieces.push(slot(part, hints[part], before, behind));
  };
  for (const [i, { role, start: from, value }] of inline.entries()) {
    const lead = /[(（*_]*$/.exec(first.slice(0, from))?.[0] ?? '';
    const isInBracket = /[(（]/.test(lead);
    const until = inline[i + 1]?.start ?? first.trimEnd().length;
    const key = `${isInBracket ? ` ${lead}` : `. ${lead}`}${first.slice(from, value)}`;
    const behind = isInBracket ? (/[)）]/.exec(first.slice(value, until))?.[0] ?? '') : '';
    if (role === 'date' || role === 'dateAuthor')
      dated(entry, start.line, value, until, role, key, lines, clock, pieces, way);
    else asked(role, key, behind);
  }
  const lastInline = inline.at(-1);
  if (lastInline && lastInline.role !== 'date' && lastInline.role !== 'dateAuthor') {
    const stamp = readStamps(first, start.line, lastInline.value).at(-1);
    const tail = stamp && tailOf(stamp, first);
    if (stamp && tail) closing(stamp, tail, clock, pieces, way);
  }
  for (const { role, line, indent, marker: bullet, open, words, close, value } of keyLinesOf(entry, lines)) {
    if (line === start.line) continue;
    const gap = isBlank(lines[line - 1]) ? '\n\n' : '\n';
    const hard = /(?: {2}|\\)$/.exec(lines[line - 1] as string)?.[0] ?? '';
    // The first line's indentation is the list's own: it is set again where the record is put.
    const hang = indent.slice(Math.min(indent.length, first.search(/\S/)));
    const lead = `${hard}${gap}${hang}${bullet}${open}${words}${/\s$|：$/.test(close) ? close : `${close} `}`;
    const until = (lines[line] as string).trimEnd().length;
    if (role === 'date' || role === 'dateAuthor')
      dated(entry, line, value, until, role, lead, lines, clock, pieces, way);
    else asked(role, lead, '');
  }
  const form = pieces.filter((each) => each !== '');
  // Below a heading that has no keys, prose says why.
  const asksWhy =
    isHeading &&
    entry.role === 'decisions' &&
    !form.some((each) => typeof each !== 'string' && each.part === 'rationale');
  if (asksWhy && way.every((each) => !(each in partOf))) form.push(slot('rationale', hints.rationale, '\n\n'));
  return { form, way: way.filter((each) => each !== '').join('|') };
}

function withoutDates(text: string): string {
  const [stamp] = readStamps(text, 0);
  return stamp ? text.slice(0, stamp.range.start.character) + text.slice(stamp.range.end.character) : text;
}

/** The first words of a record: its key, the stamp that leads it, its text, and the stamp that closes it. */
function opening(
  entry: Entry,
  first: string,
  hint: Hint,
  clock: Clock,
  pieces: (string | EntrySlot)[],
  way: string[],
): void {
  const { line } = entry.range.start;
  const key = readKey(first.slice(entry.character));
  const isText = key && partOf[key.role] === 'text';
  const keyText = isText ? first.slice(entry.character, entry.character + key.length) : '';
  const from = entry.character + keyText.length;
  const stamps = readStamps(first, line, from);
  const [stamp] = stamps;
  let lead = '';
  let signature: EntrySlot[] = [];
  if (stamp && isLeading(stamp, line, from, first)) {
    const behind = first.slice(stamp.range.end.character);
    const after = /^[)\]）*_`]{0,4}(?:\s*[:：–—|-](?:\s+|$)|[:：,]\s?|\s+)/.exec(behind)?.[0] ?? ' ';
    // `2026-02-09 (Ada): Text`: who wrote it stands between.
    const signed = /^([)\]）*_`]{0,4}\s?[(（])\p{L}[\p{L} .-]{0,40}([)）]\s?(?:[:：]\s?|[—–-]\s))/u.exec(behind);
    const dateText = `${first.slice(from, stamp.range.start.character)}${stampAs(stamp, clock)}`;
    way.push(`lead ${stamp.precision} ${first.slice(from, stamp.range.start.character)} ${signed ? '()' : after}`);
    lead = signed ? dateText : `${dateText}${after}`;
    signature = signed ? [slot('author', hints.author, signed[1], signed[2])] : [];
  }
  const last = stamps.at(-1);
  const tail = lead === '' && last ? tailOf(last, first) : undefined;
  way.push(keyText === '' ? '' : (key?.role ?? ''));
  // A paragraph that begins in bold words is a record for that.
  const bold = way[0] === 'paragraph' && keyText + lead === '' && first.slice(from).startsWith('**') ? '**' : '';
  if (bold) way.push('bold');
  pieces.push(`${keyText}${lead}${bold}`, ...signature, slot('text', hint), bold);
  if (last && tail) {
    closing(last, tail, clock, pieces, way);
  }
}

/** The brackets around a stamp that closes a line, with the blank before it. */
interface Tail {
  before: string;
  /** What separates the date from the name behind it: `(2026-02-09, Ada)`. */
  comma: string | undefined;
  after: string;
}

function tailOf({ range }: Stamp, first: string): Tail | undefined {
  const before = /\s?[(（[][^()（）[\]]{0,12}$/.exec(first.slice(0, range.start.character))?.[0];
  const behind = /^(?:([,，、;；/·]\s?|\s[—–-]\s)[\p{L}@][^()（）[\]]{0,40})?([)\]）][.。]?)\s*$/u.exec(
    first.slice(range.end.character),
  );
  return before === undefined || !behind ? undefined : { before, comma: behind[1], after: behind[2] as string };
}

function closing(stamp: Stamp, tail: Tail, clock: Clock, pieces: (string | EntrySlot)[], way: string[]): void {
  pieces.push(`${tail.before}${stampAs(stamp, clock)}`);
  if (tail.comma) pieces.push(slot('author', hints.author, tail.comma));
  pieces.push(tail.after);
  way.push(`tail ${stamp.precision} ${tail.before}${tail.comma ?? ''}`);
}

/** A key whose value is a date, perhaps with an author: both as they are there, and in their order. */
function dated(
  entry: Entry,
  line: number,
  value: number,
  until: number,
  role: KeyRole,
  lead: string,
  lines: readonly string[],
  clock: Clock,
  pieces: (string | EntrySlot)[],
  way: string[],
): void {
  const text = (lines[line] as string).slice(0, until);
  const [stamp] = readStamps(text, line, value);
  way.push(stamp ? `${role} ${stamp.precision}` : role);
  const written = stampAs(stamp ?? { ...canonicalShape, precision: 'date' }, clock);
  const who = entry.fields.find(({ role: own, range }) => own === 'author' && range.start.line === line)?.range.start
    .character;
  if (role === 'date' || who === undefined || !stamp) {
    const wraps = role === 'dateAuthor' ? ', ' : '';
    pieces.push(`${lead}${written}`);
    if (wraps) pieces.push(slot('author', hints.author, wraps));
    return;
  }
  if (who > stamp.range.start.character) {
    const between = text.slice(stamp.range.end.character, who);
    pieces.push(`${lead}${text.slice(value, stamp.range.start.character)}${written}`);
    pieces.push(slot('author', hints.author, between, /^\s*[(（]/.test(between) ? ')' : ''));
  } else {
    const between =
      /^[^,，;；/·|]*([,，;；/·|]\s*|\s+[—–-]\s+|\s+)$/.exec(text.slice(who, stamp.range.start.character))?.[1] ?? ', ';
    pieces.push(lead, slot('author', hints.author, '', between), written);
  }
}

/** The present date, or date and time, as a table's cell has it. */
function dateLike(cell: string, clock: Clock): string {
  return stampAs(readStamps(cell, 0)[0] ?? { ...canonicalShape, precision: 'date' }, clock);
}

/** The present time as another stamp is written, without brackets. */
function stampAs(
  { precision, separator, zone, form }: Pick<StampShape, 'precision' | 'separator' | 'zone' | 'form'>,
  clock: Clock,
): string {
  const plain = separator.startsWith('T') ? 'T' : separator && ' ';
  return stampText(
    {
      ...canonicalShape,
      precision,
      separator: plain,
      zone: precision === 'date' ? { kind: 'none', text: '' } : zone,
      form,
    },
    clock,
  );
}
