import type { Range } from 'vscode-languageserver-textdocument';
import type { Plan, PlanDocument, Step } from '../plan/model';
import { planAt } from '../plan/planAt';
import { lastSelectedLine } from '../text/positions';
import type { Lines } from './params';

/** The plan at the first of some lines; of a text that holds one plan, that one. */
export function planOf(document: PlanDocument, { lines }: Lines): Plan | undefined {
  return planAt(document, lines[0] as number) ?? (document.plans.length === 1 ? document.plans[0] : undefined);
}

/** The steps of a plan that stand on some lines, in document order. */
export function stepsOn({ steps }: Plan, { lines }: Lines): Step[] {
  const wanted = new Set(lines);
  return steps.filter(({ range: { start, end } }) => {
    for (let line = start.line; line <= end.line; line++) if (wanted.has(line)) return true;
    return false;
  });
}

/** The steps of a plan that a selection touches, be it in a line of theirs. */
export function stepsIn({ steps }: Plan, selection: Range): Step[] {
  const last = lastSelectedLine(selection);
  return steps.filter(({ range: { start, end } }) => start.line <= last && end.line >= selection.start.line);
}

/** The first lines of some steps. */
export function linesOf(steps: readonly Step[]): Lines {
  return { lines: steps.map(({ range }) => range.start.line) };
}

/** The step that somebody stands in; undefined where there is none. */
export function stepAt(plan: Plan, { lines: [line] }: Lines): Step | undefined {
  return line === undefined ? undefined : stepsOn(plan, { lines: [line] })[0];
}
