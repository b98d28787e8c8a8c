import { wordTest } from './pattern';
import type { Words } from './words';

const { raw } = String;

/** Words by which a line speaks of a file that is to come, or that is gone for good. */
// biome-ignore format: a row a language
export const absenceWords: Words = {
  en: [
    'creat[a-z]{1,4}', 'new', 'add(?:s|ed|ing)?', 'writ(?:e|es|ten)', 'introduc[a-z]{1,4}', 'generat[a-z]{1,4}', 'will',
    'planned', 'future', 'to-?do', 'remov[a-z]{1,5}', 'delet[a-z]{1,5}', raw`dropp?\p{L}{0,3}`, 'moved?', 'renamed?',
    'replac[a-z]{1,4}', 'no longer',
  ],
  zh: ['新建', '新增', '创建', '删除', '移除'],
  'zh-Hant': ['創建', '刪除'],
  ja: ['新規', '作成', '追加', '削除'],
  ko: ['생성', '추가', '삭제'],
  es: ['crear'],
  pt: ['criar'],
  fr: ['créer'],
  de: ['neu'],
  ru: [raw`созда\p{L}{1,4}`],
};

/** True for a line that speaks of a file that is to come, or that is gone. */
export const tellsAbsence = wordTest(absenceWords);

/** Words by which a deliverable is meant to be gone. */
// biome-ignore format: a row a language
export const removalWords: Words = {
  en: [
    'remov[a-z]{1,5}', 'delet[a-z]{1,5}', 'drop(?:s|ped)?', 'retir[a-z]{1,4}', 'moved?', 'renamed?', 'replac[a-z]{1,4}',
    'no longer', 'optional[a-z]{0,2}',
  ],
  zh: ['删除', '移除'],
  'zh-Hant': ['刪除'],
  ja: ['削除'],
  ko: ['삭제', '제거'],
  es: ['elimin[a-zß-ÿ]{1,6}'],
  pt: ['elimin[a-zß-ÿ]{1,6}'],
  fr: ['supprim[a-zß-ÿ]{1,4}', 'elimin[a-zß-ÿ]{1,6}'],
  de: ['entfern[a-zß-ÿ]{0,3}', 'lösch[a-zß-ÿ]{0,3}'],
  ru: [raw`удал\p{L}{1,5}`],
};

/** True for a deliverable that is meant to be gone. */
export const tellsRemoval = wordTest(removalWords);
