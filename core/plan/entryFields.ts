import type { KeyRole } from '../words/keyNames';
import { inlineKeys, type Key, readColumn, readKey } from './keys';
import type { Field, FieldRole } from './model';
import type { Stamp } from './timestamp';

/** Lines of an entry, as they are searched for fields. */
interface EntryLines {
  /** The first line, and where its text begins. */
  line: number;
  character: number;
  /** The first line behind. */
  end: number;
  /** The table's header, for an entry that is a row. */
  header: string | undefined;
  /** The key that the text begins with. */
  key: Key | undefined;
}

/** A key with what it announces. */
interface Keyed {
  /** Undefined for a key of unknown meaning: it ends what stands before it. */
  role: KeyRole | undefined;
  /** Where the key begins, and its value. */
  line: number;
  start: number;
  value: number;
}

/** A key that is none of ours: `**Alternatives:** …`, `Resolution: …`. */
const unknownKey = /^(?:(\*\*|__)[^*_:：]{1,40}(?:[:：]\1|\1[:：])|[A-Z][A-Za-z/ ]{2,24}:(?:\s|$))/;

const fieldRoles: ReadonlySet<string> = new Set<FieldRole | 'dateAuthor'>([
  'rationale',
  'date',
  'author',
  'dateAuthor',
  'evidence',
  'impact',
]);

/**
 * The fields of an entry: what a key announces, in any shape of ../shared/format.md, 3: on a line of its own, in the middle of
 * a wrapped line, as a sibling bullet, in parentheses, as a column of a table. `Date/Author` yields a date and an author.
 */
export function readFields(entry: EntryLines, lines: readonly string[], stampsOf: (line: number) => Stamp[]): Field[] {
  const keyed = entry.header === undefined ? readKeyed(entry, lines) : undefined;
  const values = keyed ? valuesOf(keyed, entry, lines) : readCells(entry, lines);
  return values.flatMap((value) =>
    value.role === 'dateAuthor' || value.role === 'date' || value.role === 'author'
      ? splitDateAuthor(value, stampsOf, (line) => (lines[line] as string).search(/\S/))
      : [value as Field],
  );
}

type Value = Omit<Field, 'role'> & { role: FieldRole | 'dateAuthor' };

