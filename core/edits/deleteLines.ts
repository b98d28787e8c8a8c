import { endOfLine, isBlank } from './lines';
import type { PlanEdit } from './planEdit';

/**
 * Deletes an item or a paragraph of `height` lines from `line` on, with the blank lines behind it. Undefined where it is more
 * than that: part of a longer item, and where nothing else would be left of its list or below its heading.
 */
export function deleteAlone(line: number, height: number, lines: readonly string[]): PlanEdit | undefined {
  const indent = itemIndent(lines[line]);
  const behind = line + height;
  if (isHeading(lines[line])) return undefined;
  if (indent === undefined) return isParagraph(line, behind, lines) ? deleted(line, behind, lines) : undefined;
  const next = lines[behind];
  const nextIndent = itemIndent(next);
  const isWhole = isBlank(next) || isHeading(next) || (nextIndent !== undefined && nextIndent <= indent);
  const around = [filledAt(line - 1, -1, lines), filledAt(behind, 1, lines)];
  return isWhole && around.some((each) => itemIndent(each) === indent) ? deleted(line, behind, lines) : undefined;
}

/** True for lines between blank ones that are not the only text below their heading. */
function isParagraph(line: number, behind: number, lines: readonly string[]): boolean {
  if (/^\s/.test(lines[line] as string) || !isBlank(lines[line - 1]) || !isBlank(lines[behind])) return false;
  return [filledAt(line - 1, -1, lines), filledAt(behind, 1, lines)].some((each) => !isBlank(each) && !isHeading(each));
}

function deleted(line: number, behind: number, lines: readonly string[]): PlanEdit {
  let end = behind;
  while (end < lines.length && isBlank(lines[end]) && isBlank(lines[line - 1])) end++;
  // Up to the line in front where nothing follows.
  const isLast = end >= lines.length;
  const [from, to] = isLast
    ? [endOfLine(line - 1, lines), endOfLine(behind - 1, lines)]
    : [startOf(line), startOf(end)];
  return { range: { start: from, end: to }, template: [''] };
}

function startOf(line: number) {
  return { line, character: 0 };
}

/** How far an item is indented; undefined for other lines. */
function itemIndent(text: string | undefined): number | undefined {
  return /^(\s*)(?:[-*+]|\d{1,9}[.)])\s/.exec(text ?? '')?.[1]?.length;
}

/** The nearest filled line from one on, in one direction; undefined at the ends. */
function filledAt(line: number, step: 1 | -1, lines: readonly string[]): string | undefined {
  let at = line;
  while (at >= 0 && at < lines.length && isBlank(lines[at])) at += step;
  return lines[at];
}

function isHeading(text: string | undefined): boolean {
  return /^ {0,3}#{1,6}\s/.test(text ?? '');
}
