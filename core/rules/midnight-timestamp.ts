import { t } from '@vscode/l10n';
import { inventedMidnights } from './facts/midnights';
import { dropTime } from './fixes/stampFixes';
import type { Fix, FixContext, Rule, RuleDocs } from './rule';

/** Stamps of 00:00: times that nobody read from a clock. */
export const midnightTimestamp: Rule = {
  id: 'midnight-timestamp',
  severity: { recommended: 'hint', cookbook: 'information' },
  summary: 'Two or more timestamps say 00:00.',
  yieldsTo: { here: ['future-timestamp'] },
  *check(plan) {
    const [first, ...others] = inventedMidnights(plan);
    if (first)
      yield {
        range: first.range,
        message: t('{0} timestamps say midnight: write the real time, or only the date', others.length + 1),
        related: others.slice(0, 20).map(({ range, text }) => ({ range, message: text })),
        fixes: fixesOf,
      };
  },
};

/** What its page says. */
export const docs: RuleDocs = {
  rationale:
    'A time of 00:00 is nearly always a date with an invented time. The date alone says what is known, and nothing more.',
  source: 'Cookbook, Progress: "Use timestamps to measure rates of progress."',
  examples: {
    bad: '- [x] (2026-02-12 00:00Z) Add the cache table\n       ^^^^^^^^^^^^^^^^^\n- [x] (2026-02-13 00:00Z) Fill it',
    good: '- [x] (2026-02-12) Add the cache table\n- [x] (2026-02-13 00:00Z) Fill it',
  },
};

function fixesOf({ plan }: FixContext): Fix[] {
  const midnights = inventedMidnights(plan);
  return [
    {
      title: t('Keep only the date in {0} timestamps', midnights.length),
      edits: midnights.flatMap((stamp) => dropTime(stamp).edits),
      safe: false,
      bulk: true,
    },
  ];
}
