/** What is told of an instant, beside its day and month. */
const dateStyles = {
  time: { hour: '2-digit', minute: '2-digit' },
  day: {},
  date: { year: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/**
 * An instant (ms) for people, where and as the reader has it: `5 Mar, 10:45`; as a `day` `5 Mar`, as a `date` `5 Mar 2026`.
 * `locale` is a BCP 47 tag.
 */
export function dateText(instant: number, locale: string, what: keyof typeof dateStyles = 'time'): string {
  const style: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short', ...dateStyles[what] };
  return new Intl.DateTimeFormat(known(locale), style).format(instant);
}

/** A length of time (ms) in its two greatest units at most: `2 hr 40 min`, `3 days`. */
export function durationText(length: number, locale: string): string {
  const minutes = Math.max(1, Math.round(length / 60_000));
  const [days, hours] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60)];
  const parts: [number, 'day' | 'hour' | 'minute'][] =
    days >= 3
      ? [[Math.round(minutes / 1440), 'day']]
      : days > 0
        ? [
            [days, 'day'],
            [hours, 'hour'],
          ]
        : [
            [hours, 'hour'],
            [minutes % 60, 'minute'],
          ];
  return parts
    .filter(([count]) => count > 0)
    .map(([count, unit]) => unitText(count, unit, locale))
    .join(' ');
}

/** So many of a unit of time: `2 hr`, or `2 hours`. */
export function unitText(
  count: number,
  unit: string,
  locale: string,
  unitDisplay: Intl.NumberFormatOptions['unitDisplay'] & string = 'short',
): string {
  return new Intl.NumberFormat(known(locale), { style: 'unit', unit, unitDisplay }).format(count);
}

/** Two lengths of time (ms) as whole numbers of one unit, the first without the unit's name: `4`, `14 hr`. The same twice for equal ones. */
export function roughRange(shortest: number, longest: number, locale: string): [string, string] {
  const unit = longest >= 48 * hour ? 'day' : longest >= 2 * hour ? 'hour' : 'minute';
  const length = { day: 24 * hour, hour, minute: hour / 60 }[unit];
  const [from, to] = [Math.max(1, Math.floor(shortest / length)), Math.max(1, Math.ceil(longest / length))];
  const named = unitText(to, unit, locale);
  return [from === to ? named : numberText(from, locale), named];
}

const hour = 60 * 60_000;

/** A number with one digit behind the point at most. */
export function numberText(value: number, locale: string): string {
  return new Intl.NumberFormat(known(locale), { maximumFractionDigits: value < 10 ? 1 : 0 }).format(value);
}

/** The host's language tag where Intl knows it, else the browser's own. */
export function known(locale: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(locale)[0];
  } catch {
    return undefined;
  }
}
