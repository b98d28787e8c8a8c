import { edges, lazyPattern, sourceOf } from './pattern';
import { european, none, type Words } from './words';

/** What a line near a plan's top is called that says how far the plan is: patterns. */
// biome-ignore format: a row a language
export const statusLabels: Words = {
  en: ['status', 'state'],
  zh: ['状态'],
  'zh-Hant': ['狀態'],
  ja: ['ステータス', '状態'],
  ko: ['상태'],
  es: ['estado'],
  pt: ['estado'],
  fr: ['statut'],
  de: ['status'],
  ru: ['статус'],
};

/** What a line of a diary is called that tells of the plan as a whole: nothing to be done. */
// biome-ignore format: a row a language
export const diaryLabels: Words = {
  en: ['status', 'state', 'phase', 'owner', '(?:last )?updated?'],
  zh: ['状态'],
  'zh-Hant': ['狀態'],
  ja: ['ステータス'],
  ko: ['상태'],
  ...none('unseen', ...european),
};

const diaryLine = lazyPattern(
  () => String.raw`^[*_]{0,3}(?:${sourceOf(diaryLabels, edges.none)})[*_]{0,3}\s?[:：]`,
  'i',
);

/** True for a line that tells of the plan as a whole: `Status: …`. */
export function tellsStatus(line: string): boolean {
  return diaryLine().test(line);
}
