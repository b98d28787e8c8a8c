import { fixesOf, problemsOf } from '../../core/rules/fixes/fixes';
import type { Severity } from '../../core/rules/profiles';
import type { Finding, FixContext, Rule } from '../../core/rules/rule';
import type { ReportedReadiness } from './readiness';
import { type Region, regionOf } from './region';

/** A file that was checked, as it is told to others. */
export interface ReportedFile {
  /** Its path as people see it; `-` is the standard input. */
  file: string;
  /** Its path below the root of its repository, with `/`; a path from the root of the disk when it lies in none. */
  place: string;
  /** How many plans it holds. */
  plans: number;
  /** Its text before safe fixes and behind them; undefined where none were asked for, or there were none to make. */
  fixed: { before: string; after: string } | undefined;
  /** Ordered by where they stand. */
  findings: readonly ReportedFinding[];
  /** One for each plan; empty where nobody wants to know. */
  readiness: readonly ReportedReadiness[];
}

export interface ReportedFinding extends Region {
  /** The rule's id. */
  rule: string;
  severity: Severity;
  message: string;
  /** True when the editor offers a fix. */
  fixable: boolean;
  /** True when a fix neither loses nor invents anything. */
  safe: boolean;
  related: readonly (Region & { message: string })[];
}

/** A finding as it is told to others. A fix that throws is reported, and does not count. */
export function reportedFinding(
  finding: Finding,
  context: Omit<FixContext, 'plan'>,
  onError: (rule: Rule, error: unknown) => void,
): ReportedFinding {
  const fixes = problemsOf(finding).flatMap((each) => fixesOf(finding, each, context, onError));
  return {
    rule: finding.rule.id,
    severity: finding.severity,
    message: finding.message,
    ...regionOf(finding.range),
    fixable: fixes.length > 0,
    safe: fixes.some(({ safe }) => safe),
    related: (finding.related ?? []).map(({ range, message }) => ({ ...regionOf(range), message })),
  };
}

/** How many findings of a severity there are. */
export function countOf(files: readonly ReportedFile[], severity: Severity): number {
  return files.reduce((sum, { findings }) => sum + findings.filter((each) => each.severity === severity).length, 0);
}

/**
 * True when there is nothing to stop for: no error, and no more warnings than `maxWarnings`. Hints and information do not
 * count.
 */
export function isClean(files: readonly ReportedFile[], maxWarnings: number): boolean {
  return countOf(files, 'error') === 0 && countOf(files, 'warning') <= maxWarnings;
}
