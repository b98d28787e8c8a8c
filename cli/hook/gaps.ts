import { recordedIn, recordedInEntry } from '../../core/plan/doneStamp';
import type { Plan } from '../../core/plan/model';
import type { Stamp } from '../../core/plan/timestamp';
import { gapRules, type Look } from './look';

/** So many steps in a row may be ticked before it is asked whether nothing was found or decided. */
const ticks = 3;

/** What a file's plans lack that whoever goes on with them would need, each in one line; lines are 1-based. */
export function gapsIn(look: Look): string[] {
  const steps = look
    .findings(gapRules)
    .flatMap((finding) =>
      (finding.members ?? [finding]).map(({ range, message }) => `line ${range.start.line + 1}: ${message}`),
    );
  return [...steps, ...look.document.plans.flatMap(entriesMissing)];
}

/** That nothing was written down while the last steps were done; not where nobody can tell when things were. */
function entriesMissing({ steps, entries }: Plan): string[] {
  const done = steps
    .filter(({ state }) => state === 'done')
    .flatMap((step) => instantOf(recordedIn(step)))
    .sort((a, b) => b.earliest - a.earliest);
  const third = done[ticks - 1];
  const records = entries.filter(({ role }) => role !== 'progress');
  const times = records.flatMap(recordedInEntry).flatMap(instantOf);
  // Records without a time may be as new as can be.
  const isTold =
    times.length === 0 ? records.length > 0 : times.some(({ latest }) => third && latest >= third.earliest);
  if (!third || isTold) return [];
  return [
    `no surprise, decision or outcome was written down since the last ${ticks} ticks: add what was found or decided (execplan surprise, execplan decide)`,
  ];
}

function instantOf(stamp: Stamp | undefined): NonNullable<Stamp['instant']>[] {
  return stamp?.instant ? [stamp.instant] : [];
}
