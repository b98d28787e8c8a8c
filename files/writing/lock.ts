import { codeOf, type WritableDisk } from './disk';
import { Refusal } from './refusal';

/** Milliseconds that a process waits for another one that writes the same file. */
const patience = 10_000;

/**
 * Runs something while no other process of ours (this one included) does so with the same key. Each puts up a claim, an
 * empty file whose name tells the process, and looks whether it is alone; if not, it takes its claim back and comes again.
 * No name is used twice: so the claim of a process that has died can be removed by anybody at any time, and nobody can
 * remove by mistake what another one has put up meanwhile.
 */
export async function withLock<T>(disk: WritableDisk, key: string, run: () => Promise<T>): Promise<T> {
  const folder = disk.join(disk.stateFolder, 'locks');
  const claim = await claimed(disk, folder, key);
  try {
    return await run();
  } finally {
    disk.remove(disk.join(folder, claim));
  }
}

async function claimed(disk: WritableDisk, folder: string, key: string): Promise<string> {
  const started = disk.elapsed();
  for (let attempt = 1; ; attempt++) {
    const claim = `${key}.${disk.owner}.${disk.unique()}`;
    putUp(disk, folder, claim);
    const rivals = disk
      .list(folder)
      .filter((name) => name !== claim && name.startsWith(`${key}.`) && isHeld(disk, folder, name));
    if (rivals.length === 0) return claim;
    disk.remove(disk.join(folder, claim));
    if (disk.elapsed() - started > patience)
      throw new Refusal(
        `another execplan has been writing it for ${patience / 1000} seconds (${disk.join(folder, rivals[0] as string)}); it was left as it was.`,
      );
    // Two that came at the same time shall not come at the same time again.
    await disk.pause(2 + (hashOf(claim) % (attempt * 8)));
  }
}

function putUp(disk: WritableDisk, folder: string, claim: string): void {
  try {
    disk.makeFolder(folder);
    disk.close(disk.open(disk.join(folder, claim), 'create', 0o600));
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
    throw new Refusal(
      `no lock can be taken in ${folder} (${codeOf(error)}), so it was left as it was. Set XDG_STATE_HOME to a folder that can be written.`,
    );
  }
}

/** False for a claim that is gone, and for that of a process that has died, which is removed. */
function isHeld(disk: WritableDisk, folder: string, claim: string): boolean {
  const path = disk.join(folder, claim);
  const standing = disk.look(path);
  if (!standing) return false;
  if (disk.isRunning(claim.split('.')[1] as string, standing.changed)) return true;
  disk.remove(path);
  return false;
}

/** A small number that differs between names. */
function hashOf(name: string): number {
  let hash = 0;
  for (let i = 0; i < name.length; i++) hash = (hash * 31 + name.charCodeAt(i)) % 65_521;
  return hash;
}
