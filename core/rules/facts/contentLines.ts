import type { Range } from 'vscode-languageserver-textdocument';
import { areInOrder, lineOf } from '../../plan/lineOrder';
import type { Plan } from '../../plan/model';
import { countBefore, lineBehind } from '../../text/positions';
import { remembered } from '../../text/remembered';

type Placed = { readonly range: Range };

/** The entries of a plan by their lines. */
const entriesInOrder = remembered(({ entries }: Plan) => inOrder(entries));
/** Its steps by their lines: runs tell the order faster than steps. */
const stepsInOrder = remembered(({ steps, stepRuns }: Plan) => (areInOrder(stepRuns) ? steps : inOrder(steps)));

/** True where an entry begins in a range of whole lines. */
export function hasEntry(plan: Plan, range: Range): boolean {
  return isAnyIn(entriesInOrder(plan), range);
}

/** True where a step begins in a range of whole lines. */
export function hasStep(plan: Plan, range: Range): boolean {
  return isAnyIn(stepsInOrder(plan), range);
}

function inOrder<T extends Placed>(all: readonly T[]): readonly T[] {
  const isInOrder = all.every((each, i) => i === 0 || lineOf(all[i - 1] as T) <= lineOf(each));
  return isInOrder ? all : [...all].sort((a, b) => lineOf(a) - lineOf(b));
}

function isAnyIn(all: readonly Placed[], range: Range): boolean {
  const first = all[countBefore(all, range.start.line, lineOf)];
  return first !== undefined && lineOf(first) < lineBehind(range);
}
