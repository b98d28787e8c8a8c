import { readStamps } from '../plan/timestamp';

/** True for words that begin or end with a time of day: the clock is ours, and adds it. */
export function hasOwnTime(words: string): boolean {
  return readStamps(words, 0).some(
    ({ precision, range: { start, end } }) =>
      precision !== 'date' &&
      (/^[([]?$/.test(words.slice(0, start.character)) || /^[)\]]?\.?$/.test(words.slice(end.character))),
  );
}
