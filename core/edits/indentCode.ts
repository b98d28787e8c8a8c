import type { Plan } from '../plan/model';
import { closes, type Item, readBlocks } from '../text/blocks';
import { lineBehind } from '../text/positions';
import { endOfLine, filledBefore, isBlank } from './lines';
import type { PlanEdit } from './planEdit';

/** Fences that have become indented blocks. */
export interface Indentation {
  edits: PlanEdit[];
  /** True where no language is lost, and each block stays alone and where it was. */
  isPlain: boolean;
}

/**
 * Turns fences into indented blocks: four spaces more than what they stand in. Behind a list that becomes a part of its last
 * item, because four spaces are its text. `openings` are the lines of their first marks. Undefined where one of them is not
 * closed, or begins on the line of an item.
 */
export function indentFences(
  plan: Plan,
  openings: readonly number[],
  lines: readonly string[],
): Indentation | undefined {
  const start = plan.range.start.line;
  const end = lineBehind(plan.range);
  const items = readBlocks(lines.slice(start, end)).flatMap((block) =>
    block.kind === 'item' ? [{ ...block, line: block.line + start, wholeEndLine: block.wholeEndLine + start }] : [],
  );
  const fences = openings.map((line) => fenceAt(line, end, lines));
  const all = fences.flatMap((fence) => fence ?? []);
  if (all.length < fences.length) return undefined;
  const closings = new Set(all.map(({ close }) => close));
  return {
    edits: all.map((fence) => indented(fence, containerOf(fence.open, items, lines).column, lines)),
    isPlain: all.every(
      ({ open, info }) =>
        info === '' && !containerOf(open, items, lines).isOther && !isCode(filledBefore(open, lines), closings, lines),
    ),
  };
}

interface Fence {
  /** The lines of its marks. */
  open: number;
  close: number;
  /** How far it is indented. */
  column: number;
  info: string;
}

function fenceAt(open: number, end: number, lines: readonly string[]): Fence | undefined {
  const [, indent, mark, info] = /^(\s*)(`{3,}|~{3,})(.*)$/.exec(lines[open] as string) ?? [];
  if (indent === undefined || mark === undefined || info === undefined) return undefined;
  let close = open + 1;
  while (close < end && !closes(lines[close] as string, mark)) close++;
  return close < end ? { open, close, column: indent.length, info: info.trim() } : undefined;
}

/** The column of what code is indented from: of the item around it, or of the one that would take it. */
function containerOf(
  line: number,
  items: readonly Item[],
  lines: readonly string[],
): { column: number; isOther: boolean } {
  const around = items.findLast((item) => item.line < line && line < item.wholeEndLine);
  const before = items.findLast((item) => item.line < line && item.wholeEndLine <= line);
  const takes = before !== undefined && (around === undefined || before.line > around.line);
  if (takes && before.wholeEndLine > filledBefore(line, lines)) return { column: before.character, isOther: true };
  return { column: around?.character ?? 0, isOther: false };
}

function indented({ open, close, column }: Fence, container: number, lines: readonly string[]): PlanEdit {
  const code = lines.slice(open + 1, close).map((line) => {
    const own = Math.min(column, line.length - line.trimStart().length);
    return isBlank(line) ? '' : ' '.repeat(container + 4) + line.slice(own);
  });
  const first = code.findIndex((line) => line !== '');
  const filled = first < 0 ? [] : code.slice(first, code.findLastIndex((line) => line !== '') + 1);
  const text = [...(!isBlank(lines[open - 1]) ? [''] : []), ...filled, ...(!isBlank(lines[close + 1]) ? [''] : [])];
  return {
    range: { start: { line: open, character: 0 }, end: endOfLine(close, lines) },
    template: [text.join('\n')],
  };
}

function isCode(line: number, closings: ReadonlySet<number>, lines: readonly string[]): boolean {
  return closings.has(line) || /^ {4}|^\t/.test(lines[line] ?? '');
}
