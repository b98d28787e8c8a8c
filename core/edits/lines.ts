import type { Position, Range } from 'vscode-languageserver-textdocument';
import { at } from './planEdit';

/** True for a line without words, and for one that a text does not have. */
export function isBlank(line: string | undefined): boolean {
  return line === undefined || line.trim() === '';
}

/** The last filled line in front of one; -1 where there is none. */
export function filledBefore(line: number, lines: readonly string[]): number {
  let before = line - 1;
  while (before >= 0 && isBlank(lines[before])) before--;
  return before;
}

/** The place behind the last character of a line. */
export function endOfLine(line: number, lines: readonly string[]): Position {
  return { line, character: (lines[line] as string).length };
}

/** The empty range behind the last character of a line. */
export function atEnd(line: number, lines: readonly string[]): Range {
  const { character } = endOfLine(line, lines);
  return at(line, character);
}