function readKeyed({ line: first, character, end, key }: EntryLines, lines: readonly string[]): Keyed[] {
  const keyed: Keyed[] = [];
  let fence: string | undefined;
  for (let line = first; line < end; line++) {
    const text = lines[line] as string;
    const marks = /^\s*(?:[-*+]\s+)?(`{3,}|~{3,})/.exec(text)?.[1];
    if (marks && (fence === undefined || marks.startsWith(fence))) fence = fence === undefined ? marks : undefined;
    if (fence !== undefined || marks || /^\s*<!--/.test(text)) continue;
    if (line > first && text.search(/\S/) >= character + 4) continue;
    const from = line === first ? character : (/^\s*(?:(?:[-*+]|\d{1,9}[.)])\s+)?/.exec(text)?.[0].length ?? 0);
    const own = line === first ? key : readKey(text.slice(from));
    if (own) keyed.push({ role: own.role, line, start: from, value: from + own.length });
    else if (line > first && unknownKey.test(text.slice(from)))
      keyed.push({ role: undefined, line, start: from, value: text.length });
    for (const { role, start, value } of inlineKeys(text, from + (own?.length ?? 0)))
      keyed.push({ role, line, start, value });
  }
  return keyed;
}

/** A key's value reaches to the next key, or to the end of the entry. */
function valuesOf(keyed: readonly Keyed[], { end }: EntryLines, lines: readonly string[]): Value[] {
  return keyed.flatMap(({ role, line, start, value }, i) => {
    if (!role || !fieldRoles.has(role)) return [];
    const next = keyed[i + 1];
    const lastLine = next ? next.line : end - 1;
    const lastEnd = next ? next.start : (lines[lastLine] as string).length;
    const found = passage(line, value, lastLine, lastEnd, lines);
    if (!found) return [];
    const before = (lines[line] as string)[start - 1];
    const closed = before === '(' || before === '（' ? withoutParenthesis(found) : found;
    return [{ role: role as Value['role'], ...closed }];
  });
}

/** The words from one place to another, without blanks, list markers and opening brackets at either end. */
function passage(
  line: number,
  start: number,
  lastLine: number,
  lastEnd: number,
  lines: readonly string[],
): Omit<Field, 'role'> | undefined {
  let [first, from, last, to] = [line, start, lastLine, lastEnd];
  const isBlank = (text: string) => text.length < 80 && /^[\s*_([（|+-]*$/.test(text);
  while (last > first && isBlank((lines[last] as string).slice(0, to))) to = (lines[--last] as string).length;
  while (first < last && isBlank((lines[first] as string).slice(from))) [first, from] = [first + 1, 0];
  const head = (lines[first] as string).slice(from, first === last ? to : undefined);
  from += head.length - head.trimStart().length;
  const tail = lines[last] as string;
  while (to > (first === last ? from : 0) && /[\s*_([（]/.test(tail.charAt(to - 1))) to--;
  if (first === last && to <= from) return undefined;
  const words = Array.from({ length: last - first + 1 }, (_, i) =>
    (lines[first + i] as string).slice(i === 0 ? from : 0, first + i === last ? to : undefined).trim(),
  );
  return {
    text: words.join('\n'),
    range: { start: { line: first, character: from }, end: { line: last, character: to } },
  };
}

/** `(evidence: src/a.ts:3)` ends in front of the parenthesis that closes it. */
function withoutParenthesis(found: Omit<Field, 'role'>): Omit<Field, 'role'> {
  const { start } = found.range;
  const first = found.text.split('\n', 1)[0] as string;
  let depth = 1;
  for (let i = 0; i < first.length; i++) {
    if (first[i] === '(' || first[i] === '（') depth++;
    else if ((first[i] === ')' || first[i] === '）') && --depth === 0) {
      const text = first.slice(0, i).trimEnd();
      return { text, range: { start, end: { line: start.line, character: start.character + text.length } } };
    }
  }
  return found;
}

/** The cells of a table's row whose column has a key for its name. */
function readCells({ line, header }: EntryLines, lines: readonly string[]): Value[] {
  const names = cellsOf(header as string);
  return cellsOf(lines[line] as string).flatMap(({ text, start }, i) => {
    const role = readColumn(names[i]?.text ?? '');
    if (!role || !fieldRoles.has(role) || text === '') return [];
    const range = { start: { line, character: start }, end: { line, character: start + text.length } };
    return [{ role: role as Value['role'], text, range }];
  });
}

/** What a row is about: the cell below "Decision", "Observation" or the like, else the longest one. */
export function mainCell(row: string, header: string): string {
  const names = cellsOf(header);
  const cells = cellsOf(row);
  const roles: readonly (KeyRole | undefined)[] = ['decision', 'observation', 'outcome'];
  const named = cells.find((_, i) => roles.includes(readColumn(names[i]?.text ?? '')));
  // Figures and signs say when and how far, not what.
  const said = cells.filter(({ text }) => /\p{L}/u.test(text.replace(/\d[\dTZ:.+-]*/g, '')));
  const longest = said.reduce((best, { text }) => (text.length > best.length ? text : best), '');
  return named?.text || longest || row.trim();
}

/** The cells of a table's line, without blanks around them; `\\|` does not end one. */
export function cellsOf(line: string): { text: string; start: number }[] {
  const cells: { text: string; start: number }[] = [];
  let from = line.search(/\S/) + (line.trimStart().startsWith('|') ? 1 : 0);
  for (let i = from; i <= line.length; i++) {
    if (line[i] === '\\') i++;
    else if (i >= line.length || line[i] === '|') {
      const cell = line.slice(from, i);
      cells.push({ text: cell.trim(), start: from + cell.length - cell.trimStart().length });
      from = i + 1;
    }
  }
  return cells;
}

/**
 * `2025-10-01, Ada` in either order: the first stamp is the date, what is left the author, on the next line if need be.
 * A date without a stamp stays as it is.
 */
function splitDateAuthor(
  { role, text, range }: Value,
  stampsOf: (line: number) => Stamp[],
  indentOf: (line: number) => number,
): Field[] {
  const { line, character } = range.start;
  const [first = '', second] = text.split('\n');
  const end = character + first.length;
  const stamps = stampsOf(line).filter(({ range: { start } }) => start.character >= character && start.character < end);
  const [stamp] = stamps;
  const unread = role === 'dateAuthor' && !stamp ? dateAndRest.exec(first) : null;
  if (unread) {
    const [, before = '', date = '', , rest = ''] = unread;
    const from = character + before.length;
    const range = { start: { line, character: from }, end: { line, character: from + date.length } };
    const name = nameIn(rest, line, from + date.length) ?? nameIn(before, line, character);
    return [{ role: 'date', text: date, range }, ...(name ? [name] : [])];
  }
  if (role === 'date') return stamp ? [{ role, text: stamp.text, range: stamp.range }] : [{ role, text, range }];
  const date: Field[] = stamp ? [{ role: 'date', text: stamp.text, range: stamp.range }] : [];
  const behind = stamps.at(-1)?.range.end.character ?? character;
  const after = nameIn(first.slice(behind - character), line, behind);
  if (after) return [...date, after];
  const before = stamp && nameIn(first.slice(0, stamp.range.start.character - character), line, character);
  if (before) return [before, ...date];
  const next = second === undefined ? undefined : nameIn(second, line + 1, indentOf(line + 1));
  return next ? [...date, next] : date;
}

/** A date that is no stamp, since its day may be its month or its year has two digits, between what stands around it. */
const dateAndRest = /^(\D{0,60})(?<![\w/.-])(\d{1,2}([/.-])\d{1,2}\3(?:\d{4}|\d{2}))(?![\w/-])(.*)$/;

/** A name without what separates it from a date; undefined where nothing is left. */
function nameIn(words: string, line: number, from: number): Field | undefined {
  const lead = /^[\s,;，；、/|·()（）–—-]*/.exec(words)?.[0].length ?? 0;
  const name = words
    .slice(lead)
    .replace(/[\s.,;，；、/|·(（–—-]+$/, '')
    .replace(/^([^(（]*)[)）]$/, '$1');
  if (name === '') return undefined;
  const character = from + lead;
  return {
    role: 'author',
    text: name,
    range: { start: { line, character }, end: { line, character: character + name.length } },
  };
}
