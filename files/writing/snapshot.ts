import type { Standing, WritableDisk } from './disk';
import { Refusal } from './refusal';
import { decodeUtf8, faultOf } from './utf8';

/** A file as it was at one moment. */
export interface Snapshot {
  bytes: Uint8Array;
  standing: Standing;
}

/** Milliseconds: a file that was changed less than this ago may still be on its way to the disk. */
const fresh = 30;
const patience = 15;
/** How often a file is looked at at most. */
const looks = 5;

/**
 * Reads a file as nobody is in the middle of writing it. An editor that saves in place empties the file first: one that is
 * empty, that was changed a moment ago, or whose size or time changes between two looks, is read again, some times. Refuses
 * what is no regular file. The path has no link at its end.
 */
export async function readSteadily(disk: WritableDisk, path: string): Promise<Snapshot> {
  let last: Snapshot | undefined;
  for (let look = 1; ; look++) {
    const snapshot = readOnce(disk, path);
    const { bytes, standing } = snapshot;
    const isSteady = bytes.length > 0 && bytes.length === standing.size && disk.now() - standing.modified > fresh;
    if (isSteady || look === looks || (bytes.length > 0 && last && disk.isSame(bytes, last.bytes))) return snapshot;
    last = snapshot;
    await disk.pause(patience);
  }
}

/** Reads a file once; the size and time are those behind the reading, and the bytes are fewer or more where it changed. */
export function readOnce(disk: WritableDisk, path: string): Snapshot {
  const there = disk.look(path);
  if (there) assertRegular(there);
  const descriptor = disk.open(path, 'read');
  try {
    const before = disk.lookAt(descriptor);
    assertRegular(before);
    const bytes = disk.readAll(descriptor);
    const standing = disk.lookAt(descriptor);
    // A size that neither look has tells that nobody knows what this is.
    return { bytes, standing: standing.modified === before.modified ? standing : { ...standing, size: -1 } };
  } finally {
    disk.close(descriptor);
  }
}

function assertRegular({ kind }: Standing): void {
  if (kind === 'directory') throw new Refusal('it is a folder.');
  if (kind !== 'file') throw new Refusal('it is a FIFO, a socket or a device, and no file.');
}

/** The text of a file that is to be written again, byte order mark included; refuses what is not UTF-8 to the last byte. */
export function strictTextOf({ bytes }: Snapshot): string {
  const fault = faultOf(bytes);
  if (fault)
    throw new Refusal(
      `${fault.reason} (byte ${fault.offset}, line ${fault.line + 1}, column ${fault.column + 1}): it was not written, since its bytes would be lost. Save it as UTF-8 first.`,
    );
  return decodeUtf8(bytes);
}
