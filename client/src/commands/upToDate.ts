import * as vscode from 'vscode';
import type { ReadFile } from '../files/fileText';

/** Milliseconds: as long VS Code is waited for to read a file again. */
const patience = 2_000;

/**
 * Resolves once a document without unsaved changes holds what is on disk. VS Code keeps one that no editor shows for minutes,
 * and reads it again only some time after another program has written: until then an edit would be made for the old text.
 */
export async function upToDate(document: vscode.TextDocument, readFile: ReadFile): Promise<void> {
  if (document.isDirty || document.isUntitled || (await isOnDisk(document, readFile))) return;
  await new Promise<void>((resolve) => {
    const done = () => {
      clearTimeout(timer);
      listener.dispose();
      resolve();
    };
    const timer = setTimeout(done, patience);
    const listener = vscode.workspace.onDidChangeTextDocument(async (event) => {
      if (event.document === document && (document.isDirty || (await isOnDisk(document, readFile)))) done();
    });
    // It may have been read again while we looked.
    void isOnDisk(document, readFile).then((isNow) => isNow && done());
  });
}

/** Whether a document's file holds a text, its own by default; `unknown` where nobody can tell: for a file that cannot be read. */
export async function isOnDisk(
  document: vscode.TextDocument,
  readFile: ReadFile,
  text = document.getText(),
  unknown = true,
): Promise<boolean> {
  const state = await readFile(document.uri);
  return typeof state === 'object' ? plain(state.text) === plain(text) : unknown;
}

/**
 * Whether an edit that was applied is on the screen alone: VS Code (1.139) makes edits of extensions in a read-only file, too,
 * and calls its document clean after them. It would never be saved, and nobody would be asked.
 */
export async function isShownAlone(document: vscode.TextDocument, readFile: ReadFile): Promise<boolean> {
  return !document.isDirty && !document.isUntitled && !(await isOnDisk(document, readFile));
}

/** Gives a document the text back that it had before an edit. */
export async function takeBack(document: vscode.TextDocument, before: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), before);
  await vscode.workspace.applyEdit(edit);
}

/** A document has line ends of one kind. */
function plain(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}
