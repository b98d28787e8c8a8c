import { closes, insideOf, type Landmark } from '../text/blocks';
import type { CutText } from '../text/pieces';
import type { RoledHeading } from './headings';
import { rolesIn } from './roledHeading';
import { isLiving } from './sections';

/** The md fence that a text quotes its plan in. Lines are 0-based. */
export interface Envelope {
  /** The lines inside of it, from `start` up to `end`; `start - 1` is the fence's first line. */
  start: number;
  end: number;
  /** The line of an inner fence that closes it by mistake; undefined where it is closed at its end. */
  closedEarlyAt: number | undefined;
}

type Fence = Extract<Landmark, { kind: 'fence' }>;

/** Filled lines that may stand around a fence that is closed early, on each side. */
const around = 5;

/** The fence labelled md around nearly all lines of a text, if there is one. */
export function envelopeOf({ lines, landmarks }: CutText): Envelope | undefined {
  const fence = landmarks.find(
    (block): block is Fence => block.kind === 'fence' && /^(?:md|markdown)\b/i.test(block.info),
  );
  if (!fence) return undefined;
  const broken = closedEarly(fence, lines);
  if (broken) return broken;
  const { line: start, endLine: end } = insideOf(fence, lines);
  // Where a living section stands outside of fences, what a fence quotes is only quoted.
  const isQuote = landmarks.some((block) => block.kind === 'heading' && (block as RoledHeading).roles.some(isLiving));
  if (end - start < 10 || isQuote || filledAround(fence, lines) * 4 > end - start) return undefined;
  return { start, end, closedEarlyAt: undefined };
}

/**
 * The same where an inner fence's mark closes the outer one: behind it the plan goes on with other sections, up to the
 * mark that was meant.
 *
 *     ```md
 *     # Title
 *     ```sh
 *     make
 *     ```            closes the outer fence
 *     ## Progress
 *     ```            was meant to
 */
function closedEarly(fence: Fence, lines: readonly string[]): Envelope | undefined {
  if (lines.slice(0, fence.line).filter(isFilled).length > around) return undefined;
  const { line: start, endLine: close } = insideOf(fence, lines);
  if (close === fence.endLine) return undefined;
  const mark = (/`{3,}|~{3,}/.exec(lines[fence.line] as string) as RegExpExecArray)[0];
  const end = lastMark(mark, close, lines);
  if (end === undefined) return undefined;
  const isTitled = /^\s{0,3}#{1,2}\s/.test(lines.slice(start, close).find(isFilled) ?? '');
  const before = new Set(rolesIn(lines.slice(start, close)));
  const behind = rolesIn(lines.slice(close, end));
  // What repeats the sections is another plan behind a quoted one.
  const repeated = behind.filter((role) => before.has(role)).length;
  if (!isTitled || behind.length === 0 || repeated * 2 >= behind.length) return undefined;
  return { start, end, closedEarlyAt: close };
}

/** The last line behind another one that closes a fence, with only a few filled lines behind it. */
function lastMark(mark: string, behind: number, lines: readonly string[]): number | undefined {
  let filled = 0;
  for (let line = lines.length - 1; line > behind && filled <= around; line--) {
    const text = lines[line] as string;
    if (closes(text, mark)) return line;
    if (isFilled(text)) filled++;
  }
  return undefined;
}

function isFilled(line: string): boolean {
  return line.trim() !== '';
}

/** How many lines outside of a block are not blank. */
function filledAround({ line, endLine }: { line: number; endLine: number }, lines: readonly string[]): number {
  return lines.filter((text, i) => (i < line || i >= endLine) && isFilled(text)).length;
}
