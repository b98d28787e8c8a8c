import * as vscode from 'vscode';
import { Turns } from '../../../files/queue';
import type { ExistResult } from '../../../server/src/protocol';
import { type FileSystem, isAbsence } from './fileText';

/** Places that are looked at at one time, and how many are remembered: the oldest are those of plans that were closed. */
const lookers = 16;
const memory = 10_000;

/** The files that the server has asked for, since plans name them: it is told when one of them comes or goes. */
export class AskedFiles {
  /** They, and the folders that they lie in: with a folder comes or goes what is in it. */
  readonly #watched = new Set<string>();
  readonly #turns = new Turns(lookers);

  /** Looks at `file:` on a disk that is nearer than VS Code's, where there is one. */
  constructor(private readonly near: FileSystem | undefined) {}

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

  /** True for a path of which the server wants to know that something came there, or went. */
  isWatched(uri: string): boolean {
    return this.#watched.has(uri);
  }

  async #exists(uri: vscode.Uri): Promise<boolean | null> {
    const disk = (uri.scheme === 'file' && this.near) || vscode.workspace.fs;
    try {
      await disk.stat(uri);
      return true;
    } catch (error) {
      return isAbsence(error) ? false : null;
    }
  }

  #watch(uri: vscode.Uri): void {
    const folder = vscode.workspace.getWorkspaceFolder(uri)?.uri.path.length ?? Number.POSITIVE_INFINITY;
    for (let path = uri.path; path.length > folder; path = path.slice(0, path.lastIndexOf('/'))) {
      const key = uri.with({ path }).toString();
      this.#watched.delete(key); // the newest are the last
      this.#watched.add(key);
    }
    for (const oldest of this.#watched) {
      if (this.#watched.size <= memory) break;
      this.#watched.delete(oldest);
    }
  }
}
