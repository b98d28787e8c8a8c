import * as vscode from 'vscode';

/** The command that shows a page of the extension's documentation; it takes the page's URI as text. */
export const showPageCommand = 'execplan.showPage';

/**
 * Findings whose rule's page opens as a preview, with links that lead on, not as the text of a Markdown file. VS Code opens
 * a command that stands there in its list of problems and in its hovers.
 */
export function withPreviews(diagnostics: readonly vscode.Diagnostic[]): vscode.Diagnostic[] {
  return diagnostics.map((diagnostic) => {
    const { code } = diagnostic;
    if (typeof code !== 'object' || !code.target.path.endsWith('.md')) return diagnostic;
    const query = encodeURIComponent(JSON.stringify([code.target.toString()]));
    const target = vscode.Uri.parse(`command:${showPageCommand}?${query}`);
    return Object.assign(diagnostic, { code: { value: code.value, target } });
  });
}
