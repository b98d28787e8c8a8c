import assert from 'node:assert/strict';

/**
 * Fails when four times the work takes clearly more than four times the time: for what must be linear. The best of
 * several runs counts, so that a busy machine does not matter; a quadratic cost would take sixteen times the time.
 */
export function assertLinear(name: string, run: (size: number) => void, size: number): void {
  run(size);
  const small = best(() => run(size));
  const large = best(() => run(4 * size));
  assert.ok(
    large < 10 * small + 30,
    `${name}: ${small.toFixed(1)} ms for ${size}, ${large.toFixed(1)} ms for four times as much`,
  );
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
