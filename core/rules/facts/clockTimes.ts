import type { Step } from '../../plan/model';
import type { Stamp } from '../../plan/timestamp';
import { remembered } from '../../text/remembered';
import { recordedInRun } from './recordedStamps';

/** A stamp with a time of a day, and what a clock showed. */
export interface ClockTime {
  stamp: Stamp;
  /** Milliseconds since the epoch, as early as the stamp may mean. */
  instant: number;
  /** As written: 0–59. */
  minute: number;
  /** As written: 0–60; undefined where the stamp has none. */
  second: number | undefined;
}

const time = /(?<![\d:])\d{1,2}:(\d{2})(?::(\d{2}))?|T\d{2}(\d{2})(\d{2})?/;

/** The times that some steps were worked on at, one of each step: dates alone and times that do not exist are left out. */
export const clockTimesInRun = remembered((steps: readonly Step[]): readonly ClockTime[] => {
  const found: ClockTime[] = [];
  for (const stamp of recordedInRun(steps)) {
    const usual = usualMinute(stamp);
    if (usual !== undefined && stamp.instant) {
      found.push({ stamp, instant: stamp.instant.earliest, minute: usual, second: undefined });
      continue;
    }
    const match = stamp.precision === 'date' || !stamp.instant ? null : time.exec(stamp.text);
    if (!match || !stamp.instant) continue;
    const second = match[2] ?? match[4];
    found.push({
      stamp,
      instant: stamp.instant.earliest,
      minute: Number(match[1] ?? match[3]),
      second: second === undefined ? undefined : Number(second),
    });
  }
  return found;
});

/** The minute of a stamp as nearly all are written, `2026-02-09 11:19Z`, which needs no pattern. */
function usualMinute({ text, precision, form }: Stamp): number | undefined {
  const isUsual = precision === 'minute' && form === undefined && text.length <= 17 && text.charAt(13) === ':';
  return isUsual && text.charAt(10) === ' ' ? Number(text.slice(14, 16)) : undefined;
}
