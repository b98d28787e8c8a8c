import { type Beside, besideOf, keptOf } from './beside';
import { codeOf, createFile, type WritableDisk, withDescriptor, writeAll } from './disk';
import { Neighbours } from './neighbours';
import { Refusal } from './refusal';
import { readOnce, type Snapshot } from './snapshot';

/** Milliseconds for which the old file is watched after it was replaced. */
export const lateMilliseconds = 200;
/** Milliseconds for which that is done without a pause: a program that was about to write does so at once. */
const watchful = 2;
/** Milliseconds that may pass from the last look at the neighbours to the rename: more where the system let us wait. */
const narrow = 0.3;
/** How often a quiet moment is looked for. */
const attempts = 20;

/**
 * `changed`: somebody else's text is there, and ours never was, or not for long · `overtaken`: ours was there, and somebody
 * has written since · `impossible`: a rename would break something here.
 */
export type Replaced = 'written' | 'changed' | 'overtaken' | 'impossible';

/** Where the folder or the file system does not let us do it: another mount, another owner, no second names. */
const impossible = new Set(['EACCES', 'EPERM', 'EXDEV', 'EBUSY', 'EMLINK', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP']);

/**
 * Puts a new file in the place of one, with its mode and owner, if it still has the bytes that were read. The old file keeps
 * a second name for a while: what somebody writes to it who had opened it before is seen, and the file is put back as it
 * was, or where others have written to the new one meanwhile, lines that were appended to the old one are carried over.
 * `onInPlace` is called when the new file stands there, synced, and the watch goes on.
 */
export async function replaceFile(
  disk: WritableDisk,
  path: string,
  before: Snapshot,
  bytes: Uint8Array,
  onInPlace: () => void = () => {},
): Promise<Replaced> {
  const beside = besideOf(disk, path);
  let identity: string | undefined;
  try {
    const neighbours = new Neighbours(disk, path, [beside.fresh, beside.old]);
    createFile(disk, beside.fresh, bytes, (descriptor) => dress(disk, descriptor, before));
    identity = disk.look(beside.fresh)?.identity;
    disk.link(path, beside.old);
    if (!(await exchanged(disk, path, beside, before, neighbours))) return 'changed';
  } catch (error) {
    if (impossible.has(codeOf(error) ?? '')) return 'impossible';
    throw error;
  } finally {
    // Both are there only where nothing was replaced.
    if (disk.look(beside.fresh)) for (const each of [beside.fresh, beside.old]) disk.remove(each);
  }
  return new Watch(disk, path, beside.old, identity, before.bytes, bytes).toItsEnd(onInPlace);
}

/** Gives a new file the owner and the mode of the one before it. */
function dress(disk: WritableDisk, descriptor: number, { standing: { owner, group, mode } }: Snapshot): void {
  const own = disk.lookAt(descriptor);
  if (own.owner !== owner || own.group !== group) disk.setOwner(descriptor, owner, group);
  disk.setMode(descriptor, mode);
}

/** True when the new file is in place; false where the old one is not as it was read any more. */
async function exchanged(
  disk: WritableDisk,
  path: string,
  { fresh, old }: Beside,
  before: Snapshot,
  neighbours: Neighbours,
): Promise<boolean> {
  for (let attempt = 1; ; attempt++) {
    if (!disk.isSame(readOnce(disk, path).bytes, before.bytes)) return false;
    const looked = disk.elapsed();
    const isQuiet = neighbours.areQuiet();
    const { identity } = before.standing;
    // Nothing may come between these and the rename. A file that was written in place meanwhile is seen later.
    if (disk.look(old)?.identity !== identity || disk.look(path)?.identity !== identity) return false;
    if ((isQuiet && disk.elapsed() - looked < narrow) || attempt === attempts) {
      disk.rename(fresh, path);
      return true;
    }
    await disk.pause(2);
  }
}

/** The time after a file was replaced. */
class Watch {
  readonly #begun: number;
  /** Size and times of the old file when its bytes were compared last. */
  #seen: string | undefined;

  constructor(
    private readonly disk: WritableDisk,
    private readonly path: string,
    private readonly old: string,
    private readonly identity: string | undefined,
    /** What the old file is known to hold. */
    private known: Uint8Array,
    private readonly bytes: Uint8Array,
  ) {
    this.#begun = disk.elapsed();
  }

  async toItsEnd(onInPlace: () => void): Promise<Replaced> {
    const { disk } = this;
    let isInPlace = false;
    for (;;) {
      const passed = disk.elapsed() - this.#begun;
      const isLast = passed >= lateMilliseconds;
      if (this.#isChanged(isLast) && this.#isPutBack()) return 'changed';
      if (isLast) break;
      if (passed < watchful) continue;
      if (!isInPlace) {
        disk.syncFolder(disk.split(this.path).folder);
        onInPlace();
      }
      isInPlace = true;
      await disk.pause(4);
    }
    disk.remove(this.old);
    return this.#isOurs() ? 'written' : 'overtaken';
  }

  /** The bytes are compared where size or time tell of a change, and at the end: two changes may fall on the same tick of a clock. */
  #isChanged(isLast: boolean): boolean {
    const standing = this.disk.look(this.old);
    const seen = standing && `${standing.size} ${standing.modified} ${standing.changed}`;
    if (!isLast && seen !== undefined && seen === this.#seen) return false;
    this.#seen = seen;
    return !this.disk.isSame(this.#bytesOf(this.old), this.known);
  }

  /** True when the old file is in its place again; false when what was appended to it was carried over. */
  #isPutBack(): boolean {
    const { disk, path, old } = this;
    if (this.#isOurs()) {
      disk.rename(old, path);
      disk.syncFolder(disk.split(path).folder);
      return true;
    }
    const present = this.#bytesOf(old);
    const { length } = this.known;
    if (present.length < length || !disk.isSame(present.subarray(0, length), this.known))
      throw new Refusal(keptOf(old));
    withDescriptor(disk, path, 'append', (descriptor) =>
      writeAll(disk, descriptor, present.subarray(length), undefined),
    );
    this.known = present;
    return false;
  }

  #isOurs(): boolean {
    const { disk, path } = this;
    return disk.look(path)?.identity === this.identity && disk.isSame(this.#bytesOf(path), this.bytes);
  }

  #bytesOf(path: string): Uint8Array {
    return withDescriptor(this.disk, path, 'read', (descriptor) => this.disk.readAll(descriptor));
  }
}
