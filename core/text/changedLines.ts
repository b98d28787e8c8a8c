import { onlyLine } from './lineMap';

/** A line that was changed in place. Lines are 0-based. */
export interface ChangedLine {
  line: number;
  /** Its text before. */
  old: string;
  /** Its text afterwards. */
  now: string;
}

/** The lines that an edit has changed in place; none where it has added lines or taken some away. */
export function changedLines(before: string, after: string): ChangedLine[] {
  const [oldLines, newLines] = [linesOf(before), linesOf(after)];
  if (oldLines.length !== newLines.length) return [];
  return newLines.flatMap((now, line) => {
    const old = oldLines[line] as string;
    return old === now ? [] : [{ line, old, now }];
  });
}

/** Of some changed lines those that a text holds as they were before, each at one place, and no longer as they were made. */
export function overwritten(changed: readonly ChangedLine[], text: string): ChangedLine[] {
  const lines = linesOf(text);
  return changed.flatMap(({ old, now }) => {
    const line = onlyLine(lines, old);
    return line === undefined || lines.includes(now) ? [] : [{ line, old, now }];
  });
}

/** The lines of a text, without their ends. */
export function linesOf(text: string): string[] {
  return text.split(/\r\n|\r|\n/);
}
