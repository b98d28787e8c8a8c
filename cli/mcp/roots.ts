import { fileURLToPath } from 'node:url';
import { Declined } from '../../core/calls/declined';
import { configurationName } from '../../core/configuration/repositoryFile';
import { toPosix } from '../../node/posix';
import type { Machine } from '../machine/machine';

/** A folder that agents may look at, and the machine as it looks from there. */
export interface Root {
  /** Absolute, without links. */
  folder: string;
  /** Relative paths are below the root. */
  machine: Machine;
}

/** A file as it lies below a root: both paths are absolute, and the real one has no link in it. */
export interface RootedFile {
  root: Root;
  path: string;
  /** Undefined for a file that is not there. */
  real: string | undefined;
}

/** Why a server may not look at a folder. */
export class RootRefusal extends Error {}

/**
 * The roots that a call names, else the current folder where it lies in a repository. Throws `RootRefusal` for what is no
 * folder, and for one that holds all that a user has: the disk's root, the home folder and those above it.
 */
export async function rootsFrom(
  named: readonly string[],
  machine: Machine,
  isInRepository: (folder: string) => boolean,
): Promise<Root[]> {
  const here = machine.resolve('.');
  if (named.length === 0 && !isInRepository(here))
    throw new RootRefusal(`${here || '/'} lies in no repository; say which folder is meant: --root <dir>`);
  const home = machine.realPath(machine.homeFolder());
  const roots = new Map<string, Root>();
  for (const name of named.length === 0 ? ['.'] : named) {
    const folder = machine.realPath(machine.resolve(toPosix(name)));
    if (folder === undefined || !(await machine.look(folder))?.isFolder)
      throw new RootRefusal(`${name} is no folder that can be looked at`);
    if (isDiskRoot(folder) || (home !== undefined && isBelow(home, folder)))
      throw new RootRefusal(`${name} holds everything of yours; say a folder of a project: --root <dir>`);
    roots.set(folder, { folder, machine: rootedMachine(machine, folder) });
  }
  return [...roots.values()];
}

/** Files above a root, or beside the plans, that say how plans are read: no tool tells what is in them. */
const settingsFiles: ReadonlySet<string> = new Set([configurationName, '.gitignore', 'exclude']);

/** The machine for which relative paths are below a folder, and that reads nothing else, be it by a link. */
function rootedMachine(machine: Machine, folder: string): Machine {
  return {
    ...machine,
    resolve: (path) =>
      machine.resolve(/^(?:\/|[A-Za-z]:)/.test(path) ? path : path === '.' ? folder : `${folder}/${path}`),
    read: async (path) => {
      const real = machine.realPath(path);
      if (real !== undefined && !isBelow(real, folder) && !settingsFiles.has(path.slice(path.lastIndexOf('/') + 1)))
        throw new RootRefusal('it lies outside of the folder that may be looked at');
      return machine.read(path);
    },
  };
}

/**
 * The file that a name means: a path from a root, a whole path, or a `file:` URI. Throws `Declined` for what lies outside of
 * all roots, be it by `..` or by a link, and says nothing of what is there.
 */
export function fileNamed(name: string, roots: readonly Root[]): RootedFile {
  const path = toPosix(pathOf(name));
  if (/\p{Cc}/u.test(path)) throw new Declined({ refused: 'noFile', message: 'a path has no control characters' });
  const found = roots.flatMap((root): RootedFile[] => {
    const whole = root.machine.resolve(path);
    return isBelow(whole, root.folder) ? [{ root, path: whole, real: root.machine.realPath(whole) }] : [];
  });
  const [first] = found;
  if (!first) throw outside(roots);
  const [there, second] = found.filter(({ real }) => real !== undefined);
  if (second && there?.path !== second.path)
    throw new Declined({ refused: 'ambiguousFile', message: 'several roots have such a file; say its whole path' });
  const file = there ?? first;
  if (!isBelow(file.real ?? realParent(file), file.root.folder)) throw outside(roots);
  return file;
}

/** True for a path that is a folder, or lies below it. */
export function isBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}

/** The nearest folder above a path that is there, without links. */
function realParent({ root, path }: RootedFile): string {
  for (let at = path; at.includes('/'); ) {
    at = at.slice(0, at.lastIndexOf('/'));
    const real = root.machine.realPath(at);
    if (real !== undefined) return real;
  }
  return '';
}

function pathOf(name: string): string {
  if (!/^file:/i.test(name)) return name;
  try {
    return fileURLToPath(name);
  } catch {
    throw new Declined({ refused: 'noFile', message: 'that is no URI of a file on this machine' });
  }
}

function outside(roots: readonly Root[]): Declined {
  return new Declined({
    refused: 'outside',
    message: `that lies outside of what this server may look at: ${roots.map(({ folder }) => folder).join(', ')}`,
  });
}

function isDiskRoot(folder: string): boolean {
  return /^(?:[A-Za-z]:)?$/.test(folder);
}
