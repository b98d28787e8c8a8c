import { edges, lazyPattern, sourceOf } from './pattern';
import type { Words } from './words';

/** What a step says that waits for something: patterns, in front of a colon or alone in brackets. */
// biome-ignore format: a row a language
export const blockedWords: Words = {
  en: ['blocked', 'on hold'],
  zh: ['阻塞', '受阻', '被阻塞'],
  'zh-Hant': ['受阻', '卡住'],
  ja: ['ブロック中', '保留中'],
  ko: ['막힘', '보류'],
  es: ['bloqueado'],
  pt: ['bloqueado'],
  fr: ['bloqué'],
  de: ['blockiert'],
  ru: ['заблокировано'],
};

/** A sign in front of the word is no part of it: `⛔ Blocked: …`. The source of a pattern, also of the grammar's. */
export const signInFront = String.raw`(?:[^\p{L}\p{N}\s(\[]{1,4}\s)?`;

const blocked = lazyPattern(() => {
  const words = `[*_]{0,3}(?:${sourceOf(blockedWords, edges.none)})[*_]{0,3}`;
  const start = `^${signInFront}`;
  return String.raw`(?:${start}|[(（[]|[—–-]\s)${words}\s?[:：)）\]]|(?:${start}|[(（[]|[—–-]\s)${words}\s(?:by|on|until|till)\s`;
}, 'iu');

/** True for a step that says that it waits for something: `Load it (blocked: no key)`, `Blocked: …`. */
export function saysBlocked(text: string): boolean {
  return blocked(text).test(text);
}
