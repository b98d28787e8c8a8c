import type { PieceText } from '../../text/pieceText';
import type { Found } from '../../text/searchableText';

/**
 * The first line of each part of a piece that is as wanted: a part begins with a heading, behind one, or with a paragraph,
 * as sections and milestones do. For what is only asked whether it is there: most lines are then not looked at.
 */
export function firstInParts(piece: PieceText, isWanted: (line: number) => boolean): Found[] {
  const starts = new Set<number>();
  for (const { kind, line, endLine } of piece.blocks)
    if (kind === 'heading' || kind === 'paragraph') starts.add(line).add(kind === 'heading' ? endLine : line);
  const found: Found[] = [];
  let isFound = false;
  for (let line = piece.line; line < piece.endLine; line++) {
    if (starts.has(line)) isFound = false;
    if (isFound || !isWanted(line)) continue;
    isFound = true;
    found.push({ line });
  }
  return found;
}
