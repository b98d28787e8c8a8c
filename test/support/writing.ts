import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { nodeDisk } from '../../cli/machine/nodeDisk';
import type { WritableDisk } from '../../files/writing/disk';
import { Refusal } from '../../files/writing/refusal';
import { updateFile } from '../../files/writing/update';

/** A folder for one test, with a repository in it, and a state folder beside that. */
export interface Scratch {
  repository: string;
  disk: WritableDisk;
  /** A path in the repository. */
  at(name: string): string;
  /** Names in the repository, without those of git. */
  names(): string[];
  /** What lies in a folder of the state folder. */
  state(folder: 'locks' | 'copies'): string[];
  remove(): void;
}

export function scratch(): Scratch {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'execplan-writing-')));
  const repository = join(folder, 'repository');
  mkdirSync(repository);
  const stateFolder = join(folder, 'state');
  // Nobody waits in these tests: a pause is over at once, and the time that it takes has passed. Nor is anything synced.
  let skipped = 0;
  const elapsed = () => nodeDisk.elapsed() + skipped;
  const pause = (milliseconds: number) => {
    skipped += milliseconds;
    return setImmediate();
  };
  const atOnce = { elapsed, pause, sync: () => {}, syncFolder: () => {} };
  return {
    repository,
    disk: { ...nodeDisk, stateFolder, ...atOnce },
    at: (name) => join(repository, name),
    names: () => readdirSync(repository).sort(),
    state: (name) => {
      try {
        return readdirSync(join(stateFolder, name));
      } catch {
        return [];
      }
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}

/** What a refused writing says; fails where it is not refused. */
export async function refusalOfUpdate(...call: Parameters<typeof updateFile>): Promise<string> {
  try {
    await updateFile(...call);
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
  throw new Error('it was written');
}
