import { codeOf, createFile, type WritableDisk } from './disk';
import { readOnce } from './snapshot';
import { encodeUtf8 } from './utf8';

/**
 * The copy that is kept of a file while it is written in place: a folder of the state folder with the whole text before and
 * behind. It stands there, synced, before the first byte is written, and its name gets an end mark as soon as the last one
 * is. One without the mark tells that a writing did not come to its end.
 */
export interface Copy {
  folder: string;
  /** Where the text before it lies. */
  before: string;
  /** Where the text lies that was to be written. */
  after: string;
}

/** Keeps a copy of what is to be overwritten. The writing must not begin before this returns. */
export function keepCopy(disk: WritableDisk, path: string, before: Uint8Array, after: Uint8Array): Copy {
  const copy = copyOf(disk, path);
  const copies = disk.split(copy.folder).folder;
  // One that is half written shall not be taken for one: the folder gets its name when all is in it.
  const half = `${copy.folder}.begun.${disk.unique()}`;
  disk.makeFolder(half);
  const inHalf = (file: string) => disk.join(half, disk.split(file).name);
  try {
    createFile(disk, inHalf(copy.before), before);
    createFile(disk, inHalf(copy.after), after);
    createFile(disk, disk.join(half, 'path'), encodeUtf8(`${path}\n`) ?? new Uint8Array());
    disk.syncFolder(half);
    disk.rename(half, copy.folder);
  } catch (error) {
    removeAll(disk, half);
    throw error;
  }
  disk.syncFolder(copies);
  return copy;
}

/** Marks a copy as no longer needed, all at once, and removes it. */
export function dropCopy(disk: WritableDisk, { folder }: Copy): void {
  const ended = `${folder}.ended.${disk.unique()}`;
  disk.rename(folder, ended);
  removeAll(disk, ended);
}

/**
 * The copy that a writing of this file has left behind that did not come to its end, and of which neither the old nor the
 * new text is there as a whole; undefined where there is none. What is not needed any more is removed. To be asked with the
 * lock held: nobody is writing.
 */
export function leftCopy(disk: WritableDisk, path: string): Copy | undefined {
  const copy = copyOf(disk, path);
  removeMarked(disk, copy.folder);
  if (!disk.look(copy.folder)) return undefined;
  if (!isWhole(disk, path, copy)) return copy;
  dropCopy(disk, copy);
  return undefined;
}

/** False where no copy of any file is kept: the usual case. */
export function hasCopies(disk: WritableDisk): boolean {
  const folder = copiesOf(disk);
  return disk.look(folder) !== undefined && disk.list(folder).length > 0;
}

/** What to say of a copy that was left behind. */
export function offerOf({ folder, before, after }: Copy): string {
  return (
    'an earlier writing of it was interrupted, and it may be damaged: it was left as it is. ' +
    `The text before is kept in ${before}, the text that was to be written in ${after}. ` +
    `Copy the one that you want over the file, then delete ${folder}.`
  );
}

function copiesOf(disk: WritableDisk): string {
  return disk.join(disk.stateFolder, 'copies');
}

function copyOf(disk: WritableDisk, path: string): Copy {
  const folder = disk.join(copiesOf(disk), disk.hash(path));
  const { name } = disk.split(path);
  return { folder, before: disk.join(folder, `before-${name}`), after: disk.join(folder, `after-${name}`) };
}

function isWhole(disk: WritableDisk, path: string, { before, after }: Copy): boolean {
  try {
    const { bytes } = readOnce(disk, path);
    return [before, after].some((each) => disk.isSame(bytes, readOnce(disk, each).bytes));
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
    return false;
  }
}

/** Removes copies of a file that were only begun, when nothing was written yet, and those that bear the end mark. */
function removeMarked(disk: WritableDisk, folder: string): void {
  const { folder: copies, name } = disk.split(folder);
  if (!disk.look(copies)) return;
  for (const each of disk.list(copies)) if (each.startsWith(`${name}.`)) removeAll(disk, disk.join(copies, each));
}

function removeAll(disk: WritableDisk, folder: string): void {
  if (!disk.look(folder)) return;
  for (const name of disk.list(folder)) disk.remove(disk.join(folder, name));
  disk.removeFolder(folder);
}
