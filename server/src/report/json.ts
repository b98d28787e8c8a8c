import type { ReportedFile } from './report';

/** All findings as one array, whose objects have the same keys in the same order. */
export function jsonReport(files: readonly ReportedFile[]): string {
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
  return JSON.stringify(findings, null, 2);
}
