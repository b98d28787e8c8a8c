import { groupedBy } from '../core/text/groups';
import type { FindingDetails, PlanDetails } from '../server/src/protocol';

export type Severity = FindingDetails['severity'];

/** The worst first. */
export const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** What was found at a step or a record: the worst, and all of it in words. */
export interface Mark {
  severity: Severity;
  text: string;
}

/** What people look at of a plan's findings, by the lines of its steps; hints are left out. One pass over both. */
export function stepMarks({ steps, findings }: Pick<PlanDetails, 'steps' | 'findings'>): Map<number, Mark> {
  const byLine = groupedBy(
    findings.filter(({ severity }) => severity !== 'hint'),
    ({ range }) => range.start.line,
  );
  const marks = new Map<number, Mark>();
  if (byLine.size === 0) return marks;
  for (const { line, endLine } of steps) {
    const own: FindingDetails[] = [];
    for (let each = line; each <= endLine; each++) own.push(...(byLine.get(each) ?? []));
    own.sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
    const [worst] = own;
    if (worst) marks.set(line, { severity: worst.severity, text: own.map(({ message }) => message).join('\n') });
  }
  return marks;
}
