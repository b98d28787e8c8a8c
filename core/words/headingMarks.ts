import { numerals } from './milestoneNames';
import { lazyPattern } from './pattern';
import { allButEnglish, allWords, european, none, type Words, wordsIn } from './words';

const { raw } = String;

/** What stands in front of a heading's number: `Section 2: Progress`. */
export const numberingWords: Words = {
  en: ['section', 'part', 'chapter'],
  ...none('unseen', ...allButEnglish),
};

/** `16)`, `3.`, `IV.`, `Section 2:`, `一、`, `第二章` in front of a heading's words, in lower case. */
export const numbering = lazyPattern(
  () =>
    raw`^(?:(?:${allWords(numberingWords).join('|')})\s{1,3})?(?:第\s?(?:\d{1,2}|[${wordsIn(numerals, 'zh').join('')}]{1,3})\s?[章节節部篇]|제\s?\d{1,2}\s?장|\d{1,3}(?:\.\d{1,3}){0,3}(?![\p{L}\d])|[ivx]{1,4}(?=[.):])|[a-z](?=[.):])|[${wordsIn(numerals, 'zh').join('')}]{1,3}(?=[.、:)\s]))[.):：、\s-]{0,5}(?=\S)`,
  'u',
);

/** "And": `Résultats & rétrospective` is `Résultats et rétrospective`. In Chinese and Japanese it is one sign. */
// biome-ignore format: a row a language
export const conjunctions: Words = {
  en: ['and'],
  zh: ['与', '和', '及'],
  'zh-Hant': ['與'],
  ja: ['と', '及'],
  ko: ['및'],
  es: ['y', 'e'],
  pt: ['e'],
  fr: ['et'],
  de: ['und'],
  ru: ['и'],
};

/** "And" that hangs on the word before it. */
export const conjunctionEndings: Words = {
  ko: ['와', '과'],
  ...none('shared', 'en', 'zh', 'ja', ...european),
};

/** What makes a word of its own with such an ending: 결과 is a result. */
export const endingParts: Words = {
  ko: ['결', '성', '효', '경'],
  ...none('shared', 'en', 'zh', 'ja', ...european),
};

/** Matches all of "and" but the English one. */
export const conjunction = lazyPattern(() => {
  const { zh, ja, 'zh-Hant': hant = [], ...spaced } = conjunctions;
  const words = allWords({ ...spaced, en: [], zh: [], ja: [] });
  const signs = allWords({ ...conjunctionEndings, zh, ja, 'zh-Hant': hant, ko: [] });
  const endings = allWords(conjunctionEndings);
  const script = raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}`;
  return raw`(?<=\S) (?:${words.join('|')}) (?=\S)|(?<=\p{Script=Hangul})(?<!(?<!\p{Script=Hangul})(?:${allWords(endingParts).join('|')}))[${endings.join('')}] (?!and |및 )(?=\S)|(?<=${script}ー]) ?[${signs.join('')}] ?(?=${script}])`;
}, 'gu');
