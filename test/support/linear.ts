import assert from 'node:assert/strict';

/**
 * Fails when twice the work takes clearly more than twice the time: for what must be linear. The best of several runs
 * counts, so that a busy machine does not matter; the bound is generous, because a quadratic cost grows beyond any.
 */
export function assertLinear(name: string, run: (size: number) => void, size: number): void {
  run(size);
  const half = best(() => run(size));
  const whole = best(() => run(2 * size));
  assert.ok(
    whole < 3.5 * half + 20,
    `${name}: ${half.toFixed(1)} ms for ${size}, ${whole.toFixed(1)} ms for twice as much`,
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
