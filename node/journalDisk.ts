import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { JournalDisk } from '../files/journal/store';
import { makeFolder } from './makeFolder';
import { stateFolder } from './userFolders';

/** Bytes of a file that may be ours: more is none of it. */
export const mostBytes = 4 * 1024 * 1024;
const { O_NOFOLLOW = 0 } = constants;

/** Where the journals of this user lie, below the folder of what programs have to remember. */
export function journalFolder(): string {
  return join(stateFolder(), 'journal');
}

/** The journals of this user. */
export function nodeJournalDisk(folder: string = journalFolder()): JournalDisk {
  const pathOf = (name: string) => join(folder, name);
  return {
    read: (name) => {
      const path = pathOf(name);
      const standing = statSync(path, { throwIfNoEntry: false });
      return standing?.isFile() && standing.size <= mostBytes ? readFileSync(path, 'utf8') : undefined;
    },
    append: (name, text) => {
      makeFolder(folder);
      const flags = constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | O_NOFOLLOW;
      const descriptor = openSync(pathOf(name), flags, 0o600);
      try {
        writeSync(descriptor, text);
        return fstatSync(descriptor).size;
      } finally {
        closeSync(descriptor);
      }
    },
    replace: (name, change) => {
      const path = pathOf(name);
      const descriptor = openSync(path, constants.O_RDONLY | O_NOFOLLOW);
      const fresh = pathOf(`.${process.pid}-${Date.now()}`);
      try {
        const before = readFileSync(descriptor);
        writeNew(fresh, change(before.toString('utf8')));
        renameSync(fresh, path);
        // What others have put at the end of the old file since it was read.
        const more = Buffer.alloc(64 * 1024);
        const count = readSync(descriptor, more, 0, more.length, before.length);
        if (count > 0) appendTo(path, more.subarray(0, count));
      } finally {
        closeSync(descriptor);
        rmSync(fresh, { force: true });
      }
    },
    names: () =>
      readdirSync(folder)
        .filter((name) => name.endsWith('.jsonl'))
        .map((name) => ({ name, time: statSync(pathOf(name), { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
        .sort((a, b) => b.time - a.time)
        .map(({ name }) => name),
    remove: (name) => rmSync(pathOf(name), { force: true }),
  };
}

function writeNew(path: string, text: string): void {
  const descriptor = openSync(path, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o600);
  try {
    writeSync(descriptor, text);
  } finally {
    closeSync(descriptor);
  }
}

function appendTo(path: string, bytes: Uint8Array): void {
  const descriptor = openSync(path, constants.O_WRONLY | constants.O_APPEND);
  try {
    writeSync(descriptor, bytes);
  } finally {
    closeSync(descriptor);
  }
}
