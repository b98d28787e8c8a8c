import { edges, lazyPattern, sourceOf, wordTest } from './pattern';
import { allButEnglish, european, none, type Words } from './words';

const { raw } = String;

/** What names all units of work at once. */
// biome-ignore format: a row a language
export const allUnits: Words = {
  en: [raw`(?:each|every|all|per|any)(?: \p{L}{2,12})? (?:milestone|phase|stage|step)s?`],
  zh: ['(?:每个|所有|各)(?:里程碑|阶段)'],
  'zh-Hant': ['(?:每個|所有|各)(?:里程碑|階段)'],
  ja: ['(?:各|全て?の?|すべての)(?:マイルストーン|フェーズ)'],
  ko: ['(?:각|모든) ?(?:마일스톤|단계)'],
  ...none('unseen', ...european),
};

/** True for a text that names all units of work at once: "each milestone". */
export const namesAllUnits = wordTest(allUnits);

/** What a title says that tells more of a unit that has been there. */
// biome-ignore format: a row a language
export const toldAgainWords: Words = {
  en: [
    "cont(?:inued|['’.])-", 'part-', 'follow-?up-', 'addendum-', 'amend-', 'revis-', 'review-', 'results?-', 'notes?-',
    'validation-', 'verification-', 'acceptance-', 'recap-', 'status-', 'complet-', 'done-', 'evidence-', 'proof-',
  ],
  zh: ['续', '补充', '追加', '结果', '验收'],
  'zh-Hant': ['結果'],
  ja: ['結果', '検証', '補足', '追加'],
  ko: ['결과', '검증', '보충'],
  ...none('unseen', ...european),
};

/** True for a title that tells more of a unit that has been there. */
export const tellsAgain = wordTest(toldAgainWords, { edges: edges.ascii, flags: 'i' });

/** What happens to units of work that are no more. */
// biome-ignore format: a row a language
export const withdrawnWords: Words = {
  en: [
    'drop-', 'merg-', 'fold-', 'remov-', 'skip-', 'supersed-', 'cancel-', 'defer-', 'moved-', 'split-', 'absorb-',
    'withdr-', 'obsolet-', 'combin-', 'replac-',
  ],
  zh: ['取消', '合并', '删除', '跳过', '移除', '推迟'],
  ja: ['廃止', '統合', '削除'],
  ko: ['삭제', '통합', '취소'],
  ...none('unseen', ...european),
};

/** True for a text that tells of units that are no more. */
export const tellsWithdrawn = wordTest(withdrawnWords, { edges: edges.ascii, flags: 'i' });

/** What a title says of a milestone that is put off, or was given up: it needs no proof. */
// biome-ignore format: a row a language
export const postponedWords: Words = {
  en: ['deferred', 'future', 'optional', 'backlog', 'out of scope', 'skipped', 'superseded', 'cancel?led'],
  zh: ['推迟', '暂缓', '保留'],
  ja: ['見送り', '保留'],
  ko: ['보류'],
  ...none('unseen', ...european),
};

/** True for words that put a milestone off. */
export const isPostponed = wordTest(postponedWords, { edges: edges.ascii, flags: 'i' });

/** What a title says of a milestone that only writes documents: it proves itself. */
// biome-ignore format: a row a language
export const paperworkWords: Words = {
  en: [
    'docs?', 'documentation', 'readme', 'changelog', 'roadmap', 'release notes', 'clean-?up', 'wrap-?up', 'hand-?off',
    'retrospective', 'planning', 'research',
  ],
  zh: ['文档', '清理'],
  'zh-Hant': ['文檔'],
  ja: ['ドキュメント', '文書', '整理'],
  ko: ['문서', '정리'],
  ...none('unseen', ...european),
};

/** True for a title of a milestone that only writes documents. */
export const isPaperwork = wordTest(paperworkWords, { edges: edges.ascii, flags: 'i' });

/** What the column of a table is called that names units of work. */
// biome-ignore format: a row a language
export const unitColumns: Words = {
  en: ['(?:phase|milestone|task|step|stage|slice|item|work)s?'],
  zh: ['阶段', '里程碑', '任务', '步骤'],
  ja: ['フェーズ', 'タスク', '作業'],
  ko: ['단계', '작업'],
  ...none('unseen', ...european),
};

/** What the column of a table is called that says how far they are. */
// biome-ignore format: a row a language
export const stateColumns: Words = {
  en: ['status', 'state', 'progress', 'done'],
  zh: ['状态', '进度', '进展'],
  'zh-Hant': ['狀態', '進度', '進展'],
  ja: ['進捗', '状況', '状態', 'ステータス'],
  ko: ['상태', '진행', '진척'],
  es: ['estado', 'progreso', 'avance'],
  pt: ['estado', 'progresso', 'situação'],
  fr: ['statut', 'état', 'avancement'],
  de: ['status', 'stand', 'zustand', 'fortschritt'],
  ru: ['статус', 'состояние', 'прогресс'],
  it: ['stato', 'avanzamento'],
  nl: ['voortgang', 'stand'],
  pl: ['stan', 'postęp'],
  sv: ['läge', 'framsteg'],
  tr: ['durum', 'ilerleme'],
};

const hasUnits = wordTest(unitColumns, { edges: edges.ascii, flags: 'i' });
const hasStates = wordTest(stateColumns);

/** True for the names of columns of which one names units of work, and one says how far they are. */
export function areOfStatus(header: string): boolean {
  return hasUnits(header) && hasStates(header);
}

/** True for the name of a column that says how far something is: `Status`, `📊 Current status`; not a sentence with such a word. */
export function isStateColumn(name: string): boolean {
  return name.length <= 40 && name.trim().split(/\s+/).length <= 4 && hasStates(name);
}

/** Words in front of the number of a unit that a sentence names. */
// biome-ignore format: a row a language
export const numberedUnits: Words = {
  en: ['milestone', 'phase', 'stage', 'task', 'step', 'unit', 'slice', 'M', 'P', 'T', 'S'],
  ...none('unseen', ...allButEnglish),
};

const numbers = lazyPattern(
  () => raw`(?<![\p{L}\d])(?:${sourceOf(numberedUnits, edges.none)})[\s-]?#?(\d{1,3}(?:\.\d{1,3})?|[A-Z](?![\p{L}\d]))`,
  'giu',
);

/** The numbers of units that a text names in its sentences, in upper case. */
export function unitNumbersIn(text: string): string[] {
  return [...text.matchAll(numbers(text))].map(([, number]) => (number as string).toUpperCase());
}
