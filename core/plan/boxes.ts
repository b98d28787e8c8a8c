import type { PieceText } from '../text/pieceText';
import type { Found } from '../text/searchableText';
import { readBox } from './box';

/** An item's box, with its brackets. */
export interface Box extends Found {
  character: number;
  endCharacter: number;
}

/** The boxes of a piece. */
export function findBoxes(piece: PieceText): Box[] {
  if (!piece.text.includes('[') && !piece.text.includes('(')) return [];
  const found: Box[] = [];
  for (const block of piece.blocks) {
    if (block.kind !== 'item') continue;
    const { line, character } = block;
    const box = readBox(piece.lineAt(line).slice(character));
    if (box) found.push({ line, character, endCharacter: character + box.length });
  }
  return found;
}
