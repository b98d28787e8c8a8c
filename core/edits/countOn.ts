import { isBlank } from './lines';
import { listMarkerOf } from './listMarker';
import { newTextOf, type PlanEdit, within } from './planEdit';

/**
 * Edits that put items into a list, and those that count the numbers behind these on, so that no number stands twice. Lists
 * of bullets, lists that have one number throughout, and numbers with a gap before the next one stay as they are, and so does
 * a list in which a number would get a digit more: what is nested in its item would no longer belong to it.
 *
 *     2. [x] Read        2. [x] Read
 *     3. [ ] Write   →   3. [ ] Read the rest
 *                        4. [ ] Write
 */
export function countOn(edits: readonly PlanEdit[], lines: readonly string[]): PlanEdit[] {
  return [...edits, ...edits.flatMap((edit) => numbersBehind(edit, lines))];
}

function numbersBehind(edit: PlanEdit, lines: readonly string[]): PlanEdit[] {
  const { start, end } = edit.range;
  const text = newTextOf(edit);
  const begins = text.search(/[^\n]/);
  // A new item begins a line: behind the end of one, or at the start of one.
  const isItem = start.line === end.line && start.character === end.character && (begins > 0 || start.character === 0);
  const own = isItem ? numberOf(text.slice(begins)) : undefined;
  if (!own) return [];
  const from = start.character === 0 && begins <= 0 ? start.line : start.line + (start.character === 0 ? 0 : 1);
  if (numberAbove(from, own.indent, lines) === own.number) return [];
  const found: PlanEdit[] = [];
  let next = own.number;
  for (let line = from; line < lines.length; line++) {
    const here = numberOf(lines[line] as string);
    if (here?.indent === own.indent && here.sign === own.sign) {
      if (here.number !== next) break;
      if (String(next + 1).length !== String(next).length) return [];
      const at = here.indent.length;
      found.push({ range: within(line, at, at + String(next).length), template: [String(next + 1)] });
      next++;
    } else if (endsList(line, own.indent, lines)) break;
  }
  return found;
}

interface ItemNumber {
  indent: string;
  number: number;
  sign: string;
}

/** The number that a line begins with as an item; undefined for one with zeros in front, too. */
function numberOf(line: string): ItemNumber | undefined {
  const marker = listMarkerOf(line);
  const digits = marker && /^\d+/.exec(marker.bullet)?.[0];
  if (!marker || digits === undefined || String(Number(digits)) !== digits) return undefined;
  return { indent: marker.indent, number: Number(digits), sign: marker.bullet.slice(digits.length) };
}

/** The number of the item of a list that is the last one in front of a line. */
function numberAbove(line: number, indent: string, lines: readonly string[]): number | undefined {
  for (let above = line - 1; above >= 0; above--) {
    const here = numberOf(lines[above] as string);
    if (here?.indent === indent) return here.number;
    if (endsList(above, indent, lines)) return undefined;
  }
  return undefined;
}

/** True for a line that is outside of the items that stand at an indentation: not deeper, and no text that goes on. */
function endsList(line: number, indent: string, lines: readonly string[]): boolean {
  const text = lines[line] as string;
  if (isBlank(text) || text.search(/\S/) > indent.length) return false;
  return isBlank(lines[line - 1]) || /^\s*(?:#|[-*+]\s|\||>|```|~~~)/.test(text);
}
