import type { PieceText } from '../../text/pieceText';
import type { Found } from '../../text/searchableText';

/** What a link in brackets alone leads to: `[the guide]: ../guide.md`. */
export interface Definition extends Found {
  /** In small letters. */
  label: string;
}

const definition = /^ {0,3}\[(?!\^)([^\]]{1,200})\]:[ \t]/;

/** The definitions of links in a piece. */
export function findDefinitions(piece: PieceText): Definition[] {
  const found: Definition[] = [];
  if (!piece.text.includes(']:')) return found;
  for (let line = piece.line; line < piece.endLine; line++) {
    const label = definition.exec(piece.proseAt(line))?.[1];
    if (label) found.push({ line, label: label.toLowerCase() });
  }
  return found;
}
