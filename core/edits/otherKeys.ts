import { readColumn, readKey } from '../plan/keys';
import type { Entry } from '../plan/model';
import { groupedBy, push } from '../text/groups';
import { statusValueStart } from '../words/statuses';
import { type KeyLine, keyLinesOf } from './keyLines';

/** A key that the reader has no role for, as entries have it: `- **Status**: Accepted`, `Context: …`. */
export type OtherKey = Omit<KeyLine, 'role'>;

/** The keys without a role that a new entry takes over, and what stands behind them; undefined where that is its own. */
export type OtherKeys = ReadonlyMap<string, string | undefined>;

export const noOtherKeys: OtherKeys = new Map();

const shape =
  /^([ \t]*)((?:[-*+]|\d{1,9}[.)])[ \t]+)?([*_]{0,3})(\p{L}[^:：*_`|]{0,39}?)([*_]{0,3}\s{0,3}[:：][*_]{0,3}[ \t]*)/u;

/** The lines of an entry below its first one that begin with words and a colon, and with no key of a role. Code has none. */
export function otherKeyLinesOf({ range, character }: Entry, lines: readonly string[]): OtherKey[] {
  const found: OtherKey[] = [];
  let isCode = false;
  for (let line = range.start.line + 1; line <= range.end.line; line++) {
    const text = lines[line] as string;
    const opensCode = /^\s*(?:[-*+]\s+)?(?:`{3,}|~{3,})/.test(text);
    if (opensCode) isCode = !isCode;
    if (isCode || opensCode || text.search(/\S/) >= character + 4) continue;
    const match = shape.exec(text.slice(0, 200));
    if (!match) continue;
    const [whole, indent, marker = '', open, words, close] = match as unknown as [
      string,
      string,
      string,
      string,
      string,
      string,
    ];
    const start = indent.length + marker.length;
    // A sentence may have a colon, too, and so has an address.
    if (words.trim().split(/\s+/).length > 4 || /^\/\//.test(text.slice(whole.length)) || readKey(text.slice(start)))
      continue;
    found.push({ line, indent, marker, open, words, close, character: start + open.length, value: whole.length });
  }
  return found;
}

/**
 * The keys without a role that entries have by habit: at least two of them and half of all; of a single one, those that are
 * written as its other keys are, in a list or in bold. A status is taken over where most have the same.
 */
export function otherKeysOf(entries: readonly Entry[], lines: readonly string[]): OtherKeys {
  const values = new Map<string, string[]>();
  for (const entry of entries) {
    const known = keyLinesOf(entry, lines);
    const own = new Map(otherKeyLinesOf(entry, lines).map((key) => [key.words, key]));
    for (const key of own.values()) {
      const isAlike = known.some(({ marker, open }) => marker + open !== '' && marker + open === key.marker + key.open);
      if (entries.length === 1 && !isAlike) continue;
      push(values, key.words, (lines[key.line] as string).slice(key.value).trim());
    }
  }
  const kept = new Map<string, string | undefined>();
  for (const [words, said] of values)
    if (entries.length === 1 || (said.length > 1 && said.length * 2 >= entries.length))
      kept.set(words, statusValueStart(`${words}:`) === undefined ? undefined : usualStatus(said));
  return kept;
}

/** What most of some statuses say, where that is no more than a word or two. */
export function usualStatus(said: readonly string[]): string | undefined {
  for (const [each, { length }] of groupedBy(said, (status) => status))
    if (length * 2 > said.length && /^\S+(?: \S+)?$/.test(each)) return each;
  return undefined;
}

/** A row of the table below an entry's heading that tells of it, a key and a value a row. */
interface FieldRow {
  /** The cells' words. */
  key: string;
  value: string;
}

/** The table of two columns that tells of an entry below its heading: its first two lines, and its rows; undefined for none. */
export function fieldTableOf(
  { range }: Entry,
  lines: readonly string[],
): { head: readonly string[]; rows: readonly FieldRow[] } | undefined {
  let first = range.start.line + 1;
  while (first <= range.end.line && (lines[first] as string).trim() === '') first++;
  const rows: FieldRow[] = [];
  for (let line = first; line <= range.end.line; line++) {
    const match = /^\s{0,3}\|([^|]*)\|([^|]*)\|\s*$/.exec(lines[line] as string);
    if (!match) break;
    const [, key, value] = match as unknown as [string, string, string];
    rows.push({ key: key.trim(), value: value.trim() });
  }
  const [, rule, ...own] = rows;
  if (!rule || !/^:?-+:?$/.test(rule.key) || !own.some(({ key }) => readColumn(plain(key)))) return undefined;
  return { head: lines.slice(first, first + 2), rows: own };
}

/** The words of a cell without the marks of bold around them. */
export function plain(cell: string): string {
  return cell.replace(/^[*_`]+|[*_`:：]+$/g, '');
}
