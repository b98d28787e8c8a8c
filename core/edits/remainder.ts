import type { Position, Range } from 'vscode-languageserver-textdocument';
import type { Passage, Plan, Step } from '../plan/model';
import { markRange } from '../plan/steps';
import { completedLabelIn, partialNoteIn, remainderLabelIn } from '../words/remainders';
import { countOn } from './countOn';
import { leadBehind } from './listMarker';
import { at, type PlanEdit } from './planEdit';

/** What became of what a partial step calls its remainder, when the step is ticked: nobody but a person knows. */
export type Remainder = 'done' | 'split';

/**
 * Settles what a partial step says that remains, so that no done step has a remainder: where it is `done`, the parenthesis
 * goes; where it is `split`, the remainder becomes an open step below. Undefined for a step that names none, and where its
 * parenthesis is not closed.
 *
 *     - [ ] Read it (completed: USB; remaining: serial)
 *
 *     done    - [ ] Read it
 *     split   - [ ] Read it (completed: USB)
 *             - [ ] Read it: serial
 *
 * What a step with a mark of its own says behind its words is settled, too: `[~] Fill it; still to do: old rows`.
 */
export function settleRemainder(
  plan: Plan,
  step: Step,
  lines: readonly string[],
  remainder: Remainder,
): PlanEdit[] | undefined {
  const found = findRemainder(step, lines);
  if (!found) return undefined;
  const { whole, part, words, remaining } = found;
  if (remainder === 'done') return [{ range: whole, template: [''] }];
  const own = words.replace(/[\s.:;,。：；，、—–-]+$/, '');
  const left = `${own}${colonBehind(own)}${remaining}`;
  const open = `${leadBehind(plan, step, lines)}[ ] ${left}`;
  return [
    { range: part ?? whole, template: [''] },
    ...countOn([{ range: at(step.lastLine, (lines[step.lastLine] as string).length), template: [open] }], lines),
  ];
}

/** What a partial step says that remains; undefined where it says nothing that could be settled. */
export function remainingOf(step: Step, lines: readonly string[]): string | undefined {
  return findRemainder(step, lines)?.remaining;
}

/** What says that something remains, all of it and its part that does, and the step's words without it. */
interface FoundRemainder {
  whole: Range;
  part: Range | undefined;
  words: string;
  remaining: string;
}

function findRemainder(step: Step, lines: readonly string[]): FoundRemainder | undefined {
  const { remaining, state, text: words } = step;
  if (remaining !== undefined) {
    const note = findPartialNote(step, lines);
    return note && { whole: note.whole, part: note.part, words, remaining };
  }
  if (state !== 'partial') return undefined;
  // `Fill it; still to do: old rows.` goes up to its end.
  const { text, place } = writtenOf(step, lines);
  const [own, written] = [remainderAtEnd(words), remainderAtEnd(text)];
  if (!own || !written) return undefined;
  const whole = { start: place(written.start), end: place(written.end) };
  return { whole, part: undefined, words: words.slice(0, own.start), remaining: own.remaining };
}

/** Where a text begins to say, outside of parentheses and up to its end, what remains, and what that is. */
function remainderAtEnd(text: string): { start: number; end: number; remaining: string } | undefined {
  const label = remainderLabelIn(text);
  const before = text.slice(0, Math.max(0, label));
  const sign = /[.。]?[\s;,，；、—–-]+$/.exec(before);
  if (!sign || sign.index === 0 || !/[.。;,，；、—–-]/.test(sign[0])) return undefined;
  if (before.lastIndexOf('(') > before.lastIndexOf(')') || before.lastIndexOf('（') > before.lastIndexOf('）'))
    return undefined;
  const start = sign.index + (/^[.。]/.test(sign[0]) ? 1 : 0);
  const end = text.trimEnd().replace(/[.。]$/, '').length;
  const remaining = text.slice(label, end).replace(/^[^:：]*[:：]/, '');
  return remaining.trim() === '' ? undefined : { start, end, remaining: remaining.trim().replace(/\s+/g, ' ') };
}

/** The colon that leads from some words to others, as their script has it. */
export function colonBehind(words: string): string {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]$/u.test(words) ? '：' : ': ';
}

/** The parenthesis by which a step says what is done of it and what is left: `(completed: USB; remaining: serial)`. */
export interface PartialNote {
  /** With the blank before it; with the one behind where no words stand before it. */
  whole: Range;
  /** `; remaining: serial`; undefined where it names no remainder, and where nothing else stands in it. */
  part: Range | undefined;
  /** Behind the first and in front of the last bracket. */
  inner: Range;
  /** What is said to be done, without its key. */
  completed: Passage | undefined;
  remaining: Passage | undefined;
}

/** Finds the parenthesis that `Step.remaining` is read from; undefined where there is none, and where it is not closed. */
export function findPartialNote(step: Step, lines: readonly string[]): PartialNote | undefined {
  const { text, place } = writtenOf(step, lines);
  const open = partialNoteIn(text);
  const close = open < 0 ? -1 : closingParenthesis(text, open);
  if (close < 0) return undefined;
  const between = (first: number, last: number): Range => ({ start: place(first), end: place(last) });
  const passage = (first: number, last: number): Passage | undefined => {
    const own = text.slice(first, last);
    const begin = first + (own.length - own.trimStart().length);
    return own.trim() === ''
      ? undefined
      : { text: own.trim().replace(/\s+/g, ' '), range: between(begin, begin + own.trim().length) };
  };
  const inner = text.slice(open + 1, close);
  const label = remainderLabelIn(inner);
  const partStart = label < 0 ? close : open + 1 + inner.slice(0, label).replace(/[\s;,，；、]+$/, '').length;
  const key = completedLabelIn(inner) || undefined;
  const before = text.slice(0, open).trimEnd().length;
  const behind = close + 1 + (/^\s*/.exec(text.slice(close + 1))?.[0].length ?? 0);
  return {
    // In front of all words the blank behind it goes, where a stamp is written before that.
    whole: before > 0 ? between(before, close + 1) : between(open, behind),
    part: label >= 0 && partStart > open + 1 ? between(partStart, close) : undefined,
    inner: between(open + 1, close),
    completed: key === undefined ? undefined : passage(open + 1 + key, partStart),
    remaining: label < 0 ? undefined : passage(open + 1 + label + inner.slice(label).search(/[:：]/) + 1, close),
  };
}

/** What is written behind a step's box, its lines as they are, and where in the text an offset of it is. */
function writtenOf(step: Step, lines: readonly string[]): { text: string; place(offset: number): Position } {
  const { start, end } = step.range;
  const words = (line: number) => (line === end.line ? lines[line]?.slice(0, end.character) : lines[line]) ?? '';
  const from = markRange(step).end.character + 1;
  const texts = [words(start.line).slice(from)];
  for (let line = start.line + 1; line <= end.line; line++) texts.push(words(line));
  const text = texts.join('\n');
  return {
    text,
    place(offset) {
      const before = text.slice(0, offset).split('\n');
      const line = start.line + before.length - 1;
      return { line, character: (before.at(-1) as string).length + (line === start.line ? from : 0) };
    },
  };
}

/** Where the parenthesis that opens at `open` is closed; -1 where it is not. */
function closingParenthesis(text: string, open: number): number {
  let depth = 0;
  for (let i = open; i < text.length; i++) {
    if (text[i] === '(' || text[i] === '（') depth++;
    else if ((text[i] === ')' || text[i] === '）') && --depth === 0) return i;
  }
  return -1;
}
