import { edges, lazyPattern, sourceOf } from './pattern';
import { allButEnglish, european, none, type Words, wordsIn } from './words';

const { raw } = String;

/** Verbs and words behind a term that is explained, with blanks around them: patterns. */
// biome-ignore format: a row a language
export const explainingVerbs: Words = {
  en: [
    'is', 'are', 'means?', raw`stands?\sfor`, raw`refers?\sto`, 'denotes?', 'describes?', 'abbreviates',
    raw`short\sfor`, raw`i\.e\.`,
  ],
  ...none('grammar', ...allButEnglish),
};

/** Words behind a term and a comma: `HNSW, an index`. */
export const appositions: Words = {
  en: ['an?', 'the', 'or', 'which', raw`i\.e\.`],
  ...none('grammar', ...allButEnglish),
};

/** Particles behind a term that is explained. */
// biome-ignore format: a row a language
export const explainingParticles: Words = {
  zh: ['是', '指', '即'],
  ja: ['とは', 'は'],
  ko: ['란', '은', '는', '이란'],
  ...none('shared', 'en', ...european),
};

/** Words in front of a term that is explained. */
// biome-ignore format: a row a language
export const explainingLeads: Words = {
  en: [
    'called', raw`known\sas`, raw`abbreviated(?:\s(?:as|to))?`, raw`short(?:ened)?(?:\sto)?`, raw`a\.?k\.?a\.?`,
    raw`i\.e\.,?`, 'term',
  ],
  zh: ['称为', '简称'],
  ja: ['以下', '略称'],
  ko: ['약칭'],
  ...none('grammar', ...european),
};

const behind = lazyPattern(() => {
  const particles = sourceOf(explainingParticles);
  return raw`^["'”’*_\x60]{0,4}(?:\s?[(（](?=[^()（）]{0,200}\p{L}{2})|,?\s(?:${wordsIn(explainingVerbs, 'en').join('|')})\s|,\s(?:${wordsIn(appositions, 'en').join('|')})\s|\s?(?:${particles}|–|—|=)|\s?[:：=]\s?\S)`;
}, 'u');
const front = lazyPattern(() => {
  const words = wordsIn(explainingLeads, 'en').join('|');
  const signs = sourceOf(explainingLeads, edges.none, 'unspaced');
  return raw`(?:\p{L}["'”’*_\x60]{0,4}\s?[(（]["'“‘*_\x60]{0,4}|\b(?:${words})\s["'“‘*_\x60]{0,4}|${signs})$`;
}, 'u');

/** True for words behind a term that explain it: `(…)`, `is a …`, `とは`. */
export function explainsBefore(text: string): boolean {
  return behind(text).test(text);
}

/** True for words in front of a term that explain it: `… called `, `… (`. */
export function explainsBehind(text: string): boolean {
  return front(text).test(text);
}
