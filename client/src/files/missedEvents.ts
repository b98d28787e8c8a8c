import * as vscode from 'vscode';
import { Queue } from '../../../files/queue';
import type { ReadStat } from './fileText';

/** Milliseconds: after the last event of a burst, and between two looks at files of which no events come. */
const pause = 1000;
/** Milliseconds that a new directory is waited for to have files. */
const patience = 30_000;
/** Files that are looked at in one go, at one time, and where each answer comes through VS Code; paths that are remembered. */
const mostPolled = 100;
const concurrentStats = 16;
const mostElsewhere = 200;
const mostRemembered = 1000;

interface Parts {
  /** The URIs of the files that are known to be there. */
  known(): readonly string[];
  stat: ReadStat;
  /** True where a local disk answers. */
  isDiskLocal: boolean;
  /** A file is gone, or has changed, and VS Code has told nothing of it. */
  onMissed(uri: string): void;
}

/**
 * Finds what VS Code does not tell of known files.
 *
 * It puts the events of some 50 ms together, and drops a file that came and went within them: also one that was there before,
 * as what is replaced by a rename comes, too. So `sed -i` and `mv` in one command leave a plan at its old place for ever.
 * Known files are looked up when something else was written, and when a person comes back to the window.
 *
 * And on Linux it misses some directories that are made inside of one that is itself new (`mkdir -p`): nothing is ever told
 * of what happens there. Files of new directories are looked at again and again until an event has come from there.
 */
export class MissedEvents implements vscode.Disposable {
  readonly #queue: Queue;
  readonly #subscription: vscode.Disposable;
  /** The directories that are new since VS Code was started, and those of which events came: the newest ones. */
  readonly #new = new Set<string>();
  readonly #heard = new Set<string>();
  /** What the files of doubtful directories were when they were looked at last. */
  readonly #stats = new Map<string, string | null>();
  #newest = 0;
  #burst: ReturnType<typeof setTimeout> | undefined;
  #poll: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly parts: Parts) {
    this.#queue = new Queue((uri) => this.#lookUp(uri), concurrentStats);
    this.#subscription = vscode.window.onDidChangeWindowState(({ focused }) => {
      if (focused) this.#lookUpSoon();
    });
  }

  /** Something came, or was changed. */
  hear(uri: vscode.Uri): void {
    remember(this.#heard, parentOf(uri.toString()));
  }

  /** A Markdown file came, or was changed. */
  hearWritten(): void {
    this.#lookUpSoon();
  }

  /** A directory came. */
  hearDirectory(uri: vscode.Uri): void {
    remember(this.#new, uri.toString());
    this.#newest = Date.now();
    this.#poll ??= setTimeout(() => this.#pollDoubtful(), pause);
  }

  #lookUpSoon(): void {
    clearTimeout(this.#burst);
    this.#burst = setTimeout(() => {
      const known = this.parts.known();
      this.#queue.add(...(this.parts.isDiskLocal ? known : known.slice(-mostElsewhere)));
    }, pause);
  }

  async #lookUp(uri: string): Promise<void> {
    if ((await this.parts.stat(vscode.Uri.parse(uri))) === null) this.parts.onMissed(uri);
  }

  #pollDoubtful(): void {
    const doubtful = this.parts.known().filter((uri) => this.#isDoubtful(uri));
    for (const uri of this.#stats.keys()) if (!doubtful.includes(uri)) this.#stats.delete(uri);
    for (const uri of doubtful.slice(-mostPolled)) void this.#compare(uri);
    const isToGoOn = doubtful.length > 0 || Date.now() - this.#newest < patience;
    this.#poll = isToGoOn ? setTimeout(() => this.#pollDoubtful(), pause) : undefined;
  }

  #isDoubtful(uri: string): boolean {
    const directory = parentOf(uri);
    if (this.#heard.has(directory)) return false;
    for (let path = directory; path !== ''; path = parentOf(path)) if (this.#new.has(path)) return true;
    return false;
  }

  async #compare(uri: string): Promise<void> {
    const now = await this.parts.stat(vscode.Uri.parse(uri));
    if (now === undefined || now === this.#stats.get(uri)) return;
    this.#stats.set(uri, now);
    this.parts.onMissed(uri);
  }

  dispose(): void {
    clearTimeout(this.#burst);
    clearTimeout(this.#poll);
    this.#queue.clear();
    this.#subscription.dispose();
  }
}

function parentOf(uri: string): string {
  return uri.slice(0, Math.max(0, uri.lastIndexOf('/')));
}

/** Adds as the newest, and forgets the oldest. */
function remember(paths: Set<string>, path: string): void {
  paths.delete(path);
  paths.add(path);
  for (const oldest of paths) {
    if (paths.size <= mostRemembered) break;
    paths.delete(oldest);
  }
}
