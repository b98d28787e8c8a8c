import {
  type Diagnostic,
  DiagnosticSeverity,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
} from 'vscode-languageserver';
import type { Severity } from '../../../core/rules/profiles';
import type { Finding } from '../../../core/rules/rule';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** What our diagnostics name as their source. */
export const diagnosticSource = 'execplan';

/** What goes into a diagnostic beside the finding. */
export interface DiagnosticContext {
  /** Where the rules' pages are, as a URI without a slash at the end; undefined: no links. */
  docs: string | undefined;
  /** True where the client shows the other places that belong to a finding. */
  related: boolean;
}

/** A finding of a file as LSP has it. */
export function toDiagnostic(finding: Finding, uri: string, context: DiagnosticContext): Diagnostic {
  const { range, message, rule, severity, related } = finding;
  const diagnostic: Diagnostic = {
    range,
    message,
    severity: severities[severity],
    source: diagnosticSource,
    code: rule.id,
  };
  if (context.docs) diagnostic.codeDescription = { href: `${context.docs}/${rule.id}.md` };
  if (related && context.related)
    diagnostic.relatedInformation = related.map((each) => ({
      location: { uri, range: each.range },
      message: each.message,
    }));
  return diagnostic;
}

/** Findings by a number of their own: a text is checked again where something else has changed. */
const numbers = new WeakMap<readonly Finding[], number>();
let count = 0;

/** Names the findings of a text that `identity` names: as long as they are the same. */
export function resultIdOf(identity: string, findings: readonly Finding[]): string {
  const number = numbers.get(findings) ?? ++count;
  numbers.set(findings, number);
  return `${identity}/${number}`;
}

/** The findings of a text for a client that asks; `before` is what the last answer was called. */
export function diagnosticReport(
  uri: string,
  identity: string,
  findings: readonly Finding[],
  before: string | undefined,
  context: DiagnosticContext,
): DocumentDiagnosticReport {
  const resultId = resultIdOf(identity, findings);
  if (resultId === before) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
  const items = findings.map((finding) => toDiagnostic(finding, uri, context));
  return { kind: DocumentDiagnosticReportKind.Full, resultId, items };
}
