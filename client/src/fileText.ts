import * as vscode from 'vscode';
import { type FileState, sizeLimit } from '../../server/src/files/fileState';

/** Reads a file through VS Code, whatever place it is in. Never rejects. */
export async function readFile(uri: vscode.Uri): Promise<FileState> {
  try {
    const { type, size } = await vscode.workspace.fs.stat(uri);
    if (!(type & vscode.FileType.File)) return 'gone';
    if (size > sizeLimit) return 'large';
    return { text: await decode(await vscode.workspace.fs.readFile(uri), uri) };
  } catch (error) {
    return isAbsence(error) ? 'gone' : 'unknown';
  }
}

/** VS Code's own decoding asks another process for each file, which nothing but other settings and odd bytes need. */
async function decode(bytes: Uint8Array, uri: vscode.Uri): Promise<string> {
  const files = vscode.workspace.getConfiguration('files', { uri, languageId: 'markdown' });
  const isPlain = files.get('encoding') === 'utf8' && files.get('autoGuessEncoding') !== true;
  // UTF-16, with its mark or without, has such bytes.
  const isOdd = bytes[0] === 0xfe || bytes[0] === 0xff || bytes.includes(0);
  return isPlain && !isOdd ? new TextDecoder().decode(bytes) : vscode.workspace.decode(bytes, { uri });
}

/** Both hosts have it, and neither's types are here. */
declare const TextDecoder: new () => { decode(bytes: Uint8Array): string };

function isAbsence(error: unknown): boolean {
  return (
    error instanceof vscode.FileSystemError &&
    ['FileNotFound', 'FileNotADirectory', 'FileIsADirectory'].includes(error.code)
  );
}
