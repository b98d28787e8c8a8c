import { it } from 'node:test';

/** Whether this run is the fast set, which is run after each change: `npm run test:unit`. */
const isFastSet = process.env.EXECPLAN_TESTS === 'fast';

/** How often a property is tried: `whole` times, a tenth of that in the fast set. */
export function runs(whole: number): number {
  return isFastSet ? Math.ceil(whole / 10) : whole;
}

/** All of some texts or cases; in the fast set the first few. */
export function few<T>(all: readonly T[], count: number): readonly T[] {
  return isFastSet ? all.slice(0, count) : all;
}

/** A test that takes long: it is not in the fast set. A file of nothing else is named `*.slow.test.ts` instead. */
export const slowIt: typeof it = isFastSet ? (((..._: unknown[]) => Promise.resolve()) as typeof it) : it;
