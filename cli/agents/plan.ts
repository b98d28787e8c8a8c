import { messageOf } from '../machine/complaint';
import type { Machine } from '../machine/machine';
import { Misfit } from './jsonEdits';
import type { Setup } from './setup';
import type { Target } from './targets';

/** A file that is to be written, made or deleted. Texts are without a byte order mark. */
export interface FileChange {
  target: Target;
  before: string | undefined;
  after: string | undefined;
}

/** What has to be done, and what has to be left, with the reason. */
export interface Changes {
  changes: readonly FileChange[];
  misfits: readonly string[];
}

/** What is to be written in a repository for a setup; undefined takes ours back. */
export async function changesFor(
  targets: readonly Target[],
  setup: Setup | undefined,
  skill: string,
  root: string,
  machine: Machine,
): Promise<Changes> {
  const changes: FileChange[] = [];
  const misfits: string[] = [];
  for (const target of targets)
    try {
      const before = await textAt(`${root}/${target.file}`, machine);
      const after = before === undefined && !setup ? undefined : target.change(before, setup, skill);
      if (before !== after) changes.push({ target, before, after });
      else if (!setup && before !== undefined && target.what === 'skill')
        misfits.push(
          `${target.file}: somebody has changed it, or it is of another version; delete it where it is not wanted`,
        );
    } catch (error) {
      misfits.push(`${target.file}: ${reasonOf(error)}`);
    }
  return { changes, misfits };
}

/** A file's text without a byte order mark; undefined where nothing is. Rejects where it cannot be read. */
export async function textAt(path: string, machine: Machine): Promise<string | undefined> {
  if (!machine.exists(path)) return undefined;
  return (await machine.read(path)).replace(/^\uFEFF/, '');
}

/** Why a file is left as it is. */
export function reasonOf(error: unknown): string {
  return error instanceof Misfit ? error.message : messageOf(error);
}
