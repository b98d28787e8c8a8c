import { cellsOf } from '../plan/entryFields';
import { readColumn } from '../plan/keys';
import type { Entry } from '../plan/model';
import { headerOf } from '../text/tableRows';
import type { KeyRole } from '../words/keyNames';

/** One cell of a row, and the key that its column's name is. */
interface Cell {
  role: KeyRole | undefined;
  text: string;
  /** Where its words begin, or would. */
  character: number;
}

/** The cells of a record that is a table's row. */
export function cellsIn({ range: { start } }: Entry, lines: readonly string[]): Cell[] {
  const names = cellsOf(lines[headerOf(start.line, lines) ?? start.line] as string);
  return cellsOf(lines[start.line] as string).map(({ text, start: character }, i) => ({
    role: readColumn(names[i]?.text ?? ''),
    text,
    character,
  }));
}
