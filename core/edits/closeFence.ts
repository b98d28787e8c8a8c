import type { Plan } from '../plan/model';
import { closes, headingIn } from '../text/blocks';
import { endOfLine, filledBefore, isBlank } from './lines';
import { at, type PlanEdit } from './planEdit';

/**
 * Makes the md fence around a plan longer than any mark in it, at both ends, where one of these marks closes it. Nothing where
 * an end is not found.
 */
export function lengthenFence({ closedEarlyAt }: Plan, lines: readonly string[]): PlanEdit[] {
  const opening = lines.findIndex((line) => /^ {0,3}(?:`{3,}|~{3,})\s*(?:md|markdown)\b/i.test(line));
  const mark = /`{3,}|~{3,}/.exec(lines[opening] ?? '')?.[0];
  if (closedEarlyAt === undefined || mark === undefined) return [];
  const closing = lines.findLastIndex((line) => closes(line, mark));
  if (closing <= closedEarlyAt) return [];
  let longest = mark.length;
  for (const line of lines.slice(opening + 1, closing))
    longest = Math.max(longest, markAt(line, mark[0] as string)?.length ?? 0);
  return [opening, closing].map((line) => {
    const own = markAt(lines[line] as string, mark[0] as string) as string;
    const character = (lines[line] as string).indexOf(own);
    return { range: at(line, character), template: [mark[0]?.repeat(Math.max(0, longest + 1 - own.length)) ?? ''] };
  });
}

function markAt(line: string, sign: string): string | undefined {
  return new RegExp(`^\\s*(?:[-*+]\\s+|\\d{1,9}[.)]\\s+)*(${sign}{3,})`).exec(line)?.[1];
}

/** Closes a fence, which takes the lines up to `endLine`, behind the code in front of its first heading, with its own mark. */
export function closeBeforeHeading(opening: number, endLine: number, lines: readonly string[]): PlanEdit[] {
  const [, indent = '', mark] = /^(\s*)(`{3,}|~{3,})/.exec(lines[opening] as string) ?? [];
  const heading = firstHeading(opening, endLine, lines);
  if (mark === undefined || heading === undefined) return [];
  const end = endOfLine(filledBefore(heading, lines), lines);
  const crowded = end.line + 1 === heading;
  return [{ range: { start: end, end }, template: [`\n${indent}${mark}${crowded ? '\n' : ''}`] }];
}

/** The first line of a fence that looks like a heading; rather one behind a blank line than a comment in code. */
function firstHeading(opening: number, endLine: number, lines: readonly string[]): number | undefined {
  let first: number | undefined;
  for (let line = opening + 1; line < Math.min(endLine, lines.length); line++) {
    const text = lines[line] as string;
    if (!/^ {0,3}##/.test(text) || headingIn(text) === undefined) continue;
    if (isBlank(lines[line - 1])) return line;
    first ??= line;
  }
  return first;
}
