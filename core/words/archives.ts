import { wordTest } from './pattern';
import type { Words } from './words';

/** What a section of work that is over is called: patterns for the start of its heading, and for a remark behind it. */
// biome-ignore format: a row a language
export const archiveWords: Words = {
  en: [
    'archived?', 'histor(?:y|ical)', 'completed', 'done', 'finished', 'past', 'previous', 'earlier', 'closed', 'obsolete',
    'superseded', 'old',
  ],
  zh: ['归档', '存档', '历史', '已完成', '已关闭', '已废弃'],
  'zh-Hant': ['歸檔', '封存', '歷史', '已完成'],
  ja: ['アーカイブ', '履歴', '完了(?:済み|した)', '過去'],
  ko: ['보관', '아카이브', '이력', '완료된', '지난'],
  es: ['archivad[ao]s?', 'histórico', 'historial', 'completad[ao]s?', 'anterior(?:es)?'],
  pt: ['arquivad[ao]s?', 'histórico', 'concluíd[ao]s?', 'anterior(?:es)?'],
  fr: ['archives?', 'archivée?s?', 'historique', 'terminée?s?', 'précédente?s?'],
  de: ['archiv(?:iert)?', 'verlauf', 'historie', 'erledigt(?:es?)?', 'abgeschlossene?s?', 'frühere?s?'],
  ru: ['архив', 'история', 'заверш[её]нн(?:ые|ое)', 'выполненн(?:ые|ое)', 'прошл(?:ые|ое)'],
};

/** How the heading of a part begins that is no part of the plan itself: patterns. */
// biome-ignore format: a row a language
export const appendixWords: Words = {
  en: ['appendix', 'annex', 'addendum'],
  zh: ['附录'],
  'zh-Hant': ['附錄'],
  ja: ['付録', '補遺'],
  ko: ['부록'],
  es: ['apéndice', 'anexo'],
  pt: ['apêndice', 'anexo'],
  fr: ['annexe', 'appendice'],
  de: ['anhang'],
  ru: ['приложение'],
};

const saysArchive = wordTest(archiveWords);
const saysAppendix = wordTest(appendixWords);

/** True for a heading of what is over: `Archive`, `Completed in January`, `Steps (archived)`; not for `The archive of pictures`. */
export function namesArchive(heading: string): boolean {
  const [words = '', remark = ''] = heading.split(/[(（[:：]|\s[—–-]\s/, 2);
  return saysArchive(firstWord(words)) || saysArchive(remark);
}

/** True for a heading of what is added at the end: `Appendix A: the plan before this one`. */
export function namesAppendix(heading: string): boolean {
  return saysAppendix(firstWord(heading));
}

function firstWord(text: string): string {
  return /^[^\p{L}]{0,20}(\p{L}+)/u.exec(text)?.[1] ?? '';
}
