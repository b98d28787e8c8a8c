import * as vscode from 'vscode';
import { gitApi } from '../front/git';

/** Shows VS Code's comparison of a plan with what the last commit has of it. */
export async function compareWithCommit(uri: vscode.Uri | undefined): Promise<void> {
  if (!uri) return;
  const name = vscode.workspace.asRelativePath(uri);
  const git = await gitApi();
  if (!git?.getRepository(uri)) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('{0} is in no git repository that VS Code has open, so there is nothing to compare it with.', name),
    );
    return;
  }
  const title = vscode.l10n.t('{0} (last commit ↔ now)', name);
  await vscode.commands.executeCommand('vscode.diff', git.toGitUri(uri, 'HEAD'), uri, title);
}
