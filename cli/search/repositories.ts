import { foldersUpwards } from '../../files/upwards';
import type { Machine } from '../machine/machine';

/** Tells where a file belongs. */
export class Repositories {
  readonly #rootByFolder = new Map<string, string | undefined>();

  constructor(private readonly machine: Pick<Machine, 'exists'>) {}

  /** The folder that holds `.git`, upwards from a file or a folder; undefined when none does. */
  rootOf(path: string): string | undefined {
    for (const folder of [path, ...foldersUpwards(path, topOf(path))]) {
      if (!this.#rootByFolder.has(folder))
        this.#rootByFolder.set(folder, this.machine.exists(`${folder}/.git`) ? folder : undefined);
      const root = this.#rootByFolder.get(folder);
      if (root !== undefined) return root;
    }
    return undefined;
  }

  /** The folder up to which things belong to a file: its repository's root, or that of the disk. */
  topOf(file: string): string {
    return this.rootOf(file) ?? topOf(file);
  }
}

/** The root of the disk: `` or `C:`. */
function topOf(path: string): string {
  return path.slice(0, Math.max(0, path.indexOf('/')));
}
