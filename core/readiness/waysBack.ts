import { firstInParts } from '../rules/search/parts';
import type { PieceText } from '../text/pieceText';
import type { Found } from '../text/searchableText';
import { tellsWayBack } from '../words/recovery';

/** The first line of each part of a piece that tells how the work is undone or repeated. */
export function findWaysBack(piece: PieceText): Found[] {
  return firstInParts(piece, (line) => tellsWayBack(piece.lineAt(line)));
}
