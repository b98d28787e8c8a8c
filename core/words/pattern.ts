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

/**
 * A pattern that is compiled when it is first asked for: a start needs few of them. For a plain text (below) it is one that
 * finds the same in it, and costs a fraction: `\p{L}` where case is ignored takes a third of a millisecond to compile, each
 * time it stands there, and several times as long as `[A-Za-z]` to match.
 */
export function lazyPattern(source: () => string, flags: string): (text?: string) => RegExp {
  let pattern: RegExp | undefined;
  let plain: RegExp | undefined;
  const whole = () => {
    pattern ??= new RegExp(source(), flags);
    return pattern;
  };
  if (!flags.includes('u')) return whole;
  return (text) => {
    if (text === undefined || !isPlain(text)) return whole();
    if (!plain) {
      const simple = plainSource(source());
      plain = simple === undefined ? whole() : new RegExp(simple, flags.replace('u', ''));
    }
    return plain;
  };
}

let last = { text: '', isPlain: true };

/** True for a text of ASCII, the dashes and quotes of typography, arrows and signs of mathematics: all its letters are A to Z. */
export function isPlain(text: string): boolean {
  // Several patterns look at one text.
  if (text !== last.text) last = { text, isPlain: !/[^\0-\x7f\u2010-\u2027\u2190-\u22ff]/.test(text) };
  return last.isPlain;
}

const plainClasses: Readonly<Record<string, string>> = { L: 'A-Za-z', Lu: 'A-Z', Ll: 'a-z', N: '0-9' };

/** A pattern's source that needs no flag `u` and means the same in a plain text; undefined for one that is not understood. */
function plainSource(source: string): string | undefined {
  const hasMore = /[\ud800-\udfff\u017f\u212a]|\\u\{|\\P|\\p\{(?!(?:L|Lu|Ll|N)\})/;
  if (hasMore.test(source)) return undefined;
  let isInClass = false;
  return source.replace(/\\p\{(\w+)\}|\\[^p]|[[\]]/g, (part, name?: string) => {
    if (part === '[' || part === ']') isInClass = part === '[';
    if (name === undefined) return part;
    const letters = plainClasses[name] as string;
    return isInClass ? letters : `[${letters}]`;
  });
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
  return (text) => pattern(text).test(text);
}
