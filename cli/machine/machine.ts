import type { Entry } from '../../files/walk';

/** The machine that the command line runs on. Paths are absolute, with `/` and without one at their end: `` is the root. */
export interface Machine {
  /** A path as it was given, from the current folder where it is relative. */
  resolve(path: string): string;
  /** Milliseconds since the epoch. */
  now(): number;
  exists(path: string): boolean;
  /** What stands at a path; undefined for nothing, and where nobody can tell. The size is in bytes. */
  look(path: string): Promise<{ isFolder: boolean; size: number } | undefined>;
  /** Rejects where a folder cannot be read. */
  list(folder: string): Promise<readonly Entry[]>;
  /** A file's text; rejects where it cannot be read. */
  read(path: string): Promise<string>;
  /** Puts a text in place of a file's, all at once: whoever reads it sees the old or the new one. Rejects where it cannot. */
  replace(path: string, text: string): Promise<void>;
  /** All of the standard input. */
  readInput(): Promise<string>;
}
