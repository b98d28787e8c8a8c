import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import type { Finding, Severity } from '../lint/rule';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** A finding as LSP has it. `docs` is where the rules' pages are, without a slash at the end; undefined: no link. */
export function toDiagnostic({ range, message, rule, severity }: Finding, docs: string | undefined): Diagnostic {
  const diagnostic: Diagnostic = { range, message, severity: severities[severity], source: 'execplan', code: rule.id };
  if (docs) diagnostic.codeDescription = { href: `${docs}/${rule.id}.md` };
  return diagnostic;
}
