import type { CacheFolder } from '../../files/checkCache';
import type { JournalRecord } from '../../files/journal/records';
import type { Entry } from '../../files/walk';
import type { Updated } from '../../files/writing/update';
import type { GitAnswer } from './git';

/** The machine that the command line runs on. Paths are absolute, with `/` and without one at their end: `` is the root. */
export interface Machine {
  /** A path as it was given, from the current folder where it is relative. */
  resolve(path: string): string;
  /** Milliseconds since the epoch. */
  now(): number;
  exists(path: string): boolean;
  /** What stands at a path; undefined for nothing, and where nobody can tell. */
  look(path: string): Promise<{ isFolder: boolean } | undefined>;
  /** The same without any link in it; undefined where nothing stands there. */
  realPath(path: string): string | undefined;
  /** The folder of this user. */
  homeFolder(): string;
  /** Rejects where a folder cannot be read. */
  list(folder: string): Promise<readonly Entry[]>;
  /**
   * A file's text as nobody is in the middle of writing it; rejects where it cannot be read, with `NotUtf8` where it is none,
   * and for what is no file: a FIFO would let us wait for ever.
   */
  read(path: string): Promise<string>;
  /**
   * Changes a file by the one writer that there is outside of VS Code: see `updateFile`. Rejects with the reason where that
   * cannot be done safely. A link must not lead out of `within`. `onInPlace`: only the watch behind it goes on.
   */
  update(
    path: string,
    within: string,
    change: (text: string, wasWritten: boolean) => string,
    onInPlace?: () => void,
  ): Promise<Updated>;
  /** Makes a file, and the folders above it: see `createText`. Rejects with the reason where that cannot be done safely. */
  create(path: string, within: string, text: string): Promise<void>;
  /** Moves a file, to where nothing is: see `moveFile`. Rejects likewise. */
  move(path: string, to: string, within: string): Promise<void>;
  /** What to say of a writing of a file that did not come to its end; undefined where there was none. */
  interrupted(path: string): Promise<string | undefined>;
  /** A text that is another one whenever a file may have changed; undefined where none stands there. */
  stamp(path: string): string | undefined;
  /** Calls whenever something may have changed in a folder, as far as the system tells; gives what ends that. */
  watch(folder: string, onChange: () => void): () => void;
  /** Aborted when somebody ends the program (Ctrl+C), or when nobody reads what it prints. */
  ended(): AbortSignal;
  /** Git's `user.name` as it counts in a folder; undefined where nobody has said one. */
  gitUserName(folder: string): Promise<string | undefined>;
  /** The agent whose shell the call comes from; undefined where none is known. */
  agentName(): Promise<string | undefined>;
  /** Keeps something of a plan file in mind, by its path without links, for the hooks of agents and for editors. Never fails. */
  remember(path: string, ...records: readonly JournalRecord[]): void;
  /** Deletes a file. */
  remove(path: string): Promise<void>;
  /** Calls git for a folder. Never rejects. */
  git(folder: string, args: readonly string[]): Promise<GitAnswer>;
  /** A folder for what can be made again: that of this user's programs where none is named. */
  cacheIn(folder: string | undefined): CacheFolder;
  /** Names this very program: another build, or another time zone, has another name. */
  build(): string;
  /** How a shell calls this program later. */
  programCall(): string;
  /** The text of a file that comes with this program (`skills/execplan/SKILL.md`). Rejects where it does not. */
  ownFile(path: string): Promise<string>;
  /** Calls this program itself with an input, and tells how long that took, in milliseconds. Never rejects. */
  callItself(args: readonly string[], input: string, folder: string): Promise<GitAnswer & { milliseconds: number }>;
  /** All of the standard input; rejects with `NotUtf8`. */
  readInput(): Promise<string>;
}
