import { createHash, randomBytes } from 'node:crypto';
import {
  accessSync,
  type BigIntStats,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  linkSync,
  lstatSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Opening, Standing, WritableDisk } from '../../files/writing/disk';
import { makeFolder } from '../../node/makeFolder';
import { stateFolder } from '../../node/userFolders';
import { isRunning, owner, writersOf } from './processes';

// Windows has neither of the two.
const { O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;
const flags: Readonly<Record<Opening, number>> = {
  read: constants.O_RDONLY,
  create: constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL,
  change: constants.O_RDWR,
  append: constants.O_WRONLY | constants.O_APPEND,
};

/** Node's file system, and the processes of its machine. */
export const nodeDisk: WritableDisk = {
  realPath: (path) => realpathSync.native(path),
  look: (path) => {
    const found = lstatSync(path, { bigint: true, throwIfNoEntry: false });
    return found && standingOf(found);
  },
  isWritable: (path) => {
    try {
      accessSync(path, constants.W_OK);
      return true;
    } catch {
      return false;
    }
  },
  list: (folder) => readdirSync(folder),
  join,
  split: (path) => ({ folder: dirname(path), name: basename(path) }),

  open: (path, opening, mode) => openSync(path, flags[opening] | O_NOFOLLOW | O_NONBLOCK, mode),
  lookAt: (descriptor) => standingOf(fstatSync(descriptor, { bigint: true })),
  readAll,
  write: (descriptor, bytes, position) => writeSync(descriptor, bytes, 0, bytes.length, position ?? null),
  truncate: ftruncateSync,
  sync: fsyncSync,
  setOwner: fchownSync,
  setMode: fchmodSync,
  close: closeSync,

  isSame: (one, other) => Buffer.compare(one, other) === 0,
  link: linkSync,
  rename: renameSync,
  remove: (path) => rmSync(path, { force: true }),
  removeFolder: rmdirSync,
  makeFolder: (folder) => makeFolder(folder),
  syncFolder,

  writersOf,
  stateFolder: stateFolder(),
  get owner() {
    return owner.get();
  },
  isRunning,
  hash: (text) => createHash('sha256').update(text).digest('hex').slice(0, 24),
  unique: () => randomBytes(8).toString('hex'),
  now: () => Date.now(),
  elapsed: () => performance.now(),
  pause: (milliseconds) => setTimeout(milliseconds),
};

function standingOf(found: BigIntStats): Standing {
  return {
    kind: found.isFile() ? 'file' : found.isDirectory() ? 'directory' : found.isSymbolicLink() ? 'link' : 'other',
    size: Number(found.size),
    mode: Number(found.mode) & 0o7777,
    owner: Number(found.uid),
    group: Number(found.gid),
    links: Number(found.nlink),
    identity: `${found.dev}:${found.ino}`,
    modified: Number(found.mtimeNs) / 1e6,
    changed: Number(found.ctimeNs) / 1e6,
  };
}

function readAll(descriptor: number): Uint8Array {
  // One byte more than there should be tells whether there is more.
  let bytes = Buffer.allocUnsafe(fstatSync(descriptor).size + 1);
  let length = 0;
  for (;;) {
    const count = readSync(descriptor, bytes, length, bytes.length - length, length);
    if (count === 0) return bytes.subarray(0, length);
    length += count;
    if (length === bytes.length) bytes = Buffer.concat([bytes], bytes.length * 2);
  }
}

function syncFolder(folder: string): void {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(folder, constants.O_RDONLY);
    fsyncSync(descriptor);
  } catch {
    // Windows opens no folders, and some file systems sync none: the files themselves are synced.
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}
