import { isBlockedMark } from '../plan/box';
import type { Plan, Step } from '../plan/model';
import type { MarkMeaning, Reading } from '../plan/reading';

type Marks = Reading['marks'];

/** Marks that mean another thing than partly done: ticks, questions, alarms, what was moved. */
const otherMark = /[✓✔✅☑√!?<>*]/;

/**
 * The mark by which a plan says something of a step: the most frequent of those that its steps have, else one that the
 * settings name; undefined where it has none but blank and `x`.
 */
export function ownMark({ steps }: Plan, meaning: Exclude<MarkMeaning, 'done'>, marks: Marks): string | undefined {
  const counts = new Map<string, number>();
  for (const step of steps)
    if (step.mark.trim() !== '' && hasMeaning(step, meaning, marks))
      counts.set(step.mark, (counts.get(step.mark) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most?.[0] ?? Object.keys(marks).find((mark) => marks[mark] === meaning);
}

function hasMeaning({ state, isBlocked, mark }: Step, meaning: MarkMeaning, marks: Marks): boolean {
  const named = Object.hasOwn(marks, mark) ? marks[mark] : undefined;
  if (meaning === 'blocked') return isBlocked && (named === 'blocked' || isBlockedMark(mark));
  return state === meaning && (named ?? meaning) === meaning && !(meaning === 'partial' && otherMark.test(mark));
}
