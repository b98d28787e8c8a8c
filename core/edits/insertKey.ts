import type { Entry, Plan } from '../plan/model';
import { countBefore } from '../text/positions';
import type { KeyRole } from '../words/keyNames';
import { cellsIn } from './cells';
import { inlineKeysOf, type KeyLine, keyLinesOf } from './keyLines';
import { keyStyleOf } from './keyStyle';
import { isBlank } from './lines';
import { at, type PlanEdit } from './planEdit';
import type { Template } from './template';

/** In which order the parts of a record stand. */
const order: readonly (readonly KeyRole[])[] = [
  ['decision', 'observation', 'outcome'],
  ['rationale', 'evidence'],
  ['impact'],
  ['date', 'dateAuthor'],
  ['author'],
];

/**
 * Inserts a part into a record of a living section, with its key: at its place among the parts that are there, on a line
 * of its own or in the middle of one, as a list item or not, as the record's other parts have it, else those of the records
 * around it. Of a table's row the empty cell is filled. Undefined where there is no place for it.
 */
export function insertKey(
  plan: Plan,
  entry: Entry,
  role: KeyRole,
  value: Template,
  lines: readonly string[],
): PlanEdit | undefined {
  const first = lines[entry.range.start.line] as string;
  if (/^\s*\|/.test(first)) return fillCell(entry, role, value, lines);
  const keys = keyLinesOf(entry, lines);
  const own = keys.filter(({ line }) => line > entry.range.start.line);
  const inline = inlineKeysOf(entry, lines).filter(({ isInBracket }) => !isInBracket);
  const around = own.length > 0 ? undefined : sampleAround(plan, entry, lines);
  const key = keyStyleOf(plan, lines).written(role, keys.at(-1));
  const isHeading = kindOf(entry, lines) === 'heading';
  if (own.length === 0 && (inline.length > 0 || (around?.isInline && !isHeading))) {
    const next = inline.find((each) => rankOf(each.role) > rankOf(role));
    if (next) return { range: at(next.line, next.start - boldBefore(lines, next)), template: [key, ...value, '. '] };
    const end = endOfWords(entry, lines);
    const text = (lines[end.line] as string).slice(0, end.character);
    return { range: at(end.line, end.character), template: [/[.。!?;；]$/.test(text) ? ' ' : '. ', key, ...value] };
  }
  const next = own.find((each) => rankOf(each.role) > rankOf(role));
  if (next)
    return {
      range: at(next.line, 0),
      template: [leadOf(next), key, ...value, hardBreak(next.line, lines), isLoose(next, lines) ? '\n\n' : '\n'],
    };
  const last = own.at(-1);
  const sample = last && { lead: leadOf(last), isLoose: isLoose(last, lines), isBroken: isBroken(last, lines) };
  return behind(entry, sample ?? around?.sample ?? defaultSample(entry, lines), [key, ...value], lines);
}

/** How a key stands in front of a line. */
interface Sample {
  lead: string;
  /** A blank line is above it. */
  isLoose: boolean;
  /** The line above it ends in a hard break. */
  isBroken: boolean;
}

function rankOf(role: KeyRole): number {
  return order.findIndex((roles) => roles.includes(role));
}

function leadOf({ indent, marker }: KeyLine): string {
  return indent + marker;
}

function isLoose({ line }: KeyLine, lines: readonly string[]): boolean {
  return isBlank(lines[line - 1]);
}

function isBroken({ line }: KeyLine, lines: readonly string[]): boolean {
  return /\S(?: {2,}|\\)$/.test(lines[line - 1] ?? '');
}

/** The hard break of the line above a line, if it has one. */
function hardBreak(line: number, lines: readonly string[]): string {
  return /\S( {2,}|\\)$/.exec(lines[line - 1] ?? '')?.[1] ?? '';
}

function boldBefore(lines: readonly string[], { line, start }: { line: number; start: number }): number {
  return /[*_]{0,3}$/.exec((lines[line] as string).slice(0, start))?.[0].length ?? 0;
}

type Kind = 'item' | 'heading' | 'paragraph';

function kindOf({ range: { start } }: Entry, lines: readonly string[]): Kind {
  const text = (lines[start.line] as string).slice(start.character);
  return text.startsWith('#') ? 'heading' : /^(?:[-*+]|\d{1,9}[.)])\s/.test(text) ? 'item' : 'paragraph';
}

/** How the nearest record of the same kind has its parts: on lines, moved to where this one stands, or in the middle of them. */
function sampleAround(
  plan: Plan,
  entry: Entry,
  lines: readonly string[],
): { sample?: Sample; isInline: boolean } | undefined {
  const isList = endsInList(entry, lines);
  const other = nearestTo(entry, tellingEntries(plan, entry.role, kindOf(entry, lines), isList, lines));
  if (!other) return undefined;
  const key = keyBelow(other, lines);
  if (!key) return { isInline: true };
  const hang = key.indent.length - other.range.start.character;
  const isHung = key.indent.length === other.character;
  const indent = isHung ? entry.character : Math.max(0, entry.range.start.character + hang);
  const lead = kindOf(entry, lines) === 'heading' ? key.indent + key.marker : ' '.repeat(indent) + key.marker;
  return { sample: { lead, isLoose: isLoose(key, lines), isBroken: isBroken(key, lines) }, isInline: false };
}

