import { mulberry } from './mulberry';

/** Numbers, and what is chosen by them, that are the same for a seed. */
export class Random {
  /** From 0 up to 1. */
  readonly next: () => number;

  constructor(seed: number) {
    this.next = mulberry(seed);
  }

  /** A whole number from 0 up to `end`. */
  below(end: number): number {
    return Math.floor(this.next() * end);
  }

  /** True in such a share of calls. */
  chance(share: number): boolean {
    return this.next() < share;
  }

  /** One of some things; of none undefined, which a caller that has some need not look at. */
  pick<T>(all: readonly T[]): T {
    return all[this.below(all.length)] as T;
  }
}
