import { readKey } from '../../plan/keys';
import type { Block, Item } from '../../text/blocks';
import type { PieceText } from '../../text/pieceText';
import type { Found } from '../../text/searchableText';
import { asksFor, instructionVerbs, instructs, isExampleStep, saysLater } from '../../words/placeholders';
import { allWords } from '../../words/words';
import { skeletonOf, skeletonTexts } from './skeletonText';

/** Words that stand where a plan's own belong. They are in one line. */
export interface Placeholder extends Found {
  /**
   * `lone`: nothing but an ellipsis, TBD, words in brackets; `example`: a step of the Cookbook's skeleton; `skeleton`: what
   * a skeleton tells its author; `own`: the same of this extension's; `instruction`: what may be another skeleton's.
   */
  kind: 'lone' | 'example' | 'skeleton' | 'own' | 'instruction';
  character: number;
  endCharacter: number;
  /** How many lines its paragraph takes. */
  height: number;
}

/** Tags of one word and attributes without a value are HTML. */
const html =
  /[=/@]|^(?:details|input|script|video|audio|button|option|select|textarea|iframe|dialog|form)\s|^[a-z][a-z\d-]*$/i;
const unfilledDate = /^[([*_`]{0,3}YYYY-MM-DD/i;
/** The placeholders of a piece, in order. */
export function findPlaceholders(piece: PieceText): readonly Placeholder[] {
  let found = none;
  for (const block of piece.blocks) {
    const own = readBlock(block, piece);
    if (own.length > 0) found = [...found, ...own];
  }
  return found;
}

function readBlock(block: Block, piece: PieceText): readonly Placeholder[] {
  switch (block.kind) {
    case 'heading':
      return readHeading(block.line, piece.lineAt(block.line));
    case 'paragraph':
      return readParagraph(block.line, block.endLine, piece.lineAt(block.line));
    case 'item':
      return readItem(block, piece);
    case 'html':
      return block.endLine <= block.line + 2 ? readLone(block.line, piece.lineAt(block.line), 0) : none;
    default:
      return none;
  }
}

const none: readonly Placeholder[] = [];

/** `### Milestone 2: <title>`: the words behind the colon may be what is missing. */
function readHeading(line: number, text: string): readonly Placeholder[] {
  const start = Math.max(0, text.search(/[^#\s]/));
  const words = text.slice(start).replace(/[\s#]+$/, '');
  // A few words in Chinese signs may be somebody's own heading.
  if (words.length >= 12 && skeletonOf(words) === 'own')
    return [{ line, kind: 'own', ...placeOf(start, words), height: 1 }];
  const colon = /^[^:：]{1,40}[:：]\s{0,3}|^[^—–]{1,40}\s[—–-]{1,2}\s/.exec(words)?.[0].length ?? 0;
  const whole = readLone(line, text, start);
  return whole.length > 0 || colon === 0 ? whole : readLone(line, text, start + colon);
}

function readParagraph(line: number, endLine: number, text: string): readonly Placeholder[] {
  const start = Math.max(0, text.search(/\S/));
  const lone = endLine === line + 1 ? readLone(line, text, behindKey(text, start)) : none;
  return lone.length > 0 ? lone : readTelling(line, endLine - line, text, start);
}

function readItem({ line, textEndLine, character }: Item, piece: PieceText): readonly Placeholder[] {
  const text = piece.lineAt(line);
  const start = behindBox(text, character);
  const value = behindKey(text, start);
  const first = readLone(line, text, value);
  if (first.length > 0 && endsAt(line, textEndLine, piece)) return first;
  const telling = readTelling(line, textEndLine - line, text, value);
  let below = none;
  for (let each = line + 1; each < textEndLine; each++) {
    const own = piece.lineAt(each);
    if (!mayHaveKey(own, 0) || !hasKey(own)) continue;
    const lone = readLone(each, own, behindKey(own, own.search(/\S/)));
    if (lone.length > 0 && endsAt(each, textEndLine, piece)) below = [...below, ...lone];
  }
  return below.length > 0 ? [...telling, ...below] : telling;
}

/** True where a line of an item ends what it says: it is the last, or the next one begins with a key. */
function endsAt(line: number, endLine: number, piece: PieceText): boolean {
  return line + 1 === endLine || hasKey(piece.lineAt(line + 1));
}

/** The words from a character on, if they are nothing but a placeholder. */
function readLone(line: number, text: string, from: number): readonly Placeholder[] {
  if (!mayBeLone(text, from)) return none;
  const words = text.slice(from).trim();
  const start = text.indexOf(words, from);
  const plain = words.replace(/^[*_~]{1,3}|[*_~]{1,3}$/g, '').replace(/(?<=[\p{L})\]>])[.。]$/u, '');
  const kind = isExampleStep(plain) ? 'example' : isLone(plain) ? 'lone' : undefined;
  return kind ? [{ line, kind, ...placeOf(start, words), height: 1 }] : none;
}

/** A quick look: most texts are longer than any placeholder, and brackets have to be closed at the end. */
function mayBeLone(text: string, from: number): boolean {
  const length = text.length - from;
  if (length < 3 && text.charCodeAt(from) < 0x80) return false;
  if (length > 100) return false;
  const closing = brackets.get(text[from] as string);
  return closing ? text.lastIndexOf(closing) >= text.length - 4 : length < 60;
}

const brackets: ReadonlyMap<string, string> = new Map([
  ['<', '>'],
  ['[', ']'],
  ['{', '}'],
  ['(', ')'],
  ['（', '）'],
]);

/** `YYYY-MM-DD, name`; not in front of an open step, which has no date yet. */
function isUnfilledDate(words: string): boolean {
  return unfilledDate.test(words) && !/\p{L}{2,} \p{L}{2,} \p{L}{2,}/u.test(words);
}

function isLone(words: string): boolean {
  if (saysLater(words) || isUnfilledDate(words)) return true;
  const inside = /^(?:<(\p{L}[^<>]*)>|\[([^[\]]+)\]|[(（]([^()（）]+)[)）]|\{{1,2}([^{}]+)\}{1,2})$/u.exec(words);
  if (!inside) return false;
  const [, angles, squares, round, curly] = inside;
  if (round !== undefined) return saysLater(round.trim());
  if (angles !== undefined) return !html.test(angles) || asksFor(angles);
  const own = (squares ?? curly ?? '').trim();
  return saysLater(own) || asksFor(own);
}

function readTelling(line: number, height: number, text: string, start: number): readonly Placeholder[] {
  if (!mayTell(text, start)) return none;
  const words = text.slice(start).trimEnd();
  const skeleton = skeletonOf(words);
  const kind = skeleton === 'own' ? 'own' : skeleton ? 'skeleton' : isInstruction(words) ? 'instruction' : undefined;
  return kind ? [{ line, kind, ...placeOf(start, words), height }] : none;
}

/** A quick look at the first letters: nearly all texts begin with others. */
function mayTell(text: string, start: number): boolean {
  const two = (text.charCodeAt(start) << 16) | text.charCodeAt(start + 1);
  return firstTwo.has(two) && firstLetters.has(text.slice(start, start + 5).toLowerCase());
}

const firstWords = [
  ...skeletonTexts,
  ...allWords(instructionVerbs).map((verb) => verb.charAt(0).toUpperCase() + verb.slice(1)),
];
const firstTwo: ReadonlySet<number> = new Set(
  firstWords.flatMap((text) =>
    [text, text.toLowerCase(), text.toUpperCase()].map((each) => (each.charCodeAt(0) << 16) | each.charCodeAt(1)),
  ),
);
const firstLetters: ReadonlySet<string> = new Set(firstWords.map((text) => text.slice(0, 5).toLowerCase()));

/** True for words that tell the author what to write; those that name code are about something. */
function isInstruction(words: string): boolean {
  return instructs(words) && !/[`\d/]/.test(words);
}

/** Where the value of a key begins; where the words begin when they have no key, or a long value. */
function behindKey(text: string, start: number): number {
  return start + (mayHaveKey(text, start) ? (readKey(text.slice(start))?.length ?? 0) : 0);
}

/** True for a line that begins with a key. */
function hasKey(text: string): boolean {
  const start = text.search(/\S/);
  return start >= 0 && /^[^:：]{1,40}[:：]/.test(text.slice(start)) && readKey(text.slice(start)) !== undefined;
}

/** A quick look: a placeholder behind a key is short. */
function mayHaveKey(text: string, start: number): boolean {
  const colon = text.indexOf(':', start);
  const at = colon < 0 ? text.indexOf('：', start) : colon;
  return at >= 0 && at - start < 40 && text.length - at < 60;
}

/** Where an item's words begin, behind its box and the stamp of a skeleton's step. */
function behindBox(text: string, character: number): number {
  // Not `readBox`: this is asked for every step.
  const close = text[character] === '[' ? text.indexOf(']', character) : -1;
  const box = close - character === 2 || close - character === 3 ? close - character + 1 : 0;
  if (box === 0) return character;
  const words = character + box + 1;
  const stamp =
    text[words] === '(' && text.length < 80 ? /^\(\d{4}-[\d\s:TZ-]{6,20}\)\s*/.exec(text.slice(words)) : null;
  return words + (stamp?.[0].length ?? 0);
}

function placeOf(start: number, words: string): { character: number; endCharacter: number } {
  return { character: start, endCharacter: start + words.length };
}
