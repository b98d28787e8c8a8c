import { besideOf } from './beside';
import { codeOf, createFile, type WritableDisk } from './disk';
import { assertInside } from './inside';
import { Refusal, refusalOf } from './refusal';
import { encodeUtf8 } from './utf8';

/** The permission bits of a new file, as the system's mask leaves them. */
const usual = 0o666;

/** How the system makes files and folders for a person. */
export interface NewFiles {
  /** The permission bits that new files do not get. */
  mask: number;
  /** Makes a folder, and those above it. */
  makeFolder(folder: string): void;
}

/**
 * Makes a file with a text, all at once. Rejects with a `Refusal` where anything stands at the path, and where its folder
 * lies outside of `within`, be it by a link. `makeFolder` makes the folders above it that are not there.
 */
export function createText(
  disk: WritableDisk,
  path: string,
  within: string,
  text: string,
  { mask, makeFolder }: NewFiles,
): void {
  try {
    const { folder, name } = disk.split(path);
    prepare(disk, folder, within, makeFolder);
    const real = inside(disk, folder, within, name);
    const bytes = encodeUtf8(text);
    if (!bytes) throw new Refusal('its text has half of a surrogate pair, which UTF-8 does not have; it was not made.');
    const { fresh } = besideOf(disk, real);
    createFile(disk, fresh, bytes, (descriptor) => disk.setMode(descriptor, usual & ~mask));
    try {
      giveName(disk, fresh, real);
    } finally {
      disk.remove(fresh);
    }
    disk.syncFolder(disk.split(real).folder);
  } catch (error) {
    throw refusalOf(error);
  }
}

/** Gives a file another name and takes the old one away; rejects as above, and leaves it where it is then. */
export function moveFile(
  disk: WritableDisk,
  path: string,
  to: string,
  within: string,
  { makeFolder }: Pick<NewFiles, 'makeFolder'>,
): void {
  try {
    const { folder, name } = disk.split(to);
    prepare(disk, folder, within, makeFolder);
    const real = inside(disk, folder, within, name);
    giveName(disk, path, real);
    disk.remove(path);
    for (const each of [path, real]) disk.syncFolder(disk.split(each).folder);
  } catch (error) {
    throw refusalOf(error);
  }
}

/** Makes a folder, whose nearest one that is there lies inside. */
function prepare(disk: WritableDisk, folder: string, within: string, makeFolder: (folder: string) => void): void {
  let there = folder;
  while (!disk.look(there)) there = disk.split(there).folder;
  assertInside(disk, disk.realPath(there), within, 'its folder');
  if (there !== folder) makeFolder(folder);
}

/** A second name, never in place of another file. */
function giveName(disk: WritableDisk, path: string, name: string): void {
  try {
    disk.link(path, name);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw new Refusal('something is there already; it was left as it was.');
    // A file system without second names: nothing stands there as far as one can tell, and it is made in one go.
    if (!['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK'].includes(codeOf(error) ?? '')) throw error;
    if (disk.look(name)) throw new Refusal('something is there already; it was left as it was.');
    disk.rename(path, name);
  }
}

/** The path in a folder without links; refuses one that lies outside of another folder. */
function inside(disk: WritableDisk, folder: string, within: string, name: string): string {
  const real = disk.realPath(folder);
  assertInside(disk, real, within, 'its folder');
  return disk.join(real, name);
}
