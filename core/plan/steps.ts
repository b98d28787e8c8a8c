import type { Position, Range } from 'vscode-languageserver-textdocument';
import type { Item } from '../text/blocks';
import { movedRange } from '../text/positions';
import { saysBlocked } from '../words/blocked';
import { saysDropped } from '../words/boxWords';
import { readName } from '../words/milestoneNames';
import { partialNoteIn, remainderLabelIn } from '../words/remainders';
import { isBlockedMark, readBox, stateOfMark } from './box';
import { doneStampBelow, doneStampIn } from './doneStamp';
import type { Step, StepState } from './model';
import type { MarkMeaning, Reading } from './reading';
import { movedStamp, readStamps, type Stamp } from './timestamp';

/** A comment that silences a rule in the line behind it. */
const aboutRules = /\s?<!--\s{0,20}execplan-(?:[^-]|-(?!->)){0,1000}-->/g;

/** The place of an item that a step is read from. */
export type ItemPlace = Pick<Item, 'line' | 'character' | 'textEndLine' | 'wholeEndLine' | 'depth'>;

/**
 * Reads a list item that has a box; undefined when it has none. The caller ties it to a milestone.
 *
 *     - [x] (2026-02-09 11:19Z) Add the table,
 *       with its index.                          →   done, "Add the table, with its index."
 */
export function readStep(item: ItemPlace, lines: readonly string[], { marks, zones }: Reading): Step | undefined {
  const first = lines[item.line] ?? '';
  const found = readBox(first.slice(item.character));
  if (!found) return undefined;
  const { mark } = found;
  const textStart = item.character + found.length;
  const endLine = item.textEndLine - 1;
  let stamps = readStamps(first, item.line, textStart, zones);
  let rest = first.slice(textStart).trim();
  for (let line = item.line + 1; line <= endLine; line++) {
    const text = lines[line] as string;
    stamps = stamps.concat(readStamps(text, line, 0, zones));
    rest += ` ${text.trim()}`;
  }
  if (rest.includes('<!--')) rest = rest.replace(aboutRules, '');
  const split = splitPartial(rest);
  const leading = leadingStamps(stamps, item.line, textStart, first);
  const text = withoutLeadingStamps((split?.text ?? rest).trim(), leading, item.line, textStart, first);
  const state = stateOf(mark, text, split !== undefined, marks);
  // What is struck out names its unit all the same.
  const unit = readName(state === 'dropped' && text.startsWith('~~') ? text.slice(2) : text);
  return {
    state,
    mark,
    markCharacter: item.character + 1,
    text,
    range: {
      start: startOf(item, first),
      end: { line: endLine, character: (lines[endLine] as string).trimEnd().length },
    },
    lastLine: item.wholeEndLine - 1,
    stamps,
    recorded: doneStampIn(
      stamps,
      (stamp) => leading.includes(stamp),
      (line) => lines[line] as string,
    ),
    stampBelow:
      stamps.length === 0 && state !== 'open' && item.wholeEndLine > item.textEndLine
        ? doneStampBelow(item, lines, zones)
        : undefined,
    depth: item.depth,
    remaining: split?.remaining,
    isBlocked:
      (state === 'open' || state === 'partial') &&
      (isMeant(mark, 'blocked', marks) || isBlockedMark(mark) || saysBlocked(text)),
    unit: unit && { word: unit.word, number: unit.number },
    milestone: undefined,
  };
}

/** A step, so many lines further down: a copy. */
export function movedStep(step: Step, by: number): Step {
  // Field by field: a plan has thousands, and `...step` takes fifteen times as long.
  return {
    state: step.state,
    mark: step.mark,
    markCharacter: step.markCharacter,
    text: step.text,
    range: movedRange(step.range, by),
    lastLine: step.lastLine + by,
    stamps: step.stamps.map((stamp) => movedStamp(stamp, by)),
    recorded: step.recorded,
    stampBelow: step.stampBelow && movedStamp(step.stampBelow, by),
    depth: step.depth,
    remaining: step.remaining,
    isBlocked: step.isBlocked,
    unit: step.unit,
    milestone: step.milestone,
  };
}

function stateOf(mark: string, text: string, saysWhatIsDone: boolean, marks: Reading['marks']): StepState {
  if (mark !== 'x' && mark !== 'X' && Object.hasOwn(marks, mark)) {
    const meaning = marks[mark] as MarkMeaning;
    if (meaning !== 'blocked') return meaning;
    return saysWhatIsDone ? 'partial' : 'open';
  }
  const state = stateOfMark(mark);
  // What is struck out, or ends with saying so, is given up, unless it was done.
  if (state !== 'done' && (isStruckOut(text) || saysDropped(text))) return 'dropped';
  return state === 'open' && saysWhatIsDone ? 'partial' : state;
}

function isMeant(mark: string, meaning: MarkMeaning, marks: Reading['marks']): boolean {
  return Object.hasOwn(marks, mark) && marks[mark] === meaning;
}

