import { cellsOf, mainCell } from '../plan/entryFields';
import type { Entry } from '../plan/model';
import { readStamps } from '../plan/timestamp';
import { headerOf } from '../text/tableRows';
import type { Hint } from '../words/hints';
import type { KeyRole } from '../words/keyNames';
import { statusValueStart } from '../words/statuses';
import { cellsIn } from './cells';
import { type EntryForm, type EntryPart, type EntrySlot, slot } from './entryForm';
import { nextNumber } from './listMarker';
import { usualStatus } from './otherKeys';

/** The parts that columns are for, beside the one for the text and those of dates. */
const partOf: Readonly<Partial<Record<KeyRole, EntryPart>>> = {
  rationale: 'rationale',
  evidence: 'evidence',
  author: 'author',
};

/**
 * The form of a new row like one that is there: its text, its date and its other parts in the cells of their columns, a number
 * or a label that counts on; what nobody knows is left empty. Undefined for a record that is no row.
 *
 *     | 2026-05-12 | One table | It is enough | Ada |   →   | <date> | <text> | <rationale> | <author> |
 */
export function rowLike(
  entry: Entry,
  hints: Readonly<Record<EntryPart, Hint>>,
  lines: readonly string[],
  writeDate: (cell: string) => string,
): EntryForm | undefined {
  const { line } = entry.range.start;
  const row = lines[line] as string;
  const header = headerOf(line, lines);
  if (header === undefined) return undefined;
  const main = mainCell(row, lines[header] as string);
  const cells = cellsIn(entry, lines);
  if (row.trimEnd().endsWith('|')) cells.pop();
  const text = cells.findIndex((cell) => cell.text === main);
  if (text < 0) return undefined;
  const names = cellsOf(lines[header] as string);
  // What was decided just now stands as the others do.
  const statusIn = (column: number, cell: string) =>
    statusValueStart(`${names[column]?.text}:`) === undefined ? '' : (usualStatus([cell]) ?? '');
  const filled = cells.map(({ role, text: cell }, i): (string | EntrySlot)[] => {
    if (i === text) return [slot('text', hints.text)];
    if (role === 'dateAuthor') return [writeDate(cell), slot('author', hints.author, ', ')];
    if (role === 'date' || (role === undefined && isDate(cell))) return [writeDate(cell)];
    const part = role && partOf[role];
    if (part) return [slot(part, hints[part])];
    return [/^(?:#|\p{L}{1,4}-?)?\d{1,4}$/u.test(cell) ? cell.replace(/\d+$/, nextNumber) : statusIn(i, cell)];
  });
  return [`${/^\s*/.exec(row)?.[0] ?? ''}| `, ...filled.flatMap((cell, i) => (i > 0 ? [' | ', ...cell] : cell)), ' |'];
}

/** True for a cell that holds a date alone. */
function isDate(cell: string): boolean {
  const [stamp] = readStamps(cell, 0);
  return stamp !== undefined && stamp.text.length === cell.length;
}

/** True for the form of a row. */
export function isRowForm(form: EntryForm): boolean {
  const [first] = form;
  return typeof first === 'string' && first.trimStart().startsWith('|');
}

/** Words that end no cell. */
export function inCell(words: string): string {
  return words.replace(/\\?\|/g, '\\|');
}
