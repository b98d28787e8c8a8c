import { t } from '@vscode/l10n';
import { remembered } from '../../plan/kept';
import type { Step } from '../../plan/model';
import type { Stamp } from '../../plan/timestamp';
import { recordedInRun } from '../recorded';
import type { Rule } from '../rule';

/** How many stamps of one shape a plan needs for it to be its own, and their share of all. */
const least = 4;
const share = 0.75;

interface Shaped {
  stamp: Stamp;
  shape: string;
}

const shapedIn = remembered((steps: readonly Step[]): readonly Shaped[] =>
  recordedInRun(steps).flatMap((stamp) => (stamp.instant ? [{ stamp, shape: shapeOf(stamp) }] : [])),
);

const countsIn = remembered((steps: readonly Step[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { shape } of shapedIn(steps)) counts.set(shape, (counts.get(shape) ?? 0) + 1);
  return counts;
});

/** A stamp that is written in another way than nearly all others of the plan. */
export const timestampShape: Rule = {
  id: 'timestamp-shape',
  severity: { recommended: 'hint', cookbook: 'information' },
  summary: 'A timestamp is written in another way than nearly all others of the plan.',
  rationale:
    'One shape can be read, sorted and searched at a glance. A stamp that differs was often written from memory, not from a clock.',
  source: 'Cookbook, skeleton: all its stamps have the shape "(2025-10-01 13:00Z)".',
  examples: {
    bad: '- [x] (2026-02-12 10:45Z) Add the cache table\n- [x] (2026-02-12 11:02Z) Fill it\n- [x] (2026-02-12 11:31Z) Purge it\n- [x] (2026-02-12) Serve it\n       ^^^^^^^^^^\n- [x] (2026-02-12 13:11Z) Measure it',
    good: '- [x] (2026-02-12) Add the cache table\n- [x] (2026-02-12 11:02Z) Fill it\n- [x] (2026-02-12) Purge it',
  },
  yieldsTo: { here: ['timestamp-without-zone', 'invalid-timestamp', 'midnight-timestamp', 'future-timestamp'] },
  *check({ stepRuns }) {
    const counts = new Map<string, number>();
    for (const run of stepRuns)
      for (const [shape, count] of countsIn(run)) counts.set(shape, (counts.get(shape) ?? 0) + count);
    if (counts.size < 2) return;
    const [own, count] = [...counts].reduce((most, each) => (each[1] > most[1] ? each : most));
    const all = [...counts.values()].reduce((sum, each) => sum + each, 0);
    if (count < least || count < all * share) return;
    const model = stepRuns.flatMap((run) => shapedIn(run).find(({ shape }) => shape === own) ?? [])[0]?.stamp.text;
    for (const run of stepRuns) {
      if (countsIn(run).size === 1 && countsIn(run).has(own)) continue;
      for (const { stamp, shape } of shapedIn(run))
        if (shape !== own)
          yield {
            range: stamp.range,
            message: t('Unexpected shape of a timestamp, expected the plan’s own, as in {0}', model ?? ''),
          };
    }
  },
};

/** Precision, separator and kind of zone: `Z` is another than `+09:00`, and than a name. */
function shapeOf({ precision, separator, zone }: Stamp): string {
  const name = zone.text.trim();
  const kind = name === '' || /^z$/i.test(name) ? name : /\d/.test(name) ? 'offset' : 'name';
  return `${precision} ${separator === 'T' ? 'T' : ''} ${kind}`;
}
