import { t } from '@vscode/l10n';
import type { Step } from '../plan/model';
import type { Stamp } from '../plan/timestamp';
import { remembered } from '../text/remembered';
import { headingOf } from './facts/headingRanges';
import { recordedInEntries, recordedInRun } from './facts/recordedStamps';
import { addZone } from './fixes/zoneFixes';
import type { Problem, Rule, RuleDocs } from './rule';

const timesIn = remembered((steps: readonly Step[]) => recordedInRun(steps).filter(hasTime));

/** A time that does not say where its clock stands. */
export const timestampWithoutZone: Rule = {
  id: 'timestamp-without-zone',
  severity: { cookbook: 'information' },
  summary: 'A timestamp has a time, but no time zone.',
  yieldsTo: { here: ['invalid-timestamp', 'future-timestamp'] },
  together: {
    of: (plan) =>
      plan.stepRuns.reduce((sum, run) => sum + timesIn(run).length, recordedInEntries(plan).filter(hasTime).length),
    at: (plan) => headingOf(plan, 'progress'),
    message: (faulty, of) =>
      faulty === of
        ? t('None of the {0} times has a time zone: add one, such as Z for UTC', of)
        : t('{0} of {1} times have no time zone: add one, such as Z for UTC', faulty, of),
  },
  *checkSteps(steps) {
    yield* problemsOf(timesIn(steps));
  },
  *check(plan) {
    yield* problemsOf(recordedInEntries(plan).filter(hasTime));
  },
};

/** What its page says. */
export const docs: RuleDocs = {
  rationale:
    'Agents write in UTC, people in their own time. A time without its zone may be half a day off for the next reader, and nobody can tell the rate of progress from a mixture of both.',
  source: 'Cookbook, skeleton: "(2025-10-01 13:00Z) Example completed step."',
  examples: {
    bad: '- [x] (2026-02-12 10:45) Add the cache table\n       ^^^^^^^^^^^^^^^^',
    good: '- [x] (2026-02-12 10:45Z) Add the cache table\n- [x] (2026-02-12) Fill it',
  },
};

function hasTime({ precision }: Stamp): boolean {
  return precision !== 'date';
}

function* problemsOf(stamps: readonly Stamp[]): Iterable<Problem> {
  for (const stamp of stamps)
    if (stamp.zone.kind === 'none')
      yield {
        range: stamp.range,
        message: t('This time has no time zone: add one, such as Z for UTC'),
        fixes: (context) => addZone(stamp, context),
      };
}
