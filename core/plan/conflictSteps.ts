import type { Conflict } from '../text/conflicts';
import { countUpTo } from '../text/positions';
import type { Step, StepState } from './model';

/** How far a step is: what two sides of a conflict disagree about counts as the less done one. */
const progress: Readonly<Record<StepState, number>> = { open: 0, partial: 1, done: 2, dropped: 3 };

/** How many of their words two steps have to share to be the same step, reworded. */
const share = 0.6;

/**
 * Runs of steps without those that stand on both sides of a merge conflict: each counts once, as the side has it that is
 * less done.
 */
export function withoutRepeats(
  runs: readonly (readonly Step[])[],
  conflicts: readonly Conflict[],
): readonly (readonly Step[])[] {
  if (conflicts.length === 0) return runs;
  const steps = runs.flat();
  const lines = steps.map(({ range }) => range.start.line);
  const between = (above: number, below: number) =>
    steps.slice(countUpTo(lines, above), Math.max(countUpTo(lines, above), countUpTo(lines, below - 1)));
  const repeated = new Set(
    conflicts.flatMap(({ start, middle, end }) => repeatedIn(between(start, middle), between(middle, end))),
  );
  return repeated.size === 0 ? runs : runs.map((run) => run.filter((step) => !repeated.has(step)));
}

function repeatedIn(ours: readonly Step[], others: readonly Step[]): Step[] {
  const theirs = new Set(others);
  const repeated: Step[] = [];
  for (const own of ours) {
    const twin = [...theirs]
      .map((other) => ({ other, likeness: likenessOf(own.text, other.text) }))
      .reduce((best, each) => (each.likeness > best.likeness ? each : best), { other: own, likeness: 0 });
    if (twin.likeness < share) continue;
    theirs.delete(twin.other);
    repeated.push(progress[own.state] > progress[twin.other.state] ? own : twin.other);
  }
  return repeated;
}

/** The share of words, from 0 to 1, that two texts have in common. */
function likenessOf(a: string, b: string): number {
  if (a === b) return 1;
  const [own, other] = [wordsOf(a), wordsOf(b)];
  const common = [...own].filter((word) => other.has(word)).length;
  return common / Math.max(1, Math.min(own.size, other.size));
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu));
}
