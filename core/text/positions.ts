import type { Position, Range } from 'vscode-languageserver-textdocument';

/** The start of a line; the end of the text where there is no such line. */
export function startOfLine(line: number, lines: readonly string[]): Position {
  return line < lines.length
    ? { line, character: 0 }
    : { line: lines.length - 1, character: (lines.at(-1) as string).length };
}

/** The range of all lines of a text. */
export function wholeOf(lines: readonly string[]): Range {
  return { start: { line: 0, character: 0 }, end: { line: lines.length, character: 0 } };
}

/** The range of one line, its end included. */
export function wholeLine(line: number): Range {
  return { start: { line, character: 0 }, end: { line: line + 1, character: 0 } };
}

/** The first line behind a range of whole lines: a range that ends the text ends inside its last line. */
export function lineBehind({ end }: Range): number {
  return end.character > 0 ? end.line + 1 : end.line;
}

/** The last line that a selection holds anything of: one of whole lines ends at the start of the line behind them. */
export function lastSelectedLine({ start, end }: Range): number {
  return end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
}

/** True when a range of whole lines holds a line. */
export function hasLine(range: Range, line: number): boolean {
  return line >= range.start.line && line < lineBehind(range);
}

/** Makes what tells whether any of some ranges of whole lines holds a line: for many lines, or many ranges. */
export function lineTest(ranges: Iterable<Range>): (line: number) => boolean {
  const sorted = [...ranges].sort((a, b) => a.start.line - b.start.line);
  const starts: number[] = [];
  const ends: number[] = [];
  for (const range of sorted) {
    const end = lineBehind(range);
    const last = ends.length - 1;
    if (last >= 0 && range.start.line <= (ends[last] as number)) ends[last] = Math.max(ends[last] as number, end);
    else {
      starts.push(range.start.line);
      ends.push(end);
    }
  }
  return (line) => {
    const index = countUpTo(starts, line) - 1;
    return index >= 0 && line < (ends[index] as number);
  };
}

/** How many of some numbers, the smallest first, are not above one. */
export function countUpTo(numbers: readonly number[], most: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] as number) <= most) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many things, in the order of their lines, begin above a line. */
export function countBefore<T>(all: readonly T[], line: number, lineOf: (each: T) => number): number {
  let [low, high] = [0, all.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (lineOf(all[middle] as T) < line) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** True when two ranges touch. */
export function overlaps(a: Range, b: Range): boolean {
  return !isBefore(a.end, b.start) && !isBefore(b.end, a.start);
}

function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}

/** The smallest range that holds both. */
export function hull(a: Range, b: Range): Range {
  return { start: isBefore(b.start, a.start) ? b.start : a.start, end: isBefore(a.end, b.end) ? b.end : a.end };
}

/** A range, so many lines further down. */
export function movedRange({ start, end }: Range, by: number): Range {
  return {
    start: { line: start.line + by, character: start.character },
    end: { line: end.line + by, character: end.character },
  };
}
