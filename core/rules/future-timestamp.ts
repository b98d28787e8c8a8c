import { t } from '@vscode/l10n';
import { dateOf } from '../edits/stamp';
import type { Step } from '../plan/model';
import type { Stamp } from '../plan/timestamp';
import { remembered } from '../text/remembered';
import { headingOf } from './facts/headingRanges';
import { recordedInEntries, recordedInRun } from './facts/recordedStamps';
import { dropTime, removeStamp, stampAnew } from './fixes/stampFixes';
import type { Fix, FixContext, Rule, RuleDocs } from './rule';

/** Clocks differ: five minutes. */
const tolerance = 5 * 60_000;

/** Of a zone that has a name the data here may be wrong where its law has changed of late: by an hour. */
const graceOfNames = 60 * 60_000;

/** The earliest instant that a stamp may mean, of a range its end; in milliseconds since the epoch. */
const earliest = ({ instant, end, zone }: Stamp) => {
  const told = (end ?? instant)?.earliest ?? Number.NEGATIVE_INFINITY;
  const isNamed = zone.kind === 'offset' ? zone.region !== undefined : zone.kind === 'ambiguous' && zone.minutes;
  return isNamed ? told - graceOfNames : told;
};

/** The last of them in a run: most runs have none in the future. */
const lastOf = remembered((steps: readonly Step[]) =>
  recordedInRun(steps).reduce((last, stamp) => Math.max(last, earliest(stamp)), Number.NEGATIVE_INFINITY),
);

/** A stamp ahead of the clock. */
export const futureTimestamp: Rule = {
  id: 'future-timestamp',
  severity: { recommended: 'warning', cookbook: 'warning' },
  summary: 'The timestamp of something done is in the future.',
  together: {
    of: (plan) => plan.stepRuns.reduce((sum, run) => sum + recordedInRun(run).length, recordedInEntries(plan).length),
    at: (plan) => headingOf(plan, 'progress'),
    message: (faulty, of) =>
      faulty === of
        ? t('All {0} timestamps are in the future', of)
        : t('{0} of {1} timestamps are in the future', faulty, of),
  },
  *check(plan, { now, dueAt }) {
    const limit = now + tolerance;
    const ofSteps = plan.stepRuns.flatMap((run) => (lastOf(run) > limit ? recordedInRun(run) : []));
    for (const stamp of [...ofSteps, ...recordedInEntries(plan)]) {
      if (earliest(stamp) <= limit) continue;
      dueAt(earliest(stamp) - tolerance);
      yield {
        range: stamp.range,
        message: t('This timestamp is in the future'),
        fixes: (context) => fixesOf(stamp, context),
      };
    }
  },
};

/** What its page says. */
export const docs: RuleDocs = {
  rationale:
    'Nothing was done in the future: such a timestamp was invented, or written in another time zone than it says. Whoever measures progress by it is misled. A timestamp without a zone counts as early as any clock on earth allows, and five minutes do not matter, nor does an hour where the zone is a name, whose rules may have changed.',
  source: 'Cookbook, Progress: "Use timestamps to measure rates of progress."',
  examples: {
    bad: '- [x] (2031-05-12 10:45Z) Add the cache table\n       ^^^^^^^^^^^^^^^^^',
    good: '- [x] (2026-02-12 10:45Z) Add the cache table\n- [ ] Ship it by 2031-05-12',
  },
};

/** The date is kept where it has come on the clock's side of the earth; a date ahead is as wrong as its time. */
function fixesOf(stamp: Stamp, context: FixContext): Fix[] {
  const anew = stampAnew(stamp, context);
  const hasCome = stamp.date <= dateOf(context.clock);
  if (stamp.precision !== 'date' && hasCome) return [{ ...dropTime(stamp), bulk: true }, anew];
  return [anew, ...removeStamp(stamp, context)];
}
