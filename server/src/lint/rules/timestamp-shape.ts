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
  let last: Written | undefined;
  let count = 0;
  const put = () => {
    if (last) counts.set(wayOf(last), (counts.get(wayOf(last)) ?? 0) + count);
  };
  // Most stamps are written like the one before, so most need no string.
  for (const step of steps) {
    const written = writtenIn(step);
    if (!written) continue;
    if (last && isSameWay(last, written)) {
      count++;
      continue;
    }
    put();
    last = written;
    count = 1;
  }
  put();
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
    const isOwn = (written: Written) => shapeOf(wayOf(written)) === own;
    // A time is more than a date: nobody wants it taken away.
    const isMore = ({ precision }: Stamp) => own.startsWith('date') && precision !== 'date';
    // An invented time is another cause, and told once for all.
    const invented = new Set<Stamp>(inventedMidnights(plan));
    const example = stepRuns.flatMap((run) => run.flatMap((step) => writtenIn(step) ?? []).find(isOwn) ?? [])[0];
    for (const run of stepRuns) {
      if ([...countsIn(run).keys()].every((way) => shapeOf(way) === own)) continue;
      for (const written of run.flatMap((step) => writtenIn(step) ?? []))
        if (!isOwn(written) && !isMore(written.stamp) && !invented.has(written.stamp))
          yield {
            range: written.stamp.range,
            message: t(
              'Unexpected shape of a timestamp, expected the plan’s own, as in {0}',
              example ? exampleOf(example) : '',
            ),
          };
    }
  },
};

/** The stamp that a step was done at, and whether brackets or emphasis stand around it. */
interface Written {
  stamp: Stamp;
  hasBrackets: boolean;
}

/** Undefined for a step without a stamp, or with one of no real date. */
function writtenIn(step: Step): Written | undefined {
  const stamp = recordedInStep(step);
  if (!stamp?.instant) return undefined;
  const bare = step.markCharacter + step.mark.length + 2;
  return { stamp, hasBrackets: stamp.range.start.character !== bare || !leadsStep(step, stamp) };
}

function isSameWay(a: Written, b: Written): boolean {
  return (
    a.stamp.precision === b.stamp.precision &&
    a.stamp.separator === b.stamp.separator &&
    a.stamp.zone.text === b.stamp.zone.text &&
    a.hasBrackets === b.hasBrackets
  );
}

/** Precision, separator, zone and brackets of a stamp, as written. */
function wayOf({ stamp: { precision, separator, zone }, hasBrackets }: Written): string {
  return `${precision}|${separator}|${zone.text}|${hasBrackets}`;
}

/** The shape of a way: `Z` is another than `+09:00`, and than a name; which offset and which name is no matter. */
function shapeOf(way: string): string {
  const [precision, separator, zone = '', hasBrackets] = way.split('|');
  const name = zone.trim();
  const kind = name === '' || /^z$/i.test(name) ? name.toUpperCase() : /\d/.test(name) ? 'offset' : 'name';
  return `${precision} ${separator === 'T' ? 'T' : ''} ${kind} ${hasBrackets}`;
}

/** A stamp as an example for others, with brackets if it has any. */
function exampleOf({ stamp, hasBrackets }: Written): string {
  return hasBrackets ? `(${stamp.text})` : stamp.text;
}