/** True for a text that is struck out, perhaps with the reason behind it. */
function isStruckOut(text: string): boolean {
  return text.startsWith('~~') && /^~~\S(?:[^~]|~(?!~)){0,1000}~~(?=$|[\s.:;,(（—–-])/.test(text);
}

/** A text without its `(completed: …; remaining: X)`, and X; undefined when it has none. */
function splitPartial(text: string): { text: string; remaining: string | undefined } | undefined {
  const open = partialNoteIn(text);
  if (open < 0) return undefined;
  const end = closingParenthesis(text, open);
  const inner = text.slice(open + 1, end);
  const remaining = remainderLabelIn(inner);
  return {
    text: text.slice(0, open).trimEnd() + text.slice(end + 1),
    remaining:
      remaining < 0
        ? undefined
        : inner.slice(inner.slice(remaining).search(/[:：]/) + remaining + 1).trim() || undefined,
  };
}

/** Where the parenthesis that opens at `open` is closed; the text's end when it is not. */
function closingParenthesis(text: string, open: number): number {
  let depth = 0;
  for (let i = open; i < text.length; i++) {
    if (text[i] === '(' || text[i] === '（') depth++;
    else if ((text[i] === ')' || text[i] === '）') && --depth === 0) return i;
  }
  return text.length;
}

/** Where a step's mark stands, without the brackets around it. */
export function markRange({ range, mark, markCharacter }: Step): Range {
  const { line } = range.start;
  return { start: { line, character: markCharacter }, end: { line, character: markCharacter + mark.length } };
}

/** Where an item's marker stands. */
export function startOf(item: Pick<Item, 'line' | 'character'>, line: string): Position {
  const bullet = item.character - 2;
  const isPlain = line[bullet + 1] === ' ' && '-*+'.includes(line[bullet] ?? ' ');
  const marker = isPlain ? bullet : line.slice(0, item.character).search(/(?:[-*+]|\d{1,9}[.)])\s*$/);
  return { line: item.line, character: Math.max(0, marker) };
}

/** What stands between a box (or a list marker) and a leading stamp, and between that stamp and the text. */
const opening = /^\s*[([（<*_`]{0,4}$/;
const closing = /^[)\]）>*_`]{0,4}(?:\s*(?:[:：–—|·•→/-]|->|=>)(?=\s)|[:：,;])?\s*/;

/** A name in brackets between a stamp and what follows a colon or a dash: `2026-02-09 (Ada): Text`. */
const named = /^([)\]）>*_`]{0,4})\s?[(（]\p{Lu}[\p{L} .-]{0,40}[)）](?=[*_]{0,2}\s?[:：—–-](?:\s|$))/u;

/** True when nothing but brackets and emphasis stands between `from` and the stamp. */
export function isLeading(stamp: Stamp, line: number, from: number, text: string): boolean {
  const { start } = stamp.range;
  if (start.line !== line) return false;
  const gap = text.slice(from, start.character);
  // Behind a box nearly all are like that.
  return gap === ' (' || opening.test(gap);
}

/** The stamps that a text begins with: a start and an end may both stand there. */
function leadingStamps(stamps: readonly Stamp[], line: number, from: number, text: string): readonly Stamp[] {
  const [one, two] = stamps;
  if (!one || !isLeading(one, line, from, text)) return none;
  const behind = one.range.end.character;
  // `(2026-02-09 11:19Z) (2026-02-09 12:00Z) Text`, with a dash or an arrow between them, perhaps.
  const gap = two && two.range.start.line === line ? text.slice(behind, two.range.start.character) : undefined;
  return two && gap !== undefined && /^[)\]）>*_`]{0,4}[\s–—→·|/-]{0,5}[([（<*_`]{1,4}$/.test(gap) ? [one, two] : [one];
}

const none: readonly Stamp[] = [];

function withoutLeadingStamps(
  rest: string,
  stamps: readonly Stamp[],
  line: number,
  from: number,
  text: string,
): string {
  const [one, two] = stamps;
  const behindFirst = withoutLeadingStamp(rest, one, line, from, text);
  if (!one || !two) return behindFirst;
  return withoutLeadingStamp(behindFirst.replace(/^[–—→·|/-]\s*/, ''), two, line, two.range.start.character - 1, text);
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
  // `(2026-02-09 11:19Z) Text`: most are like that.
  const end = stamp.text.length + 3;
  const isUsual = rest.charAt(0) === '(' && rest.startsWith(stamp.text, 1) && rest.startsWith(') ', end - 2);
  if (isUsual && /^[A-Za-z0-9]/.test(rest.charAt(end))) return rest.slice(end);
  const at = rest.indexOf(stamp.text);
  const behind = rest.slice(at + stamp.text.length);
  // `(2026-02-09 11:19Z, Ada) Text`: what shares the stamp's parenthesis goes with it, unless nothing else is there.
  const isShared = !/^\s*[)）]/.test(behind) && /[(（][*_`]{0,2}$/.test(rest.slice(0, at));
  const shared = isShared ? /^[^()（）]{1,60}[)）]\s*(?=\S)/.exec(behind) : null;
  const own = (shared ? behind.slice(shared[0].length) : behind).replace(named, '$1');
  const words = own.slice(closing.exec(own)?.[0].length ?? 0).trim();
  // `**2026-02-09 — The table is there.** Text`: the words stay bold without their date.
  const mark = /(\*\*|__)$/.exec(rest.slice(0, at))?.[1];
  if (!mark || own.startsWith(mark)) return words;
  if (words.startsWith(mark)) return words.slice(mark.length).trimStart();
  return words.includes(mark) ? `${mark}${words}` : words;
}
