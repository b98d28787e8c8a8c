import { jsonText } from '../../core/calls/plain';
import type { ReportedFile } from './report';

/**
 * All findings as one array, whose objects have the same keys in the same order. With readiness it is one object with
 * two arrays, of findings and of plans.
 */
export function jsonReport(files: readonly ReportedFile[], withReadiness: boolean): string {
  const findings = files.flatMap(({ file, findings }) =>
    findings.map(({ rule, severity, message, line, column, endLine, endColumn, fixable, safe }) => ({
      file,
      rule,
      severity,
      message,
      line,
      column,
      endLine,
      endColumn,
      fixable,
      safe,
    })),
  );
  const readiness = files.flatMap(({ file, readiness }) => readiness.map((plan) => ({ file, ...plan })));
  return jsonText(withReadiness ? { findings, readiness } : findings);
}
