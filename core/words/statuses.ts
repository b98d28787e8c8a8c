import { edges, lazyPattern, sourceOf } from './pattern';
import { european, none, type Words, type WrittenWords } from './words';

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
  return diaryLine(line).test(line);
}

/** What a plan is, as a whole. */
export type PlanState = 'active' | 'done' | 'abandoned' | 'superseded';

/** What a status calls that: names at its start. The first one of a language is written. */
// biome-ignore format: a row a language
export const stateNames: Readonly<Record<PlanState, WrittenWords>> = {
  active: {
    en: ['active', 'in progress', 'in-progress', 'in_progress', 'in work', 'ongoing', 'open', 'wip', 'started', 'executing', 'implementing'],
    zh: ['进行中', '实施中'], 'zh-Hant': ['進行中'], ja: ['進行中', '作業中', '実施中'], ko: ['진행 중', '진행중'],
    es: ['activo', 'en curso'], pt: ['ativo', 'em andamento', 'em curso'], fr: ['actif', 'en cours'],
    de: ['aktiv', 'in arbeit', 'laufend'], ru: ['в работе', 'активен'],
  },
  done: {
    en: ['done', 'complete', 'completed', 'finished', 'closed', 'shipped', 'implemented', 'landed', 'delivered'],
    zh: ['已完成', '完成'], 'zh-Hant': ['已完成', '完成'], ja: ['完了', '完成'], ko: ['완료', '완료됨'],
    es: ['hecho', 'completado', 'terminado'], pt: ['feito', 'concluído'], fr: ['terminé', 'fait'],
    de: ['erledigt', 'fertig', 'abgeschlossen'], ru: ['готово', 'завершено', 'выполнено'],
  },
  abandoned: {
    en: ['abandoned', 'dropped', 'cancelled', 'canceled', 'withdrawn', 'rejected'],
    zh: ['已放弃', '放弃', '已取消', '取消'], 'zh-Hant': ['已放棄', '放棄', '取消'], ja: ['中止', '取り下げ'], ko: ['취소', '중단'],
    es: ['abandonado', 'cancelado'], pt: ['abandonado', 'cancelado'], fr: ['abandonné', 'annulé'],
    de: ['aufgegeben', 'verworfen'], ru: ['отменён', 'отменено'],
  },
  superseded: {
    en: ['superseded', 'replaced', 'obsolete'],
    zh: ['已被取代', '已取代'], 'zh-Hant': ['已被取代', '已取代'], ja: ['置き換え済み', '廃止'], ko: ['대체됨'],
    es: ['sustituido', 'reemplazado'], pt: ['substituído'], fr: ['remplacé'], de: ['ersetzt', 'abgelöst'],
    ru: ['заменён', 'заменено'],
  },
};

const stateAt = lazyPattern(
  () =>
    String.raw`^[^\p{L}\p{N}]{0,8}(?:${(Object.keys(stateNames) as PlanState[])
      .map((state) => `(?<${state}>${Object.values(stateNames[state]).flat().join('|')})`)
      .join('|')})(?![\p{L}\p{N}])`,
  'iu',
);

/** What a status says of its plan; undefined for words that are none of ours, or may mean more: `draft`, `mostly done`. */
export function stateOfStatus(status: string): PlanState | undefined {
  const start = status.slice(0, 80);
  const groups = stateAt(start).exec(start)?.groups;
  return (Object.keys(stateNames) as PlanState[]).find((state) => groups?.[state] !== undefined);
}

const label = lazyPattern(
  () => String.raw`^[\s>*_+-]{0,8}(?:${sourceOf(statusLabels, edges.none)})[*_]{0,2}\s{0,2}[:：=][*_]{0,2}\s*["']?`,
  'i',
);

/** Where the value begins in a line `Status: …` that may have none yet; undefined for any other line. */
export function statusValueStart(line: string): number | undefined {
  const start = line.slice(0, 120);
  return label(start).exec(start)?.[0].length;
}
