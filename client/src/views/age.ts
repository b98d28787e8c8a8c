const units: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 365 * 86_400_000],
  ['month', 30 * 86_400_000],
  ['week', 7 * 86_400_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

const formats = new Map<string, Intl.RelativeTimeFormat>();

/**
 * How long ago the newest stamp is, in the fewest letters that a language has: `now`, `3h ago`, `1d ago`. Undefined
 * without a stamp, and for one in the future. Times are milliseconds since the epoch; `locale` is a BCP 47 tag.
 */
export function ageText(
  recorded: { earliest: number; latest: number } | undefined,
  now: number,
  locale: string,
): string | undefined {
  if (!recorded || !Number.isFinite(recorded.latest) || recorded.earliest > now + 60_000) return undefined;
  // A date alone may mean a time that has not come.
  const age = Math.max(0, now - Math.min(recorded.latest, now));
  const found = units.find(([, each]) => age >= each);
  if (!found) return formatFor(locale, 'auto').format(0, 'second');
  const [unit, length] = found;
  return formatFor(locale, 'always').format(-Math.floor(age / length), unit);
}

/** `auto` has words where a language has some: `now`. */
function formatFor(locale: string, numeric: 'auto' | 'always'): Intl.RelativeTimeFormat {
  const key = `${locale} ${numeric}`;
  const known = formats.get(key);
  if (known) return known;
  const format = new Intl.RelativeTimeFormat(locale, { style: 'narrow', numeric });
  formats.set(key, format);
  return format;
}
