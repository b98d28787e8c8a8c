import type { Range } from 'vscode-languageserver-textdocument';
import { remembered } from '../text/remembered';
import { type Template, toText } from './template';

/** One replacement in a plan's text: `range` becomes what `template` says. Line ends in it are `\n`. */
export interface PlanEdit {
  range: Range;
  template: Template;
  /**
   * What stands there instead where nobody can type over the template: words that are true as they are, in place of those
   * that ask for others. Left out where the template's own words are.
   */
  neutral?: string;
}

/** What an edit writes where there are no tab stops. */
export function newTextOf({ template, neutral }: PlanEdit): string {
  return neutral ?? toText(template);
}

/** An empty range: a place to insert at. */
export function at(line: number, character: number): Range {
  return { start: { line, character }, end: { line, character } };
}

/** The part of one line from `start` up to `end`. */
export function within(line: number, start: number, end: number): Range {
  return { start: { line, character: start }, end: { line, character: end } };
}

/** The most frequent of the line ends of a text; `\n` for a text of one line. */
export const lineEndOf = remembered((ends: readonly string[]): '\n' | '\r\n' | '\r' => {
  const counts = { '\r\n': 0, '\n': 0, '\r': 0 };
  for (const end of ends) if (end === '\n' || end === '\r\n' || end === '\r') counts[end]++;
  if (counts['\r\n'] > 0 && counts['\r\n'] >= Math.max(counts['\n'], counts['\r'])) return '\r\n';
  return counts['\r'] > counts['\n'] ? '\r' : '\n';
});
