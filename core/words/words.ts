/** The languages that plans are read in, as BCP 47 tags. `zh` has both Chinese scripts where a table has no `zh-Hant`. */
export const languages = ['en', 'zh', 'ja', 'ko', 'es', 'pt', 'fr', 'de', 'ru'] as const;

export type Language = (typeof languages)[number];

/** A language that text is written in: `zh` is Chinese in simplified signs. */
export type WrittenLanguage = Language | 'zh-Hant';

/** Languages that only some tables know words of. */
type FurtherLanguage = 'zh-Hant' | 'it' | 'nl' | 'pl' | 'sv' | 'tr';

/** For `none`: the languages that are read beside English, and those of them that are written in Latin or Cyrillic letters. */
export const allButEnglish = ['zh', 'ja', 'ko', 'es', 'pt', 'fr', 'de', 'ru'] as const;
export const european = ['es', 'pt', 'fr', 'de', 'ru'] as const;

/** Why a table has no words in a language, for `docs/words.md`. */
export const gapReasons = {
  unseen: 'no plan in this language was seen to say it, so the reader does not look for it',
  ambiguous: 'the word for it means something else in plans of another language',
  grammar: 'it takes the grammar of a whole sentence, which was only tried in the other languages',
  shared: 'plans in this language write it with the words or signs of another column',
} as const;

export type GapReason = keyof typeof gapReasons;

/** No words, and why. */
export interface None {
  none: GapReason;
}

/** For a table: languages that it has no words in, and why. */
export function none<L extends Language>(why: GapReason, ...without: readonly L[]): Readonly<Record<L, None>> {
  return Object.fromEntries(without.map((language) => [language, { none: why }])) as Record<L, None>;
}

/**
 * The one shape of every vocabulary: what has one meaning, by language. To teach the reader a word, add one string.
 *
 * In a table of names a string is a name, and the first of a language is the one that is written. In a table of patterns
 * it is a word, a phrase or the source of a regular expression (see `pattern.ts`). A language without words says why.
 */
export type Words = Readonly<Record<Language, readonly string[] | None>> &
  Readonly<Partial<Record<FurtherLanguage, readonly string[]>>>;

/** Words that are written into plans, too, so that each language has at least one, traditional Chinese included. */
export type WrittenWords = Readonly<Record<WrittenLanguage, readonly [string, ...string[]]>>;

/** The words of one language; none where the table has none. */
export function wordsIn(words: Words, language: keyof Words): readonly string[] {
  const found = words[language];
  return found && !('none' in found) ? found : [];
}

/** The words of all languages, each once, in the order of the table. */
export function allWords(words: Words): string[] {
  return [...new Set((Object.keys(words) as (keyof Words)[]).flatMap((language) => wordsIn(words, language)))];
}
