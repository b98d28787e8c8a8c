import type { PieceText } from '../../text/pieceText';
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

/** The headings that a line stands below, the nearest first; one that stands in it, too. `headings` are in order. */
export function* headingsAbove(line: number, headings: readonly GroupHeading[]): Iterable<GroupHeading> {
  let level = 7;
  for (let i = headings.findLastIndex((heading) => heading.line <= line); i >= 0; i--) {
    const heading = headings[i] as GroupHeading;
    if (heading.level >= level) continue;
    level = heading.level;
    yield heading;
  }
}
