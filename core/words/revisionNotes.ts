import { edges, lazyPattern, sourceOf } from './pattern';
import type { Words } from './words';

const { raw } = String;

/** How notes begin that tell at the bottom of a plan what was revised: patterns. */
// biome-ignore format: a row a language
export const revisionNotes: Words = {
  en: [raw`(?:revision|change|update) (?:notes?|log|history)\b`, raw`(?:revision|update)\s*\(`],
  zh: ['修订', '变更记录'],
  'zh-Hant': ['修訂', '變更記錄'],
  ja: ['改訂', '変更履歴'],
  ko: ['개정', '변경 (?:이력|기록)'],
  es: ['nota de revisión', 'registro de cambios'],
  pt: ['nota de revisão', 'registro de alterações'],
  fr: ['note de révision', 'journal des modifications'],
  de: ['(?:revisions|änderungs)(?:notiz|hinweis|vermerk|protokoll)'],
  ru: ['примечание к редакции', 'журнал изменений'],
};

const note = lazyPattern(() => raw`^[*_]{0,3}(?:(?:exec ?)?plan )?(?:${sourceOf(revisionNotes, edges.none)})`, 'i');

/** True for the first line of such a note. */
export function isRevisionNote(line: string): boolean {
  return note(line).test(line);
}

/** What sections are called that close a plan and tell about it: English ones are whole headings. */
// biome-ignore format: a row a language
export const closingHeadings: Words = {
  en: [
    '(?:revision|change|update|version)s?(?: notes?| log| history)?', 'change ?log', 'history', 'references',
    'appendix',
  ],
  zh: ['修订', '变更', '附录'],
  'zh-Hant': ['修訂', '變更'],
  ja: ['改訂', '変更', '付録'],
  ko: ['개정', '변경', '부록'],
  es: ['notas? de revisión', 'registro de cambios', 'historial(?: de cambios)?', 'referencias', 'anexos?', 'apéndice'],
  pt: ['notas? de revisão', 'registro de alterações', 'histórico(?: de alterações)?', 'referências', 'anexos?', 'apêndice'],
  fr: ['notes? de révision', 'journal des modifications', 'historique', 'références', 'annexes?'],
  de: [
    '(?:revisions|änderungs)(?:notizen|hinweise|vermerke|protokoll|verlauf|historie)', 'änderungen', 'anhang', 'quellen',
  ],
  ru: ['примечания к редакции', 'журнал изменений', 'история изменений', 'приложение', 'ссылки'],
};

const closing = lazyPattern(() => {
  const whole = sourceOf(closingHeadings, edges.none, 'spaced');
  const starts = sourceOf(closingHeadings, edges.none, 'unspaced');
  return raw`^#+\s+(?:(?:exec ?)?plan )?(?:${whole})\s*(?:$|\()|^#+\s+(?:${starts})`;
}, 'i');

/** True for the heading, with its hashes, of a section that closes a plan. */
export function isClosingHeading(line: string): boolean {
  return closing(line).test(line);
}

/** Those of them that tell of other things than revisions. */
// biome-ignore format: a row a language
export const otherClosingHeadings: Words = {
  en: ['references', 'appendix'],
  zh: ['附录'],
  'zh-Hant': ['附錄'],
  ja: ['付録'],
  ko: ['부록'],
  es: ['referencias', 'anexo', 'apéndice'],
  pt: ['referências', 'anexo', 'apêndice'],
  fr: ['références', 'annexe'],
  de: ['anhang', 'quellen'],
  ru: ['приложение', 'ссылки'],
};

const other = lazyPattern(() => sourceOf(otherClosingHeadings, edges.none), 'i');

/** True for the heading, with its hashes, of a section that holds the notes of revision. */
export function isRevisionHeading(line: string): boolean {
  return isClosingHeading(line) && !other(line).test(line);
}
