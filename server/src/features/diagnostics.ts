import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import type { Severity } from '../lint/profiles';
import type { Finding } from '../lint/rule';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** A finding of a file as LSP has it. `docs` is where the rules' pages are, without a slash at the end; undefined: no link. */
export function toDiagnostic(finding: Finding, uri: string, docs: string | undefined): Diagnostic {
  const { range, message, rule, severity, related } = finding;
  const diagnostic: Diagnostic = { range, message, severity: severities[severity], source: 'execplan', code: rule.id };
  if (docs) diagnostic.codeDescription = { href: `${docs}/${rule.id}.md` };
  if (related)
    diagnostic.relatedInformation = related.map((each) => ({
      location: { uri, range: each.range },
      message: each.message,
    }));
  return diagnostic;
}
