import * as vscode from 'vscode';
import { MemoryFiles } from './memoryFiles';

/** The proposed API for searching files: without it `workspace.findFiles` never settles here. VS Code applies the globs. */
interface FileSearch {
  registerFileSearchProvider(
    scheme: string,
    provider: { provideFileSearchResults(query: unknown, options: { folder: vscode.Uri }): vscode.Uri[] },
  ): vscode.Disposable;
}

/** Fills the file system `webhost:/` from mount.json beside this extension, and offers it; writes stay in memory. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const mount = await fetch(vscode.Uri.joinPath(context.extensionUri, 'mount.json').toString(true));
  const files = new MemoryFiles();
  for (const [path, base64] of Object.entries((await mount.json()) as Record<string, string>))
    files.put(
      path,
      Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)),
    );
  context.subscriptions.push(
    vscode.workspace.registerFileSystemProvider('webhost', files, { isCaseSensitive: true }),
    (vscode.workspace as unknown as FileSearch).registerFileSearchProvider('webhost', {
      provideFileSearchResults: (_query, { folder }) =>
        files.filesBelow(folder.path).map((path) => folder.with({ path })),
    }),
  );
}
