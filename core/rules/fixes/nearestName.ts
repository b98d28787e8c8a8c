/**
 * The words that are most like another one, the nearest first: those that differ in no more letters than `allowed` says
 * for a word of that length, a third of it by default. Case counts for nothing; of words that are as near, the order stays.
 */
export function nearest(
  word: string,
  words: Iterable<string>,
  most = 3,
  allowed: (length: number) => number = (length) => Math.max(1, Math.floor(length / 3)),
): string[] {
  const wanted = word.toLowerCase();
  const found: { each: string; distance: number }[] = [];
  for (const each of new Set(words)) {
    const bound = allowed(Math.max(each.length, word.length));
    if (Math.abs(each.length - word.length) > bound) continue;
    const distance = distanceOf(wanted, each.toLowerCase());
    if (distance <= bound) found.push({ each, distance });
  }
  return found
    .sort((a, b) => a.distance - b.distance)
    .slice(0, most)
    .map(({ each }) => each);
}

/** In how many letters two words differ: added, left out, replaced, or two neighbours in the other order. Above 200 letters: all of them. */
export function distanceOf(a: string, b: string): number {
  if (a === b) return 0;
  if (a.length > 200 || b.length > 200) return Math.max(a.length, b.length);
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1];
      let least = Math.min(
        (row[j - 1] as number) + 1,
        (last[j] as number) + 1,
        (last[j - 1] as number) + (isSame ? 0 : 1),
      );
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, (before[j - 2] as number) + 1);
      row.push(least);
    }
    [before, last] = [last, row];
  }
  return last[b.length] as number;
}
