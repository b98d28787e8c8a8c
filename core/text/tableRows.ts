import { remembered } from './remembered';

/** The first of the rows of a table that a line is one of, its header; undefined for a line that is none. */
export function headerOf(line: number, lines: readonly string[]): number | undefined {
  if (!isRow(lines[line])) return undefined;
  const known = headers(lines);
  let header = line;
  while (header > 0 && !known.has(header) && isRow(lines[header - 1])) header--;
  const first = known.get(header) ?? header;
  for (let each = header; each <= line; each++) known.set(each, first);
  return first;
}

/** By the lines that were asked for, and those above them. */
const headers = remembered((_: readonly string[]) => new Map<number, number>());

function isRow(text: string | undefined): boolean {
  return text?.trimStart().startsWith('|') === true;
}
