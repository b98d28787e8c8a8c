import {
  EventEmitter,
  FileChangeType,
  type FileStat,
  FileSystemError,
  type FileSystemProvider,
  FileType,
  type Uri,
} from 'vscode';

interface Entry extends FileStat {
  /** Undefined for a folder. */
  data?: Uint8Array;
}

/** A file system in memory, by path: `/folder/file.md`. */
export class MemoryFiles implements FileSystemProvider {
  private readonly entries = new Map<string, Entry>([['/', folder()]]);
  private readonly changes = new EventEmitter<{ type: FileChangeType; uri: Uri }[]>();
  readonly onDidChangeFile = this.changes.event;

  /** Writes a file, and the folders above it, without a word to the watchers. */
  put(path: string, data: Uint8Array): void {
    this.makeFolder(parent(path));
    const now = Date.now();
    const ctime = this.entries.get(path)?.ctime ?? now;
    this.entries.set(path, { type: FileType.File, ctime, mtime: now, size: data.byteLength, data });
  }

  filesBelow(path: string): string[] {
    return this.below(path).filter((each) => this.entries.get(each)?.data !== undefined);
  }

  watch() {
    return { dispose() {} }; // every change is told to everybody
  }

  stat(uri: Uri): Entry {
    const entry = this.entries.get(pathOf(uri));
    if (entry === undefined) throw FileSystemError.FileNotFound(uri);
    return entry;
  }

  readDirectory(uri: Uri): [string, FileType][] {
    if (this.stat(uri).data !== undefined) throw FileSystemError.FileNotADirectory(uri);
    const children = [...this.entries].filter(([path]) => path !== '/' && parent(path) === pathOf(uri));
    return children.map(([path, { type }]) => [path.slice(path.lastIndexOf('/') + 1), type]);
  }

  readFile(uri: Uri): Uint8Array {
    const { data } = this.stat(uri);
    if (data === undefined) throw FileSystemError.FileIsADirectory(uri);
    return data;
  }

  writeFile(uri: Uri, data: Uint8Array, { create, overwrite }: { create: boolean; overwrite: boolean }): void {
    const path = pathOf(uri);
    const old = this.entries.get(path);
    if (old === undefined && !create) throw FileSystemError.FileNotFound(uri);
    if (old !== undefined && create && !overwrite) throw FileSystemError.FileExists(uri);
    if (old !== undefined && old.data === undefined) throw FileSystemError.FileIsADirectory(uri);
    this.put(path, data.slice());
    this.changes.fire([{ type: old ? FileChangeType.Changed : FileChangeType.Created, uri }]);
  }

  createDirectory(uri: Uri): void {
    this.makeFolder(pathOf(uri));
    this.changes.fire([{ type: FileChangeType.Created, uri }]);
  }

  delete(uri: Uri): void {
    this.stat(uri);
    for (const path of this.below(pathOf(uri))) this.entries.delete(path);
    this.changes.fire([{ type: FileChangeType.Deleted, uri }]);
  }

  rename(from: Uri, to: Uri, { overwrite }: { overwrite: boolean }): void {
    this.stat(from);
    const existed = this.entries.has(pathOf(to));
    if (existed && !overwrite) throw FileSystemError.FileExists(to);
    const moved = this.below(pathOf(from)).map((path) => [path, this.entries.get(path)] as const);
    for (const path of this.below(pathOf(to))) this.entries.delete(path);
    for (const [path, entry] of moved) {
      this.entries.delete(path);
      if (entry) this.entries.set(pathOf(to) + path.slice(pathOf(from).length), entry);
    }
    this.changes.fire([
      { type: FileChangeType.Deleted, uri: from },
      { type: existed ? FileChangeType.Changed : FileChangeType.Created, uri: to },
    ]);
  }

  private makeFolder(path: string): void {
    if (this.entries.has(path)) return;
    this.makeFolder(parent(path));
    this.entries.set(path, folder());
  }

  /** The path itself and all below it. */
  private below(path: string): string[] {
    const prefix = path === '/' ? '/' : `${path}/`;
    return [...this.entries.keys()].filter((each) => each === path || each.startsWith(prefix));
  }
}

function folder(): Entry {
  const now = Date.now();
  return { type: FileType.Directory, ctime: now, mtime: now, size: 0 };
}

function parent(path: string): string {
  return path.slice(0, path.lastIndexOf('/')) || '/';
}

function pathOf(uri: Uri): string {
  return uri.path.replace(/(?<=.)\/$/, '');
}
