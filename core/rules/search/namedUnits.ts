import type { PieceText } from '../../text/pieceText';
import type { Found } from '../../text/searchableText';
import type { UnitName } from '../../words/milestoneNames';
import { readName } from '../../words/milestoneNames';
import { namesAllUnits } from '../../words/milestoneWords';

/** A unit of work that a line names, wherever it does: `Milestone 2`, `M2`; of `M1–M3` the first and the last. */
export interface NamedUnit extends Found {
  /** Undefined for "each milestone". */
  unit: UnitName | undefined;
}

const start = /(?<![\p{L}\d_/-])(?=[\p{L}\d])/gu;
/** The units of work that a piece names, those in code too. */
export function findNamedUnits(piece: PieceText): NamedUnit[] {
  const found: NamedUnit[] = [];
  for (let line = piece.line; line < piece.endLine; line++) {
    const text = piece.lineAt(line).slice(0, 2_000);
    if (namesAllUnits(text)) found.push({ line, unit: undefined });
    for (const { index } of text.matchAll(start)) {
      const name = readName(text.slice(index, index + 40));
      if (name) found.push({ line, unit: { word: name.word, number: name.number } });
    }
  }
  return found;
}
