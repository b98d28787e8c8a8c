/** What stands at a path or behind a descriptor. */
export interface Standing {
  /** `other` is a FIFO, a socket or a device. */
  kind: 'file' | 'directory' | 'link' | 'other';
  /** In bytes. */
  size: number;
  /** The permission bits: `0o644`. */
  mode: number;
  owner: number;
  group: number;
  /** How many names the file has. */
  links: number;
  /** Names the file itself, whatever its paths: device and inode. */
  identity: string;
  /** When its bytes were changed last, milliseconds since the epoch with fractions. */
  modified: number;
  /** When anything of it was changed last, its number of names included; milliseconds since the epoch with fractions. */
  changed: number;
}

/** A program that has a file open for writing. */
export interface OpenWriter {
  pid: number;
  name: string;
}

/** What a descriptor is for: `create` rejects where something is there; the others where nothing is. */
export type Opening = 'read' | 'create' | 'change' | 'append';

/**
 * A file system that is written to, and the processes beside us. Paths are the system's own, absolute. All but `pause` is
 * done when it returns: what happens between two calls is what matters here. What fails throws an error with a `code`, as
 * Node's do.
 */
export interface WritableDisk {
  /** The path without links. */
  realPath(path: string): string;
  /** What stands at a path, a link not followed; undefined for nothing. */
  look(path: string): Standing | undefined;
  /** True where the system lets us write a file. */
  isWritable(path: string): boolean;
  /** Names in a folder. */
  list(folder: string): string[];
  join(folder: string, name: string): string;
  /** The folder of a path, and the name in it. */
  split(path: string): { folder: string; name: string };

  /** Opens a regular file, and never waits for somebody at the other end of a FIFO. No link is followed. */
  open(path: string, opening: Opening, mode?: number): number;
  lookAt(descriptor: number): Standing;
  /** All bytes, from the first on. */
  readAll(descriptor: number): Uint8Array;
  /** Writes at a position, or where the descriptor stands; how many bytes were written, which may be fewer than given. */
  write(descriptor: number, bytes: Uint8Array, position: number | undefined): number;
  truncate(descriptor: number, size: number): void;
  sync(descriptor: number): void;
  setOwner(descriptor: number, owner: number, group: number): void;
  setMode(descriptor: number, mode: number): void;
  close(descriptor: number): void;

  isSame(one: Uint8Array, other: Uint8Array): boolean;
  /** Gives a file another name. */
  link(path: string, name: string): void;
  /** Puts a file in the place of another one, all at once. */
  rename(path: string, name: string): void;
  remove(path: string): void;
  removeFolder(folder: string): void;
  /** Makes a folder, and those above it, for this user alone; one that is there is left. */
  makeFolder(folder: string): void;
  /** Makes sure that names in a folder outlive a power cut, where the system can. */
  syncFolder(folder: string): void;

  /** Other processes that have a file open for writing, as far as the system tells. */
  writersOf(identity: string): OpenWriter[];

  /** The folder of this user in which locks and copies lie. */
  stateFolder: string;
  /** A name of this process that no other one has had or will have: host, process, start time. Letters, digits and `-`. */
  owner: string;
  /** True for a name such as `owner` whose process runs; `since` tells how old its mark is where nobody can tell. */
  isRunning(owner: string, since: number): boolean;
  /** A short name made of a long one, for files: letters and digits. */
  hash(text: string): string;
  /** A name that is not used again. */
  unique(): string;
  /** Milliseconds since the epoch. */
  now(): number;
  /** Milliseconds with fractions, from anywhere on: never back. */
  elapsed(): number;
  pause(milliseconds: number): Promise<void>;
}

/** The code of what a disk threw: `ENOSPC`. */
export function codeOf(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : undefined;
}

/** Writes all bytes; throws where the disk takes only some of them. */
export function writeAll(disk: WritableDisk, descriptor: number, bytes: Uint8Array, position?: number): void {
  let written = 0;
  while (written < bytes.length) {
    const count = disk.write(
      descriptor,
      bytes.subarray(written),
      position === undefined ? undefined : position + written,
    );
    if (count <= 0) throw Object.assign(new Error('no byte more was taken'), { code: 'ENOSPC' });
    written += count;
  }
}

/** Runs something with a descriptor, and closes it. */
export function withDescriptor<T>(
  disk: WritableDisk,
  path: string,
  opening: Opening,
  use: (descriptor: number) => T,
): T {
  const descriptor = disk.open(path, opening);
  try {
    return use(descriptor);
  } finally {
    disk.close(descriptor);
  }
}

/** A new file with its bytes, its size verified and synced; none is left where that fails. */
export function createFile(
  disk: WritableDisk,
  path: string,
  bytes: Uint8Array,
  prepare: (descriptor: number) => void = () => {},
): void {
  const descriptor = disk.open(path, 'create', 0o600);
  let isWhole = false;
  try {
    writeAll(disk, descriptor, bytes);
    prepare(descriptor);
    disk.sync(descriptor);
    if (disk.lookAt(descriptor).size !== bytes.length)
      throw Object.assign(new Error('fewer bytes are there than were written'), { code: 'ENOSPC' });
    isWhole = true;
  } finally {
    disk.close(descriptor);
    if (!isWhole) disk.remove(path);
  }
}
