import type { Environment } from '../../server/src/workspace/environment';

/** A clock that stands still but when a test moves it, and the timers that are set by it. */
export class TestClock implements Pick<Environment, 'now' | 'later'> {
  readonly #timers = new Set<{ at: number; callback: () => void }>();
  #now: number;

  constructor(start: string) {
    this.#now = Date.parse(start);
  }

  readonly now = () => this.#now;

  readonly later: Environment['later'] = (milliseconds, callback) => {
    const timer = { at: this.#now + milliseconds, callback };
    this.#timers.add(timer);
    return { dispose: () => void this.#timers.delete(timer) };
  };

  /** How long each timer has to wait still, in milliseconds. */
  get waits(): number[] {
    return [...this.#timers].map(({ at }) => at - this.#now);
  }

  /** Lets time pass; what is due meanwhile is called. */
  pass(milliseconds: number): void {
    this.#now += milliseconds;
    for (const timer of [...this.#timers].filter(({ at }) => at <= this.#now))
      if (this.#timers.delete(timer)) timer.callback();
  }
}
