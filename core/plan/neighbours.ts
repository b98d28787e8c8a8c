/** Which way somebody goes through a text. */
export type Way = 'next' | 'previous';

/** The nearest of some lines, in any order, below or above a line; undefined behind the last one, and before the first. */
export function neighbour(lines: readonly number[], from: number, way: Way): number | undefined {
  return outermost(
    lines.filter((line) => (way === 'next' ? line > from : line < from)),
    way,
  );
}

/** The first of some lines, in any order, for somebody who comes from above, and the last one from below. */
export function outermost(lines: readonly number[], way: Way): number | undefined {
  // Not by spreading: a list can be longer than a call takes.
  return lines.reduce<number | undefined>(
    (best, line) => (best === undefined || (way === 'next' ? line < best : line > best) ? line : best),
    undefined,
  );
}
