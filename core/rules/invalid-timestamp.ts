import { t } from '@vscode/l10n';
import { meaningOf, recordedInEntry } from '../plan/doneStamp';
import { dateExists, type Stamp } from '../plan/timestamp';
import { dropTime, stampAnew } from './fixes/stampFixes';
import type { Fix, FixContext, Problem, Rule, RuleDocs } from './rule';

/** A date or a time that does not exist. */
export const invalidTimestamp: Rule = {
  id: 'invalid-timestamp',
  severity: { recommended: 'error', cookbook: 'error', minimal: 'error' },
  summary: 'A timestamp has a date or a time that does not exist.',
  checkSteps(steps) {
    const wrong: Stamp[] = [];
    for (const { stamps, recorded, text } of steps)
      for (const stamp of stamps)
        if (!stamp.instant && isMeantAsDate(stamp) && (stamp === stamps[recorded ?? -1] || saysDone(stamp, text)))
          wrong.push(stamp);
    return wrong.flatMap((stamp) => [...problemsOf([stamp])]);
  },
  *check({ entries }) {
    // A record of a section with two roles is listed twice; its stamps are one finding each.
    const seen = new Set<string>();
    for (const entry of entries) {
      if (entry.stamps.every(({ instant }) => instant)) continue;
      for (const problem of problemsOf(recordedInEntry(entry).filter(isMeantAsDate))) {
        const { line, character } = problem.range.start;
        if (seen.has(`${line}:${character}`)) continue;
        seen.add(`${line}:${character}`);
        yield problem;
      }
    }
  },
};

/** What its page says. */
export const docs: RuleDocs = {
  rationale:
    'A date such as 2026-02-30 was never read from a clock. Whoever measures progress by it, person or tool, is misled; the fixes drop an impossible time, or write the current one.',
  source: 'Cookbook, Progress: "Use timestamps to measure rates of progress."',
  examples: {
    bad: '- [x] (2026-02-30 10:45Z) Add the cache table\n       ^^^^^^^^^^^^^^^^^',
    good: '- [x] (2026-02-28 10:45Z) Add the cache table',
  },
};

/** True where a step says that something was done then; any other date that does not exist is what the step is about. */
function saysDone({ text: date }: Stamp, text: string): boolean {
  return meaningOf(text.slice(0, Math.max(0, text.indexOf(date)))) === 'done';
}

/** False for a date in a year that no plan is of: it is a part's number, or somebody's telephone. */
function isMeantAsDate({ date }: Stamp): boolean {
  const year = Number(date.slice(0, 4));
  return year >= 1970 && year < 2600;
}

function* problemsOf(stamps: readonly Stamp[]): Iterable<Problem> {
  for (const stamp of stamps)
    if (!stamp.instant)
      yield {
        range: stamp.range,
        message: dateExists(stamp) ? t('{0} is not a real time', stamp.text) : t('{0} is not a real date', stamp.date),
        fixes: (context) => fixesOf(stamp, context),
      };
}

function fixesOf(stamp: Stamp, context: FixContext): Fix[] {
  const anew = stampAnew(stamp, context);
  return dateExists(stamp) ? [dropTime(stamp), anew] : [anew];
}
