import { t } from '@vscode/l10n';
import { day, hour, minute } from '../plan/calendar';
import type { Plan } from '../plan/model';
import type { Stamp } from '../plan/timestamp';
import { joined } from '../text/joined';
import { type ClockTime, clockTimesInRun } from './facts/clockTimes';
import { dropTime } from './fixes/stampFixes';
import type { Fix, Rule, RuleDocs } from './rule';

/** From so many different times on chance does not make a pattern: of 100,000 plans one has only multiples of five. */
const enough = 8;
/** So many in ten have to follow a pattern: one real time among invented ones does not make those true. */
const most = 0.9;
/** A pause that is longer is a night, which no spacing goes through; two minutes apart are also steps that are short. */
const [night, short] = [4 * hour, 2 * minute];

/** Times that no clock showed: all of them on the hour, each a quarter of an hour behind the one before. */
export const inventedTimestamps: Rule = {
  id: 'invented-timestamps',
  severity: { recommended: 'information', cookbook: 'warning' },
  summary: 'Eight or more timestamps have a pattern that no clock makes.',
  yieldsTo: { here: ['invalid-timestamp', 'midnight-timestamp', 'future-timestamp'] },
  *check(plan) {
    const times = differentTimes(plan);
    const pattern = patternOf(times);
    const [first, ...others] = times;
    if (!first || !pattern) return;
    yield {
      range: first.stamp.range,
      message: t('{0}: write the real times, or only the dates', pattern.message),
      related: others.slice(0, 20).map(({ stamp: { range, text } }) => ({ range, message: text })),
      fixes: ({ plan }) => fixesOf(plan),
    };
  },
};

/** What its page says. */
export const docs: RuleDocs = {
  rationale:
    'Whoever finishes eight steps and looks at the clock each time does not get only multiples of five, nor the same minutes between any two. Such times were made up, mostly all at once, and whoever measures progress by them is misled. The date alone says what is known, and nothing more. Steps with the same time count once, and so do dates alone not at all.',
  source: 'Cookbook, Progress: "Use timestamps to measure rates of progress."',
  examples: {
    bad: [
      '- [x] (2026-02-12 09:00Z) Add the cache table\n       ^^^^^^^^^^^^^^^^^',
      ...[15, 30, 45].map((each, i) => `- [x] (2026-02-12 09:${each}Z) Fill shelf ${i + 1}`),
      ...['00', 15, 30, 45].map((each, i) => `- [x] (2026-02-12 10:${each}Z) Empty shelf ${i + 1}`),
    ].join('\n'),
    good: [
      ...['09:02', '09:21', '09:30', '09:54'].map((each, i) => `- [x] (2026-02-12 ${each}Z) Fill shelf ${i + 1}`),
      ...['10:05', '10:11', '10:40', '10:58'].map((each, i) => `- [x] (2026-02-12 ${each}Z) Empty shelf ${i + 1}`),
      '- [x] (2026-02-13) Count what is left',
    ].join('\n'),
  },
};

/** The times of a plan's steps, each once, in the order of the text. */
function differentTimes({ stepRuns }: Plan): ClockTime[] {
  // Most plans are written from the top down: then equal times are neighbours, and a map would cost more than the rest.
  const times: ClockTime[] = [];
  let before = Number.NEGATIVE_INFINITY;
  for (const run of stepRuns)
    for (const time of clockTimesInRun(run)) {
      if (time.instant < before) return firstOfEach(joined(stepRuns.map(clockTimesInRun)));
      if (time.instant > before) times.push(time);
      before = time.instant;
    }
  return times;
}

function firstOfEach(times: readonly ClockTime[]): ClockTime[] {
  const byInstant = new Map<number, ClockTime>();
  for (const each of times) if (!byInstant.has(each.instant)) byInstant.set(each.instant, each);
  return [...byInstant.values()];
}

/** True for the stamp of a step that is one of those with a pattern: without it fewer would have it. */
export function followsPattern(plan: Plan, stamp: Stamp): boolean {
  const times = differentTimes(plan);
  const pattern = patternOf(times);
  if (!pattern || !stamp.instant) return false;
  const others = times.filter(({ instant }) => instant !== stamp.instant?.earliest);
  return others.length < times.length && (patternOf(others)?.count ?? 0) < pattern.count;
}

