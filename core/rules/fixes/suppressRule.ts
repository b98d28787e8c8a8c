import { at, type PlanEdit } from '../../edits/planEdit';
import { type Template, tabStops } from '../../edits/template';
import type { Plan } from '../../plan/model';
import type { PieceText } from '../../text/pieceText';
import { wholeOf } from '../../text/positions';
import type { Found, SearchableText } from '../../text/searchableText';
import { suppressionsOf } from '../suppressions';
import { addRule, reasonText } from './commentEdits';

/**
 * Silences a rule in one line (0-based), by a comment above it that asks for the reason. In a list the comment is part of
 * the item above, and in a paragraph it ends the line above, so that neither falls apart. A comment of that kind that is
 * there already names the rule, too. Undefined where no comment can stand: in code, in a table, in HTML.
 */
export function silenceLine(plan: Plan, id: string, line: number, text: SearchableText): PlanEdit[] | undefined {
  const { lines } = text;
  const same = suppressionsOf(plan, text).find(
    (each) => each.kind === 'disable-next-line' && each.line < line && line <= each.target,
  );
  if (same) return addRule(same, id, lines);
  const blocks = new Map(text.find(findOtherLines, wholeOf(lines)).map((each) => [each.line, each]));
  const block = blocks.get(line);
  if (block && !block.isFirst) return undefined;
  const written = comment('disable-next-line', id);
  // A byte order mark stands in front of all, as a blank here.
  const start = line === 0 ? Math.max(0, (lines[0] as string).search(/\S/)) : 0;
  if (block?.kind === 'heading') return [{ range: at(line, start), template: [...written, '\n\n'] }];
  const present = lines[line] as string;
  const above = line > 0 ? (lines[line - 1] as string) : '';
  const continues = !block && !blocks.has(line - 1) && isText(above) && !beginsBlock(present, above);
  if (continues) {
    const end = above.replace(/\s+$|\\$/, '').length;
    return [{ range: at(line - 1, end), template: [' ', ...written] }];
  }
  return [{ range: at(line, 0), template: [indentationAbove(line, lines), ...written, '\n'] }];
}

/** Silences a rule in a whole plan: by a comment below its title, or in the one that is there above its first section. */
export function silencePlan(plan: Plan, id: string, text: SearchableText): PlanEdit[] {
  const { title, sections, range } = plan;
  const first = sections[0]?.heading.range.start.line ?? 0;
  const same = suppressionsOf(plan, text).find(({ kind, line }) => kind === 'disable' && line < first);
  if (same) return addRule(same, id, text.lines);
  const written = comment('disable', id);
  if (title && title.range.start.line < first) {
    const { line, character } = title.range.end;
    return [{ range: at(line, character), template: ['\n\n', ...written] }];
  }
  return [{ range: at(Math.max(first, range.start.line), 0), template: [...written, '\n\n'] }];
}

function comment(kind: 'disable' | 'disable-next-line', id: string): Template {
  return [`<!-- execplan-${kind} ${id}: `, tabStops()(reasonText), ' -->'];
}

/** A line of something else than words. */
interface OtherLine extends Found {
  kind: 'heading' | 'code' | 'table' | 'html';
  /** True for the first line of a heading, a fence, a table, HTML. */
  isFirst: boolean;
}

function findOtherLines(piece: PieceText): OtherLine[] {
  const found = new Map<number, OtherLine>();
  for (const { kind, line, endLine } of piece.blocks) {
    if (kind !== 'heading' && kind !== 'fence' && kind !== 'table' && kind !== 'html') continue;
    for (let each = line; each < endLine; each++)
      found.set(each, { line: each, kind: kind === 'fence' ? 'code' : kind, isFirst: each === line });
  }
  for (let line = piece.line; line < piece.endLine; line++)
    if (piece.isCode(line) && !found.has(line)) {
      const isFirst = /^\s*(?:`{3}|~{3})/.test(piece.lineAt(line)) && !piece.isCode(line - 1);
      found.set(line, { line, kind: 'code', isFirst });
    }
  return [...found.values()].sort((a, b) => a.line - b.line);
}

/** True for a line that a paragraph goes on behind. */
function isText(line: string): boolean {
  return line.trim() !== '' && !/^\s*(?:([-*_]\s*)\1{2,}|={3,}\s*)$/.test(line.slice(0, 200));
}

const item = /^([ \t]*)([-*+]|\d{1,9}[.)])([ \t]{1,4})(?=\S)/;
const quote = /^(?:\s{0,3}>\s?)+/;

/** True for a line that begins an item or a quote, and is no part of the paragraph above. */
function beginsBlock(line: string, above: string): boolean {
  const [own, other] = [line, above].map((each) => quote.exec(each)?.[0] ?? '') as [string, string];
  return own.trim() !== other.trim() || item.test(line.slice(own.length));
}

/** What a comment above a line is indented by: as the text of the item before it in its list, else as the line itself. */
function indentationAbove(line: number, lines: readonly string[]): string {
  const present = lines[line] as string;
  const own = (quote.exec(present)?.[0] ?? '') || (/^[ \t]*/.exec(present)?.[0] as string);
  if (!item.test(present)) return own;
  const depth = widthOf(own);
  for (let i = line - 1; i >= 0; i--) {
    const text = lines[i] as string;
    if (text.trim() === '') continue;
    const [, indent, marker, gap] = item.exec(text) ?? [];
    if (indent === undefined) {
      // Words at the edge go on an item's paragraph only where no blank line is behind them.
      const isEdge = widthOf(/^[ \t]*/.exec(text)?.[0] as string) <= depth;
      if (isEdge && ((lines[i + 1] as string).trim() === '' || /^\s*(?:#|<!--)/.test(text))) return own;
      continue;
    }
    if (widthOf(indent) > depth + 1) continue;
    return widthOf(indent) < depth - 1 ? own : `${indent}${' '.repeat(`${marker}${gap}`.length)}`;
  }
  return own;
}

function widthOf(indentation: string): number {
  return indentation.replace(/\t/g, '    ').length;
}
