import type { Disposable } from 'vscode-languageserver';
import type { Rule } from '../../../core/rules/rule';
import type { CacheFolder } from '../../../files/checkCache';
import type { JournalRecord } from '../../../files/journal/records';
import type { Entry } from '../../../files/walk';
import type { PlanFinder, PlanFinderHost } from './planFinder';
import type { Utf8State, WorkerPool } from './workerPool';

/** What the server needs of the place that it runs in. */
export interface Environment {
  /** Milliseconds since the epoch. */
  now(): number;
  /** The machine's time zone (IANA): what `local` means until the client says better. */
  timeZone: string;
  /** Where the rules' pages are, as a URI without a slash at the end, for a client that does not say. */
  docs: string | undefined;
  /** Calls back after so many milliseconds, unless it is called off. */
  later(milliseconds: number, callback: () => void): Disposable;
  /** Finds plan files itself, for a client that does not; a web worker has none. */
  planFinder?(host: PlanFinderHost): PlanFinder;
  /** Reads a `file:` for a client on the same machine. Never rejects; a web worker has none. */
  readUtf8?(uri: string): Promise<Utf8State>;
  /** Whether there is a file or a folder at a `file:` URI; null where nobody can tell. Never rejects; a web worker has none. */
  exists?(uri: string): Promise<boolean | null>;
  /** What stands in a directory at a `file:` URI; rejects where it cannot be read. A web worker has none. */
  list?(uri: string): Promise<readonly Entry[]>;
  /** Where closed files' readings are kept from one start to the next; a web worker has no such place. */
  storage?: {
    /** The folder at a `file:` URI, which the client says. */
    folder(uri: string): CacheFolder;
    /** Names this very program: another build has another name. */
    build(): string;
  };
  /** What agents' tools have put down of a file at a `file:` URI; a web worker has none. */
  journals?: {
    /** The hashes of the lines that tools have written. Never rejects. */
    ownLines(uri: string): Promise<ReadonlySet<string>>;
    /** Puts down something of it. Never fails: then it is not remembered. */
    remember(uri: string, records: readonly JournalRecord[]): void;
  };
  /** Reads and checks such files in other threads, by the same rules. */
  workerPool?: WorkerPool;
  /** Another list of rules, for tests. */
  rules?: readonly Rule[];
}
