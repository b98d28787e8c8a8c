import { readStamps } from '../plan/timestamp';

/** A time of day alone, as words begin with one: `10:45`, `(10:45 UTC)`, `[9:05:12Z]`. */
const bareAtStart = /^[([（【*_]{0,3}\d{1,2}[:：][0-5]\d(?:[:：][0-5]\d)?(?![\d:：])/;
/** And as they end with one: with a zone, or in brackets. */
const bareAtEnd =
  /(?:[([（【]\d{1,2}[:：][0-5]\d(?:[:：][0-5]\d)?[ ]?(?:Z|UTC|GMT)?[)\]）】]|\d{1,2}:[0-5]\d(?::[0-5]\d)?[ ]?(?:Z|UTC|GMT))[.。]?$/;

/**
 * True for words that begin or end with a time of day, or that begin with a date as an entry's stamp stands there: the clock
 * is ours, and adds it.
 */
export function hasOwnTime(words: string): boolean {
  const said = words.trim();
  if (bareAtStart.test(said) || bareAtEnd.test(said)) return true;
  return readStamps(said, 0).some(({ precision, range: { start, end } }) => {
    const isFirst = /^[([（【*_]{0,3}$/.test(said.slice(0, start.character));
    const behind = said.slice(end.character);
    if (precision === 'date') return isFirst && /^[*_]{0,3}(?:[)\]）】]|[ ]?[:：–—]|[ ]-[ ])/.test(behind);
    return isFirst || /^[)\]）】*_]{0,3}[.。]?$/.test(behind);
  });
}

/** True for the name of an author that has a date or a time in it: there are two times in the entry then. */
export function isDated(author: string): boolean {
  return readStamps(author, 0).length > 0 || /\d{1,2}[:：][0-5]\d/.test(author);
}
