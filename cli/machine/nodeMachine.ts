import { existsSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { resolve, sep } from 'node:path';
import { text as readAll } from 'node:stream/consumers';
import writeFileAtomic from 'write-file-atomic';
import type { Machine } from './machine';

/** A path as it is written elsewhere than on Windows, where `\` is a letter. */
export const toPosix = (path: string) => (sep === '\\' ? path.replaceAll('\\', '/') : path);
/** The disk's root has a slash at its end. */
const toNative = (path: string) => (/^(?:[A-Za-z]:)?$/.test(path) ? `${path}/` : path);

/** The machine that Node runs on. */
export const machine: Machine = {
  resolve: (path) => toPosix(resolve(path)).replace(/\/$/, ''),
  now: () => Date.now(),
  exists: (path) => existsSync(toNative(path)),
  look: async (path) => {
    try {
      const found = await stat(toNative(path));
      return { isFolder: found.isDirectory(), size: found.size };
    } catch {
      return undefined;
    }
  },
  // A linked directory is not entered: it may lead back up.
  list: async (folder) => {
    const entries = await readdir(toNative(folder), { withFileTypes: true });
    return entries.map((entry) => ({ name: entry.name, type: entry.isDirectory() ? 'directory' : 'file' }));
  },
  read: (path) => readFile(toNative(path), 'utf8'),
  replace: (path, text) => writeFileAtomic(toNative(path), text),
  readInput: () => readAll(process.stdin),
};
