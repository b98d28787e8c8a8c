import type { WritableDisk } from './disk';

/** Milliseconds: a file beside ours that was changed less than this ago may be on its way into our place. */
const fresh = 100;

/**
 * Looks out for other programs that are about to replace a file. Such a program makes a new file beside it first, and
 * writes it: that takes longer than all that we do from the last look at the folder to our own rename.
 */
export class Neighbours {
  readonly #folder: string;
  readonly #name: string;
  readonly #stem: string;
  #known: ReadonlySet<string>;

  /** `own` are paths that are ours. */
  constructor(
    private readonly disk: WritableDisk,
    path: string,
    private readonly own: readonly string[],
  ) {
    const { folder, name } = disk.split(path);
    this.#folder = folder;
    this.#name = name;
    this.#stem = name.replace(/\.[^.]*$/, '');
    this.#known = new Set(disk.list(folder));
  }

  /** False where a file has come since the last look, or one whose name contains ours was changed a moment ago. */
  areQuiet(): boolean {
    const names = this.disk.list(this.#folder);
    const known = this.#known;
    this.#known = new Set(names);
    return !names.some(
      (name) => name !== this.#name && (!known.has(name) || name.includes(this.#stem)) && this.#isFresh(name),
    );
  }

  #isFresh(name: string): boolean {
    const path = this.disk.join(this.#folder, name);
    if (this.own.includes(path)) return false;
    const standing = this.disk.look(path);
    return standing?.kind === 'file' && this.disk.now() - standing.changed < fresh;
  }
}
