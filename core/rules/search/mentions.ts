import { type PieceText, withoutCode } from '../../text/pieceText';
import type { Found } from '../../text/searchableText';
import { nameStarts, readName, type UnitNamed } from '../../words/milestoneNames';

/** A place where a unit is named in words. */
export interface Mention extends Found {
  unit: UnitNamed;
  /** Where the name begins, and the name as it is written: `Milestone 2`, `M2`. */
  character: number;
  name: string;
  /** True in backticks: rather a value than a name. */
  isQuoted: boolean;
}

/** The places of a piece that name a unit by its number, in order; blocks of code have none. */
export function findMentions(piece: PieceText): Mention[] {
  const found: Mention[] = [];
  for (let line = piece.line; line < piece.endLine; line++) {
    const text = piece.lineAt(line);
    if (text.length > 10_000) continue;
    let end = 0;
    let words: string | undefined;
    for (const index of nameStarts(text)) {
      // `Milestone M1` is one name.
      if (index < end) continue;
      if (words === undefined && piece.isCode(line)) break;
      words ??= withoutCode(text);
      const unit = readName(text.slice(index));
      const name = unit && text.slice(index, text.length - unit.rest.length);
      if (!unit?.number || !name) continue;
      end = index + name.length;
      found.push({ line, unit, character: index, name, isQuoted: words[index] !== text[index] });
    }
  }
  return found;
}
