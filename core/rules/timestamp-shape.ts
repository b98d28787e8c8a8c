import { t } from '@vscode/l10n';
import { convertStamp } from '../edits/convertStamp';
import { decorationOf } from '../edits/decoration';
import { within } from '../edits/planEdit';
import { canonicalShape, planShape } from '../edits/stamp';
import { recordedIn } from '../plan/doneStamp';
import type { Step } from '../plan/model';
import type { Stamp } from '../plan/timestamp';
import { placelessly, remembered } from '../text/remembered';
import { inventedMidnights } from './facts/midnights';
import { leadsStep } from './facts/recordedStamps';
import { writeTitle } from './fixes/titles';
import type { Fix, FixContext, Rule, RuleDocs } from './rule';

/** How many stamps of one shape a plan needs for it to be its own, and their share of all. */
const least = 4;
const share = 0.75;

/** How often the stamps of a run are written in each way, by `wayOf`. */
const countsIn = remembered(
  placelessly((steps: readonly Step[], lines: readonly string[]): ReadonlyMap<string, number> => {
    const counts = new Map<string, number>();
    let last: Written | undefined;
    let count = 0;
    const put = () => {
      if (last) counts.set(wayOf(last), (counts.get(wayOf(last)) ?? 0) + count);
    };
    // Most stamps are written like the one before, so most need no string.
    for (const step of steps) {
      const written = writtenIn(step, lines);
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
  }),
);

/** A stamp that is written in another way than nearly all others of the plan. */
export const timestampShape: Rule = {
  id: 'timestamp-shape',
  severity: { recommended: 'hint', cookbook: 'information' },
  summary: 'A timestamp is written differently from nearly all others in the plan.',
  yieldsTo: { here: ['timestamp-without-zone', 'invalid-timestamp', 'midnight-timestamp', 'future-timestamp'] },
  *check(plan, { text: { lines } }) {
    const { stepRuns } = plan;
    const counts = new Map<string, number>();
    for (const run of stepRuns)
      for (const [way, count] of countsIn(run, lines)) counts.set(way, (counts.get(way) ?? 0) + count);
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
    const example = stepRuns.flatMap((run) => run.flatMap((step) => writtenIn(step, lines) ?? []).find(isOwn) ?? [])[0];
    for (const run of stepRuns) {
      if ([...countsIn(run, lines).keys()].every((way) => shapeOf(way) === own)) continue;
      for (const written of run.flatMap((step) => writtenIn(step, lines) ?? []))
        if (!isOwn(written) && !isMore(written.stamp) && !invented.has(written.stamp))
          yield {
            fixes: (context) => fixesOf(written, example, context),
            range: written.stamp.range,
            message: t('Write this timestamp like the others: {0}', example ? exampleOf(example) : ''),
          };
    }
  },
};

/** What its page says. */
export const docs: RuleDocs = {
  rationale:
    'Timestamps that are all written in one way can be read, sorted and searched at a glance. One that differs was often written from memory, not from a clock.',
  source: 'Cookbook, skeleton: all its stamps have the shape "(2025-10-01 13:00Z)".',
  examples: {
    bad: '- [x] (2026-02-12 10:45Z) Add the cache table\n- [x] (2026-02-12 11:02Z) Fill it\n- [x] (2026-02-12 11:31Z) Purge it\n- [x] (2026-02-12T12:02Z) Serve it\n       ^^^^^^^^^^^^^^^^^\n- [x] (2026-02-12 13:11Z) Measure it',
    good: '- [x] (2026-02-12 10:45Z) Add the cache table\n- [x] (2026-02-12 11:02–11:20Z) Fill it\n- [x] (2026-02-12 11:31Z) Purge it',
  },
};

/** The stamp that a step was done at, and the bracket or emphasis before it; empty where there is none. */
interface Written {
  step: Step;
  stamp: Stamp;
  bracket: string;
}

/** Undefined for a step without a stamp of its own, or with one of no real date. */
function writtenIn(step: Step, lines: readonly string[]): Written | undefined {
  const stamp = recordedIn(step);
  if (!stamp?.instant || !stamp.isWhole || stamp === step.stampBelow) return undefined;
  const { line, character } = stamp.range.start;
  const before = (lines[line] as string)[character - 1] ?? '';
  // `(done 2026-02-09)`: words stand in the same bracket.
  return { step, stamp, bracket: leadsStep(step, stamp) ? before.trim() : '(' };
}

function isSameWay(a: Written, b: Written): boolean {
  return (
    a.stamp.precision === b.stamp.precision &&
    a.stamp.separator === b.stamp.separator &&
    orderOf(a.stamp) === orderOf(b.stamp) &&
    a.stamp.zone.text === b.stamp.zone.text &&
    a.bracket === b.bracket
  );
}

/** Precision, separator, zone, brackets and date of a stamp, as written. */
function wayOf({ stamp, bracket }: Written): string {
  const { precision, separator, zone } = stamp;
  return `${precision}|${separator}|${zone.text}|${bracket}|${orderOf(stamp)}`;
}

/** How the figures of a date stand: nothing for ISO 8601; whether they are padded is no matter. */
function orderOf({ form }: Stamp): string {
  return form ? `${form.order}${form.sign}` : '';
}

/** The shape of a way: `Z` is another than `+09:00`, and than a name; which offset and which name is no matter. */
function shapeOf(way: string): string {
  const [precision, separator, zone = '', bracket, order] = way.split('|');
  const name = zone.trim();
  const kind = name === '' || /^z$/i.test(name) ? name.toUpperCase() : /\d/.test(name) ? 'offset' : 'name';
  return `${precision} ${separator === 'T' ? 'T' : ''} ${kind} ${bracket} ${order}`;
}

const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']', '（': '）', '【': '】' };

/** A stamp as an example for others, with its brackets. */
function exampleOf({ stamp, bracket }: Written): string {
  return `${bracket}${stamp.text}${closing[bracket] ?? bracket}`;
}

/** The stamp as the plan's others are written, also in their brackets; nothing for a date, whose time nobody knows. */
function fixesOf({ step, stamp, bracket }: Written, example: Written | undefined, { plan, lines }: FixContext): Fix[] {
  const converted = example && convertStamp(stamp, example.stamp);
  if (!converted) return [];
  const { text, isSame } = converted;
  const fix = { title: writeTitle(text), safe: isSame, bulk: true };
  if (bracket === example.bracket) return [{ ...fix, edits: [{ range: stamp.range, template: [text] }] }];
  const old = decorationOf(step, lines);
  const shape = planShape(plan, lines) ?? canonicalShape;
  if (old?.place !== 'lead' || shape.place !== 'lead' || old.stamp !== stamp) return [];
  const written = `${shape.before}${text}${shape.after}${shape.gap}`;
  return [
    {
      ...fix,
      title: writeTitle(written.trim()),
      edits: [{ range: within(old.line, old.start, old.end), template: [written] }],
    },
  ];
}
