import { readBox } from '../../plan/steps';
import { readStamps } from '../../plan/timestamp';
import type { PieceText } from '../../text/pieceText';
import type { Found } from '../../text/searchableText';

/** A date in another shape than a stamp's, in the languages that plans are written in; not one in a path or a name. */
const otherDate = new RegExp(
  [
    String.raw`(?<![\w/.-])20\d\d[./]\d{1,2}[./]\d{1,2}(?![\w/])`,
    String.raw`(?<![\w/.-])20\d\d-(?:\d-\d{1,2}|\d\d-\d)(?![\w/-])`,
    String.raw`(?<![\w/.-])20\d\d(?:0[1-9]|1[0-2])[0-3]\d(?![\w/-]|\.\w)`,
    String.raw`(?<![\w/.-])\d{1,2}[./]\d{1,2}[./]20\d\d(?![\w/])`,
    String.raw`\d{1,2}\s?[月월]\s?\d{1,2}\s?[日일号號]`,
    String.raw`(?<!\p{L})(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?\s\d{1,2}(?![\d:])`,
    String.raw`(?<![\d.])\d{1,2}(?:st|nd|rd|th|\.)?\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}(?!\p{L})`,
  ].join('|'),
  'u',
);

/** A time of a day in front of a text, or in brackets. */
const time = /^[\s([（【*_`]{0,4}~?\d{1,2}:\d{2}(?!\d)|[([（【]~?\d{1,2}:\d{2}(?::\d{2})?\s?[A-Za-z]{0,5}[)\]）】]/;

/** True for words that name a date or a time of a day. */
export function tellsWhen(text: string): boolean {
  return readStamps(text, 0).length > 0 || otherDate.test(text) || time.test(text);
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
