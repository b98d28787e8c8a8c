import type { PieceText } from '../../text/pieceText';
import { linkMark, sendsToLink } from '../../words/sourceLinks';
import type { Link } from './links';

/** How far a sentence is followed, in characters and in lines. */
const reach = 240;
const reachLines = 3;
const start = /^\s*(?:[-*+]\s|\d{1,3}[.)]\s|#|\||>?\s*$)/;

/**
 * True where a sentence sends its reader to a link for what the plan does not say. A source that is only named does not.
 *
 *     See https://example.com/guide for details.   →   true
 *     The idea is from https://example.com/blog.   →   false
 */
export function sendsAway(link: Link, piece: PieceText): boolean {
  return sendsToLink(sentenceOf(link, piece));
}

/** The sentence around a link, with the link's words and a mark in its place. */
function sentenceOf({ line, text, character, endCharacter }: Link, piece: PieceText): string {
  const raw = piece.lineAt(line);
  let before = raw.slice(0, character).replace(/`$/, '');
  for (let above = line - 1, first = raw; above >= Math.max(piece.line, line - reachLines); above--) {
    if (start.test(first) || piece.lineAt(above).trim() === '') break;
    first = piece.lineAt(above);
    before = `${first.trimEnd()} ${before.trimStart()}`;
  }
  let after = raw.slice(endCharacter).replace(/^`/, '');
  for (let below = line + 1; below <= Math.min(piece.endLine - 1, line + reachLines); below++) {
    const next = piece.lineAt(below);
    if (start.test(next)) break;
    after = `${after.trimEnd()} ${next.trim()}`;
  }
  const words = `${plain(before.slice(-reach))}${text}${linkMark}`.replace(
    /^\s*(?:[-*+]|\d{1,3}[.)])\s+(?:\[.\]\s+)?/,
    '',
  );
  return lastSentence(words) + firstSentence(plain(after.slice(0, reach)));
}

/** Without the targets of other links, and without emphasis. */
function plain(words: string): string {
  return words.replace(/\]\([^\s()]{0,200}\)/g, '').replace(/[[\]*_]+/g, '');
}

function lastSentence(words: string): string {
  const parts = words.split(/(?<=[.!?]["')\]]?)\s+(?=\S)|(?<=[。！？；])/);
  return (parts.at(-1) as string).replace(/\s+/g, ' ').trimStart();
}

function firstSentence(words: string): string {
  return (words.split(/(?<=[.!?])(?:\s|$)|(?<=[。！？；])/)[0] as string).replace(/\s+/g, ' ');
}
