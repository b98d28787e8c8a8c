import type { PieceText } from '../../text/pieceText';
import type { Found } from '../../text/searchableText';
import { livingIn, upkeepIn } from '../../words/living';

/** The lines of a piece that say so in any words. */
export function findKept(piece: PieceText): Found[] {
  return [...findLiving(piece), ...linesAt(upkeepIn(piece.text), piece)];
}

/** The lines of a piece that say in so many words that the plan lives. */
export function findLiving(piece: PieceText): Found[] {
  return linesAt(livingIn(piece.text), piece);
}

/** The lines of some offsets into a piece. */
function linesAt(offsets: readonly number[], { text, line }: PieceText): Found[] {
  return offsets.map((offset) => ({ line: line + text.slice(0, offset).split('\n').length - 1 }));
}
