import * as vscode from 'vscode';

/** Milliseconds: as long VS Code is waited for to read a file again. */
const patience = 2_000;

/**
 * Resolves once a document without unsaved changes holds what is on disk. VS Code keeps one that no editor shows for minutes,
 * and reads it again only some time after another program has written: until then an edit would be made for the old text.
 */
export async function upToDate(document: vscode.TextDocument): Promise<void> {
  if (document.isDirty || document.isUntitled || (await isOnDisk(document))) return;
  await new Promise<void>((resolve) => {
    const done = () => {
      clearTimeout(timer);
      listener.dispose();
      resolve();
    };
    const timer = setTimeout(done, patience);
    const listener = vscode.workspace.onDidChangeTextDocument(async (event) => {
      if (event.document === document && (document.isDirty || (await isOnDisk(document)))) done();
    });
    // It may have been read again while we looked.
    void isOnDisk(document).then((isNow) => isNow && done());
  });
}

/** Whether a document's file holds a text, its own by default; `unknown` where nobody can tell: for a file that cannot be read. */
export async function isOnDisk(
  document: vscode.TextDocument,
  text = document.getText(),
  unknown = true,
): Promise<boolean> {
  try {
    const bytes = await vscode.workspace.fs.readFile(document.uri);
    return plain(await vscode.workspace.decode(bytes, { uri: document.uri })) === plain(text);
  } catch {
    return unknown;
  }
}

/** A document has line ends of one kind. */
function plain(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}
