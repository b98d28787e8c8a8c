import * as vscode from 'vscode';

/** A file system in memory that nobody can search and nobody changes, by path. */
export class PlainFiles implements vscode.FileSystemProvider {
  /** The directories that were read. */
  readonly listed: string[] = [];
  readonly #changes = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changes.event;

  constructor(private readonly texts: Readonly<Record<string, string>>) {}

  watch() {
    return { dispose() {} };
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    const text = this.texts[uri.path];
    if (text === undefined && this.#below(uri).length === 0) throw vscode.FileSystemError.FileNotFound(uri);
    const type = text === undefined ? vscode.FileType.Directory : vscode.FileType.File;
    return { type, ctime: 0, mtime: 0, size: text?.length ?? 0 };
  }

  readDirectory(uri: vscode.Uri): [string, vscode.FileType][] {
    this.listed.push(uri.path);
    const names = this.#below(uri).map((path) => path.slice(uri.path.length + 1).split('/')[0] as string);
    return [...new Set(names)].map((name) => [name, this.stat(vscode.Uri.joinPath(uri, name)).type]);
  }

  readFile(uri: vscode.Uri): Uint8Array {
    const text = this.texts[uri.path];
    if (text === undefined) throw vscode.FileSystemError.FileNotFound(uri);
    return new TextEncoder().encode(text);
  }

  createDirectory = refuse;
  writeFile = refuse;
  delete = refuse;
  rename = refuse;

  #below(uri: vscode.Uri): string[] {
    return Object.keys(this.texts).filter((path) => path.startsWith(`${uri.path}/`));
  }
}

function refuse(uri: vscode.Uri): never {
  throw vscode.FileSystemError.NoPermissions(uri);
}
