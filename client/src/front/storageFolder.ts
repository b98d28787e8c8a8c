import * as vscode from 'vscode';
import type { TextStorage } from './formerTexts';

/** A folder of the extension's storage as small texts by their names; without one, nothing is kept and nothing fails. */
export function storageFolder(folder: vscode.Uri | undefined): TextStorage {
  if (!folder) return { read: async () => undefined, write: async () => {}, delete: async () => {} };
  const { fs } = vscode.workspace;
  const fileOf = (name: string) => vscode.Uri.joinPath(folder, name);
  return {
    async read(name) {
      try {
        return new TextDecoder().decode(await fs.readFile(fileOf(name)));
      } catch {
        return undefined;
      }
    },
    async write(name, text) {
      await fs.createDirectory(folder);
      await fs.writeFile(fileOf(name), new TextEncoder().encode(text));
    },
    async delete(name) {
      await fs.delete(fileOf(name)).then(undefined, () => undefined);
    },
  };
}
