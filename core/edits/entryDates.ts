import type { Entry } from '../plan/model';
import { readStamps, type Stamp } from '../plan/timestamp';
import type { Zone } from '../plan/zones';
import type { KeyRole } from '../words/keyNames';
import { type EntrySlot, hintOf, slot } from './entryForm';
import { type Clock, canonicalShape, separatorOf, stampText, type TimeShape } from './stamp';

/** The brackets around a stamp that closes a line, with the blank before it. */
export interface Tail {
  before: string;
  /** What separates the date from the name behind it: `(2026-02-09, Ada)`. */
  comma: string | undefined;
  after: string;
}

/** The brackets that a stamp stands in at the end of its line; undefined for any other stamp. */
export function tailOf({ range }: Stamp, first: string): Tail | undefined {
  const before = /\s?[(（[][^()（）[\]]{0,12}$/.exec(first.slice(0, range.start.character))?.[0];
  const behind = /^(?:([,，、;；/·]\s?|\s[—–-]\s)[\p{L}@][^()（）[\]]{0,40})?([)\]）][.。]?)\s*$/u.exec(
    first.slice(range.end.character),
  );
  return before === undefined || !behind ? undefined : { before, comma: behind[1], after: behind[2] as string };
}

/** A stamp that closes a line, in its brackets, with who wrote it. */
export function closing(stamp: Stamp, tail: Tail, clock: Clock, pieces: (string | EntrySlot)[], way: string[]): void {
  pieces.push(`${tail.before}${stampAs(stamp, clock)}`);
  if (tail.comma) pieces.push(slot('author', hintOf.author, tail.comma));
  pieces.push(tail.after);
  way.push(`tail ${stamp.precision} ${tail.before}${tail.comma ?? ''}`);
}

/** A key whose value is a date, perhaps with an author: both as they are there, and in their order. */
export function dated(
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
    pieces.push(`${lead}${written}`);
    if (role === 'dateAuthor') pieces.push(slot('author', hintOf.author, ', '));
    return;
  }
  if (who > stamp.range.start.character) {
    const between = text.slice(stamp.range.end.character, who);
    pieces.push(`${lead}${text.slice(value, stamp.range.start.character)}${written}`);
    pieces.push(slot('author', hintOf.author, between, /^\s*[(（]/.test(between) ? ')' : ''));
  } else {
    const between =
      /^[^,，;；/·|]*([,，;；/·|]\s*|\s+[—–-]\s+|\s+)$/.exec(text.slice(who, stamp.range.start.character))?.[1] ?? ', ';
    pieces.push(lead, slot('author', hintOf.author, '', between), written);
  }
}

/** The present date, or date and time, as a table's cell has it. */
export function dateLike(cell: string, clock: Clock): string {
  return stampAs(readStamps(cell, 0)[0] ?? { ...canonicalShape, precision: 'date' }, clock);
}

/** The present time as another stamp is written, without brackets. */
export function stampAs({ precision, separator, zone, form }: TimeShape, clock: Clock): string {
  const own: Zone = precision === 'date' ? { kind: 'none', text: '' } : zone;
  return stampText({ precision, separator: separatorOf({ separator }), zone: own, form }, clock);
}
