import * as vscode from 'vscode';
import { isMarkdownName } from '../../../files/filePolicy';
import { alwaysSkipped, type Bounds, candidateLimit, type Entry, walk } from '../../../files/walk';

/** What a search asks for. */
export interface FolderSearch {
  folder: vscode.WorkspaceFolder;
  /** Below the folder. */
  globs: readonly string[];
  /** True for a file that one of the globs means. */
  isWanted(uri: vscode.Uri): boolean;
  /** True for a directory (`docs/`) that holds nothing of interest. */
  isSkipped(directory: string): Promise<boolean>;
  token: vscode.CancellationToken;
}

/** What was found; `isTruncated` when there may be more than are looked at. */
export interface Found {
  uris: vscode.Uri[];
  isTruncated: boolean;
}

/** Schemes whose search VS Code brings along. */
const searchable = ['file', 'vscode-remote'];

/** True for a place in which VS Code's search comes to an end. */
export function hasSearch({ scheme }: vscode.Uri): boolean {
  return searchable.includes(scheme);
}

/**
 * Finds files of a workspace folder that may be plans. In a virtual folder that has no search VS Code's own never comes
 * to an end: there the directories are read at the same time, until it has found something.
 */
export async function searchFolder(search: FolderSearch): Promise<Found> {
  if (hasSearch(search.folder.uri)) return findFiles(search, search.token);
  const ends = [new vscode.CancellationTokenSource(), new vscode.CancellationTokenSource()] as const;
  const listening = search.token.onCancellationRequested(() => ends.forEach((end) => void end.cancel()));
  try {
    const searching = findFiles(search, ends[0].token).catch((): Found => ({ uris: [], isTruncated: false }));
    const walking = readDirectories(search, ends[1].token);
    const first = await Promise.race([searching, walking]);
    return first.uris.length > 0 ? first : await walking;
  } finally {
    listening.dispose();
    for (const end of ends) {
      end.cancel();
      end.dispose();
    }
  }
}

async function findFiles({ folder, globs }: FolderSearch, token: vscode.CancellationToken): Promise<Found> {
  const found = await Promise.all(
    globs.map((glob) =>
      vscode.workspace.findFiles(
        new vscode.RelativePattern(folder, glob),
        '**/node_modules/**', // what `files.exclude` says counts, too
        candidateLimit,
        token,
      ),
    ),
  );
  const byUri = new Map(found.flat().map((uri) => [uri.toString(), uri]));
  return {
    uris: [...byUri.values()].slice(0, candidateLimit),
    isTruncated: byUri.size > candidateLimit || found.some(({ length }) => length >= candidateLimit),
  };
}

/** What is looked at of a folder outside of the workspace. */
const outsideBounds: Bounds = { directories: 500, depth: 8, files: 1000 };

/** Finds the Markdown files in and below a directory outside of the workspace; none where it is not there. */
export async function readDirectory(directory: vscode.Uri): Promise<Found> {
  const uriOf = (path: string) => vscode.Uri.joinPath(directory, path.replace(/\/$/, ''));
  const { files, isTruncated } = await walk({
    list: async (path) => (await vscode.workspace.fs.readDirectory(uriOf(path))).flatMap(toEntry),
    isWanted: isMarkdownName,
    isSkipped: (path) => alwaysSkipped.has(path.split('/').at(-2) ?? ''),
    token: { isCancellationRequested: false },
    bounds: outsideBounds,
  });
  return { uris: files.map(uriOf), isTruncated };
}

async function readDirectories(
  { folder, isWanted, isSkipped }: FolderSearch,
  token: vscode.CancellationToken,
): Promise<Found> {
  // A file system may not know a directory with a slash at its end.
  const uriOf = (path: string) => vscode.Uri.joinPath(folder.uri, path.replace(/\/$/, ''));
  const { files, isTruncated } = await walk({
    list: async (directory) => (await vscode.workspace.fs.readDirectory(uriOf(directory))).flatMap(toEntry),
    isWanted: (file) => isWanted(uriOf(file)),
    isSkipped,
    token,
  });
  return { uris: files.map(uriOf), isTruncated };
}

/** What a directory holds, for a walk. A linked directory is not entered: it may lead back up. */
export function toEntry([name, type]: [string, vscode.FileType]): Entry[] {
  if (type === vscode.FileType.Directory) return [{ name, type: 'directory' }];
  return type & vscode.FileType.File ? [{ name, type: 'file' }] : [];
}
