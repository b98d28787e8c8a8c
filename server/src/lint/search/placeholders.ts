import { readKey } from '../../plan/keys';
import type { Block, Item } from '../../plan/markdown';
import type { PieceText } from '../../plan/pieceText';
import type { Found } from '../../plan/searchableText';
import { readBox } from '../../plan/steps';
import { skeletonOf } from './skeletonText';

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

/** An ellipsis, or a word for "later". */
const later =
  /^(?:…|\.{3,6}|tb[dca]|todo|fixme|xxx|(?:to be|will be|fill(?:ed)?|fill this) (?:determined|decided|defined|filled|written|added|completed|done|in)(?: in)?(?: (?:later|after implementation|during implementation|when done))?|待定|待补充?|待補充?|待填写?|待填寫|未定|미정|추후 ?(?:작성|기록)|por definir|a definir|à définir|à compléter)$/i;
/** What is asked for in brackets: a verb, or the name of a part. */
const asked =
  /^(?:(?:short|brief|your|the|one|some|same|optional|actual|insert|add|fill|paste|put|list|describe|explain|specify|populate|replace|enter|provide|summar\w+|embed|continue|link to|what|why|how|who|when|where|names?|titles?|descriptions?|features?|topics?|dates?|authors?|milestones?|paths?|commands?|todo|tbd|placeholder|benefit|drawback)(?:[\s,:;?]|$)|yyyy\b)|(?:…|\.{3})$|填写|填寫|补充|埋め|記入|작성|입력/i;
/** Tags of one word and attributes without a value are HTML. */
const html =
  /[=/]|^(?:details|input|script|video|audio|button|option|select|textarea|iframe|dialog|form)\s|^[a-z][a-z\d-]*$/i;
