import type { Range } from 'vscode-languageserver-textdocument';
import { within } from '../../edits/planEdit';
import { inlineKeys, readKey } from '../../plan/keys';
import type { Entry, FieldRole, Plan } from '../../plan/model';
import { isLeading } from '../../plan/steps';
import { remembered } from '../../text/remembered';
import { headerOf } from '../../text/tableRows';
import type { KeyRole } from '../../words/keyNames';
import { isNothing } from '../../words/nothing';
import { isAside } from '../../words/recordNames';
import type { LivingRole } from '../../words/roles';

const isRecord = remembered(({ text }: Entry) => !isAside(text));

/**
 * The decisions (or surprises) of a plan: without what only stands beside them, and without what a section of two roles
 * tells of both.
 */
export function recordsOf({ entries, sections }: Plan, role: LivingRole): Entry[] {
  const own = entries.filter((entry) => entry.role === role && isRecord(entry));
  if (!sections.some(({ roles }) => roles.length > 1 && roles.includes(role))) return own;
  const others = new Set(entries.filter((entry) => entry.role !== role).map(({ range }) => range.start.line));
  return own.filter(({ range }) => !others.has(range.start.line));
}

/** True when all but one of some records, or most of them, have a field with a key of its own: so every one is meant to. */
export function areKeyed(records: readonly Entry[], role: FieldRole): boolean {
  const without = records.filter((record) => !has(record, role)).length;
  return without < records.length && (without === 1 || without * 2 < records.length);
}

/**
 * True for a record that has a field with a key. `Rationale: TBD` and `Date/Author: (to be filled)` are such: that they say
 * nothing yet, placeholder-text tells.
 */
export function has({ fields }: Entry, role: FieldRole): boolean {
  return fields.some(
    (field) => field.role === role || (role === 'date' && field.role === 'author' && isNothing(field.text)),
  );
}

/** A record's words, without list marker, its lines joined by `\n`; at most 4,000 characters. */
export function textOf({ range, character }: Entry, lines: readonly string[]): string {
  const own = lines.slice(range.start.line, Math.min(range.end.line + 1, range.start.line + 60));
  return [own[0]?.slice(character) ?? '', ...own.slice(1)].join('\n').slice(0, 4_000);
}

/** The names of the columns of a table, for a record that is one of its rows; empty for any other record. */
export function columnsOf({ range }: Entry, lines: readonly string[]): string {
  const header = headerOf(range.start.line, lines);
  return header === undefined ? '' : (lines[header] as string);
}

/** The same without keys, and without its date and its author, which say nothing of the matter. */
export function statementOf(record: Entry, lines: readonly string[]): string {
  return textOf(record, lines)
    .split('\n')
    .map((line) => {
      const from = marker.exec(line)?.[0].length ?? 0;
      const own = readKey(line.slice(from));
      if (own && signing.has(own.role)) return '';
      const start = from + (own?.length ?? 0);
      const next = inlineKeys(line, start).find(({ role }) => signing.has(role));
      return line.slice(own ? start : 0, next?.start);
    })
    .join('\n')
    .trim();
}

const marker = /^\s*(?:(?:[-*+]|\d{1,9}[.)])\s+)?/;
const signing: ReadonlySet<KeyRole> = new Set(['date', 'author', 'dateAuthor']);

/**
 * Where a record is named: its key (`Decision`), else the first line's words behind a leading stamp, up to the end of
 * their first sentence.
 */
export function placeOf({ range, character, stamps: [stamp] }: Entry, lines: readonly string[]): Range {
  const { line } = range.start;
  const text = (lines[line] ?? '').trimEnd();
  const isDated = stamp && isLeading(stamp, line, character, text);
  const from = isDated ? stamp.range.end.character : character;
  const words = text.slice(from);
  const key = readKey(words);
  const named = key ? words.slice(0, key.length).replace(/[\s:：*_]+$/, '') : (firstSentence.exec(words)?.[0] ?? words);
  const marks = marksInFront.exec(named)?.[0].length ?? 0;
  if (marks < named.length) return within(line, from + marks, from + named.length);
  return within(line, range.start.character, Math.max(range.start.character, text.length));
}

/** Of at least twelve characters: a date and its colon are none. */
const firstSentence = /^.{12,}?(?=[.:;](?:\s|$)|[。：；]|\s[—–-]\s)/;
/** What separates a stamp from the words, and emphasis. */
const marksInFront = /^[\s)\]）】:：—–*_`|-]+/;
