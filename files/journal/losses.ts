import type { Role } from '../../core/words/roles';
import type { Reading, StepMark } from './records';

/** What a plan file has no more that it had when it was looked at before. */
export interface Losses {
  /** Steps that are gone, not only reworded or moved: how many, and how many of them were done. */
  steps: { gone: number; done: number };
  /** How many steps were done before, and are now; undefined where that did not go down. */
  done: { before: number; after: number } | undefined;
  /** Sections that no heading plays the role of any more. */
  roles: readonly Role[];
}

/**
 * What was lost between two looks at a file. Words are told by their hashes: a step that was reworded is another one in the
 * same place between its neighbours, and counts as the same.
 */
export function lossesBetween(before: Reading, after: Reading): Losses {
  const [was, is] = [before.steps, after.steps];
  const done = was && is ? { before: doneIn(was), after: doneIn(is) } : undefined;
  return {
    steps: was && is ? goneSteps(was, is) : { gone: 0, done: 0 },
    done: done && done.after < done.before ? done : undefined,
    roles: [...new Set(before.roles)].filter((role) => !after.roles.includes(role)),
  };
}

/** Steps whose words are nowhere, beyond as many new ones as stand in their place. */
function goneSteps(was: readonly StepMark[], is: readonly StepMark[]): Losses['steps'] {
  const left = new Map<string, number[]>();
  for (const [i, { words }] of is.entries()) left.set(words, [...(left.get(words) ?? []), i]);
  const partners = was.map(({ words }) => left.get(words)?.shift());
  const kept = new Set(partners);
  const fresh = new Set([...is.keys()].filter((i) => !kept.has(i)));
  const lost = { gone: 0, done: 0 };
  const runs = runsWithout(partners);
  // Where the neighbours have changed places, any new step may be the one that was reworded: the last to be asked.
  for (const { from, end } of [...runs.filter(isInOrder), ...runs.filter((run) => !isInOrder(run))]) {
    const [start, stop] = isInOrder({ from, end }) ? [placeBehind(from), partners[end] ?? is.length] : [0, is.length];
    const run = was.slice(from, end);
    const reworded = [...fresh].filter((i) => i >= start && i < stop).slice(0, run.length);
    for (const i of reworded) fresh.delete(i);
    const gone = run.length - reworded.length;
    const [doneThen, doneNow] = [run, reworded.map((i) => is[i] as StepMark)].map(doneIn) as [number, number];
    lost.gone += gone;
    lost.done += Math.min(gone, Math.max(0, doneThen - doneNow));
  }
  return lost;

  function placeBehind(from: number): number {
    const before = partners[from - 1];
    return before === undefined ? 0 : before + 1;
  }

  function isInOrder({ from, end }: { from: number; end: number }): boolean {
    return placeBehind(from) <= (partners[end] ?? is.length);
  }
}

/** The runs of steps that have no partner. */
function runsWithout(partners: readonly (number | undefined)[]): { from: number; end: number }[] {
  const runs: { from: number; end: number }[] = [];
  for (const [i, partner] of partners.entries()) {
    const last = runs.at(-1);
    if (partner !== undefined) continue;
    if (last?.end === i) last.end = i + 1;
    else runs.push({ from: i, end: i + 1 });
  }
  return runs;
}

function doneIn(steps: readonly StepMark[]): number {
  return steps.filter(({ state }) => state === 'done').length;
}
