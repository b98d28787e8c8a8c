import type { Range } from 'vscode-languageserver-textdocument';
import type { Plan } from '../../plan/model';
import { countUpTo, lineBehind } from '../../text/positions';
import { remembered } from '../../text/remembered';

/** Where the entries of a plan begin, in order. */
const entryLines = remembered(({ entries }: Plan) => linesOf(entries));
/** Where its steps begin, in order. */
const stepLines = remembered(({ steps }: Plan) => linesOf(steps));

/** True where an entry begins in a range of whole lines. */
export function hasEntry(plan: Plan, range: Range): boolean {
  return isAnyIn(entryLines(plan), range);
}

/** True where a step begins in a range of whole lines. */
export function hasStep(plan: Plan, range: Range): boolean {
  return isAnyIn(stepLines(plan), range);
}

function linesOf(all: readonly { range: Range }[]): readonly number[] {
  const lines = all.map(({ range }) => range.start.line);
  const isInOrder = lines.every((line, i) => i === 0 || (lines[i - 1] as number) <= line);
  return isInOrder ? lines : lines.sort((a, b) => a - b);
}

function isAnyIn(lines: readonly number[], range: Range): boolean {
  return countUpTo(lines, lineBehind(range) - 1) > countUpTo(lines, range.start.line - 1);
}
