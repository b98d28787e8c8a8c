import { edges, lazyPattern, sourceOf } from './pattern';
import type { Words } from './words';

const { raw } = String;

/** That a plan lives, in so many words. */
// biome-ignore format: a row a language
export const livingStatements: Words = {
  en: [raw`\bliving[\s>*_]{1,6}(?:document|doc|plan|execplan|file|record|spec|artifact|log|section)`],
  zh: ['活的?文[档檔件]', '活的?计划'],
  ja: [raw`リビング\s?(?:ドキュメント|文書|プラン)`, '生きた(?:文書|ドキュメント|計画)'],
  ko: [raw`살아\s?있는\s?(?:문서|계획)`, raw`리빙\s?(?:도큐먼트|문서)`],
  es: [raw`(?:documento|plan)\svivo`],
  pt: [raw`(?:documento|plano)\svivo`],
  fr: [raw`(?:document|plan)\svivant`],
  de: [raw`lebende[sn]?\s(?:dokument|plan)`, raw`lebendige[sn]?\s(?:dokument|plan)`],
  ru: [raw`жив(?:ой|ым)\s(?:документ|план)`],
};

/** That it is kept up to date, in other words. */
// biome-ignore format: a row a language
export const upkeepStatements: Words = {
  en: [
    raw`(?:document|plan|file)\sis\s(?:live|alive)\b`, raw`maintain\sthis\s(?:plan|document|file|execplan)`,
    raw`\b(?:kept|keep|keeping|maintained|stay)\b[^.\n]{0,200}(?:\n[^.\n]{1,200}){0,4}\b(?:up[-\s]to[-\s]date|current|in\ssync)\b`,
    raw`\bupdate\b[^.]{0,160}\b(?:as\s(?:work|you|the\swork|progress)|after\s(?:each|every|any|progress)|at\severy|continuously|throughout)`,
  ],
  zh: ['(?:持续|隨時|随时|实时)(?:地)?(?:更新|维护|維護)', '保持(?:更新|同步|最新)', '随(?:着)?.{1,20}(?:更新|维护)'],
  ja: ['更新し続け', '(?:継続的|随時|常)に?更新', '最新(?:の状態)?に(?:保|維持)'],
  ko: [raw`지속적으로\s?(?:갱신|업데이트|유지|관리)`, raw`최신\s?상태`],
  es: ['actualizad[oa]s?'],
  pt: ['atualizad[oa]s?'],
  fr: [raw`à\sjour`],
  de: [raw`aktuell\s(?:gehalten|zu\shalten)`, 'fortlaufend'],
  ru: ['актуальн'],
};

const lives = lazyPattern(() => sourceOf(livingStatements, edges.none), 'giu');
const isKept = lazyPattern(() => sourceOf(upkeepStatements, edges.none), 'giu');

/** Where a text says in so many words that the plan lives, as offsets. */
export function livingIn(text: string): number[] {
  return [...text.matchAll(lives(text))].map(({ index }) => index);
}

/** Where a text says in other words that the plan is kept up to date, as offsets. */
export function upkeepIn(text: string): number[] {
  return [...text.matchAll(isKept(text))].map(({ index }) => index);
}