const unfilledDate = /^[([*_`]{0,3}YYYY-MM-DD/i;
const example = /^example (?:completed|incomplete|partially completed) step\b/i;
/** What a skeleton could tell its author, in words that are seldom those of a plan. */
const instruction =
  /^(?:describe|explain|state|summari[sz]e|outline)\s(?:that|how|what|why|which|where|whether|the\s(?:tests|current|intended|exact|sequence|steps|key|state|commands|edits|problem|goal))\b/i;

/** The placeholders of a piece, in order. */
export function findPlaceholders(piece: PieceText): Placeholder[] {
  const found: Placeholder[] = [];
  for (const block of piece.blocks)
    if (block.line < piece.endLine) for (const each of readBlock(block, piece)) found.push(each);
  return found;
}

function readBlock(block: Block, piece: PieceText): Placeholder[] {
  const text = piece.lineAt(block.line);
  switch (block.kind) {
    case 'heading':
      return readHeading(block.line, text);
    case 'paragraph':
      return readParagraph(block.line, block.endLine, text);
    case 'item':
      return readItem(block, piece);
    case 'html':
      return block.endLine <= block.line + 2 && !text.includes('<!') ? readLone(block.line, text, 0) : [];
    default:
      return [];
  }
}

/** `### Milestone 2: <title>`: the words behind the colon may be what is missing. */
function readHeading(line: number, text: string): Placeholder[] {
  const start = Math.max(0, text.search(/[^#\s]/));
  const words = text.slice(start).replace(/\s+#*\s*$/, '');
  if (skeletonOf(words) === 'own') return [{ line, kind: 'own', ...placeOf(start, words), height: 1 }];
  const colon = /^[^:：]{1,40}[:：]\s{0,3}|^[^—–]{1,40}\s[—–-]{1,2}\s/.exec(words)?.[0].length ?? 0;
  const whole = readLone(line, text, start);
  return whole.length > 0 || colon === 0 ? whole : readLone(line, text, start + colon);
}

function readParagraph(line: number, endLine: number, text: string): Placeholder[] {
  const start = Math.max(0, text.search(/\S/));
  if (endLine === line + 1 && text.length < 120) {
    const lone = readLone(line, text, start + keyLength(text.slice(start)));
    if (lone.length > 0) return lone;
  }
  return readTelling(line, endLine - line, text, start);
}

function readItem({ line, textEndLine, character }: Item, piece: PieceText): Placeholder[] {
  const text = piece.lineAt(line);
  const start = behindBox(text, character);
  const key = keyLength(text.slice(start));
  const next = textEndLine > line + 1 ? piece.lineAt(line + 1) : '';
  const isWhole = textEndLine === line + 1 || keyLength(next.trimStart()) > 0;
  const first = isWhole ? readLone(line, text, start + key) : [];
  if (first.length > 0) return first;
  const found = readTelling(line, textEndLine - line, text, start + key);
  for (let below = line + 1; below < textEndLine; below++) {
    const own = piece.lineAt(below);
    const indent = own.search(/\S/);
    const length = own.length < 120 ? keyLength(own.trimStart()) : 0;
    const isLast = below + 1 === textEndLine || keyLength(piece.lineAt(below + 1).trimStart()) > 0;
    if (length > 0 && isLast) found.push(...readLone(below, own, indent + length));
  }
  return found;
}

/** The words from a character on, if they are nothing but a placeholder. */
function readLone(line: number, text: string, from: number): Placeholder[] {
  const words = text.slice(from).trim();
  if (words.length === 0 || words.length > 100) return [];
  const start = text.indexOf(words, from);
  const plain = words.replace(/^[*_~]{1,3}|[*_~]{1,3}$/g, '').replace(/(?<=[\p{L})\]>])[.。]$/u, '');
  const kind = example.test(plain) ? 'example' : isLone(plain) || isUnfilledDate(plain) ? 'lone' : undefined;
  return kind ? [{ line, kind, ...placeOf(start, words), height: 1 }] : [];
}

/** `YYYY-MM-DD, name`; not in front of an open step, which has no date yet. */
function isUnfilledDate(words: string): boolean {
  return unfilledDate.test(words) && !/\p{L}{2,} \p{L}{2,} \p{L}{2,}/u.test(words);
}

function isLone(words: string): boolean {
  if (later.test(words)) return true;
  const inside = /^(?:<([^<>]+)>|\[([^[\]]+)\]|[(（]([^()（）]+)[)）]|\{{1,2}([^{}]+)\}{1,2})$/.exec(words);
  if (!inside) return false;
  const [, angles, squares, round, curly] = inside;
  if (round !== undefined) return later.test(round.trim());
  if (angles !== undefined) return !html.test(angles) || asked.test(angles);
  const own = (squares ?? curly ?? '').trim();
  return later.test(own) || (asked.test(own) && !/^\d/.test(own));
}

function readTelling(line: number, height: number, text: string, start: number): Placeholder[] {
  const words = text.slice(start);
  const skeleton = skeletonOf(words);
  const kind = skeleton === 'own' ? 'own' : skeleton ? 'skeleton' : isInstruction(words) ? 'instruction' : undefined;
  return kind ? [{ line, kind, ...placeOf(start, words.trimEnd()), height }] : [];
}

/** True for words that tell the author what to write; those that name code are about something. */
function isInstruction(words: string): boolean {
  return instruction.test(words) && !/[`\d/]/.test(words);
}

function keyLength(text: string): number {
  return readKey(text)?.length ?? 0;
}

/** Where an item's words begin, behind its box and the stamp of a skeleton's step. */
function behindBox(text: string, character: number): number {
  const box = readBox(text.slice(character))?.length ?? 0;
  const stamp = box > 0 ? (/^\s*\(\d{4}-[\d\s:TZ-]{6,20}\)/.exec(text.slice(character + box))?.[0].length ?? 0) : 0;
  const start = character + box + stamp;
  return start + Math.max(0, text.slice(start).search(/\S/));
}

function placeOf(start: number, words: string): { character: number; endCharacter: number } {
  return { character: start, endCharacter: start + words.length };
}
