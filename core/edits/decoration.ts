import type { Step } from '../plan/model';
import { isLeading, markRange } from '../plan/steps';
import type { Stamp } from '../plan/timestamp';
import { lazyPattern, sourceOf } from '../words/pattern';
import { doneFields, doneMarks, doneWords } from '../words/stampWords';

/** A step's done stamp with brackets and gap, as it stands in its line. */
export interface Decoration {
  stamp: Stamp;
  place: 'lead' | 'trail';
  /** `(` or nothing; with words or a mark for a trailing stamp: `(done `, `✅ `, `— `. */
  before: string;
  after: string;
  /** Between a leading stamp and the text: ` `, `: `, ` - `. */
  gap: string;
  line: number;
  /** From the first bracket to the text, or from the blank before a trailing one to its last bracket. */
  start: number;
  end: number;
}

/** A line that separates the sides of a merge conflict: no part of any step's words, and nothing is written into it. */
const conflictMark = /^(?:<{7}|\|{7}|={7}|>{7})(?:\s|$)/;

/** The last line of a step's own words, up to the first mark of a merge conflict. */
export function lastTextLine({ range: { start, end } }: Step, lines: readonly string[]): number {
  for (let line = start.line + 1; line <= end.line; line++)
    if (conflictMark.test(lines[line] as string)) return line - 1;
  return end.line;
}

/** Where the words of a line end: before blanks, and before a block id (`^step-3`), which has to stand last. */
export function endOfText(text: string): number {
  return text.replace(/(?:\s+\^[A-Za-z0-9-]{1,40})?\s*$/, '').length;
}

const worded = lazyPattern(
  () =>
    String.raw`(\s)([(（](?:${sourceOf(doneWords)})[:：]?\s(?:on\s|at\s|am\s|le\s|el\s|em\s)?|(?:${doneMarks})\s?|\[(?:${doneFields})::\s?)$`,
  'iu',
);
const unworded = /(\s)([(（]|[—–|·-]\s)$/;

/** What closes a trailing stamp that something opens. */
function closingOf(before: string): string {
  const first = before.charAt(0);
  return first === '(' ? ')' : first === '（' ? '）' : first === '[' ? ']' : '';
}

/**
 * Where and how a step's done stamp stands; undefined when there is none, and for any other date: what is not surely the
 * step's own done stamp stays.
 */
export function decorationOf(step: Step, lines: readonly string[]): Decoration | undefined {
  const stamp = step.recorded === undefined ? undefined : step.stamps[step.recorded];
  if (!stamp?.isWhole) return undefined;
  return leading(step, stamp, lines) ?? trailing(step, stamp, lines);
}

function leading(step: Step, stamp: Stamp, lines: readonly string[]): Decoration | undefined {
  const { line } = stamp.range.start;
  const text = lines[line] as string;
  const from = markRange(step).end.character + 1;
  if (!isLeading(stamp, step.range.start.line, from, text)) return undefined;
  const before = text.slice(from, stamp.range.start.character).trimStart();
  const behind = text.slice(stamp.range.end.character);
  // What is more than was opened is the text's own: `（2026-02-09）`a.ts``.
  const after = (/^[)\]）>*_`]{0,4}/.exec(behind)?.[0] ?? '').slice(0, before.length);
  if (before.length !== after.length) return undefined;
  const rest = behind.slice(after.length);
  // A wide bracket has its own blank.
  const isWide = after.endsWith('）');
  const gap = /^(?:\s?(?:[:：–—|·→-]|->)(?:\s|$)|[:：,]\s?|\s|$)/.exec(rest)?.[0] ?? (isWide ? '' : undefined);
  if (gap === undefined) return undefined;
  // Of a start and an end nobody can tell which one a tick has written.
  const next = step.stamps[step.stamps.indexOf(stamp) + 1];
  if (next && isLeading(next, line, stamp.range.end.character + after.length + gap.length, text)) return undefined;
  const start = stamp.range.start.character - before.length;
  const isAlone = rest.length === gap.length && gap === '';
  return {
    stamp,
    place: 'lead',
    before,
    after,
    gap: gap || (isWide && rest !== '' ? '' : ' '),
    line,
    start: isAlone && /\s/.test(text.charAt(start - 1)) ? start - 1 : start,
    end: stamp.range.end.character + after.length + gap.length,
  };
}

function trailing(step: Step, stamp: Stamp, lines: readonly string[]): Decoration | undefined {
  const { line } = stamp.range.start;
  const text = lines[line] as string;
  if (line !== lastTextLine(step, lines)) return undefined;
  const front = text.slice(0, stamp.range.start.character);
  const before = (worded(front).exec(front) ?? unworded.exec(front))?.[2];
  if (before === undefined) return undefined;
  const after = closingOf(before);
  const behind = text.slice(stamp.range.end.character, endOfText(text));
  if (!behind.startsWith(after) || !/^[.;]?$/.test(behind.slice(after.length))) return undefined;
  return {
    stamp,
    place: 'trail',
    before,
    after,
    gap: ' ',
    line,
    start: stamp.range.start.character - before.length - 1,
    end: stamp.range.end.character + after.length,
  };
}
