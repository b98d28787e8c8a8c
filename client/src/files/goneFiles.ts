import * as vscode from 'vscode';
import { Queue } from '../../../files/queue';
import type { Exists } from './fileText';

/** Milliseconds after the last event of a burst. */
const pause = 1000;
/** Files that are looked up at one time, and at most where each answer comes through VS Code. */
const concurrentStats = 16;
const mostElsewhere = 200;

interface Parts {
  /** The URIs of the files that are known to be there. */
  known(): readonly string[];
  exists: Exists;
  /** True where a local disk answers. */
  isDiskLocal: boolean;
  onGone(uri: string): void;
}

/**
 * Finds files that went without a word. VS Code puts the events of some 50 ms together, and drops a file that came and went
 * within them: also one that was there before, as what is replaced by a rename comes, too. So `sed -i` and `mv` in one
 * command leave a plan at its old place for ever. Known files are looked up when something else was written, and when a
 * person comes back to the window.
 */
export class GoneFiles implements vscode.Disposable {
  readonly #queue: Queue;
  readonly #subscription: vscode.Disposable;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly parts: Parts) {
    this.#queue = new Queue((uri) => this.#look(uri), concurrentStats);
    this.#subscription = vscode.window.onDidChangeWindowState(({ focused }) => {
      if (focused) this.lookSoon();
    });
  }

  /** Something was written: looks when it is quiet again. */
  lookSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const known = this.parts.known();
      this.#queue.add(...(this.parts.isDiskLocal ? known : known.slice(-mostElsewhere)));
    }, pause);
  }

  async #look(uri: string): Promise<void> {
    if ((await this.parts.exists(vscode.Uri.parse(uri))) === false) this.parts.onGone(uri);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#queue.clear();
    this.#subscription.dispose();
  }
}
