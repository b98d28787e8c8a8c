export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

/** Years of the Buddhist calendar, which Thai plans count by: 543 ahead. Nobody records what was done in 400 years. */
const buddhist = { first: 2443, last: 2700, ahead: 543 };

/** The midnight that begins the date of a `2026-02-09…` in UTC (ms since the epoch); undefined for no such day. */
export function dayOf(text: string): number | undefined {
  const written = twoDigits(text, 0) * 100 + twoDigits(text, 2);
  const year = written >= buddhist.first && written <= buddhist.last ? written - buddhist.ahead : written;
  const month = twoDigits(text, 5);
  const date = twoDigits(text, 8);
  if (month < 1 || month > 12 || date < 1 || date > daysIn(year, month)) return undefined;
  // `Date.UTC` takes a year before 100 for one of the 20th century.
  return year < 100 ? new Date(0).setUTCFullYear(year, month - 1, date) : Date.UTC(year, month - 1, date);
}

/** The number of two digits at a place in a text. */
export function twoDigits(text: string, at: number): number {
  return (text.charCodeAt(at) - 48) * 10 + text.charCodeAt(at + 1) - 48;
}

/** `month` is 1–12. */
function daysIn(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  if (month === 2) return isLeap ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/**
 * A time of a day as if its clock stood in UTC (ms since the epoch); undefined for no such time. `24:00` is the day's end,
 * and a minute that may hold a leap second has 61.
 */
export function timeAt(midnight: number, h: number, m: number, s: number): number | undefined {
  const hasLeapSecond = m % 30 === 29; // 23:59:60 UTC, wherever the clock stands
  const isTime = (h < 24 && m < 60 && (s < 60 || (s === 60 && hasLeapSecond))) || (h === 24 && m === 0 && s === 0);
  return isTime ? midnight + h * hour + m * minute + s * 1000 : undefined;
}
