import { edges, lazyPattern, sourceOf, wordTest } from './pattern';
import { allButEnglish, none, type Words } from './words';

const { raw } = String;

/** What the rules for plans are called in a title that names plans: `ExecPlan specification`. */
// biome-ignore format: a row a language
export const guideKinds: Words = {
  en: [
    'specification', 'spec', 'guide', 'guidelines', 'rules', 'standard', 'template', 'format', 'skeleton', 'protocol',
  ],
  ...none('unseen', ...allButEnglish),
};

/** Titles that may name the rules for plans, and a plan's, too, once it has begun: patterns. */
// biome-ignore format: a row a language
export const likelyGuideTitles: Words = {
  en: [raw`^(?:(?:the|our)\s)?plan (?:format|template)$`],
  zh: [raw`计划\s?(?:规范|模板|格式)`],
  'zh-Hant': [raw`計畫\s?(?:規範|模板|格式)`],
  ja: [raw`(?:計画|計畫)\s?(?:規範|格式|テンプレート|ガイド)`],
  ko: [raw`계획\s?(?:템플릿|가이드)`],
  de: [raw`plan(?:format|vorlage)\b`],
  ...none('unseen', 'es', 'pt', 'fr', 'ru'),
};

/** How headings of a text begin that speaks about plans: patterns. */
// biome-ignore format: a row a language
export const guideHeadings: Words = {
  en: [
    'when to (?:use|write) (?:an? |the )?(?:exec|plan|it)',
    'how to (?:use|write) (?:an? |the |these |this )?(?:exec|plan)', raw`where (?:\w+ )?plans? live`,
    'required sections', 'non-negotiable', 'guidelines', '(?:writing|style) (?:guidelines|rules)', 'skeleton of',
    'anti-?patterns',
  ],
  ...none('unseen', ...allButEnglish),
};

/** "ExecPlans", "Codex Execution Plans for X". */
const plansTitle =
  /^(?:\W|codex\s){0,4}exec(?:ution)?[\s-]?plans(?:\s*\([^)]{0,60}\))?\s*:?(?:\s+(?:for|in|of|at)\s.{1,60})?$/i;
/** "ExecPlan specification". */
const guideTitle = lazyPattern(
  () => raw`\bexec(?:ution)?[\s-]?plans?[\s-]{1,3}(?:${sourceOf(guideKinds, edges.none)})\s*(?:\([^)]{0,60}\))?$`,
  'i',
);
const guideHeading = lazyPattern(() => `^(?:${sourceOf(guideHeadings, edges.none)})`, 'i');

/** True for a title that names the rules for plans, not a plan. */
export function isGuideTitle(title: string): boolean {
  return plansTitle.test(title) || guideTitle().test(title);
}

/** True for a title that may be one, or that of a plan which has begun. */
export const mayBeGuideTitle = wordTest(likelyGuideTitles, { edges: edges.none, flags: 'i' });

/** True for a heading of a text that speaks about plans. */
export function isGuideHeading(heading: string): boolean {
  return guideHeading().test(heading);
}

/** Words that every plan could be called: patterns for the words of a title, as `headingKey` makes them. */
// biome-ignore format: a row a language
export const planNames: Words = {
  en: [
    'the', 'an?', 'my', 'new', 'untitled', 'implementation', 'project', 'work', 'exec(?:ution)?', 'execplan', 'plans?',
    'md', 'document', 'title', 'draft', 'codex',
  ],
  zh: ['计划', '执行计划', '实施计划'],
  'zh-Hant': ['實施計畫'],
  ja: ['執行計画', '計画', '実行計画', '実装計画'],
  ko: ['계획', '실행 계획'],
  es: ['plan de (?:ejecución|trabajo)'],
  fr: ['plan de travail'],
  de: ['ausführungsplan'],
  ru: ['план(?: выполнения)?'],
  ...none('unseen', 'pt'),
};

const anyPlan = lazyPattern(() => raw`^(?:(?:${sourceOf(planNames, edges.none)})(?:\s|$))+$`, '');

/** True for a title, as `headingKey` makes it, that says no more than that this is a plan. */
export function saysOnlyPlan(key: string): boolean {
  return anyPlan().test(key);
}

/** What a step is about that made the plan. */
// biome-ignore format: a row a language
export const planningWords: Words = {
  en: ['plan', 'draft', 'spec'],
  zh: ['计划', '方案', '草案', '草稿'],
  'zh-Hant': ['計劃'],
  ja: ['計画', '草案', '下書き'],
  ko: ['계획', '초안'],
  ...none('shared', 'es', 'pt', 'fr', 'de'),
  ...none('unseen', 'ru'),
};

/** True for a step that is about the plan itself. */
export const isAboutPlan = wordTest(planningWords, { edges: edges.none, flags: 'i' });
