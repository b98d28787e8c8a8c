import { realpathSync } from 'node:fs';
import { readFile, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type JournalRecord, journalOf } from '../files/journal/records';
import { JournalStore, journalName } from '../files/journal/store';
import { journalFolder, mostBytes, nodeJournalDisk } from './journalDisk';
import { toPosix } from './posix';

const journals = new JournalStore(nodeJournalDisk());

/** Remembers something of a file on this disk, by its native path. Never fails: then it is not remembered. */
export function rememberFile(path: string, ...records: readonly JournalRecord[]): void {
  try {
    journals.add(toPosix(realpathSync.native(path)), ...records);
  } catch {
    // It has gone already.
  }
}

const none: ReadonlySet<string> = new Set();

/** Reads which lines of files on this disk tools of ours have written. */
export class OwnLinesReader {
  /** What was read last: a journal is read again only where it has changed. */
  #last: { file: string; stamp: string; lines: ReadonlySet<string> } | undefined;

  constructor(private readonly folder: string = journalFolder()) {}

  /** The hashes of such lines, by a file's native path; none where nothing is remembered. Never rejects. */
  async read(path: string): Promise<ReadonlySet<string>> {
    try {
      const real = toPosix(await realpath(path));
      const file = join(this.folder, journalName(real));
      const { size, mtimeMs } = await stat(file);
      const stamp = `${size} ${mtimeMs}`;
      if (this.#last?.file === file && this.#last.stamp === stamp) return this.#last.lines;
      if (size > mostBytes) return none;
      const lines = new Set(journalOf(await readFile(file, 'utf8'), real)?.lines.map(({ line }) => line));
      this.#last = { file, stamp, lines };
      return lines;
    } catch {
      return none;
    }
  }
}
