import { identityOfText } from '../../core/text/identity';
import { type Journal, type JournalRecord, journalOf, lineOf, pathIn, textOf } from './records';

/**
 * Where journals lie: a folder of its own, in which each file's journal has a name. All of it may fail, and then nothing is
 * remembered.
 */
export interface JournalDisk {
  /** Undefined for a file that is not there, and for one that is too large to be ours. */
  read(name: string): string | undefined;
  /** Puts a text at the end of a file, in one go; tells how many bytes it has then. The file and the folder are made, for this user alone. */
  append(name: string, text: string): number;
  /** Puts a text in place of the one that `change` is given, together with what others put at its end meanwhile. */
  replace(name: string, change: (text: string) => string): void;
  /** The files' names, the one that was written last first. */
  names(): string[];
  remove(name: string): void;
}

/** So many bytes a journal has before it is written anew, so many files are remembered, and so many are looked through. */
const [bytes, files, looks] = [256 * 1024, 200, 20];
/** Every so many files it is looked for those that are too many. */
const spare = 20;

/**
 * What is remembered of plan files from one call to the next, by their real paths. It holds no text of a plan; losing it
 * costs nothing but what it could tell; several processes may use it at once. Nothing here throws.
 */
export class JournalStore {
  constructor(private readonly disk: JournalDisk) {}

  /** What is remembered of a file, by its path without links; undefined where nothing is, or nothing that can be read. */
  read(path: string): Journal | undefined {
    return attempt(() => {
      const text = this.disk.read(journalName(path));
      return text === undefined ? undefined : journalOf(text, path);
    });
  }

  /** Remembers something of a file. */
  add(path: string, ...records: readonly JournalRecord[]): void {
    attempt(() => {
      const name = journalName(path);
      const isNew = this.disk.read(name) === undefined;
      const lines = [...(isNew ? [JSON.stringify({ path })] : []), ...records.map((record) => lineOf(record, path))];
      // A line that another process could not finish shall not swallow ours.
      const size = this.disk.append(name, `\n${lines.join('\n')}\n`);
      if (size > bytes) this.disk.replace(name, (text) => compacted(text, path));
      if (isNew) this.#forgetTheOldest();
    });
  }

  /** The paths of remembered files below a folder (`/` at its end), the one that was written to last first; of the newest journals alone. */
  below(folder: string): string[] {
    return (
      attempt(() =>
        this.disk
          .names()
          .slice(0, looks)
          .flatMap((name) => pathIn(this.disk.read(name) ?? '') ?? [])
          .filter((path) => path.startsWith(folder)),
      ) ?? []
    );
  }

  #forgetTheOldest(): void {
    const names = this.disk.names();
    if (names.length > files + spare) for (const name of names.slice(files)) this.disk.remove(name);
  }
}

/** The name of a file's journal, by the file's path without links. */
export function journalName(path: string): string {
  return `${identityOfText(path).slice(1)}.jsonl`;
}

/** What a journal said that is still needed; of one that is about another file, nothing. */
function compacted(text: string, path: string): string {
  return textOf(journalOf(text, path) ?? { path, reading: undefined, lines: [], blocks: new Map(), events: new Map() });
}

function attempt<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}
