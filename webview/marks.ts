import type { FindingDetails, PlanDetails } from '../server/src/protocol';

export type Severity = FindingDetails['severity'];

/** The worst first. */
export const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** What was found at a step or a record: the worst, and all of it in words. */
export interface Mark {
  severity: Severity;
  text: string;
}

/** What was found on some lines (both ends included) that people look at: hints are left out. Findings come worst first. */
function markAt(findings: readonly FindingDetails[], line: number, endLine: number): Mark | undefined {
  let mark: Mark | undefined;
  for (const { range, severity, message } of findings) {
    if (severity === 'hint' || range.start.line < line || range.start.line > endLine) continue;
    mark = mark ? { ...mark, text: `${mark.text}\n${message}` } : { severity, text: message };
  }
  return mark;
}

/** The findings of a plan by the lines of its steps: one pass over both, whatever their number. */
export function stepMarks({ steps, findings }: Pick<PlanDetails, 'steps' | 'findings'>): Map<number, Mark> {
  const byLine = new Map<number, FindingDetails[]>();
  for (const finding of findings) {
    const { line } = finding.range.start;
    byLine.set(line, [...(byLine.get(line) ?? []), finding]);
  }
  const marks = new Map<number, Mark>();
  if (byLine.size === 0) return marks;
  for (const { line, endLine } of steps) {
    const own: FindingDetails[] = [];
    for (let each = line; each <= Math.min(endLine, line + 200); each++) own.push(...(byLine.get(each) ?? []));
    const mark = own.length > 0 ? markAt(own, line, endLine) : undefined;
    if (mark) marks.set(line, mark);
  }
  return marks;
}
