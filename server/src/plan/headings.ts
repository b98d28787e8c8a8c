import type { Block } from './markdown';
import type { Heading } from './model';

export type HeadingBlock = Extract<Block, { kind: 'heading' }>;

/** The model's heading of a heading block: its range ends behind the last character. */
export function headingFrom(block: HeadingBlock, lines: readonly string[]): Heading {
  const last = block.endLine - 1;
  const start = lines[block.line] as string;
  return {
    text: block.text,
    level: block.level,
    range: {
      start: { line: block.line, character: start.length - start.trimStart().length },
      end: { line: last, character: (lines[last] as string).trimEnd().length },
    },
  };
}

/** The first line behind a heading's part: the next heading of the same or a higher level, or `end`. */
export function endOfPart(heading: HeadingBlock, headings: readonly HeadingBlock[], end: number): number {
  const next = headings.find((each) => each.line > heading.line && each.level <= heading.level);
  return Math.min(next?.line ?? end, end);
}
