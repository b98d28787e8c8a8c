/** How often each pair of letters is in a text: of any script, whatever case and marks. */
export type LetterPairs = ReadonlyMap<string, number>;

/** How much less it says that all of a short text is in a long one than that both are the same. */
const partly = 0.75;

/** The share of pairs of letters, from 0 to 1, that two texts have in common. */
export function likenessOf(one: LetterPairs, other: LetterPairs): number {
  let common = 0;
  for (const [pair, count] of one) common += Math.min(count, other.get(pair) ?? 0);
  const [own, others] = [sum(one), sum(other)];
  const least = Math.min(own, others);
  return least === 0 ? 0 : Math.max((2 * common) / (own + others), (partly * common) / least);
}

/** The pairs of letters of a text. */
export function pairsIn(text: string): LetterPairs {
  const letters = [...text.toLowerCase().matchAll(/[\p{L}\p{N}]/gu)].map(([letter]) => letter);
  const pairs = new Map<string, number>();
  for (let i = 0; i + 1 < letters.length; i++) {
    const pair = `${letters[i]}${letters[i + 1]}`;
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

function sum(counts: LetterPairs): number {
  let total = 0;
  for (const count of counts.values()) total += count;
  return total;
}
