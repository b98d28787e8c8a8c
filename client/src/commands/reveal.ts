import * as vscode from 'vscode';

/** Shows a place of a plan, and puts the cursor there. */
export async function reveal(uri: vscode.Uri, line: number, character = 0): Promise<void> {
  const place = new vscode.Range(line, character, line, character);
  try {
    await vscode.window.showTextDocument(uri, { selection: place });
  } catch {
    void vscode.window.showWarningMessage(
      vscode.l10n.t('{0} cannot be opened. It may have been deleted.', vscode.workspace.asRelativePath(uri)),
    );
  }
}
