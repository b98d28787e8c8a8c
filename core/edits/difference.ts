import { type ChangeObject, diffArrays } from 'diff';
import { linesOf } from '../text/blocks';
import { startOfLine } from '../text/positions';
import type { PlanEdit } from './planEdit';

/** How many lines may differ before one edit takes all of them: telling them apart would take seconds. */
const most = 2000;
/** How many may differ before it counts that the cost is the square of that, where there is another way. */
const few = 200;

/**
 * What makes one text of another, as edits of whole lines: what stays the same is not touched, so that cursors, marks and
 * folds stay where they are. None for the same text.
 */
export function difference(before: string, after: string): PlanEdit[] {
  const old = withEnds(before);
  const fresh = withEnds(after);
  const changes =
    diffArrays(old, fresh, { maxEditLength: few }) ??
    lineByLine(old, fresh) ??
    diffArrays(old, fresh, { maxEditLength: most });
  const lines = linesOf(before);
  const replace = (line: number, count: number, by: readonly string[]): PlanEdit => ({
    range: { start: startOfLine(line, lines), end: startOfLine(line + count, lines) },
    template: [by.join('').replace(/\r\n?/g, '\n')],
  });
  if (!changes) return [replace(0, old.length, fresh)];
  const edits: PlanEdit[] = [];
  let line = 0;
  for (let i = 0; i < changes.length; i++) {
    const { removed, added, count, value } = changes[i] as (typeof changes)[number];
    if (!removed && !added) {
      line += count;
      continue;
    }
    // What is taken out comes before what is put in its place.
    const next = removed && changes[i + 1]?.added ? changes[++i] : undefined;
    edits.push(replace(line, removed ? count : 0, added ? value : (next?.value ?? [])));
    if (removed) line += count;
  }
  return edits;
}

/** The same where each line has another in its place: many lines of which each changes a little. */
function lineByLine(old: readonly string[], fresh: readonly string[]): ChangeObject<string[]>[] | undefined {
  if (old.length !== fresh.length) return undefined;
  const changes: ChangeObject<string[]>[] = [];
  for (let from = 0; from < old.length; ) {
    const isSame = old[from] === fresh[from];
    let to = from + 1;
    while (to < old.length && (old[to] === fresh[to]) === isSame) to++;
    const own = { count: to - from, added: false, removed: false };
    if (isSame) changes.push({ ...own, value: old.slice(from, to) });
    else
      changes.push(
        { ...own, removed: true, value: old.slice(from, to) },
        { ...own, added: true, value: fresh.slice(from, to) },
      );
    from = to;
  }
  return changes;
}

/** The lines of a text with their ends; the last one may have none. */
function withEnds(text: string): string[] {
  return text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];
}
