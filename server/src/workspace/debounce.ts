import type { Disposable } from 'vscode-languageserver';

/** Milliseconds: work that takes longer is felt when it is done at every keystroke. */
const slow = 20;

/** Milliseconds without a keystroke, after which somebody looks rather than types. */
export const idleDelay = 500;

/** Work that is done at once while it is cheap, and after a pause in typing when it was slow the last time. */
export class Debounce {
  readonly #waiting = new Map<string, Disposable>();

  /** `later` calls back after so many milliseconds, unless it is called off. */
  constructor(private readonly later: (milliseconds: number, callback: () => void) => Disposable) {}

  /** Does the work for a key, now or later, instead of what waits for that key. `cost` is what it took the last time. */
  run(key: string, cost: number, work: () => void): void {
    this.drop(key);
    if (cost <= slow) work();
    else this.wait(key, 2 * cost, work);
  }

  /** Does the work for a key after so many milliseconds, instead of what waits for that key. */
  wait(key: string, milliseconds: number, work: () => void): void {
    this.drop(key);
    this.#waiting.set(key, this.later(milliseconds, work));
  }

  /** Calls off what waits for a key. */
  drop(key: string): void {
    this.#waiting.get(key)?.dispose();
    this.#waiting.delete(key);
  }
}
