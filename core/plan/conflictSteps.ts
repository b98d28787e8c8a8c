import type { Conflict } from '../text/conflicts';
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
  const repeated = new Set(conflicts.flatMap((conflict) => repeatedIn(runs.flat(), conflict)));
  return repeated.size === 0 ? runs : runs.map((run) => run.filter((step) => !repeated.has(step)));
}

function repeatedIn(steps: readonly Step[], { start, middle, end }: Conflict): Step[] {
  const ours = steps.filter(({ range }) => range.start.line > start && range.start.line < middle);
  const theirs = new Set(steps.filter(({ range }) => range.start.line > middle && range.start.line < end));
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
