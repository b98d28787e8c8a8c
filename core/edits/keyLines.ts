import { inlineKeys, readKey } from '../plan/keys';
import type { Entry } from '../plan/model';
import type { KeyRole } from '../words/keyNames';

/** A key as it stands at the start of a line of an entry, behind marker and indentation. */
export interface KeyLine {
  role: KeyRole;
  line: number;
  /** The blanks in front, and the list marker with the blanks behind it: `  ` and `- `. */
  indent: string;
  marker: string;
  /** Emphasis in front of the words, the words, and emphasis, colon and blanks behind them. */
  open: string;
  words: string;
  close: string;
  /** Where the words begin, and where the value does. */
  character: number;
  value: number;
}

/** An entry belongs to one text, so its keys are found once, however many fixes ask for them. */
const known = new WeakMap<Entry, readonly KeyLine[]>();

/** The keys that begin lines of an entry, in document order: in its first line that of its text. Code has none. */
export function keyLinesOf(entry: Entry, lines: readonly string[]): readonly KeyLine[] {
  const found = known.get(entry) ?? readKeyLines(entry, lines);
  known.set(entry, found);
  return found;
}

function readKeyLines({ range, character }: Entry, lines: readonly string[]): KeyLine[] {
  const found: KeyLine[] = [];
  if (/^\s*\|/.test(lines[range.start.line] as string)) return found;
  let fence: string | undefined;
  for (let { line } = range.start; line <= range.end.line; line++) {
    const text = lines[line] as string;
    const marks = /^\s*(?:[-*+]\s+)?(`{3,}|~{3,})/.exec(text)?.[1];
    if (marks && (fence === undefined || marks.startsWith(fence))) fence = fence === undefined ? marks : undefined;
    const isFirst = line === range.start.line;
    if (fence !== undefined || marks || (!isFirst && text.search(/\S/) >= character + 4)) continue;
    const lead = /^(\s*)((?:[-*+]|\d{1,9}[.)])\s+)?/.exec(text) as unknown as [string, string, string | undefined];
    const from = isFirst ? character : lead[0].length;
    const key = readKey(text.slice(from));
    const parts =
      key && /^([\s*_`]*)(.*?)([*_]{0,3}\s{0,3}[:：][*_]{0,3}[ \t]*)$/.exec(text.slice(from, from + key.length));
    if (!key || !parts) continue;
    const [, open, words, close] = parts as unknown as [string, string, string, string];
    const start = from + open.length;
    found.push({
      ...{ role: key.role, line, indent: lead[1], marker: lead[2] ?? '', open, words, close },
      ...{ character: start, value: from + key.length },
    });
  }
  return found;
}

/** A key in the middle of a line of an entry: `… that wraps. Rationale: because`, `(evidence: …)`. */
export interface InlineKey {
  role: KeyRole;
  line: number;
  start: number;
  isInBracket: boolean;
}

/** The keys in the middle of the lines of an entry, in document order. */
export function inlineKeysOf({ range, character }: Entry, lines: readonly string[]): InlineKey[] {
  const found: InlineKey[] = [];
  for (let { line } = range.start; line <= range.end.line; line++) {
    const text = lines[line] as string;
    const from = line === range.start.line ? character : (/^\s*(?:[-*+]\s+)?/.exec(text)?.[0].length ?? 0);
    const own = readKey(text.slice(from))?.length ?? 0;
    for (const { role, start } of inlineKeys(text, from + own))
      found.push({ role, line, start, isInBracket: /[(（][*_]{0,3}$/.test(text.slice(0, start)) });
  }
  return found;
}
