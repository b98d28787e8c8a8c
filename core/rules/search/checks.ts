import type { PieceText } from '../../text/pieceText';
import type { Found } from '../../text/searchableText';
import { tellsCheck } from '../../words/checks';
import { firstInParts } from './parts';

/** The first line of each part of a piece with something that can be run or seen; code is. */
export function findChecks(piece: PieceText): Found[] {
  return firstInParts(piece, (line) => {
    const text = piece.lineAt(line);
    return text.trim() !== '' && (piece.isCode(line) || tellsCheck(text));
  });
}
