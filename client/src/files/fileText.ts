import * as vscode from 'vscode';
import { type FileState, mayBeUtf16, sizeLimit } from '../../../files/fileState';

/** A file system to read from: the parts of VS Code's own that are needed. */
export interface FileSystem {
  stat(uri: vscode.Uri): Thenable<Pick<vscode.FileStat, 'type' | 'size' | 'mtime'>>;
  readFile(uri: vscode.Uri): Thenable<Uint8Array>;
}

/** The disk of the machine that the extension host runs on, and the person's own folder there. */
export interface LocalDisk extends FileSystem {
  home: string;
}

/** Reads what a file is now. Never rejects. */
export type ReadFile = (uri: vscode.Uri) => Promise<FileState>;

/**
 * Reads files through VS Code, whatever place they are in; those of `file:` from the local disk, where there is
 * one: in a remote window each of VS Code's answers goes through the window and back.
 */
export function fileReader(localDisk: FileSystem | undefined): ReadFile {
  return async (uri) => {
    const disk = (uri.scheme === 'file' && localDisk) || vscode.workspace.fs;
    try {
      const { type, size } = await disk.stat(uri);
      if (!(type & vscode.FileType.File)) return 'gone';
      if (size > sizeLimit) return 'large';
      return { text: await decode(await disk.readFile(uri), uri) };
    } catch (error) {
      return isAbsence(error) ? 'gone' : 'unknown';
    }
  };
}

/** When a file was written and how large it is, as a text to compare; null for none, undefined where nobody can tell. Never rejects. */
export type ReadStat = (uri: vscode.Uri) => Promise<string | null | undefined>;

/** Asks the local disk about `file:` URIs, where there is one: that is faster than VS Code. */
export function statReader(localDisk: FileSystem | undefined): ReadStat {
  return async (uri) => {
    const disk = (uri.scheme === 'file' && localDisk) || vscode.workspace.fs;
    try {
      const { mtime, size } = await disk.stat(uri);
      return `${mtime} ${size}`;
    } catch (error) {
      return isAbsence(error) ? null : undefined;
    }
  };
}

/** VS Code's own decoding asks another process for each file, which nothing but other settings and odd bytes need. */
async function decode(bytes: Uint8Array, uri: vscode.Uri): Promise<string> {
  return isUtf8(uri) && !mayBeUtf16(bytes) ? new TextDecoder().decode(bytes) : vscode.workspace.decode(bytes, { uri });
}

/** True where the settings say that texts are UTF-8, as far as their bytes do not say otherwise. */
export function isUtf8(uri: vscode.Uri): boolean {
  const files = vscode.workspace.getConfiguration('files', { uri, languageId: 'markdown' });
  return files.get('encoding') === 'utf8' && files.get('autoGuessEncoding') !== true;
}

/** By VS Code's codes and by Node's. */
const absences = ['FileNotFound', 'FileNotADirectory', 'FileIsADirectory', 'ENOENT', 'ENOTDIR', 'EISDIR'];

/** True for what a file system says where nothing is. */
export function isAbsence(error: unknown): boolean {
  return error instanceof Error && absences.includes((error as Error & { code?: string }).code ?? '');
}
