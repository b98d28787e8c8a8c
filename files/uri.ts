import { URI } from 'vscode-uri';
import type { PathBelow } from './paths';

/**
 * The normal form of a URI, for comparisons and as a key: two spellings of one place have the same. It is what VS Code
 * itself writes: what may be escaped is, and a drive is in lower case. A text that is no URI is its own key.
 *
 *     file:///C:/a@b   →   file:///c%3A/a%40b
 */
export function uriKey(uri: string): string {
  return parsed(uri)?.toString() ?? uri;
}

/** The key of a folder: without a slash at its end. */
export function folderKey(folder: string): string {
  return uriKey(folder).replace(/\/+$/, '');
}

/** The key of a path (`docs/a b.md`, decoded; `` is the folder itself) below a folder. */
export function joinUri(folder: string, path: string): string {
  const uri = parsed(folder);
  const base = folderKey(folder);
  if (path === '') return base;
  return uri ? uri.with({ path: `${uri.path.replace(/\/+$/, '')}/${path}` }).toString() : `${base}/${path}`;
}

/**
 * Makes what tells the decoded path of a URI below a folder (`docs/a b.md`; `` is the folder itself), without a slash at
 * its end; undefined for one outside.
 */
export function relativeTo(folder: string): PathBelow {
  const top = folderKey(folder);
  const topLength = parsed(top)?.path.replace(/\/+$/, '').length ?? 0;
  return (uri) => {
    const key = folderKey(uri);
    if (key === top) return '';
    return key.startsWith(`${top}/`) ? parsed(key)?.path.slice(topLength + 1) : undefined;
  };
}

/** The innermost of some folders that a file lies in, as its key; undefined where it lies in none. */
export function innermostFolder(uri: string, folders: readonly string[]): string | undefined {
  const key = uriKey(uri);
  const above = folders.map(folderKey).filter((folder) => key.startsWith(`${folder}/`));
  return above.sort((a, b) => b.length - a.length)[0];
}

/** The decoded name of the file or folder that a URI leads to. */
export function nameOfUri(uri: string): string {
  const path = parsed(uri)?.path ?? uri;
  return path.slice(path.replace(/\/+$/, '').lastIndexOf('/') + 1);
}

/** The decoded path of a `file:` URI with `/`, a drive without a slash in front of it; undefined for another scheme. */
export function filePathOf(uri: string): string | undefined {
  const file = parsed(uri);
  return file?.scheme === 'file' ? file.path.replace(/^\/(?=[a-z]:)/i, '') : undefined;
}

function parsed(uri: string): URI | undefined {
  try {
    return URI.parse(uri);
  } catch {
    return undefined; // a scheme with odd characters, or a path with two slashes in front
  }
}
