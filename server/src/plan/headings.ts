import type { HeadingBlock } from './markdown';
import type { Heading } from './model';

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
