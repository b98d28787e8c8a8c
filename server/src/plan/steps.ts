import type { Position } from 'vscode-languageserver-textdocument';
import type { Item } from './markdown';
import type { Step, StepState } from './model';
import { readStamps, type Stamp } from './timestamp';

const box = /^\[([^\]])\](?=\s|$)/u;

/** True when a list item begins with a box: `[ ]`, `[x]`, `[X]`, or any other single mark between brackets. */
export function hasBox(item: Item, lines: readonly string[]): boolean {
  return box.test((lines[item.line] ?? '').slice(item.character, item.character + 5));
}

/**
 * Reads a list item that has a box; undefined when it has none. The caller ties it to a milestone.
 *
 *     - [x] (2026-02-09 11:19Z) Add the table,
 *       with its index.                          →   done, "Add the table, with its index."
 */
export function readStep(item: Item, lines: readonly string[]): Step | undefined {
  const first = lines[item.line] ?? '';
  const match = box.exec(first.slice(item.character));
  if (!match) return undefined;
  const mark = match[1] as string;
  const markStart = item.character + 1;
  const textStart = item.character + match[0].length;
  const endLine = item.textEndLine - 1;
  const stamps: Stamp[] = readStamps(first, item.line, textStart);
  for (let line = item.line + 1; line < item.endLine; line++) stamps.push(...readStamps(lines[line] as string, line));
  const rest = [first.slice(textStart), ...lines.slice(item.line + 1, endLine + 1)]
    .map((line) => line.trim())
    .join(' ');
  const remaining = remainderOf(rest);
  return {
    state: stateOf(mark, remaining !== undefined || /\(\s*completed\s*:/i.test(rest)),
    box: mark,
    text: withoutLeadingStamp(rest.trim(), stamps[0], item.line, textStart, first),
    range: {
      start: startOf(item, first),
      end: { line: endLine, character: (lines[endLine] as string).trimEnd().length },
    },
    mark: {
      start: { line: item.line, character: markStart },
      end: { line: item.line, character: markStart + mark.length },
    },
    stamps,
    depth: item.depth,
    remaining,
    milestone: undefined,
  };
}

function stateOf(mark: string, saysWhatIsDone: boolean): StepState {
  if (mark === 'x' || mark === 'X') return 'done';
  if (mark.trim() === '') return saysWhatIsDone ? 'partial' : 'open';
  return 'partial';
}

/** X of `(completed: …; remaining: X)`; undefined when the text does not say it. */
function remainderOf(text: string): string | undefined {
  const at = text.search(/\bremaining\s*:/i);
  if (at < 0 || text.lastIndexOf('(', at) < 0) return undefined;
  const from = text.indexOf(':', at) + 1;
  const close = text.lastIndexOf(')');
  return text.slice(from, close > from ? close : undefined).trim() || undefined;
}

/** Where an item's marker stands. */
export function startOf(item: Item, line: string): Position {
  const marker = line.slice(0, item.character).search(/(?:[-*+]|\d{1,9}[.)])\s*$/);
  return { line: item.line, character: Math.max(0, marker) };
}

/** What stands between a box (or a list marker) and a leading stamp, and between that stamp and the text. */
const opening = /^\s*[([*_`]{0,4}$/;
const closing = /^[)\]*_`]{0,4}(?:\s*[:–—-](?=\s)|:)?\s*/;

/** True when nothing but brackets and emphasis stands between `from` and the stamp. */
export function isLeading(stamp: Stamp, line: number, from: number, text: string): boolean {
  return stamp.range.start.line === line && opening.test(text.slice(from, stamp.range.start.character));
}

/** A text that begins at `from` of its line without the stamp that leads it, if one does. */
export function withoutLeadingStamp(
  rest: string,
  stamp: Stamp | undefined,
  line: number,
  from: number,
  text: string,
): string {
  if (!stamp || !isLeading(stamp, line, from, text)) return rest;
  const behind = rest.slice(rest.indexOf(stamp.text) + stamp.text.length);
  return behind.replace(closing, '').trim();
}
