import { keptOf, leftBeside } from './beside';
import { hasCopies, leftCopy, offerOf } from './copies';
import { codeOf, type WritableDisk } from './disk';
import { writeInPlace } from './inPlace';
import { assertInside } from './inside';
import { withLock } from './lock';
import { Refusal, refusalOf } from './refusal';
import { replaceFile } from './replace';
import { readSteadily, type Snapshot, strictTextOf } from './snapshot';
import { encodeUtf8 } from './utf8';

/** What became of a file. */
export interface Updated {
  /** Its text now, without a byte order mark. */
  text: string;
  /** False where there was nothing to change, or another program had made the same change. */
  isWritten: boolean;
}

/** How often a file is read again that others have changed meanwhile. */
const attempts = 4;
/** How often, and how many milliseconds apart, a file is looked at that another program has open for writing. */
const openLooks = 5;
const openPause = 40;

/**
 * Changes a file's text: the one way in which a plan is written outside of VS Code. `change` gets the text without its byte
 * order mark, which stays, and gives the new one, or the same where there is nothing to do; it is called again with the
 * newer text where another program wrote meanwhile, and hears whether its own change stood in the file before that: then
 * the newer text may hold it. What it throws is thrown. Rejects with a `Refusal`, and leaves the file as it was, where that
 * cannot be done safely. `within` is the folder that a link must not lead out of. Nothing is lost of what others write to
 * the file before, but for the windows that docs/security.md tells of. `onInPlace` is called when the new text stands in the
 * file, synced, and only the watch of the old one goes on: up to its end the file may be put back, and `change` be called
 * again. The lock is held until then.
 */
export async function updateFile(
  disk: WritableDisk,
  path: string,
  within: string,
  change: (text: string, wasWritten: boolean) => string,
  onInPlace: () => void = () => {},
): Promise<Updated> {
  try {
    const real = realPathOf(disk, path, within);
    return await withLock(disk, disk.hash(real), () => updated(disk, real, change, onInPlace));
  } catch (error) {
    throw refusalOf(error);
  }
}

/**
 * What to say of a file whose writing did not come to its end; undefined where there was none, or where all is well. A file
 * that is being written now is waited for.
 */
export async function interrupted(disk: WritableDisk, path: string): Promise<string | undefined> {
  if (!hasCopies(disk)) return undefined;
  const real = disk.realPath(path);
  return withLock(disk, disk.hash(real), async () => {
    const copy = leftCopy(disk, real);
    return copy && offerOf(copy);
  });
}

/** Follows links, and refuses those that lead out of a folder. */
function realPathOf(disk: WritableDisk, path: string, within: string): string {
  const real = disk.realPath(path);
  assertInside(disk, real, within, 'it is a link that');
  return real;
}

async function updated(
  disk: WritableDisk,
  path: string,
  change: (text: string, wasWritten: boolean) => string,
  onInPlace: () => void,
): Promise<Updated> {
  let isWritten = false;
  for (let attempt = 1; ; attempt++) {
    assertNothingIsLeft(disk, path);
    const before = await readSteadily(disk, path);
    const whole = strictTextOf(before);
    const text = whole.replace(/^\uFEFF/, '');
    const changed = change(text, isWritten);
    if (changed === text) return { text, isWritten };
    // It is looked at once more behind the last attempt: ours may stand in what was written since.
    if (attempt > attempts)
      throw new Refusal('another program goes on changing it; it was left as that program wrote it.');
    const bytes = encodeUtf8(whole.slice(0, whole.length - text.length) + changed);
    if (!bytes)
      throw new Refusal('the new text has half of a surrogate pair, which UTF-8 does not have; it was left as it was.');
    const outcome = await written(disk, path, before, bytes, onInPlace);
    if (outcome === 'written') return { text: changed, isWritten: true };
    // What another program has made of ours, or of the text before it, is looked at anew: it may lack our change.
    isWritten = outcome === 'overtaken';
  }
}

async function written(
  disk: WritableDisk,
  path: string,
  before: Snapshot,
  bytes: Uint8Array,
  onInPlace: () => void,
): Promise<'written' | 'changed' | 'overtaken'> {
  const { mode, links, identity } = before.standing;
  // Nobody may write it, and those who may nevertheless (root) shall not do so by us.
  if ((mode & 0o222) === 0 || !disk.isWritable(path)) throw new Refusal('it is read-only; it was left as it was.');
  await assertNobodyWrites(disk, identity);
  if (links === 1) {
    const outcome = await replaceFile(disk, path, before, bytes, onInPlace);
    if (outcome !== 'impossible') return outcome;
  }
  return writeInPlace(disk, path, before, bytes);
}

function assertNothingIsLeft(disk: WritableDisk, path: string): void {
  const copy = leftCopy(disk, path);
  if (copy) throw new Refusal(offerOf(copy));
  try {
    const old = leftBeside(disk, path);
    if (old) throw new Refusal(keptOf(old));
  } catch (error) {
    // A folder that cannot be listed or changed holds nothing of ours.
    if (codeOf(error) !== 'EACCES') throw error;
  }
}

/** A program that has the file open may write to it later, where nobody would see it any more. Most have it open for a moment. */
async function assertNobodyWrites(disk: WritableDisk, identity: string): Promise<void> {
  for (let look = 1; ; look++) {
    const [writer] = disk.writersOf(identity);
    if (!writer) return;
    if (look === openLooks)
      throw new Refusal(
        `another program has it open for writing (${writer.name}, process ${writer.pid}); it was left as it was.`,
      );
    await disk.pause(openPause);
  }
}
