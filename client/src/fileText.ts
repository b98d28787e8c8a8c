import * as vscode from 'vscode';

/** Larger files are no plans that somebody wrote: they are named in the log, and not read. In bytes. */
export const sizeLimit = 2 * 1024 * 1024;

/**
 * What is on disk: a text, no file (`gone`), one above the size limit (`large`), or one that cannot be read at the moment
 * (`unknown`): it may be locked, or the place out of reach.
 */
export type FileState = { text: string } | 'gone' | 'large' | 'unknown';

/** Reads a file through VS Code, whatever place it is in. Never rejects. */
export async function readFile(uri: vscode.Uri): Promise<FileState> {
  try {
    const { type, size } = await vscode.workspace.fs.stat(uri);
    if (!(type & vscode.FileType.File)) return 'gone';
    if (size > sizeLimit) return 'large';
    return { text: await vscode.workspace.decode(await vscode.workspace.fs.readFile(uri), { uri }) };
  } catch (error) {
    return isAbsence(error) ? 'gone' : 'unknown';
  }
}

function isAbsence(error: unknown): boolean {
  return (
    error instanceof vscode.FileSystemError &&
    ['FileNotFound', 'FileNotADirectory', 'FileIsADirectory'].includes(error.code)
  );
}
