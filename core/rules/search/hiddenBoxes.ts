import type { PieceText } from '../../text/pieceText';
import type { Found } from '../../text/searchableText';

/** A box that Markdown has in a place where no step is read, and the place. */
export interface HiddenBox extends Found {
  character: number;
  endCharacter: number;
  place: 'quote' | 'html' | 'indented' | 'table' | 'behind';
}

const box = /(?:[-*+]|\d{1,9}[.)])\s{1,4}(\[[ xX~-]\])(?=\s)/;
/** In a quote also those that are not written well: nobody would tell of them otherwise. */
const quoted = /^\s{0,3}(?:>\s{0,3}){1,4}(?:[-*+]|\d{1,9}[.)])\s{0,4}(\[(?:[ xX~-]| [xX]|[xX] )\])(?=\s)/;
const plain = new RegExp(`^\\s{0,12}${box.source}`);
/** A row of a table with a box in a cell. */
const inCell = /^\s{0,3}\|(?:[^|\n]{0,300}\|){0,8}?\s{0,20}(\[[ xX]\])(?=\s{0,20}\|)/;
/** A step's number in front of a box, with or without a list marker: `Step 1: [ ] Read it`, `- **M2.** [x] Read it`. */
const behindNumber =
  /^\s{0,12}(?:(?:[-*+]|\d{1,9}[.)])\s{1,4})?[*_]{0,2}(?:(?:\p{L}{2,12}\s\p{L}?|\p{L})\d{1,3}(?:\.\d{1,3})?|\d{1,3}(?:\.\d{1,3}|(?=[*_]{0,2}[:：])))[*_]{0,2}[:：.)]?[*_]{0,2}\s{1,2}(\[[ xX]\])(?=\s)/u;
/** An item that ends with a box, and does not begin with one: `- Read it [x]`. */
const atEnd = /^\s{0,12}(?:[-*+]|\d{1,9}[.)])\s{1,4}(?![[(`])[^[\]`]{1,300}\s(\[[ xX]\])\s{0,4}$/;
/** What opens an indented block that other Markdown dialects read as text: MkDocs' admonitions and tabs. */
const opensIndented = /^\s{0,8}(?:!!!|\?\?\?\+?|===)\s/;

/**
 * The boxes of a piece in quotes, in HTML without a blank line around them, in indented blocks of other dialects, in tables,
 * and behind a step's words or its number.
 */
export function findHiddenBoxes(piece: PieceText): HiddenBox[] {
  if (!/\[ ?[ xX~-] ?\]/.test(piece.text)) return [];
  const found: HiddenBox[] = [];
  const take = (line: number, pattern: RegExp, place: HiddenBox['place']) => {
    const text = piece.lineAt(line);
    const match = pattern.exec(text);
    if (!match) return false;
    const endCharacter = match[0].trimEnd().length;
    found.push({ line, character: endCharacter - (match[1] as string).length, endCharacter, place });
    return true;
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
  const { text: whole } = piece;
  const [hasIndented, hasQuotes, hasRows] = [/!!!|\?\?\?|===/.test(whole), whole.includes('>'), whole.includes('|')];
  let isIndented = false;
  for (let line = piece.line; line < piece.endLine; line++) {
    const text = piece.lineAt(line);
    if (hasIndented) isIndented = opensIndented.test(text) || (isIndented && /^(?:\s{4}|\t|\s*$)/.test(text));
    if (isIndented) take(line, plain, 'indented');
    // A box right behind its marker is a step: nearly all are.
    else if (text.startsWith('- [') || code.has(line) || !text.includes(']')) continue;
    else if (hasQuotes && /^\s{0,3}>/.test(text)) take(line, quoted, 'quote');
    else if (hasRows && /^\s{0,3}\|/.test(text)) take(line, inCell, 'table');
    else if (!take(line, behindNumber, 'behind')) take(line, atEnd, 'behind');
  }
  return found.sort((a, b) => a.line - b.line);
}
