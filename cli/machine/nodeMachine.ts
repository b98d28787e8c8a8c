import { existsSync, readdirSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { buffer as readAll } from 'node:stream/consumers';
import { createText, moveFile } from '../../files/writing/create';
import { readSteadily } from '../../files/writing/snapshot';
import { interrupted, updateFile } from '../../files/writing/update';
import { cacheFolder } from '../../node/cacheFolder';
import { rememberFile } from '../../node/fileJournals';
import { makeFolder } from '../../node/makeFolder';
import { toPosix } from '../../node/posix';
import { userCacheFolder } from '../../node/userFolders';
import { callGit, programCall } from './git';
import type { Machine } from './machine';
import { nodeDisk } from './nodeDisk';
import { callItself, ownFile } from './ownProgram';
import { agentName, gitUserName } from './person';
import { textOf } from './text';
import { ended, stampOf, watchFolder } from './watching';

const fromNative = (path: string) => toPosix(path).replace(/\/$/, '');
/** The disk's root has a slash at its end. */
const toNative = (path: string) => (/^(?:[A-Za-z]:)?$/.test(path) ? `${path}/` : path);

const newFiles = () => ({
  mask: process.umask(),
  makeFolder: (folder: string) => makeFolder(folder, { mode: 0o777 }),
});

/** The machine that Node runs on. */
export const machine: Machine = {
  resolve: (path) => fromNative(resolve(path)),
  now: () => Date.now(),
  exists: (path) => existsSync(toNative(path)),
  // At once: where thousands are looked at, waiting for each takes several times as long as looking.
  look: async (path) => {
    try {
      const found = statSync(toNative(path), { throwIfNoEntry: false });
      return found && { isFolder: found.isDirectory() };
    } catch {
      return undefined;
    }
  },
  realPath: (path) => {
    try {
      return fromNative(nodeDisk.realPath(toNative(path)));
    } catch {
      return undefined;
    }
  },
  homeFolder: () => fromNative(homedir()),
  // A linked directory is not entered: it may lead back up.
  list: async (folder) => {
    const entries = readdirSync(toNative(folder), { withFileTypes: true });
    return entries.map((entry) => ({ name: entry.name, type: entry.isDirectory() ? 'directory' : 'file' }));
  },
  read: async (path) => {
    const { bytes } = await readSteadily(nodeDisk, nodeDisk.realPath(toNative(path)));
    return textOf(bytes);
  },
  update: (path, within, change, onInPlace) =>
    updateFile(nodeDisk, toNative(path), toNative(within), change, onInPlace),
  create: async (path, within, text) => createText(nodeDisk, toNative(path), toNative(within), text, newFiles()),
  move: async (path, to, within) => moveFile(nodeDisk, toNative(path), toNative(to), toNative(within), newFiles()),
  interrupted: (path) => interrupted(nodeDisk, toNative(path)),
  stamp: (path) => stampOf(toNative(path)),
  watch: (folder, onChange) => watchFolder(toNative(folder), onChange),
  ended,
  gitUserName: (folder) => gitUserName(toNative(folder)),
  agentName,
  remember: (path, ...records) => rememberFile(toNative(path), ...records),
  remove: (path) => rm(toNative(path)),
  git: (folder, args) => callGit(toNative(folder), args),
  cacheIn: (folder) => cacheFolder(folder === undefined ? userCacheFolder() : resolve(folder)),
  build: () => {
    // The bundle that this stands in: what was started (`cli.js`) stays the same where only that one changes.
    const { size, mtimeMs } = statSync(__filename);
    return [size, mtimeMs, process.version, process.env.TZ, new Date().getTimezoneOffset()].join();
  },
  programCall: () => programCall(existsSync),
  ownFile,
  callItself: (args, input, folder) => callItself(args, input, toNative(folder)),
  readInput: async () => textOf(await readAll(process.stdin)),
};
