import { t } from '@vscode/l10n';
import { remembered } from '../../plan/kept';
import type { Step } from '../../plan/model';
import type { Stamp } from '../../plan/timestamp';
import { recordedInEntries, recordedInRun } from '../recorded';
import type { Rule } from '../rule';

const midnightsIn = remembered((steps: readonly Step[]) => recordedInRun(steps).filter(isMidnight));

/** Stamps of 00:00: times that nobody read from a clock. */
export const midnightTimestamp: Rule = {
  id: 'midnight-timestamp',
  severity: { recommended: 'hint', cookbook: 'information' },
  summary: 'Two or more timestamps say 00:00.',
  rationale:
    'A time of 00:00 is nearly always a date to which somebody invented a time. The date alone says what is known, and nothing that is not.',
  source: 'Cookbook, Progress: "Use timestamps to measure rates of progress."',
  examples: {
    bad: '- [x] (2026-02-12 00:00Z) Add the cache table\n       ^^^^^^^^^^^^^^^^^\n- [x] (2026-02-13 00:00Z) Fill it',
    good: '- [x] (2026-02-12) Add the cache table\n- [x] (2026-02-13 00:00Z) Fill it',
  },
  yieldsTo: { here: ['future-timestamp'] },
  *check(plan) {
    const ofEntries = recordedInEntries(plan);
    const midnights = [...plan.stepRuns.flatMap(midnightsIn), ...ofEntries.filter(isMidnight)];
    if (midnights.length < 2) return;
    const others = [...plan.stepRuns.flatMap(recordedInRun), ...ofEntries].filter((stamp) => !isMidnight(stamp));
    const found = midnights.filter((midnight) => !others.some((stamp) => isRightBefore(stamp, midnight)));
    const [first, ...more] = found;
    if (!first || more.length === 0) return;
    yield {
      range: first.range,
      message: t(
        'Unexpected time of 00:00 in {0} timestamps, expected a time from a clock, or the date alone',
        found.length,
      ),
      related: more.slice(0, 20).map(({ range, text }) => ({ range, message: text })),
    };
  },
};

/** True when somebody was at work in the hour before a midnight: then it was one. */
function isRightBefore({ instant }: Stamp, midnight: Stamp): boolean {
  const apart = (midnight.instant?.earliest ?? 0) - (instant?.earliest ?? 0);
  return apart >= 0 && apart <= 3_600_000;
}

function isMidnight({ precision, text, instant }: Stamp): boolean {
  return (
    text.includes('00:00', 11) &&
    precision !== 'date' &&
    instant !== undefined &&
    /^.{10}\D{1,4}00:00(?::00)?(?![\d:]|\s?[–—-]\s?\d)/.test(text)
  );
}
