import type { PieceText } from '../../text/pieceText';
import { countUpTo } from '../../text/positions';
import type { Found } from '../../text/searchableText';
import { namesAuthor } from '../../words/authors';
import { namesDate } from '../../words/dates';

/** A heading, and what it says of the records below it: `### 2026-02-09 (Ada)`. */
export interface GroupHeading extends Found {
  /** 1–6. */
  level: number;
  hasDate: boolean;
  hasAuthor: boolean;
}

/** The headings of a piece. */
export function findGroupHeadings({ blocks }: PieceText): GroupHeading[] {
  const found: GroupHeading[] = [];
  for (const block of blocks)
    if (block.kind === 'heading') {
      const { line, level, text } = block;
      found.push({ line, level, hasDate: namesDate(text), hasAuthor: namesAuthor(text) });
    }
  return found;
}

/** Makes what tells the headings that a line stands below, the nearest first; one that stands in it, too. `headings` are in order. */
export function headingsAbove(headings: readonly GroupHeading[]): (line: number) => readonly GroupHeading[] {
  const lines = headings.map(({ line }) => line);
  /** Of each heading: itself, and those that it stands below. */
  const chains: GroupHeading[][] = [];
  let above: GroupHeading[] = [];
  for (const heading of headings) {
    above = [heading, ...above.filter(({ level }) => level < heading.level)];
    chains.push(above);
  }
  return (line) => chains[countUpTo(lines, line) - 1] ?? [];
}
