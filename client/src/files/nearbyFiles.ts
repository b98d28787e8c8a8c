import * as vscode from 'vscode';
import { listNearby } from '../../../files/nearbyFiles';
import type { DirectoryEntry, NearbyFilesParams, NearbyFilesResult } from '../../../server/src/protocol';
import { hasSearch, toEntry } from './folderSearch';

/** Files of one name that are told, and how long VS Code may look for them, in milliseconds: a person waits. */
const maxFiles = 20;
const searchTimeout = 3000;

/** Finds files of a name below a folder, and those that stand in some of its folders, as paths below it. */
export async function findNearbyFiles({ folder, name, folders }: NearbyFilesParams): Promise<NearbyFilesResult> {
  const top = vscode.Uri.parse(folder);
  const list = async (path: string) =>
    (await vscode.workspace.fs.readDirectory(path === '' ? top : vscode.Uri.joinPath(top, path))).flatMap(toEntry);
  if (!hasSearch(top)) return listNearby({ name, folders }, list);
  const [found, listed] = await Promise.all([
    search(top, name),
    // Without a name it lists the folders alone.
    listNearby({ name: undefined, folders }, list),
  ]);
  return [...found, ...listed];
}

/** What stands in a directory. Rejects where nobody can tell. */
export async function listDirectory(uri: vscode.Uri): Promise<DirectoryEntry[]> {
  return (await vscode.workspace.fs.readDirectory(uri)).flatMap(toEntry);
}

async function search(top: vscode.Uri, name: string): Promise<string[]> {
  const end = new vscode.CancellationTokenSource();
  setTimeout(() => end.cancel(), searchTimeout);
  // Characters that globs use match as any.
  const pattern = new vscode.RelativePattern(top, `**/${name.replace(/[*?{}[\]()!,\\]/g, '?')}`);
  try {
    const found = await vscode.workspace.findFiles(pattern, '**/node_modules/**', maxFiles, end.token);
    return found.map(({ path }) => path.slice(top.path.replace(/\/$/, '').length + 1));
  } finally {
    end.dispose();
  }
}
