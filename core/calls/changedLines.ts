import { diffLines } from 'diff';

/** Lines that were changed at one place, without their ends. */
export interface ChangedLines {
  /** Where they stand now; of lines that were only taken out, the line behind. 1-based. */
  line: number;
  removed: readonly string[];
  added: readonly string[];
}

/** What differs between two texts, in the order of their lines. */
export function changedLines(before: string, after: string): ChangedLines[] {
  const changes: ChangedLines[] = [];
  let line = 1;
  let open: { line: number; removed: string[]; added: string[] } | undefined;
  for (const { value, added, removed, count } of diffLines(before, after)) {
    if (!added && !removed) {
      open = undefined;
      line += count;
      continue;
    }
    if (!open) {
      open = { line, removed: [], added: [] };
      changes.push(open);
    }
    open[added ? 'added' : 'removed'].push(...linesIn(value));
    if (added) line += count;
  }
  return changes;
}

/** True where a newer text was made from what a change made: it has the lines that were put in, and not those that were taken out. */
export function holdsChange(before: string, after: string, newer: string): boolean {
  const changes = changedLines(before, after);
  const put = new Set(changes.flatMap(({ added }) => added).filter((line) => line !== ''));
  const taken = new Set(changes.flatMap(({ removed }) => removed).filter((line) => line !== '' && !put.has(line)));
  const wanted = countsOf(after);
  const there = countsOf(newer);
  return (
    [...put].every((line) => (there.get(line) ?? 0) >= (wanted.get(line) ?? 0)) &&
    [...taken].every((line) => (there.get(line) ?? 0) <= (wanted.get(line) ?? 0))
  );
}

function countsOf(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const line of linesIn(text)) counts.set(line, (counts.get(line) ?? 0) + 1);
  return counts;
}

function linesIn(text: string): string[] {
  return text.replace(/(?:\r\n|\r|\n)$/, '').split(/\r\n|\r|\n/);
}
