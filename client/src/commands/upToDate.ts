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

/** A document has line ends of one kind. */
function plain(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}
