/**
 * Work on keys, a bounded number at a time. A key that is added while it waits is worked on once; one that is added
 * while it is being worked on is worked on once more afterwards, so that its last state is the one that was seen.
 */
export class Queue {
  readonly #waiting = new Set<string>();
  readonly #running = new Set<string>();
  #whenIdle: (() => void)[] = [];

  /** `work` never rejects: what fails is its own affair. `width` is how many keys are worked on at one time. */
  constructor(
    private readonly work: (key: string) => Promise<void>,
    private readonly width: number,
  ) {}

  add(...keys: readonly string[]): void {
    for (const key of keys) this.#waiting.add(key);
    this.#fill();
  }

  /** Forgets what waits; what is being worked on comes to its end. */
  clear(): void {
    this.#waiting.clear();
    this.#fill();
  }

  /** Resolves once nothing waits and nothing is being worked on. */
  idle(): Promise<void> {
    if (this.#isIdle) return Promise.resolve();
    return new Promise((resolve) => this.#whenIdle.push(resolve));
  }

  get #isIdle(): boolean {
    return this.#waiting.size === 0 && this.#running.size === 0;
  }

  #fill(): void {
    for (const key of this.#waiting) {
      if (this.#running.size >= this.width) break;
      if (this.#running.has(key)) continue;
      this.#waiting.delete(key);
      this.#running.add(key);
      void this.#run(key);
    }
    if (this.#isIdle) for (const resolve of this.#whenIdle.splice(0)) resolve();
  }

  async #run(key: string): Promise<void> {
    try {
      await this.work(key);
    } finally {
      this.#running.delete(key);
      this.#fill();
    }
  }
}

/** Lets a bounded number of things happen at one time; the others wait for their turns. */
export class Turns {
  #free: number;
  readonly #waiting: (() => void)[] = [];

  constructor(width: number) {
    this.#free = width;
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#free > 0) this.#free--;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#free++;
    }
  }
}
