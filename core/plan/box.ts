import { blockedBoxWords, boxWords, doneBoxMarks } from '../words/boxWords';
import { lazyPattern } from '../words/pattern';
import { allWords } from '../words/words';
import type { StepState } from './model';

/** What no screen shows: it comes with text that was copied. */
const invisible = '[\u00AD\u200B\u200E\u200F\u2060\uFEFF]';
const emoji = '\\p{Extended_Pictographic}(?:[\\uFE0F\\u200D\\p{Emoji_Modifier}]|\\p{Extended_Pictographic}){0,6}';

/** A box with a mark, an emoji, a word, `50 %` or `2/3` in it. */
const box = lazyPattern(
  () =>
    `^\\[(${invisible}?[^\\][]\\uFE0F?${invisible}?|${emoji}|\\d{1,3}\\s?%|\\d{1,2}/\\d{1,2}|${Object.values(boxWords).flatMap(allWords).join('|')})\\](?=\\s|$)`,
  'iu',
);
const round = /^\(([ xX])\)(?=\s\S)/;

/**
 * The mark of the box that an item's text begins with, and the length of the box; undefined where there is none.
 *
 *     [x] Add the table   →   `x`, 3
 */
export function readBox(text: string): { mark: string; length: number } | undefined {
  // Nearly all are `[x] `, and need no pattern.
  if (text[0] === '[' && text[2] === ']' && text[3] === ' ' && text[1] !== ']' && text[1] !== '[')
    return { mark: text.charAt(1), length: 3 };
  if (text[0] !== '[' && text[0] !== '(') return undefined;
  const match = text[0] === '[' ? box(text).exec(text) : round.exec(text);
  return match ? { mark: match[1] as string, length: match[0].length } : undefined;
}

let byWord: ReadonlyMap<string, StepState> | undefined;

/** What a box's mark says of its step, whatever else the step says; a mark that nobody has given a meaning is partial. */
export function stateOfMark(mark: string): StepState {
  if (mark === ' ') return 'open';
  if (doneBoxMarks.has(mark)) return 'done';
  const plain = mark.replace(/\p{Cf}|\uFE0F/gu, '').trim();
  if (plain === '') return 'open';
  if (doneBoxMarks.has(plain)) return 'done';
  const [, percent, part, whole] = /^(?:(\d{1,3})\s?%|(\d{1,2})\/(\d{1,2}))$/.exec(plain) ?? [];
  if (percent !== undefined) return shareState(Number(percent), 100);
  if (part !== undefined) return shareState(Number(part), Number(whole));
  byWord ??= new Map(
    Object.entries(boxWords).flatMap(([state, words]) =>
      allWords(words).map((word): [string, StepState] => [word, state as StepState]),
    ),
  );
  return byWord.get(plain.toLowerCase()) ?? 'partial';
}

/** True for a mark that says that its step waits for something. */
export function isBlockedMark(mark: string): boolean {
  return mark.length > 1 && blockedBoxWords.has(mark.toLowerCase());
}

function shareState(part: number, whole: number): StepState {
  return part <= 0 ? 'open' : part >= whole ? 'done' : 'partial';
}
