import type { Plan, Step } from '../plan/model';
import { parseDocument } from '../plan/parse';
import type { Reading } from '../plan/reading';
import { applyEdits } from './apply';
import { endOfLine, isBlank } from './lines';
import { isLoose } from './listMarker';
import type { PlanEdit } from './planEdit';
import { WrittenLines } from './writtenLines';

/**
 * Moves a step with all that is nested in it behind another one, to that one's depth: its lines go and come, and no other line
 * is touched. Undefined where it stands there already, where lists are of different kinds, and where the steps would be read
 * in another way. `lines` are as they are read, `text` is as it is written.
 *
 *     - [ ] One                     - [ ] Two
 *     - [ ] Two       →             - [ ] One
 */
export function moveStep(
  plan: Plan,
  step: Step,
  target: Step,
  lines: readonly string[],
  reading: Reading,
  text: string,
): PlanEdit[] | undefined {
  const [first, last, behind] = [step.range.start.line, step.lastLine, target.lastLine];
  if (behind >= first && behind <= last) return undefined;
  const [from, to] = [first, target.range.start.line].map((line) => marker.exec(lines[line] as string));
  if (!from || !to || /\d/.test(from[2] as string) !== /\d/.test(to[2] as string)) return undefined;
  const indent = (from[1] as string).length;
  const written = new WrittenLines(text);
  if (written.hasConflict(Math.min(first, behind), Math.max(last, behind))) return undefined;
  const bullet = from[2] === to[2] ? undefined : written.at(target.range.start.line).charAt((to[1] as string).length);
  const moved = lines.slice(first, last + 1).map((_, i) => {
    const line = written.at(first + i);
    if (isBlank(line) || line.slice(0, indent).trim() !== '') return line;
    // Another bullet would begin another list.
    const own =
      i === 0 && bullet !== undefined && !/\d/.test(bullet) ? `${bullet}${line.slice(indent + 1)}` : line.slice(indent);
    return `${to[1]}${own}`;
  });
  const gap = isLoose(plan, target, lines) ? '\n\n' : '\n';
  const at = endOfLine(behind, lines);
  const edits = [taken(first, last, lines), { range: { start: at, end: at }, template: [gap + moved.join('\n')] }];
  return isReadAs(plan, step, target, applyEdits(lines.join('\n'), edits), reading) ? edits : undefined;
}

const marker = /^([ \t]*)([-*+]|\d{1,9}[.)])\s/;

/** Takes lines away, with the blank ones behind them where others stand in front. */
function taken(first: number, last: number, lines: readonly string[]): PlanEdit {
  let end = last + 1;
  while (end < lines.length && isBlank(lines[end]) && isBlank(lines[first - 1])) end++;
  const range =
    end < lines.length
      ? { start: { line: first, character: 0 }, end: { line: end, character: 0 } }
      : { start: endOfLine(first - 1, lines), end: endOfLine(last, lines) };
  return { range, template: [''] };
}

/** True where a text has the very same steps, in the order that was meant. */
function isReadAs({ steps }: Plan, step: Step, target: Step, text: string, reading: Reading): boolean {
  const own = steps.filter(
    ({ range: { start } }) => start.line >= step.range.start.line && start.line <= step.lastLine,
  );
  const others = steps.filter((each) => !own.includes(each));
  const behind = others.findLastIndex(({ range: { start } }) => start.line <= target.lastLine) + 1;
  const wanted = [...others.slice(0, behind), ...own, ...others.slice(behind)];
  const words = (each: Step) => `${each.state} ${each.text} ${each.stamps.map((stamp) => stamp.text).join()}`;
  const found = parseDocument(text, reading).plans.map((plan) => plan.steps.map(words).join('\n'));
  return found.includes(wanted.map(words).join('\n'));
}
