import * as vscode from 'vscode';

/** Schemes of texts that a person writes, whether VS Code has a file system for them or not. */
const writableSchemes = ['file', 'untitled', 'vscode-remote', 'vscode-vfs', 'vscode-userdata'];
/** What `git:` shows is past; the others are no documents of their own. */
const ignoredSchemes = ['git', 'output', 'vscode-notebook-cell', 'vscode-notebook-cell-output'];

/** True for a document that is read as a plan if it is one: Markdown in a place where a person writes. */
export function isReadable({ languageId, uri }: vscode.TextDocument): boolean {
  return languageId === 'markdown' && !ignoredSchemes.includes(uri.scheme) && isWritable(uri.scheme);
}

function isWritable(scheme: string): boolean {
  return (
    writableSchemes.includes(scheme) ||
    vscode.workspace.workspaceFolders?.some(({ uri }) => uri.scheme === scheme) === true ||
    vscode.workspace.fs.isWritableFileSystem(scheme) === true
  );
}
