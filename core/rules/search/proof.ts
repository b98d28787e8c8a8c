import type { PieceText } from '../../text/pieceText';
import type { Found } from '../../text/searchableText';
import { tellsProof } from '../../words/proof';
import { firstInParts } from './parts';

/** The first line of each part of a piece with a word that tells of a proof, those of code too. */
export function findProofs(piece: PieceText): Found[] {
  return firstInParts(piece, (line) => tellsProof(piece.lineAt(line)));
}
