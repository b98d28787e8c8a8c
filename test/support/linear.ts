import assert from 'node:assert/strict';

/**
 * Fails when four times the work takes clearly more than four times the time: for what must be linear. The best of
 * several runs counts, and a busy machine gets further tries; a quadratic cost would take sixteen times the time in
 * each of them.
 */
export function assertLinear(name: string, run: (size: number) => void, size: number): void {
  run(size);
  let found = '';
  for (let tries = 5; tries > 0; tries--) {
    const small = best(() => run(size));
    const large = best(() => run(4 * size));
    if (large < 10 * small + 30) return;
    found = `${small.toFixed(1)} ms for ${size}, ${large.toFixed(1)} ms for four times as much`;
  }
  assert.fail(`${name}: ${found}`);
}

function best(run: () => void): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 4; i++) {
    const start = performance.now();
    run();
    least = Math.min(least, performance.now() - start);
  }
  return least;
}
