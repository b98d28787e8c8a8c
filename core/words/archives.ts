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

const saysArchive = wordTest(archiveWords);

/** True for a heading of what is over: `Archive`, `Completed in January`, `Steps (archived)`; not for `The archive of pictures`. */
export function namesArchive(heading: string): boolean {
  const [words = '', remark = ''] = heading.split(/[(（[:：]|\s[—–-]\s/, 2);
  const first = /^[^\p{L}]*([\p{L}]+)/u.exec(words)?.[1] ?? '';
  return saysArchive(first) || saysArchive(remark);
}
