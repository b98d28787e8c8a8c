import type { Position, Range } from 'vscode-languageserver-textdocument';
import { endOfLine, isBlank } from '../../edits/lines';
import { type PlanEdit, within } from '../../edits/planEdit';
import { tabStops } from '../../edits/template';
import { rangeOf, type SilencedRule, type Suppression, wordOf } from '../suppressions';

/** What a person is asked for as a reason; text of its own where the client cannot ask. */
export const reasonText = 'why it is right as it is';

/** Takes one rule out of a comment; with the last one the whole comment goes. */
export function removeRule(comment: Suppression, rule: SilencedRule, lines: readonly string[]): PlanEdit[] {
  const { ids } = comment;
  const i = ids.indexOf(rule);
  const [previous, next] = [ids[i - 1], ids[i + 1]].map((each) => each && rangeOf(comment, each));
  const { start, end } = rangeOf(comment, rule);
  if (next) return [{ range: { start, end: next.start }, template: [] }];
  if (previous) return [{ range: { start: previous.end, end }, template: [] }];
  return removeComment(comment, lines);
}

/** Takes a comment away: with its lines where nothing else stands in them, and one of the blank lines around it. */
export function removeComment(comment: Suppression, lines: readonly string[]): PlanEdit[] {
  const { start, end } = placeOf(comment, lines);
  const before = (lines[start.line] as string).slice(0, start.character);
  const behind = (lines[end.line] as string).slice(end.character);
  if (before.trim() !== '' || behind.trim() !== '') {
    const blanks = before.length - before.trimEnd().length;
    const left = before.trim() !== '' ? { line: start.line, character: start.character - blanks } : start;
    return [{ range: { start: left, end }, template: [blanks > 0 && /^\S/.test(behind) ? ' ' : ''] }];
  }
  const next = end.line + 1;
  const first = start.line;
  if (next >= lines.length) {
    const from = Math.max(0, first - 1);
    return [
      { range: { start: first === 0 ? start : endOfLine(from, lines), end: endOfLine(end.line, lines) }, template: [] },
    ];
  }
  const count = isBlank(lines[first - 1]) && isBlank(lines[next]) && next + 1 < lines.length ? next + 1 : next;
  return [{ range: { start: { line: first, character: 0 }, end: { line: count, character: 0 } }, template: [] }];
}

/** Asks for the reason behind the last rule of a comment that has none. */
export function addReason(comment: Suppression, lines: readonly string[]): PlanEdit[] {
  const start = endOfNames(comment);
  return [{ range: { start, end: placeOf(comment, lines).close }, template: [': ', tabStops()(reasonText), ' '] }];
}

/** Names one more rule in a comment, and asks for its reason. */
export function addRule(comment: Suppression, id: string, lines: readonly string[]): PlanEdit[] {
  const start = endOfNames(comment);
  if (comment.reason === '' || comment.ids.length === 0) {
    const template = [`${comment.ids.length > 0 ? ', ' : ' '}${id}: `, tabStops()(reasonText), ' '];
    return [{ range: { start, end: placeOf(comment, lines).close }, template }];
  }
  const { line: closeLine, character } = placeOf(comment, lines).close;
  const text = (lines[closeLine] as string).slice(0, character).trimEnd();
  return [
    { range: { start, end: start }, template: [`, ${id}`] },
    { range: within(closeLine, text.length, character), template: ['; ', tabStops()(reasonText), ' '] },
  ];
}

/** Where the names of a comment's rules end. */
function endOfNames(comment: Suppression): Position {
  const last = comment.ids.at(-1);
  return last ? rangeOf(comment, last).end : wordOf(comment).end;
}

/** Where a whole comment stands, from `<!--` to `-->`, and where that closing mark begins. */
function placeOf({ line, character, height }: Suppression, lines: readonly string[]): Range & { close: Position } {
  const start = { line, character: (lines[line] as string).lastIndexOf('<!--', character) };
  for (let each = line; each < line + height; each++) {
    const close = (lines[each] ?? '').indexOf('-->', each === line ? character : 0);
    if (close >= 0)
      return { start, close: { line: each, character: close }, end: { line: each, character: close + 3 } };
  }
  throw new Error('a comment without an end');
}
