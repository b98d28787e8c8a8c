import { type Words, wordsIn } from './words';

/** What must not stand before and behind a word of a language with blanks between words. */
export type Edges = readonly [before: string, behind: string];

export const edges = {
  /** A letter of any script. */
  letters: ['(?<!\\p{L})', '(?!\\p{L})'],
  /** A letter of any script, or a digit. */
  lettersAndDigits: ['(?<![\\p{L}\\d])', '(?![\\p{L}\\d])'],
  /** A Latin letter without accents, a digit or `_`: as cheap as it gets. */
  ascii: ['\\b', '\\b'],
  /** Nothing: the word may be part of another one. */
  none: ['', ''],
} as const satisfies Readonly<Record<string, Edges>>;

/** Languages that write no blanks between words, or hang endings on them: their words may stand anywhere. */
const unspaced: ReadonlySet<string> = new Set(['zh', 'zh-Hant', 'ja', 'ko']);

/**
 * The source of a pattern that matches any word of some tables. A word that ends in `-` is a stem: `recuper-` finds
 * `recuperación`, too. `part` leaves out the languages that write no blanks between words, or all others. Mind what a pattern costs to compile: where case is ignored, `\p{L}` behind a Latin stem is dear.
 */
export function sourceOf(
  tables: Words | readonly Words[],
  [before, behind]: Edges = edges.letters,
  part: 'all' | 'spaced' | 'unspaced' = 'all',
): string {
  const whole = new Set<string>();
  const stems = new Set<string>();
  const anywhere = new Set<string>();
  for (const words of Array.isArray(tables) ? (tables as readonly Words[]) : [tables as Words])
    for (const language of Object.keys(words) as (keyof Words)[])
      for (const word of wordsIn(words, language)) {
        // `\b` knows no Cyrillic letter.
        if (unspaced.has(language) || (language === 'ru' && before === edges.ascii[0])) anywhere.add(word);
        else if (word.endsWith('-')) stems.add(word.slice(0, -1));
        else whole.add(word);
      }
  if (part === 'unspaced') return [...anywhere].join('|');
  return [
    ...(whole.size > 0 ? [`${before}(?:${[...whole].join('|')})${behind}`] : []),
    ...(stems.size > 0 ? [`${before}(?:${[...stems].join('|')})`] : []),
    ...(part === 'spaced' ? [] : anywhere),
  ].join('|');
}

/** A pattern that is compiled when it is first asked for: a start needs few of them. */
export function lazyPattern(source: () => string, flags: string): () => RegExp {
  let pattern: RegExp | undefined;
  return () => {
    pattern ??= new RegExp(source(), flags);
    return pattern;
  };
}

/** How words are looked for. */
export interface WordTestOptions {
  /** By default letters. */
  edges?: Edges;
  /** By default `iu`. */
  flags?: string;
  /** Signs and shapes that are of no language, as sources of patterns: `→`, `https?:`. */
  signs?: readonly string[];
}

/** Tells whether a text holds one of some words, or of some signs. */
export function wordTest(
  words: Words | readonly Words[],
  { edges: own, flags = 'iu', signs = [] }: WordTestOptions = {},
): (text: string) => boolean {
  const pattern = lazyPattern(() => [...signs, sourceOf(words, own)].join('|'), flags);
  return (text) => pattern().test(text);
}
