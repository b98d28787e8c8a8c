import type { PieceText } from '../../text/pieceText';
import type { Found } from '../../text/searchableText';

/** A box that Markdown has in a place where no step is read, and the place. */
export interface HiddenBox extends Found {
  character: number;
  endCharacter: number;
  place: 'quote' | 'html' | 'indented';
}

const box = /(?:[-*+]|\d{1,9}[.)])\s{1,4}(\[[ xX~-]\])(?=\s)/;
/** In a quote also those that are not written well: nobody would tell of them otherwise. */
const quoted = /^\s{0,3}(?:>\s{0,3}){1,4}(?:[-*+]|\d{1,9}[.)])\s{0,4}(\[(?:[ xX~-]| [xX]|[xX] )\])(?=\s)/;
const plain = new RegExp(`^\\s{0,12}${box.source}`);
/** What opens an indented block that other Markdown dialects read as text: MkDocs' admonitions and tabs. */
const opensIndented = /^\s{0,8}(?:!!!|\?\?\?\+?|===)\s/;

/** The boxes of a piece in quotes, in HTML without a blank line around them, and in indented blocks of other dialects. */
export function findHiddenBoxes(piece: PieceText): HiddenBox[] {
  if (!/\[ ?[ xX~-] ?\]/.test(piece.text)) return [];
  const found: HiddenBox[] = [];
  const take = (line: number, pattern: RegExp, place: HiddenBox['place']) => {
    const text = piece.lineAt(line);
    const match = pattern.exec(text);
    if (!match) return;
    const character = match[0].length - (match[1] as string).length;
    found.push({ line, character, endCharacter: match[0].length, place });
  };
  const code = new Set<number>();
  for (const { kind, line, endLine } of piece.blocks) {
    if (kind !== 'html' && kind !== 'code' && kind !== 'fence') continue;
    const isHtml = kind === 'html' && !/^\s*<!--/.test(piece.lineAt(line));
    for (let each = line; each < endLine; each++) {
      code.add(each);
      if (isHtml) take(each, plain, 'html');
    }
  }
  let isIndented = false;
  for (let line = piece.line; line < piece.endLine; line++) {
    const text = piece.lineAt(line);
    isIndented = opensIndented.test(text) || (isIndented && /^(?:\s{4}|\t|\s*$)/.test(text));
    if (isIndented) take(line, plain, 'indented');
    else if (!code.has(line) && /^\s{0,3}>/.test(text)) take(line, quoted, 'quote');
  }
  return found.sort((a, b) => a.line - b.line);
}
