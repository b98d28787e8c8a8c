import type { Range } from 'vscode-languageserver-textdocument';
import type { Template } from './template';

/** One replacement in a plan's text: `range` becomes what `template` says. Line ends in it are `\n`. */
export interface PlanEdit {
  range: Range;
  template: Template;
}

/** An empty range: a place to insert at. */
export function at(line: number, character: number): Range {
  return { start: { line, character }, end: { line, character } };
}

/** The part of one line from `start` up to `end`. */
export function within(line: number, start: number, end: number): Range {
  return { start: { line, character: start }, end: { line, character: end } };
}

/** The line end that a text uses most; `\n` for a text of one line. */
export function lineEndOf(text: string): '\n' | '\r\n' | '\r' {
  const crlf = count(text, '\r\n');
  const lf = count(text, '\n') - crlf;
  const cr = count(text, '\r') - crlf;
  if (crlf >= lf && crlf >= cr && crlf > 0) return '\r\n';
  return cr > lf ? '\r' : '\n';
}

function count(text: string, part: string): number {
  let found = 0;
  for (let i = text.indexOf(part); i >= 0; i = text.indexOf(part, i + part.length)) found++;
  return found;
}
