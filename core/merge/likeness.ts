/** How much less it says that all of a short text is in a long one than that both are the same. */
const partly = 0.75;

/** The share of pairs of letters, from 0 to 1, that two texts have in common: of any script, whatever case and marks. */
export function likenessOf(one: string, other: string): number {
  const own = pairsOf(one);
  const theirs = pairsOf(other);
  let common = 0;
  for (const [pair, count] of own) common += Math.min(count, theirs.get(pair) ?? 0);
  const [all, least] = [sum(own) + sum(theirs), Math.min(sum(own), sum(theirs))];
  if (least === 0) return Number(one === other);
  return Math.max((2 * common) / all, (partly * common) / least);
}

function pairsOf(text: string): ReadonlyMap<string, number> {
  const letters = [...text.toLowerCase().matchAll(/[\p{L}\p{N}]/gu)].map(([letter]) => letter);
  const pairs = new Map<string, number>();
  for (let i = 0; i + 1 < letters.length; i++) {
    const pair = `${letters[i]}${letters[i + 1]}`;
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

function sum(counts: ReadonlyMap<string, number>): number {
  let total = 0;
  for (const count of counts.values()) total += count;
  return total;
}
