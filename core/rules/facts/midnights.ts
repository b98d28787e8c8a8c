import type { Plan, Step } from '../../plan/model';
import type { Stamp } from '../../plan/timestamp';
import { remembered } from '../../text/remembered';
import { recordedInEntries, recordedInRun } from './recordedStamps';

const hour = 3_600_000;

const midnightsInRun = remembered((steps: readonly Step[]) => recordedInRun(steps).filter(isMidnight));

/**
 * The stamps of a plan that say 00:00, in document order, steps before entries: two or more, else none. Left out are those
 * with another stamp in the hour before or behind: somebody was at work at that time, perhaps in a zone where it was morning.
 */
export const inventedMidnights = remembered((plan: Plan): readonly Stamp[] => {
  const ofEntries = recordedInEntries(plan);
  const midnights = [...plan.stepRuns.flatMap(midnightsInRun), ...ofEntries.filter(isMidnight)];
  if (midnights.length < 2) return [];
  const hours = new Set<number>();
  for (const stamps of [...plan.stepRuns.map(recordedInRun), ofEntries])
    for (const stamp of stamps) if (stamp.precision !== 'date' && !isMidnight(stamp)) hours.add(hourOf(stamp));
  const found = midnights.filter((stamp) => !hours.has(hourOf(stamp)) && !hours.has(hourOf(stamp) - 1));
  return found.length < 2 ? [] : found;
});

/** The hour since the epoch in which a stamp lies, as early as it may mean. */
function hourOf({ instant }: Stamp): number {
  return Math.floor((instant?.earliest ?? Number.NaN) / hour);
}

function isMidnight({ precision, text, instant }: Stamp): boolean {
  return (
    text.includes('00:00', 11) &&
    precision !== 'date' &&
    instant !== undefined &&
    /^.{10}\D{1,4}00:00(?::00)?(?![\d:]|\s?[–—-]\s?\d)/.test(text)
  );
}
