import type { Disposable } from 'vscode-languageserver';
import type { Environment } from './environment';

/** The longest that a timer waits, in milliseconds: one that is told more would not wait at all. */
const longest = 2 ** 31 - 1;

/** Instants (milliseconds since the epoch) by their keys, and one timer for all of them. */
export class Timers {
  readonly #byKey = new Map<string, number>();
  #timer: { instant: number; timer: Disposable } | undefined;

  /** `onDue` hears of the keys whose instants have come; these are forgotten by then. */
  constructor(
    private readonly environment: Pick<Environment, 'now' | 'later'>,
    private readonly onDue: (keys: readonly string[]) => void,
  ) {}

  /** Sets a key's instant instead of the one that it had; undefined takes it away. */
  set(key: string, instant: number | undefined): void {
    if (this.#byKey.get(key) === instant) return;
    if (instant === undefined) this.#byKey.delete(key);
    else this.#byKey.set(key, instant);
    this.#arm();
  }

  #arm(): void {
    let next: number | undefined;
    for (const instant of this.#byKey.values()) next = Math.min(next ?? instant, instant);
    if (next === this.#timer?.instant) return;
    this.#timer?.timer.dispose();
    this.#timer = undefined;
    if (next === undefined) return;
    const wait = Math.min(Math.max(next - this.environment.now(), 0), longest);
    this.#timer = { instant: next, timer: this.environment.later(wait, () => this.#ring()) };
  }

  /** It may be too early: timers and clocks differ, and some instants are out of a timer's reach. */
  #ring(): void {
    this.#timer = undefined;
    const now = this.environment.now();
    const due = [...this.#byKey].filter(([, instant]) => instant <= now).map(([key]) => key);
    for (const key of due) this.#byKey.delete(key);
    this.#arm();
    if (due.length > 0) this.onDue(due);
  }
}