function keyBelow(entry: Entry, lines: readonly string[]): KeyLine | undefined {
  return keyLinesOf(entry, lines).find(({ line }) => line > entry.range.start.line);
}

const telling = new WeakMap<Plan, Map<string, readonly Entry[]>>();

/** The records of a role and a kind that show how parts are written, in document order: those without keys, or all. */
function tellingEntries(
  plan: Plan,
  role: Entry['role'],
  kind: Kind,
  isInlineOnly: boolean,
  lines: readonly string[],
): readonly Entry[] {
  const byKind = telling.get(plan) ?? new Map<string, readonly Entry[]>();
  telling.set(plan, byKind);
  const name = `${role} ${kind} ${isInlineOnly}`;
  const known =
    byKind.get(name) ??
    plan.entries.filter((each) => {
      if (each.role !== role || kindOf(each, lines) !== kind) return false;
      if (keyBelow(each, lines)) return !isInlineOnly;
      return inlineKeysOf(each, lines).some(({ isInBracket }) => !isInBracket);
    });
  byKind.set(name, known);
  return known;
}

/** The entry of some in document order that stands nearest to another one; of two as near the one in front. */
function nearestTo(entry: Entry, entries: readonly Entry[]): Entry | undefined {
  const above = countBefore(entries, entry.range.start.line, ({ range }) => range.start.line);
  const before = entries[above - 1];
  const behind = entries[above] === entry ? entries[above + 1] : entries[above];
  if (!before || !behind) return before ?? behind;
  return distance(behind, entry) < distance(before, entry) ? behind : before;
}

function distance(a: Entry, b: Entry): number {
  return Math.abs(a.range.start.line - b.range.start.line);
}

/** The list at the end of a record, below its own words. */
function endsInList({ range: { start, end }, character }: Entry, lines: readonly string[]): boolean {
  return listAtEnd(start.line, end.line, character, lines) !== undefined;
}

/** The indentation and the marker of the list that some lines end in, behind the first of them; undefined where they do not. */
function listAtEnd(first: number, last: number, character: number, lines: readonly string[]): string | undefined {
  let outermost: { indent: number; lead: string; hang: number } | undefined;
  let isBehindBlank = false;
  for (let line = first + 1; line <= last; line++) {
    const text = lines[line] as string;
    if (text.trim() === '') {
      isBehindBlank = true;
      continue;
    }
    const [whole, indent, marker] = /^(\s*)([-*+]|\d{1,9}[.)])\s+/.exec(text) ?? [];
    const own = text.search(/\S/);
    if (whole !== undefined && (!outermost || own <= outermost.indent))
      outermost = { indent: own, lead: `${indent}${marker} `, hang: whole.length };
    else if (outermost && isBehindBlank && own < outermost.hang) outermost = undefined;
    isBehindBlank = false;
  }
  return outermost && outermost.indent < character + 4 ? outermost.lead.replace(/\d+(?=[.)])/, '1') : undefined;
}

function defaultSample(entry: Entry, lines: readonly string[]): Sample {
  const { range, character } = entry;
  const kind = kindOf(entry, lines);
  const list = listAtEnd(range.start.line, range.end.line, character, lines);
  if (list !== undefined && kind !== 'paragraph') return { lead: list, isLoose: false, isBroken: false };
  if (kind === 'item') return { lead: ' '.repeat(character), isLoose: false, isBroken: false };
  return {
    lead: kind === 'heading' ? '' : ' '.repeat(character),
    isLoose: kind === 'heading' || list !== undefined,
    isBroken: false,
  };
}

/** On a line behind a record. */
function behind(
  { range: { end } }: Entry,
  { lead, isLoose, isBroken }: Sample,
  part: Template,
  lines: readonly string[],
): PlanEdit {
  const text = lines[end.line] as string;
  const isOpen = isBroken && !/(?: {2,}|\\)$/.test(text);
  return { range: at(end.line, text.length), template: [isOpen ? '  ' : '', isLoose ? '\n\n' : '\n', lead, ...part] };
}

/** Where the first paragraph of a record ends. */
export function endOfWords({ range: { start, end } }: Entry, lines: readonly string[]): PlanEdit['range']['end'] {
  let { line } = start;
  // The words of a record with a heading stand below it.
  if ((lines[line] as string).slice(start.character).startsWith('#')) line = end.line;
  while (line < end.line && !/^\s*(?:$|(?:[-*+]|\d{1,9}[.)])\s|`{3,}|~{3,})/.test(lines[line + 1] as string)) line++;
  return { line, character: (lines[line] as string).trimEnd().length };
}

/** The empty cell of a row below a column of this name. */
function fillCell(entry: Entry, role: KeyRole, value: Template, lines: readonly string[]): PlanEdit | undefined {
  const cell = cellsIn(entry, lines).find((each) => each.role === role);
  if (cell?.text !== '') return undefined;
  return { range: at(entry.range.start.line, cell.character), template: [...value, ' '] };
}
