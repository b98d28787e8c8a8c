import { t } from '@vscode/l10n';
import { millisecondsInDay, millisecondsInMinute } from 'date-fns/constants';
import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import { type FormatDistanceStrictOptions, formatDistanceStrict } from 'date-fns/formatDistanceStrict';
import { formatISO } from 'date-fns/formatISO';
import { isValid } from 'date-fns/isValid';
import type { PlanDetails } from '../server/src/protocol';
import { known, unitText } from './dates';

type Interval = NonNullable<PlanDetails['recorded']>;

/**
 * How long ago the newest stamp is, and no more precisely than the stamp says it: `recorded 12 min ago`,
 * `recorded today` (a date, or a time without zone), `stamped in the future`. `now` in ms; `locale` is a BCP 47 tag.
 */
export function recordedText(recorded: Interval | undefined, now: number, locale: string): string {
  if (!recorded || !isValid(recorded.earliest) || !isValid(recorded.latest)) return t('no time recorded');
  const { earliest, latest } = recorded;
  // Two machines' clocks may differ by some seconds.
  if (earliest > now + millisecondsInMinute) return t('stamped in the future');
  const middle = Math.min(now, (earliest + latest) / 2);
  if (latest - earliest >= millisecondsInDay) return t('recorded {0}', daysAgo(middle, now, locale));
  if (latest > now + millisecondsInMinute) return t('recorded in the last {0}', span(earliest, now, locale));
  const words = timeAgo(earliest, now, locale);
  if (words === timeAgo(latest, now, locale)) return t('recorded {0}', words);
  return t('recorded about {0}', timeAgo(middle, now, locale));
}

/** What the stamp means, for a tooltip: the reader's local time, or the moments between which it lies. */
export function recordedHint(recorded: Interval | undefined, locale: string): string | undefined {
  if (!recorded || !isValid(recorded.earliest) || !isValid(recorded.latest)) return undefined;
  const format = new Intl.DateTimeFormat(known(locale), { dateStyle: 'medium', timeStyle: 'short' });
  const [earliest, latest] = [format.format(recorded.earliest), format.format(recorded.latest)];
  if (earliest === latest) return t('Newest stamp: {0}', earliest);
  return t('The newest stamp has no time or no zone: it lies between {0} and {1}', earliest, latest);
}

/** A stamp for display in a narrow place: `today` when its date is today's, in UTC for a `Z` stamp, else where the reader is. */
export function splitStamp(stamp: string, now: number): { date: string; time: string; today: boolean } {
  const [, date, time] = /^(\d{4}-\d\d-\d\d)(?:T|[ \t]+)(\S.*)$/.exec(stamp) ?? [];
  if (!date || !time) return { date: stamp, time: '', today: false };
  const today = /z$/i.test(time)
    ? new Date(now).toISOString().slice(0, 10)
    : formatISO(now, { representation: 'date' });
  return { date, time, today: date === today };
}

/** `12 min ago`, `just now`; both times in ms. */
export function timeAgo(instant: number, now: number, locale: string): string {
  if (now - instant < millisecondsInMinute) return t('just now');
  return distance(instant, now, (count, unit) => {
    const style = unit === 'minute' || unit === 'hour' ? 'short' : 'long';
    // `12 min ago`: quieter than `12 min. ago`.
    return new Intl.RelativeTimeFormat(known(locale), { style }).format(-count, unit).replace(/\.(?= |$)/g, '');
  });
}

function daysAgo(instant: number, now: number, locale: string): string {
  const days = differenceInCalendarDays(now, instant);
  if (days >= 30) return timeAgo(instant, now, locale);
  return new Intl.RelativeTimeFormat(known(locale), { numeric: 'auto' }).format(-days, 'day');
}

function span(from: number, to: number, locale: string): string {
  return distance(from, to, (count, unit) => unitText(count, unit, locale, 'long'), 'ceil');
}

type Unit = 'second' | 'minute' | 'hour' | 'day' | 'month' | 'year';

/** date-fns chooses the unit and counts; Intl has the words of every language. */
function distance(
  from: number,
  to: number,
  words: (count: number, unit: Unit) => string,
  roundingMethod: FormatDistanceStrictOptions['roundingMethod'] & string = 'floor',
): string {
  const units: Record<string, Unit> = {
    xSeconds: 'second',
    xMinutes: 'minute',
    xHours: 'hour',
    xDays: 'day',
    xMonths: 'month',
    xYears: 'year',
  };
  const formatDistance = (token: string, count: number) => words(count, units[token] ?? 'year');
  return formatDistanceStrict(from, to, { roundingMethod, locale: { formatDistance } });
}
