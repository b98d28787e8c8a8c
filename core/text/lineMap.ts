/** Tells where a line of an old text is in the new one; undefined where that is not certain. Lines are 0-based. */
export interface LineMap {
  /** The place of a line; undefined for one that was changed, or whose text stands in one of the texts more than once. */
  newLineOf(line: number): number | undefined;
  /** The lines from the first changed one up to the first line behind the last changed one, in the old text. */
  changed: { start: number; end: number };
}

/**
 * Compares two states of a text by their lines. What stands above the first change and below the last one is where it was;
 * between them a line is found again by its text, where that is in both texts exactly once.
 */
export function lineMap(oldLines: readonly string[], newLines: readonly string[]): LineMap {
  const shorter = Math.min(oldLines.length, newLines.length);
  let start = 0;
  while (start < shorter && oldLines[start] === newLines[start]) start++;
  let below = 0;
  while (below < shorter - start && oldLines.at(-1 - below) === newLines.at(-1 - below)) below++;
  const end = oldLines.length - below;
  return {
    changed: { start, end },
    newLineOf(line) {
      if (!(line >= 0 && line < oldLines.length)) return undefined;
      if (line < start) return line;
      if (line >= end) return line - oldLines.length + newLines.length;
      return onlyLine(oldLines, oldLines[line] as string) === line
        ? onlyLine(newLines, oldLines[line] as string)
        : undefined;
    },
  };
}

/** The line that has a text; undefined where none has it, or several have. */
export function onlyLine(lines: readonly string[], text: string): number | undefined {
  const first = lines.indexOf(text);
  return first >= 0 && lines.indexOf(text, first + 1) < 0 ? first : undefined;
}
