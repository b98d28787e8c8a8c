import { dropCopy, keepCopy } from './copies';
import { codeOf, type WritableDisk, writeAll } from './disk';
import { Refusal, refusalOf } from './refusal';
import type { Snapshot } from './snapshot';

/**
 * Writes a file where it is, if it still has the bytes that were read: for files that have more than one name, or that
 * cannot be replaced. A copy is on the disk before the first byte is. Whoever reads it meanwhile may see half of it.
 */
export function writeInPlace(
  disk: WritableDisk,
  path: string,
  before: Snapshot,
  bytes: Uint8Array,
): 'written' | 'changed' {
  const copy = keepCopy(disk, path, before.bytes, bytes);
  const descriptor = disk.open(path, 'change');
  try {
    if (disk.lookAt(descriptor).identity !== before.standing.identity || !holds(disk, descriptor, before.bytes)) {
      dropCopy(disk, copy);
      return 'changed';
    }
    overwrite(disk, descriptor, before.bytes, bytes, copy.folder);
    const isReplaced = disk.look(path)?.identity !== before.standing.identity;
    // Somebody put another file in its place: what other names it has shall not tell what nobody reads here.
    if (isReplaced) restore(disk, descriptor, before.bytes);
    else if (!disk.isSame(disk.readAll(descriptor).subarray(0, bytes.length), bytes))
      throw new Refusal(
        `another program wrote it at the same moment: look whether it is as it should be. The text before, and the one that was to be written, are kept in ${copy.folder}; delete that folder then.`,
      );
    dropCopy(disk, copy);
    return isReplaced ? 'changed' : 'written';
  } catch (error) {
    const isAsBefore = holds(disk, descriptor, before.bytes);
    if (isAsBefore) dropCopy(disk, copy);
    throw error;
  } finally {
    disk.close(descriptor);
  }
}

/** What is longer goes first: a full disk tells so before anything is lost. */
function overwrite(
  disk: WritableDisk,
  descriptor: number,
  before: Uint8Array,
  bytes: Uint8Array,
  folder: string,
): void {
  try {
    if (bytes.length > before.length) writeAll(disk, descriptor, bytes.subarray(before.length), before.length);
    writeAll(disk, descriptor, bytes.subarray(0, before.length), 0);
    if (bytes.length < before.length) shorten(disk, descriptor, before.length, bytes.length);
    disk.sync(descriptor);
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
    if (restore(disk, descriptor, before)) throw refusalOf(error);
    throw new Refusal(
      `${refusalOf(error).message.split(';')[0]}, and it is damaged now: its text is kept in ${folder}.`,
    );
  }
}

/** Cuts a file, but for what somebody has appended to it since it was read. */
function shorten(disk: WritableDisk, descriptor: number, from: number, to: number): void {
  const appended = disk.readAll(descriptor).subarray(from);
  writeAll(disk, descriptor, appended, to);
  disk.truncate(descriptor, to + appended.length);
}

/** True when a file holds again what it held. */
function restore(disk: WritableDisk, descriptor: number, before: Uint8Array): boolean {
  try {
    // On a full disk not even what was there may find room again: what is still there is left.
    const isThere = disk.isSame(disk.readAll(descriptor).subarray(0, before.length), before);
    if (!isThere) writeAll(disk, descriptor, before, 0);
    disk.truncate(descriptor, before.length);
    disk.sync(descriptor);
    return holds(disk, descriptor, before);
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
    return false;
  }
}

function holds(disk: WritableDisk, descriptor: number, bytes: Uint8Array): boolean {
  return disk.isSame(disk.readAll(descriptor), bytes);
}
