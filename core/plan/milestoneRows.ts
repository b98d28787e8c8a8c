import { withoutMarks } from '../text/inlineParts';
import type { PieceText } from '../text/pieceText';
import { lineTest } from '../text/positions';
import type { Found, SearchableText } from '../text/searchableText';
import { announced, rankOf, readName, type UnitName, unitOfColumn } from '../words/milestoneNames';
import { isStateColumn } from '../words/milestoneWords';
import type { Role } from '../words/roles';
import { stateOfCell, withoutCodes } from '../words/stateCells';
import { stateOfMark } from './box';
import { cellsOf } from './entryFields';
import type { PartHeading } from './headings';
import { linesOfSections, titleIn, withoutUnits } from './milestones';
import type { MilestoneRow, MilestoneStatus, Section } from './model';

/** A place in a line, and what stands there without inline marks. */
interface Cell {
  start: number;
  length: number;
  plain: string;
}

/** A row as it was found: positions count in its line. */
interface FoundRow extends Found, UnitName {
  title: string;
  name: Cell;
  state: Cell | undefined;
  /** True where a column says that it names milestones; else the heading above has to. */
  isNamed: boolean;
  /** How many rows its table has. */
  count: number;
}

/** A number that stands alone in a cell, and one in front of a title. */
const bareNumber = /^(?:[#№]\s?)?(\d{1,3}(?:\.\d{1,3}){0,2}[A-Za-z]?|[A-Z]|[IVX]{1,5})[.):]?$/;
const numberInFront = /^(?:#\s?)?(\d{1,3}(?:\.\d{1,3})?|[A-Z])(?:[.)]|\s?[:：]|\s[—–-])\s+(?=\S)/;

/**
 * What tables tell of milestones: those that have a column of states, and one that is named after a unit of work, or stand
 * below a heading such as "Milestones". Not in the logs, nor where a section tells of other things.
 *
 *     | Phase | Milestone   | Status      |
 *     |-------|-------------|-------------|
 *     | 1     | The table   | ✅ done     |   →   phase 1, "The table", done
 *     | 2     | Filling it  | in progress |
 */
export function readMilestoneRows(
  text: SearchableText,
  headings: readonly PartHeading[],
  sections: readonly Section[],
  start: number,
  end: number,
): MilestoneRow[] {
  const found = text.findBetween(findRows, start, end);
  if (found.length === 0) return [];
  const elsewhere = linesOfSections(sections, end, (role) => withoutUnits.has(role) || logs.has(role));
  for (const { isAppendix, isArchive, line, partEnd } of headings)
    if (isAppendix || isArchive) elsewhere.fill(1, line, partEnd);
  const isHeld = lineTest(
    headings
      .filter(({ isContainer }) => isContainer)
      .map(({ line, partEnd }) => ({ start: { line, character: 0 }, end: { line: partEnd, character: 0 } })),
  );
  const told = found.filter(
    ({ line, isNamed, count }) => elsewhere[line] === 0 && (isHeld(line) || (isNamed && count > 1)),
  );
  const best = told.reduce((rank, { word }) => Math.min(rank, rankOf(word)), Number.POSITIVE_INFINITY);
  return told.filter(({ word }) => rankOf(word) === best).map(rowFrom);
}

const logs: ReadonlySet<Role> = new Set<Role>(['surprises', 'decisions']);

function rowFrom({ line, word, number, title, name, state }: FoundRow): MilestoneRow {
  return { word, number, title, range: rangeOf(line, name), status: state && statusFrom(line, state) };
}

function statusFrom(line: number, cell: Cell): MilestoneStatus {
  const state = stateIn(cell.plain);
  return {
    text: withoutCodes(cell.plain),
    range: rangeOf(line, cell),
    state: state === 'blocked' ? 'open' : state,
    isBlocked: state === 'blocked',
  };
}

function rangeOf(line: number, { start, length }: Cell) {
  return { start: { line, character: start }, end: { line, character: start + length } };
}

/** How far a cell says that something is: by a box, a share or words. */
function stateIn(plain: string): ReturnType<typeof stateOfCell> {
  const box = /^\[([^\][])\]/.exec(plain)?.[1];
  const share = /^[^\p{L}\p{N}]{0,8}(\d{1,3}\s?%|\d{1,2}\/\d{1,2}(?![/\d]))/u.exec(plain)?.[1];
  return box || share ? stateOfMark((box ?? share) as string) : stateOfCell(plain);
}

function findRows({ blocks, lines }: PieceText): FoundRow[] {
  return blocks.flatMap(({ kind, line, endLine }) => {
    if (kind !== 'table' || endLine - line < 3) return [];
    const header = cellsIn(lines[line] as string);
    const rows = Array.from({ length: endLine - line - 2 }, (_, i) => cellsIn(lines[line + 2 + i] as string));
    return rowsOf(header, rows, line + 2);
  });
}

function cellsIn(line: string): Cell[] {
  return cellsOf(line).map(({ text, start }) => ({
    start,
    length: text.length,
    plain: withoutMarks(text)
      .replace(/<br\s{0,3}\/?>/gi, ' ')
      .replace(/~~/g, '')
      .trim(),
  }));
}

function rowsOf(header: readonly Cell[], rows: readonly (readonly Cell[])[], firstLine: number): FoundRow[] {
  const columns = columnsOf(header, rows);
  if (!columns) return [];
  const { state, names, numbers, word, isNamed } = columns;
  return rows.flatMap((row, i) => {
    const name = row[names];
    if (!name || name.plain === '') return [];
    const unit = unitIn(name.plain, numbers === undefined ? undefined : row[numbers]?.plain, word);
    const cell = row[state];
    const own = cell && cell.plain !== '' ? cell : undefined;
    return [{ line: firstLine + i, ...unit, name, state: own, isNamed, count: rows.length }];
  });
}

/** What the columns of a table are, as indices; undefined for a table that tells nothing of milestones. */
interface Columns {
  state: number;
  names: number;
  /** Where the numbers stand apart. */
  numbers: number | undefined;
  /** The unit that a column is named after. */
  word: string;
  isNamed: boolean;
}

function columnsOf(header: readonly Cell[], rows: readonly (readonly Cell[])[]): Columns | undefined {
  const cellsBelow = (column: number) => rows.map((row) => row[column]?.plain ?? '').filter((plain) => plain !== '');
  const all = header.map((_, i) => i);
  const units = header.map(({ plain }) => unitOfColumn(plain));
  const areStates = (column: number, share: number) => {
    const cells = cellsBelow(column);
    const known = cells.filter((plain) => plain.length <= 120 && stateIn(plain) !== undefined);
    return cells.length > 0 && known.length >= cells.length * share;
  };
  const named = all.filter((column) => isStateColumn((header[column] as Cell).plain) && !units[column]);
  const state =
    named.find((column) => areStates(column, 0.5)) ??
    // In a language whose words are not known signs tell, or figures; one row could be a chance.
    (rows.length > 1 ? all.find((column) => !units[column] && areStates(column, 1)) : undefined) ??
    named[0];
  if (state === undefined) return undefined;
  const isBare = (column: number) => {
    const cells = cellsBelow(column);
    return cells.length > 0 && cells.every((plain) => bareNumber.test(plain) || readName(plain)?.rest.trim() === '');
  };
  const others = all.filter((column) => column !== state && cellsBelow(column).length > 0);
  const bare = others.find(isBare);
  const ofUnits = others.filter((column) => units[column] && rankOf(units[column] as string) < 2);
  const titled = ofUnits.filter((column) => !isBare(column));
  const names =
    titled.find((column) => units[column] === 'milestone') ??
    titled[0] ??
    others.find((column) => column !== bare && areTitles(cellsBelow(column))) ??
    bare;
  if (names === undefined) return undefined;
  const numbers = bare === names ? undefined : bare;
  const byName = [numbers, names, ...ofUnits].map((column) => (column === undefined ? undefined : units[column]));
  const word = byName.find((unit) => unit !== undefined && rankOf(unit) < 2);
  return { state, names, numbers, word: word ?? 'milestone', isNamed: word !== undefined };
}

/** True for cells of which most have several words: no owners, dates and sizes. */
function areTitles(cells: readonly string[]): boolean {
  const said = cells.filter((plain) => /\p{L}\S*\s+\S*\p{L}|[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2}/u.test(plain));
  return said.length * 2 > cells.length;
}

/** The unit that a row names: in the cell of its name, or of its number. */
function unitIn(name: string, number: string | undefined, word: string): UnitName & { title: string } {
  // In a column of milestones a name needs nothing behind it: `M1 The table`.
  const own = announced(name) ?? readName(name);
  if (own) return { word: own.word, number: own.number, title: titleIn(own.rest) || name };
  const apart = number === undefined ? undefined : readName(number);
  if (apart) return { word: apart.word, number: apart.number, title: titleIn(name) || name };
  const alone = bareNumber.exec(number ?? name)?.[1];
  const front = alone === undefined ? numberInFront.exec(name) : null;
  const rest = front ? name.slice(front[0].length) : name;
  return { word, number: (alone ?? front?.[1] ?? '').toUpperCase(), title: titleIn(rest) || name };
}
