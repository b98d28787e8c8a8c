import type * as vscode from 'vscode';

/** A path below a folder, without a slash in front: `docs/a.md`. */
export function pathBelow({ uri: folder }: vscode.WorkspaceFolder, { path }: vscode.Uri): string {
  return path.slice(folder.path.replace(/\/$/, '').length + 1);
}
