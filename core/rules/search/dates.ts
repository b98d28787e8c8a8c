import { readBox } from '../../plan/box';
import { readStamps } from '../../plan/timestamp';
import type { PieceText } from '../../text/pieceText';
import type { Found } from '../../text/searchableText';
import { namesDateOrTime } from '../../words/dates';

/** True for words that name a date or a time of a day. */
export function tellsWhen(text: string): boolean {
  return readStamps(text, 0).length > 0 || namesDateOrTime(text);
}

/** How far into a text a date stands that leads it: `**Update 2026-02-09:** …`. */
const front = 40;

/** A heading, a paragraph, an outermost item without a box or a line in an item, and whether it says when something was done. */
export interface Dated extends Found {
  kind: 'heading' | 'paragraph' | 'item' | 'line';
  /** A heading's level, 1–6; 7 for all others. */
  level: number;
  isDated: boolean;
  /** How many lines it is said for: those of an item with all that is nested in it; 1 for others. */
  count: number;
}

/** What may give steps their dates beside their own stamps: all headings and paragraphs, and what else has a date. */
export function findDated(piece: PieceText): Dated[] {
  const found: Dated[] = [];
  for (const block of piece.blocks) {
    const { kind, line } = block;
    const first = piece.lineAt(line);
    if (kind === 'heading') found.push({ kind, line, level: block.level, isDated: tellsWhen(block.text), count: 1 });
    else if (kind === 'paragraph')
      found.push({
        kind,
        line,
        level: 7,
        isDated: tellsWhen(first.slice(0, front)) || introduces(piece, block),
        count: 1,
      });
    else if (kind === 'item') {
      const text = first.slice(block.character);
      const hasBox = readBox(text) !== undefined;
      if (!hasBox && tellsWhen(text.slice(0, front)))
        found.push({
          kind: block.depth === 0 ? 'item' : 'line',
          line,
          level: 7,
          isDated: true,
          count: block.wholeEndLine - line,
        });
      for (let below = hasBox ? block.textEndLine : line + 1; below < block.endLine; below++)
        if (tellsWhen(piece.lineAt(below)))
          found.push({ kind: 'line', line: below, level: 7, isDated: true, count: 1 });
    }
  }
  return found;
}

/** True for a paragraph that names a date and leads to what follows it: `Done on 2026-02-09:`. */
function introduces(piece: PieceText, { line, endLine }: { line: number; endLine: number }): boolean {
  return /[:：][*_]{0,2}\s*$/.test(piece.lineAt(endLine - 1)) && tellsWhen(piece.lineAt(line));
}
