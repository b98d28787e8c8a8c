import { inlineKeys, readColumn, readKey } from '../plan/keys';
import type { Entry, Plan } from '../plan/model';
import { isLeading } from '../plan/steps';
import { readStamps } from '../plan/timestamp';
import { remembered } from '../text/remembered';
import type { Hint } from '../words/hints';
import type { KeyRole } from '../words/keyNames';
import { headingNumber, numberedRecord, recordLabel } from '../words/recordNames';
import { statusValueStart } from '../words/statuses';
import { closing, dated, dateLike, stampAs, tailOf } from './entryDates';
import { type EntryForm, type EntryPart, type EntrySlot, hintOf, slot } from './entryForm';
import { type KeyLine, keyLinesOf } from './keyLines';
import { isBlank } from './lines';
import { nextNumber } from './listMarker';
import {
  fieldTableOf,
  noOtherKeys,
  type OtherKey,
  type OtherKeys,
  otherKeyLinesOf,
  otherKeysOf,
  plain,
  usualStatus,
} from './otherKeys';
import { rowLike } from './rowLike';
import type { Clock } from './stamp';

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
  return likeOf(best.entry, text, lines, clock, otherKeysOf(entries, lines))?.form;
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

function likeOf(
  entry: Entry,
  hint: Hint,
  lines: readonly string[],
  clock: Clock,
  others: OtherKeys = noOtherKeys,
): LikeEntry | undefined {
  const { start } = entry.range;
  const first = lines[start.line] as string;
  const isItem = /^\s*(?:[-*+]|\d{1,9}[.)])\s+$/.test(first.slice(0, entry.character));
  const row = isItem ? undefined : rowLike(entry, { ...hintOf, text: hint }, lines, (cell) => dateLike(cell, clock));
  if (row) return { form: row, way: `row ${row.map((each) => (typeof each === 'string' ? '' : each.part)).join('|')}` };
  const isHeading = /^\s{0,3}#{1,6}\s+$/.test(first.slice(0, entry.character));
  if (!isItem && !isHeading && /^\s*[#|]/.test(first)) return undefined;
  const own = first.slice(entry.character);
  // A heading that is only a date holds records.
  if (isHeading && !/\p{L}/u.test(withoutDates(own))) return undefined;
  const label = recordLabel().exec(own)?.[0] ?? (isHeading ? headingNumber.exec(own)?.[0] : undefined) ?? '';
  if (label === '' && numberedRecord().test(own)) return undefined;
  const pieces: (string | EntrySlot)[] = [
    isItem ? '- ' : isHeading ? first.slice(0, entry.character) : '',
    // A number of its own counts on.
    label.replace(/\d+(?=\D*$)/, nextNumber),
  ];
  const way: string[] = isItem ? [] : [isHeading ? 'heading' : 'paragraph'];
  if (label) way.push('label');
  const inline = inlineKeys(first, entry.character + (readKey(own)?.length ?? 0));
  const end = inline[0]?.start ?? first.trimEnd().length;
  opening(
    { ...entry, character: entry.character + label.length },
    first.slice(0, end),
    lines,
    hint,
    clock,
    pieces,
    way,
  );
  const asked = (role: KeyRole, before: string, behind: string): void => {
    const part = partOf[role];
    way.push(role);
    // The heading has the words; what they say at length is written where one can type.
    if (part === 'text' && isHeading) pieces.push(slot(undefined, hintOf.text, before, behind));
    else if (part && part !== 'text') pieces.push(slot(part, hintOf[part], before, behind));
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
  const inList = isItem ? entry.character - first.search(/\S/) : 0;
  for (const [i, key] of keysBelow(entry, others, lines).entries()) {
    const { role, line, indent, marker: bullet, open, words, close } = key;
    const isLoose = isBlank(lines[line - 1]) || (i === 0 && isHeading && isBlank(lines[start.line + 1]));
    const hard = /(?: {2}|\\)$/.exec(lines[line - 1] as string)?.[0] ?? '';
    const hang = hangOf(indent, first.search(/\S/), inList);
    const lead = `${hard}${isLoose ? '\n\n' : '\n'}${hang}${bullet}${open}${words}${close}`;
    const below = isHeading ? undefined : valueBelow(key, entry, lines);
    const own = below
      ? `${lead.trimEnd()}\n${hangOf(below.indent, first.search(/\S/), inList)}`
      : `${lead}${/\s$|：$/.test(close) ? '' : ' '}`;
    const [at, value] = below ? [below.line, below.indent.length] : [line, key.value];
    if (role === undefined) {
      const known = others.get(words);
      pieces.push(known === undefined ? slot(undefined, undefined, own) : `${own}${known}`);
    } else if (role === 'date' || role === 'dateAuthor')
      dated(entry, at, value, (lines[at] as string).trimEnd().length, role, own, lines, clock, pieces, way);
    else asked(role, own, '');
  }
  if (isHeading) fieldRows(entry, lines, clock, pieces, way);
  const form = pieces.filter((each) => each !== '');
  // Below a heading that has no keys, prose says why.
  const asksWhy =
    isHeading &&
    entry.role === 'decisions' &&
    !form.some((each) => typeof each !== 'string' && each.part === 'rationale');
  if (asksWhy && way.every((each) => !(each in partOf))) form.push(slot('rationale', hintOf.rationale, '\n\n'));
  return { form, way: way.filter((each) => each !== '').join('|') };
}

/** The keys that begin lines below the first one of an entry, in their order: those of a role, and those others that are taken over. */
function keysBelow(
  entry: Entry,
  others: OtherKeys,
  lines: readonly string[],
): readonly (OtherKey & { role?: KeyRole })[] {
  const known = keyLinesOf(entry, lines).filter(({ line }) => line !== entry.range.start.line);
  if (others.size === 0) return known;
  const own = otherKeyLinesOf(entry, lines).filter(({ words }) => others.has(words));
  return [...known, ...own].sort((a, b) => a.line - b.line);
}

/**
 * An indentation as a template has it: without the list's own, which is set again where the record is put, and counted from
 * a marker of two characters.
 */
function hangOf(indent: string, base: number, inList: number): string {
  const own = indent.slice(Math.min(indent.length, base));
  return inList > 2 && own.length >= inList && /^ +$/.test(own) ? `  ${own.slice(inList)}` : own;
}

/** Where the words of a key stand that is alone on its line; undefined for a key with words behind it, or with none at all. */
function valueBelow(
  { line, value, marker }: Pick<KeyLine, 'line' | 'value' | 'marker'>,
  entry: Entry,
  lines: readonly string[],
): { line: number; indent: string } | undefined {
  const below = lines[line + 1];
  if ((lines[line] as string).slice(value).trim() !== '' || marker !== '') return undefined;
  if (line + 1 > entry.range.end.line || isBlank(below) || readKey(below as string)) return undefined;
  const indent = /^[ \t]*/.exec(below as string)?.[0] ?? '';
  return /^[ \t]*(?:[-*+>|#]|\d{1,9}[.)]|```|~~~)/.test(below as string) ? undefined : { line: line + 1, indent };
}

/** The rows of the table below a heading, a key and a value a row. */
function fieldRows(
  entry: Entry,
  lines: readonly string[],
  clock: Clock,
  pieces: (string | EntrySlot)[],
  way: string[],
): void {
  const table = fieldTableOf(entry, lines);
  if (!table) return;
  pieces.push(`\n\n${table.head.join('\n')}`);
  for (const { key, value } of table.rows) {
    const role = readColumn(plain(key));
    const part = role && partOf[role];
    const before = `\n| ${key} | `;
    way.push(role ?? '');
    if (role === 'date') pieces.push(`${before}${dateLike(value, clock)} |`);
    else if (role === 'dateAuthor')
      pieces.push(`${before}${dateLike(value, clock)}`, slot('author', hintOf.author, ', '), ' |');
    else if (part && part !== 'text') pieces.push(slot(part, hintOf[part], before, ' |'));
    else {
      const status = statusValueStart(`${plain(key)}:`) === undefined ? undefined : usualStatus([value]);
      pieces.push(status === undefined ? slot(undefined, undefined, before, ' |') : `${before}${status} |`);
    }
  }
}

function withoutDates(text: string): string {
  const [stamp] = readStamps(text, 0);
  return stamp ? text.slice(0, stamp.range.start.character) + text.slice(stamp.range.end.character) : text;
}

/** The first words of a record: its key, the stamp that leads it, its text, and the stamp that closes it. */
function opening(
  entry: Entry,
  first: string,
  lines: readonly string[],
  hint: Hint,
  clock: Clock,
  pieces: (string | EntrySlot)[],
  way: string[],
): void {
  const { line } = entry.range.start;
  const key = readKey(first.slice(entry.character));
  const isText = key && partOf[key.role] === 'text';
  const own = isText ? first.slice(entry.character, entry.character + key.length) : '';
  const from = entry.character + own.length;
  const below = key && valueBelow({ line, value: from, marker: '' }, entry, lines);
  const base = first.search(/\S/);
  const keyText = below ? `${own.trimEnd()}\n${hangOf(below.indent, base, entry.character - base)}` : own;
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
    signature = signed ? [slot('author', hintOf.author, signed[1], signed[2])] : [];
  }
  const last = stamps.at(-1);
  const tail = lead === '' && last ? tailOf(last, first) : undefined;
  way.push(keyText === '' ? '' : (key?.role ?? ''));
  // A paragraph that begins in bold words is a record for that.
  const opensBold = way[0] === 'paragraph' && keyText + lead === '' && first.slice(from).startsWith('**');
  if (opensBold) way.push('bold');
  const opened = `${keyText}${lead}${opensBold ? '**' : ''}`;
  // Emphasis that is opened in front of the words is closed behind them, as it is there.
  const isOpen =
    [opened, ...signature.map(({ before, behind }) => before + behind)].join('').split('**').length % 2 === 0;
  const closed = isOpen ? boldEnd(first, stamp?.range.end.character ?? from + 2) : undefined;
  pieces.push(opened, ...signature, slot('text', hint), isOpen ? (closed?.text ?? '**') : '');
  if (closed?.goesOn && entry.role === 'decisions') {
    way.push('bold and prose');
    pieces.push(slot('rationale', hintOf.rationale, ' '));
  }
  if (last && tail) {
    closing(last, tail, clock, pieces, way);
  }
}

/** How bold words end, with the sign in front, and whether words follow in the line. */
function boldEnd(first: string, from: number): { text: string; goesOn: boolean } | undefined {
  const end = first.indexOf('**', from);
  if (end < 0) return undefined;
  const sign = /[.。]?$/.exec(first.slice(0, end))?.[0] ?? '';
  return { text: `${sign}**`, goesOn: /\p{L}/u.test(first.slice(end)) };
}
