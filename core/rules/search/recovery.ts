import type { PieceText } from '../../text/pieceText';
import type { Found } from '../../text/searchableText';
import { tellsRecovery } from '../../words/recovery';
import { firstInParts } from './parts';

/** The first line of each part of a piece that tells what to do when something fails. */
export function findRecovery(piece: PieceText): Found[] {
  if (!tellsRecovery(piece.text)) return [];
  // The name of a rule in a comment that silences it is no such word.
  return firstInParts(piece, (line) => tellsRecovery(piece.lineAt(line).replace(/<!-- execplan-.*/, '')));
}
