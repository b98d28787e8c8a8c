import { dateSigns, type MonthForm, monthFormOf, monthSource, nameOfMonth, numberOfMonth } from '../words/dates';
import { lazyPattern } from '../words/pattern';
import { wordsIn } from '../words/words';

/** How a date is written, other than in ISO 8601: `09.02.2026`, `2026/2/9`, `9 Feb 2026`. */
export interface DateForm {
  order: 'ymd' | 'dmy' | 'mdy';
  /** Between the figures; with the name of a month, of two signs the one in front and the one behind. */
  sign: string;
  /** How the month's name is written; left out where the month has figures. */
  month?: MonthForm;
  /** True where a day and a month have two digits each. */
  isPadded: boolean;
}

/** A date that is not written in ISO 8601. Characters are those of its line; `end` is the first one behind it. */
export interface WrittenDate {
  start: number;
  end: number;
  /** The same in ISO 8601: `2026-02-09`. */
  date: string;
  /** Undefined where no other date is written like it: it has more than figures, or others would mean two days. */
  form: DateForm | undefined;
}

interface DateGroups {
  y1?: string;
  s1?: '.' | '/';
  m1?: string;
  d1?: string;
  y2?: string;
  m2?: string;
  d2?: string;
  a3?: string;
  s3?: '.' | '/' | '-';
  b3?: string;
  y3?: string;
  d4?: string;
  n4?: string;
  y4?: string;
  n5?: string;
  d5?: string;
  y5?: string;
}

/** What nearly all lines with such a date have: a year of this century with no dash of ISO 8601 behind it. */
const hasYear = /20\d\d(?!-\d\d-\d\d)/;

/** A month and a day as there may be, `2026-02-30` too. */
const maybeDay = /-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;

const year = String.raw`20\d\d`;
const pattern = lazyPattern(() => {
  const [yearSign, monthSign, daySign] = [0, 1, 2].map((i) =>
    (['zh', 'ko'] as const).map((language) => wordsIn(dateSigns, language)[i]).join('|'),
  );
  const [front, digits] = [String.raw`(?<![\p{L}\p{N}_/.-])`, String.raw`\d{1,2}`];
  return [
    // `2026/02/09`
    String.raw`${front}(?<y1>${year})(?<s1>[./])(?<m1>${digits})\k<s1>(?<d1>${digits})(?!\d)`,
    // With signs behind the figures, or `2026. 2. 9.`
    String.raw`(?<!\d)(?<y2>${year})(?:\s?(?:${yearSign})\s?|\.\s)(?<m2>${digits})(?:\s?(?:${monthSign})\s?|\.\s)(?<d2>${digits})(?:\s?(?:${daySign})|\.(?!\d)|(?!\d))`,
    // `09.02.2026`
    String.raw`${front}(?<a3>${digits})(?<s3>[./-])\s?(?<b3>${digits})\k<s3>\s?(?<y3>${year})(?!\d)`,
    // `9 Feb 2026`, `9 de febrero de 2026`
    String.raw`${front}(?<d4>${digits})(?:st|nd|rd|th|er|[ºª.])?(?:\s(?:de\s)?|-)(?<n4>${monthSource()})\.?(?:,?\s(?:de\s)?|-)(?<y4>${year})(?!\d)`,
    // `Feb 9, 2026`
    String.raw`(?<!\p{L})(?<n5>${monthSource()})\.?\s(?<d5>${digits})(?:st|nd|rd|th)?,?\s(?<y5>${year})(?!\d)`,
  ].join('|');
}, 'giu');

/**
 * The dates of a line that are not written in ISO 8601 and that mean one day alone, in order: with
 * all four digits of the year. `03/11/2026` is a day of March or of November: nobody can tell.
 */
export function writtenDates(line: string, from: number): WrittenDate[] {
  if (!hasYear.test(line)) return [];
  const found: WrittenDate[] = [];
  for (const match of line.matchAll(pattern(line))) {
    if (match.index < from) continue;
    const read = readDate(match.groups as DateGroups);
    if (!read || !maybeDay.test(read.date)) continue;
    const [start, end] = [match.index, match.index + match[0].length];
    const isPlain = read.form && match[0] === writeDate(read.date, read.form);
    found.push({ ...read, start, end, form: isPlain ? read.form : undefined });
  }
  return found;
}

function readDate(groups: DateGroups): Pick<WrittenDate, 'date' | 'form'> | undefined {
  const { y1, s1, m1, d1, y2, m2, d2, a3, s3, b3, y3, d4, n4, y4, n5, d5, y5 } = groups;
  if (y1 && s1 && m1 && d1)
    return { date: isoDate(y1, m1, d1), form: { order: 'ymd', sign: s1, isPadded: arePadded(m1, d1) } };
  if (y2 && m2 && d2) return { date: isoDate(y2, m2, d2), form: undefined };
  if (a3 && s3 && b3 && y3) return daysAndMonths(a3, s3, b3, y3);
  const [name, day, of] = [n4 ?? n5 ?? '', d4 ?? d5, y4 ?? y5];
  const month = numberOfMonth(name);
  if (!month || !day || !of) return undefined;
  const written = monthFormOf(name);
  // `May` is both short and long: nobody can tell how the next month is written.
  const form: DateForm | undefined = written && {
    order: d4 ? 'dmy' : 'mdy',
    sign: d4 ? ' ' : ', ',
    isPadded: day.startsWith('0'),
    month: written,
  };
  return { date: isoDate(of, String(month), day), form };
}

/** Behind a dot the day comes first, wherever dates have dots; with other signs, only figures above 12 tell. */
function daysAndMonths(
  first: string,
  sign: '.' | '/' | '-',
  second: string,
  of: string,
): Pick<WrittenDate, 'date' | 'form'> | undefined {
  if (sign === '.')
    return { date: isoDate(of, second, first), form: { order: 'dmy', sign, isPadded: arePadded(first, second) } };
  const isDayFirst = Number(first) > 12;
  if (!isDayFirst && Number(second) <= 12) return undefined;
  return { date: isDayFirst ? isoDate(of, second, first) : isoDate(of, first, second), form: undefined };
}

function arePadded(...numbers: readonly string[]): boolean {
  return numbers.every((each) => each.length === 2);
}

function isoDate(of: string, month: string, day: string): string {
  return `${of}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** A date of ISO 8601 in another form. */
export function writeDate(date: string, form: DateForm | undefined): string {
  if (!form) return date;
  const [of = '', ...monthAndDay] = date.split('-');
  if (form.month) {
    const [number, figures] = monthAndDay.map(Number) as [number, number];
    const name = nameOfMonth(number, form.month);
    const day = form.isPadded ? monthAndDay[1] : figures;
    return form.order === 'dmy' ? `${day} ${name}${form.sign}${of}` : `${name} ${day}${form.sign}${of}`;
  }
  const [month = '', day = ''] = form.isPadded ? monthAndDay : monthAndDay.map((each) => String(Number(each)));
  return (form.order === 'ymd' ? [of, month, day] : [day, month, of]).join(form.sign);
}