/** What times have in common: as a fact, and how many have it. */
interface Pattern {
  message: string;
  count: number;
}

/** What some times have in common; undefined for what chance may make. */
function patternOf(times: readonly ClockTime[]): Pattern | undefined {
  if (times.length < enough) return undefined;
  return spacingOf(times) ?? patternOfMinutes(times) ?? patternOfSeconds(times);
}

/** That any two times that follow each other on a day are equally far apart. */
function spacingOf(times: readonly ClockTime[]): Pattern | undefined {
  const isInOrder = times.every(({ instant }, i) => i === 0 || (times[i - 1] as ClockTime).instant <= instant);
  const sorted = isInOrder ? times : [...times].sort((a, b) => a.instant - b.instant);
  let isDaily = true;
  let spacing: number | undefined;
  let spacings = 0;
  for (let i = 1; i < sorted.length; i++) {
    const pause = (sorted[i] as ClockTime).instant - (sorted[i - 1] as ClockTime).instant;
    if (pause !== day) isDaily = false;
    if (pause >= night) continue;
    // Nearly always the third time ends it.
    if (spacing !== undefined && pause !== spacing) return undefined;
    spacing = pause;
    spacings++;
  }
  const count = times.length;
  const pauses = count - 1;
  if (isDaily) return { count, message: t('{0} timestamps are each a day apart to the minute', count) };
  if (spacing === undefined) return undefined;
  const needed = spacing <= short ? 2 * enough : enough;
  if (spacings < Math.max(needed - 1, pauses / 2)) return undefined;
  const minutes = spacing / minute;
  const message =
    minutes % 60 === 0
      ? t('{0} timestamps are each {1} hours apart', count, minutes / 60)
      : t('{0} timestamps are each {1} minutes apart', count, Math.round(minutes * 100) / 100);
  return { count, message };
}

function patternOfMinutes(times: readonly ClockTime[]): Pattern | undefined {
  const all = times.length;
  const counts = new Array<number>(60).fill(0);
  for (const { minute } of times) counts[minute] = (counts[minute] ?? 0) + 1;
  const countWhere = (follows: (minute: number) => boolean) =>
    counts.reduce((sum, count, minute) => (follows(minute) ? sum + count : sum), 0);
  const share = (follows: (minute: number) => boolean) => {
    const count = countWhere(follows);
    return count >= enough && count >= all * most ? count : undefined;
  };
  const onHours = share((each) => each === 0);
  if (onHours) return { count: onHours, message: t('{0} of {1} timestamps are on the hour', onHours, all) };
  const onHalves = share((each) => each % 30 === 0);
  if (onHalves)
    return { count: onHalves, message: t('{0} of {1} timestamps are on the hour or the half hour', onHalves, all) };
  const onFives = share((each) => each % 5 === 0);
  if (onFives)
    return {
      count: onFives,
      message: t('{0} of {1} timestamps have minutes that are multiples of five', onFives, all),
    };
  const first = (times[0] as ClockTime).minute;
  if (counts[first] === all)
    return {
      count: all,
      message: t('{0} timestamps have the same minute, {1}', all, String(first).padStart(2, '0')),
    };
  // One less is free to be anything: the first.
  if (all > enough && countWhere((each) => (each - first) % 5 === 0) === all)
    return { count: all, message: t('{0} timestamps are multiples of five minutes apart', all) };
  return undefined;
}

function patternOfSeconds(times: readonly ClockTime[]): Pattern | undefined {
  const seconds: number[] = [];
  for (const { second } of times) if (second !== undefined) seconds.push(second);
  const zeros = seconds.filter((second) => second === 0).length;
  return zeros >= enough && zeros >= seconds.length * most
    ? { count: zeros, message: t('{0} of {1} timestamps with seconds have none', zeros, seconds.length) }
    : undefined;
}

/** Only who did the work knows the times; the dates stay. */
function fixesOf({ stepRuns }: Plan): Fix[] {
  const stamps = joined(stepRuns.map(clockTimesInRun)).map(({ stamp }) => stamp);
  const dated = stamps.filter(({ text }) => /^\d{4}-/.test(text));
  const title = t('Keep only the date in {0} timestamps', dated.length);
  return [{ title, edits: joined(dated.map((stamp) => dropTime(stamp).edits)), safe: false, bulk: true }];
}
