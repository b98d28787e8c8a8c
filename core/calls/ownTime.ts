import { readStamps } from '../plan/timestamp';

/** A time of day alone, as words begin with one: `10:45`, `(10:45 UTC)`, `[9:05:12Z]`. */
const bareAtStart = /^[([]?\d{1,2}:[0-5]\d(?::[0-5]\d)?(?![\d:])/;
/** And as they end with one: with a zone, or in brackets. */
const bareAtEnd =
  /(?:[([]\d{1,2}:[0-5]\d(?::[0-5]\d)?[ ]?(?:Z|UTC|GMT)?[)\]]|\d{1,2}:[0-5]\d(?::[0-5]\d)?[ ]?(?:Z|UTC|GMT))\.?$/;

/**
 * True for words that begin or end with a time of day, or that begin with a date as an entry's stamp stands there: the clock
 * is ours, and adds it.
 */
export function hasOwnTime(words: string): boolean {
  const said = words.trim();
  if (bareAtStart.test(said) || bareAtEnd.test(said)) return true;
  return readStamps(said, 0).some(({ precision, range: { start, end } }) => {
    const isFirst = /^[([]?$/.test(said.slice(0, start.character));
    const behind = said.slice(end.character);
    if (precision === 'date') return isFirst && /^(?:[)\]]|[ ]?[:–—]|[ ]-[ ])/.test(behind);
    return isFirst || /^[)\]]?\.?$/.test(behind);
  });
}
