/** `M3: `, `Milestone 3 — `, `**Phase 2.** ` at the start of a text. */
const unit = /^[*_]{0,2}\p{L}{1,12}\s?[-#]?(\d{1,3}(?:\.\d{1,3})?|[A-Z])[*_]{0,2}\s?(?:[:：.)–—-][*_]{0,2}\s+)(?=\S)/u;

/** A step's words without the name of a unit in front, which has this number: its milestone stands above it. */
export function withoutUnit(text: string, number: string): string {
  const match = number === '' ? null : unit.exec(text.slice(0, 60));
  return match?.[1] === number ? text.slice(match[0].length) : text;
}

/** True where a text has all words that are looked for, in any case and order. An empty query is in every text. */
export function hasWords(text: string, query: string): boolean {
  const words = query.toLowerCase().split(/\s+/);
  const lower = text.toLowerCase();
  return words.every((word) => lower.includes(word));
}

/** True where a text names a person: `@ada`, or the first or the whole name. */
export function namesPerson(text: string, person: string): boolean {
  const lower = text.toLowerCase();
  const first = person.toLowerCase().split(/\s+/)[0] ?? '';
  if (first === '') return false;
  for (let at = lower.indexOf(first); at >= 0; at = lower.indexOf(first, at + 1)) {
    const around = lower.slice(Math.max(0, at - 1), at) + lower.slice(at + first.length, at + first.length + 1);
    if (!/[\p{L}\p{N}]/u.test(around)) return true;
  }
  return false;
}
