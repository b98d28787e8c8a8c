import { edges, lazyPattern, sourceOf } from './pattern';
import { european, none, type Words } from './words';

const { raw } = String;

/** What records are called in front of their numbers: `Decision 1`. */
// biome-ignore format: a row a language
export const recordNames: Words = {
  en: ['decision', 'observation', 'surprise', 'discovery', 'finding', 'outcome'],
  zh: ['决策', '观察'],
  'zh-Hant': ['決策'],
  ja: ['決定'],
  ...none('unseen', 'ko', ...european),
};

const numbered = () =>
  raw`^[\s*_\x60[]{0,4}(?:(?:${sourceOf(recordNames, edges.none)})\s?[-#]?\s?\d|(?:ADR|DEC|D|S|O)-?\d)`;

/** Matches the name and the first digit of a numbered record at the start of a text: `Decision 1`, `D-3`, `S2`. */
export const numberedRecord = lazyPattern(numbered, 'i');

/** Matches the whole label of such a record, with what separates it from the words. */
export const recordLabel = lazyPattern(() => raw`${numbered()}[\d.]{0,6}\s{0,2}[:：.)—–-]\s{1,3}`, 'i');

/** The number in front of a heading that is a record: `2. Use CUPS`. */
export const headingNumber = /^\d{1,3}[.)]\s+/;

/** What belongs to a record but stands beside it, as an item of its own: `Alternatives considered: …`. */
// biome-ignore format: a row a language
export const asideLabels: Words = {
  en: [
    'alternatives?', 'options?', 'resolution', 'updated?', 'notes?', 'instructions?', 'follow-?ups?', 'consequences?',
    'trade-?offs?', 'status', 'context', 'workaround', 'mitigation', 'implications?', 'superseded', 'next steps?',
    'actions?', 'format', 'template', 'legend', 'example', 'impact',
  ],
  zh: ['备注', '说明', '备选'],
  ja: ['補足', '注'],
  ko: ['비고', '참고'],
  ...none('unseen', ...european),
};

const aside = lazyPattern(
  () => raw`^[*_\x60[(]{0,4}(?:${sourceOf(asideLabels, edges.none)})(?:\s[\p{L}]{1,20}){0,2}[*_\x60\])]{0,4}\s?[:：]`,
  'iu',
);

/** True for a text that begins with such a label. */
export function isAside(text: string): boolean {
  return aside(text).test(text);
}
