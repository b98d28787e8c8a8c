import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver';
import type { Plan, Step } from '../../../core/plan/model';
import { lineBehind } from '../../../core/text/positions';
import type { PlanSource } from './planSource';

/**
 * What can be folded: milestones, runs of done steps, entries, steps with what is nested in them, sections. A client that knows
 * Markdown folds headings and list items itself.
 */
export function foldingRanges({ analysis: { document, lines }, client }: PlanSource): FoldingRange[] {
  const folds: FoldingRange[] = [];
  const put = (startLine: number, behind: number) => {
    let endLine = behind - 1;
    while (endLine > startLine && (lines[endLine] ?? '').trim() === '') endLine--;
    if (endLine > startLine) folds.push({ startLine, endLine, kind: FoldingRangeKind.Region });
  };
  for (const plan of document.plans) {
    for (const { start, end } of doneRuns(plan)) put(start, end);
    for (const { heading, range } of plan.milestones)
      if (!client.markdown || !/^ {0,3}#/.test(lines[heading.range.start.line] ?? ''))
        put(heading.range.start.line, lineBehind(range));
    if (client.markdown) continue;
    for (const { heading, range } of plan.sections) put(heading.range.start.line, lineBehind(range));
    for (const { range } of plan.entries) put(range.start.line, lineBehind(range));
    for (const { range, lastLine } of plan.steps) put(range.start.line, lastLine + 1);
  }
  // Two that begin in one line are one handle: the longer one.
  const byLine = new Map<number, FoldingRange>();
  for (const fold of folds)
    if (fold.endLine > (byLine.get(fold.startLine)?.endLine ?? -1)) byLine.set(fold.startLine, fold);
  return [...byLine.values()].sort((a, b) => a.startLine - b.startLine);
}

/** The lines of two and more outermost steps in a row that are done, each with all that is nested in it; `end` is the first line behind. */
export function doneRuns({ steps }: Plan): { start: number; end: number }[] {
  const runs: { start: number; end: number; count: number }[] = [];
  let isRunning = false;
  for (let i = 0; i < steps.length; ) {
    const { range, lastLine } = steps[i] as Step;
    const { line } = range.start;
    let isDone = true;
    for (; i < steps.length && (steps[i] as Step).range.start.line <= Math.max(line, lastLine); i++)
      isDone &&= isClosed(steps[i] as Step);
    const run = runs.at(-1);
    // Where more than a blank line stands between two, they are of two groups.
    if (isDone && isRunning && run && line <= run.end + 1) {
      run.end = lastLine + 1;
      run.count++;
    } else if (isDone) runs.push({ start: line, end: lastLine + 1, count: 1 });
    isRunning = isDone;
  }
  return runs.filter(({ count }) => count > 1);
}

function isClosed({ state }: Step): boolean {
  return state === 'done' || state === 'dropped';
}
