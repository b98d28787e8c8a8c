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
  const { start, behind } = commonLines(before, after);
  const changes: ChangedLines[] = [];
  let line = linesBefore(after, start) + 1;
  let open: { line: number; removed: string[]; added: string[] } | undefined;
  for (const { value, added, removed, count } of diffLines(
    before.slice(start, before.length - behind),
    after.slice(start, after.length - behind),
  )) {
    if (!added && !removed) {
      open = undefined;
      line += count;
      continue;
    }
    if (!open) {
      open = { line, removed: [], added: [] };
      changes.push(open);
    }
    const side = open[added ? 'added' : 'removed'];
    for (const each of linesIn(value)) side.push(each);
    if (added) line += count;
  }
  return changes;
}

/** How many characters two texts have in common at their begin and at their end, in whole lines. */
function commonLines(before: string, after: string): { start: number; behind: number } {
  const least = Math.min(before.length, after.length);
  let start = 0;
  while (start < least && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  start = start === 0 ? 0 : before.lastIndexOf('\n', start - 1) + 1;
  let behind = 0;
  const endOf = (text: string) => text.charCodeAt(text.length - 1 - behind);
  while (behind < least - start && endOf(before) === endOf(after)) behind++;
  // The lines in common begin behind a line end that both have.
  const lineEnd = before.indexOf('\n', Math.max(start, before.length - behind));
  return { start, behind: lineEnd < 0 ? 0 : before.length - lineEnd - 1 };
}

function linesBefore(text: string, end: number): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) count++;
  return count;
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
