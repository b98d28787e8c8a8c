import * as vscode from 'vscode';
import { Turns } from '../../../files/queue';
import type { ExistResult } from '../../../server/src/protocol';
import type { ReadStat } from './fileText';

/** Paths that are looked up at one time, and how many are watched: the oldest are those of plans that were closed. */
const concurrentStats = 16;
const mostWatched = 10_000;

/** Looks up whether paths exist that plans name, and remembers them: the server is told when one is created or deleted. */
export class ExistenceWatch {
  /** The paths, and the folders above them: what is in a folder comes and goes with it. */
  readonly #watched = new Set<string>();
  readonly #turns = new Turns(concurrentStats);

  constructor(private readonly stat: ReadStat) {}

  /** Whether there are files or folders, in their order; null where nobody can tell. */
  exist(uris: readonly string[]): Promise<ExistResult> {
    return Promise.all(
      uris.map((each) => {
        const uri = vscode.Uri.parse(each);
        this.#watch(uri);
        return this.#turns.run(() => this.#exists(uri));
      }),
    );
  }

  /** True for a path that the server has asked for: it wants to know when something is created or deleted there. */
  isWatched(uri: string): boolean {
    return this.#watched.has(uri);
  }

  async #exists(uri: vscode.Uri): Promise<boolean | null> {
    const stat = await this.stat(uri);
    return stat === undefined ? null : stat !== null;
  }

  #watch(uri: vscode.Uri): void {
    const folder = vscode.workspace.getWorkspaceFolder(uri)?.uri.path.length ?? Number.POSITIVE_INFINITY;
    for (let path = uri.path; path.length > folder; path = path.slice(0, path.lastIndexOf('/'))) {
      const key = uri.with({ path }).toString();
      this.#watched.delete(key); // the newest are the last
      this.#watched.add(key);
    }
    for (const oldest of this.#watched) {
      if (this.#watched.size <= mostWatched) break;
      this.#watched.delete(oldest);
    }
  }
}
