import { afterNoonWords, beforeNoonWords, hourSigns, minuteSigns, rangeWords, timeWords } from '../words/stampWords';
import { allWords, wordsIn } from '../words/words';

// The sources here are read by JavaScript and by the grammar's Oniguruma alike: characters stand for themselves.

/** A blank inside of a stamp: also those that no line breaks at, which word processors write. */
const blank = '[ \\t\u00A0\u2007\u2009\u202F]';
const end = '(?![A-Za-z0-9_])';
const hours = '(?:0\\d|1[0-4])';
const quarters = '(?:00|15|30|45)';
const minus = '\u2212';

/** Offsets that exist: `13:40-14:28` is a range of times. */
const offset = `(?:[-+${minus}]${hours}:?${quarters}|[+${minus}]${hours}:?[0-5]\\d)(?!\\d)`;

/** What ends a stamp: an offset of one digit is one only there, `11:19 +9)`; `11:19 -3 files` goes on. */
const close = `(?=${blank}{0,2}(?:[)\\]）】>*_\`:：,;|]|[-–—]${blank}|$))`;
const short = `[-+${minus}]\\d{1,2}`;

const utc = '(?:UTC|GMT|utc|gmt)';
const behindUtc = [
  `[-+${minus}](?:${hours}:?${quarters}|\\d{1,2}(?::${quarters}|\\.\\d{1,2}|[½¼¾])?)(?!\\d|:\\d)`,
  `${blank}${offset}`,
  `${blank}${short}(?::${quarters}|(?!\\d|:\\d))${close}`,
  `${blank}[-+${minus}]${blank}\\d{1,2}(?!\\d|:\\d)${close}`,
].join('|');

const regions =
  'Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific|Etc|US|Canada|Brazil|Mexico|Chile';
const iana = `(?:(?:${regions})(?:/[A-Z][A-Za-z_+-]{1,30}\\d{0,2}){1,2}|(?:EST5EDT|CST6CDT|MST7MDT|PST8PDT))`;

/** What RFC 9557 has behind an offset, as Java and JavaScript's Temporal write it: `+01:00[Europe/Berlin]`. */
const suffix = '(?:\\[!?[A-Za-z][A-Za-z0-9_/+=-]{1,40}\\]){1,3}';

const beforeNoon = allWords(beforeNoonWords).join('|');
const afterNoon = allWords(afterNoonWords).join('|');
const latinNoon = `[AaPp](?:\\.${blank}?)?[Mm]\\.?(?![A-Za-z])`;
const weekday = '(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)';

/** `14:28`, `14:28:05`. */
const clock = '\\d{1,2}:\\d{2}(?::\\d{2})?';
const rangeWord = allWords({ ...rangeWords, zh: [], ja: [], ko: [] }).join('|');
const rangeSign = (['zh', 'ja', 'ko'] as const).flatMap((language) => wordsIn(rangeWords, language)).join('|');
const rangeMark = `(?:${blank}?(?:->|--|\\.\\.|[–—―→~～〜-]|${rangeSign})${blank}?|${blank}(?:${rangeWord})${blank})`;
const hourSign = allWords(hourSigns).join('|');
const minuteSign = allWords(minuteSigns).join('|');
const date = '\\d{4}-\\d{2}-\\d{2}';

/** The names of the pattern's groups; each is undefined where the stamp has no such part. */
export interface StampGroups {
  separator?: string;
  /** In front of the time (`午後1:19`), or behind it (`1:19 PM`). */
  noonBefore?: string;
  noon?: string;
  hours?: string;
  minutes?: string;
  seconds?: string;
  zone?: string;
  /** Of a range: the date, the time on that date, the time alone, a duration (`PT44M`), the zone. */
  endDate?: string;
  endDateTime?: string;
  endTime?: string;
  endNoon?: string;
  duration?: string;
  /** Of a range of dates without times: the last one. */
  lastDate?: string;
  endZone?: string;
}

/**
 * The source of a pattern for one stamp: date, separator, time, zone, and the end of a range with its zone. Its groups are
 * `StampGroups`. `names` are zone names, separated by `|`. Oniguruma can call a group again, which JavaScript cannot.
 */
export function stampSource(names: string, flavour: 'javascript' | 'oniguruma' = 'javascript'): string {
  const named = `(?:${utc}(?:${behindUtc})?|${iana}|(?:${names}))`;
  const bracketed = `\\((?:${utc}(?:${behindUtc})?|Z|${names})\\)|\\[${iana}\\]`;
  const zone = [
    `(?:[zZ]|[-+${minus}]${hours}:?[0-5]\\d)${suffix}`,
    `${blank}?[zZ]${end}`,
    // Go writes both: `+0000 UTC`. `10:00-11:00 UTC` is a range.
    `${blank}?(?:[-+${minus}]${hours}${quarters}|\\+${hours}:${quarters})${blank}(?:${utc}|${names})${end}`,
    `${blank}?${offset}`,
    `${blank}?${named}${end}`,
    `${blank}?(?:${bracketed})`,
    `${blank}?${short}(?!\\d|:\\d)${close}`,
    `[-+]${hours}(?!\\d|:\\d)`,
    `${blank}local${end}`,
  ].join('|');
  const separator = `T|,?${blank}(?:${allWords(timeWords).join('|')})${blank}|,?${blank}?\\(${weekday}\\)${blank}|,?${blank}${weekday}\\.?,?${blank}|,?${blank}{1,3}~?`;
  const noon = `(?:(?<noonBefore>${beforeNoon}|${afterNoon})${blank}?)?`;
  const time = `(?<separator>${separator})${noon}(?<hours>\\d{1,2})(?::|(?:${hourSign})${blank}?|(?<=T\\d\\d))(?<minutes>\\d{2})(?:${blank}?(?:${minuteSign})${end})?(?:(?::|(?<=T\\d{4}))(?<seconds>\\d{2})(?:[.,]\\d{1,9})?)?`;
  const noonBehind = `(?:${blank}?(?<noon>${latinNoon}|${beforeNoon}|${afterNoon}))?`;
  const endOfDates = `(?:${rangeMark}|${blank}?/${blank}?)(?<endDate>${date})`;
  const ending = [
    `${endOfDates}(?:(?:T|${blank}{1,2})(?<endDateTime>${clock}))?`,
    `(?:${rangeMark}|/|,${blank}(?=${clock}${blank}?(?:[A-Zz]|[)）\\]】])))(?<endTime>${clock})(?!\\d|:\\d)(?:${blank}?(?<endNoon>${latinNoon}))?`,
    '/(?<duration>PT\\d{1,3}[HM](?:\\d{1,2}M)?)',
  ].join('|');
  // An offset is tried first, unless a zone follows it: `13:40-04:00` has a zone, `13:40-04:00Z` is a range.
  const again = flavour === 'oniguruma' ? '\\g<zone>' : zone;
  const timed = `${time}${noonBehind}(?:(?<zone>${zone})(?!${again}))?(?:(?:${ending})(?<endZone>${again})?)?`;
  return `\\d{4}-\\d{2}-\\d{2}(?:${timed}|${endOfDates.replace('endDate', 'lastDate')})?`;
}
