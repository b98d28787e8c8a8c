import { t } from '@vscode/l10n';
import { remembered } from '../../plan/kept';
import type { Step } from '../../plan/model';
import type { Stamp } from '../../plan/timestamp';
import { inventedMidnights } from '../midnights';
import { leadsStep, recordedInStep } from '../recorded';
import type { Rule } from '../rule';

/** How many stamps of one shape a plan needs for it to be its own, and their share of all. */
const least = 4;
const share = 0.75;

/** How often the stamps of a run are written in each way, by `wayOf`. */
const countsIn = remembered((steps: readonly Step[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const step of steps) {
    const way = wayOf(step);
    if (way !== undefined) counts.set(way, (counts.get(way) ?? 0) + 1);
  }
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
    good: '- [x] (2026-02-12 10:45Z) Add the cache table\n- [x] (2026-02-12 11:02–11:20Z) Fill it\n- [x] (2026-02-12 11:31Z) Purge it',
  },
  yieldsTo: { here: ['timestamp-without-zone', 'invalid-timestamp', 'midnight-timestamp', 'future-timestamp'] },
  *check(plan) {
    const { stepRuns } = plan;
    const counts = new Map<string, number>();
    for (const run of stepRuns)
      for (const [way, count] of countsIn(run)) counts.set(way, (counts.get(way) ?? 0) + count);
    const byShape = new Map<string, number>();
    for (const [way, count] of counts) byShape.set(shapeOf(way), (byShape.get(shapeOf(way)) ?? 0) + count);
    if (byShape.size < 2) return;
    const [own, count] = [...byShape].reduce((most, each) => (each[1] > most[1] ? each : most));
    const all = [...byShape.values()].reduce((sum, each) => sum + each, 0);
    if (count < least || count < all * share) return;
    const model = stepRuns.flatMap((run) => run.find((step) => isShaped(step, own)) ?? [])[0];
    const expected = model ? textOf(model) : '';
    // A time is more than a date: nobody wants it taken away.
    const isMore = ({ precision }: Stamp) => own.startsWith('date') && precision !== 'date';
    // An invented time is another cause, and told once for all.
    const invented = new Set<Stamp>(inventedMidnights(plan));
    for (const run of stepRuns) {
      if ([...countsIn(run).keys()].every((way) => shapeOf(way) === own)) continue;
      for (const step of run) {
        const stamp = recordedInStep(step);
        if (stamp?.instant && !isMore(stamp) && !invented.has(stamp) && !isShaped(step, own))
          yield {
            range: stamp.range,
            message: t('Unexpected shape of a timestamp, expected the plan’s own, as in {0}', expected),
          };
      }
    }
  },
};

function isShaped(step: Step, shape: string): boolean {
  const way = wayOf(step);
  return way !== undefined && shapeOf(way) === shape;
}

/** A step's stamp as the plan's example of one, with its brackets. */
function textOf(step: Step): string {
  const text = recordedInStep(step)?.text ?? '';
  return hasBrackets(step) ? `(${text})` : text;
}

/** Precision, separator, zone and brackets of the stamp that a step was done at: cheap to make. */
function wayOf(step: Step): string | undefined {
  const stamp = recordedInStep(step);
  if (!stamp?.instant) return undefined;
  const { precision, separator, zone } = stamp;
  return `${precision}|${separator}|${zone.text}|${hasBrackets(step)}`;
}

/** False for a stamp that stands right behind the box. */
function hasBrackets(step: Step): boolean {
  const stamp = recordedInStep(step);
  const { markCharacter, mark } = step;
  return !stamp || !leadsStep(step, stamp) || stamp.range.start.character !== markCharacter + mark.length + 2;
}

/** The shape of a way: `Z` is another than `+09:00`, and than a name; which offset and which name is no matter. */
function shapeOf(way: string): string {
  const [precision, separator, zone = '', brackets] = way.split('|');
  const name = zone.trim();
  const kind = name === '' || /^z$/i.test(name) ? name.toUpperCase() : /\d/.test(name) ? 'offset' : 'name';
  return `${precision} ${separator === 'T' ? 'T' : ''} ${kind} ${brackets}`;
}
