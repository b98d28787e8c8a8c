import { edges, lazyPattern, sourceOf, wordTest } from './pattern';
import { allButEnglish, none, type Words } from './words';

const { raw } = String;

/** What the rules for plans are called in a title that names plans: `ExecPlan specification`. */
// biome-ignore format: a row a language
export const guideKinds: Words = {
  en: [
    'specification', 'spec', 'guide', 'guidelines', 'rules', 'standard', 'template', 'format', 'skeleton', 'protocol',
    'framework', 'handbook', 'manual', 'playbook', 'instructions', 'conventions', 'policy', 'methodology', 'reference',
    'usage', raw`how[ -]?to`, 'tutorial', 'primer', raw`cheat ?sheet`,
  ],
  ...none('unseen', ...allButEnglish),
};

/** Titles that may name the rules for plans, and a plan's, too, once it has begun: patterns. */
// biome-ignore format: a row a language
export const likelyGuideTitles: Words = {
  en: [
    raw`^(?:(?:the|our|an?)\s)?(?:[\w-]+\s){0,2}plan (?:format|template|skeleton|guide)\b`,
    raw`^templates?(?:\s?[:—–-]\s?.*\bplan\b.*)?$`,
    raw`^(?:(?:working|planning) with|using|authoring|keeping|maintaining|about|(?:an )?intro(?:duction)? to) (?:\w+ ){0,2}exec(?:ution)?[ -]?plans\b`,
    raw`\b(?:how (?:to|we) (?:write|use|keep|make)|writing|guide (?:to|for)|rules (?:for|of)|template (?:for|of)) .{0,24}\b(?:exec(?:ution)?[ -]?)?plans?\b`,
  ],
  zh: [
    raw`(?:计划|方案|execplan).{0,8}(?:规范|模板|格式|指南|写法|编写|说明|范本)`,
    raw`(?:模板|如何(?:编写|撰写|写|使用)).{0,12}(?:计划|方案|execplan)`, '^模板$',
  ],
  'zh-Hant': [
    raw`(?:計畫|計劃|execplan).{0,8}(?:規範|範本|模板|格式|指南|寫法|撰寫|說明)`, raw`(?:範本|如何(?:編寫|撰寫|使用)).{0,12}(?:計畫|計劃|execplan)`,
  ],
  ja: [
    raw`(?:計画書?|計畫|execplan).{0,8}(?:規範|格式|テンプレート|ガイド|書き方|使い方|ひな形|雛形|書式)`,
    raw`テンプレート.{0,12}(?:計画|execplan)`, '^テンプレート$',
  ],
  ko: [raw`(?:계획서?|execplan).{0,8}(?:템플릿|가이드|작성법|작성 ?방법|사용법|사용 ?방법|양식|서식)`, '^템플릿$'],
  es: [
    raw`\b(?:plantilla|gu[ií]a|modelo|formato|normas|c[oó]mo (?:escrib|redact|hac|us)\p{L}{1,6})\b.{0,24}\b(?:plan|planes|execplans?)\b`,
    '^plantilla$',
  ],
  pt: [
    raw`\b(?:modelo|guia|formato|normas|como (?:escrev|redig|faz|us)\p{L}{1,6})\b.{0,24}\b(?:plano|planos|execplans?)\b`, '^modelo$',
  ],
  fr: [
    raw`\b(?:modèle|guide|gabarit|format|règles|rédiger|écrire)\b.{0,24}\b(?:plans?|execplans?)\b`,
    raw`\bcomment .{0,20}(?:écri|rédige|utilis)\p{L}{1,6}\b.{0,24}\b(?:plans?|execplans?)\b`, '^(?:modèle|gabarit)$',
  ],
  de: [
    raw`plan(?:format|vorlage)\b`,
    raw`(?:vorlage|leitfaden|anleitung|regeln|umgang mit|arbeiten mit|wie (?:wir|man)).{0,24}(?:pl[aä]ne?n?|execplans?)\b`, '^vorlage$',
    raw`execplan.{0,3}(?:vorlage|leitfaden|anleitung)`,
  ],
  ru: [raw`(?:шаблон|руководство|правила|формат|как (?:мы )?пи(?:сать|шем)|работа с).{0,24}(?:план|execplan)`, '^шаблон$'],
};

/** How headings of a text begin that speaks about plans: patterns. */
// biome-ignore format: a row a language
export const guideHeadings: Words = {
  en: [
    'when to (?:use|write) (?:an? |the )?(?:exec|plan|it)',
    'how to (?:use|write) (?:an? |the |these |this )?(?:exec|plan)', raw`where (?:\w+ )?plans? live`,
    'required sections', 'non-negotiable', 'guidelines', '(?:writing|style) (?:guidelines|rules)', 'skeleton of',
    'anti-?patterns', raw`(?:the )?(?:exec[ -]?)?plan (?:format|template|skeleton)$`,
  ],
  zh: ['何时(?:使用|编写)', '如何(?:使用|编写|撰写)', '必需(?:的)?(?:章节|部分)', '编写(?:规范|要求)'],
  'zh-Hant': ['何時(?:使用|撰寫)', '如何(?:使用|撰寫)', '必要章節'],
  ja: ['いつ(?:使う|書く)', '(?:計画の)?書き方', '必須(?:の)?(?:セクション|項目)'],
  ko: ['언제 (?:사용|작성)', '작성 ?(?:방법|규칙)', '필수 섹션'],
  es: ['cuándo (?:usar|escribir)', 'cómo (?:usar|escribir)', 'secciones obligatorias'],
  pt: ['quando (?:usar|escrever)', 'como (?:usar|escrever)', 'seções obrigatórias'],
  fr: ['quand (?:utiliser|écrire)', 'comment (?:utiliser|écrire)', 'sections obligatoires'],
  de: ['wann (?:ein|man|wir)', 'wie (?:man|wir)', 'pflichtabschnitte'],
  ru: ['когда (?:писать|использовать)', 'как (?:писать|использовать)', 'обязательные разделы'],
};

/** "ExecPlans", "Codex Execution Plans for X". */
const plansTitle =
  /^(?:\W|codex\s){0,4}exec(?:ution)?[\s-]?plans(?:\s*\([^)]{0,60}\))?\s*:?(?:\s+(?:for|in|of|at)\s.{1,60})?$/i;
/** "ExecPlan specification", "PLANS.md — ExecPlan Skeleton Template". */
const guideTitle = lazyPattern(
  () =>
    raw`^(?:\W|codex\s|the\s|our\s|(?:\.agents?/)?plans\.md){0,6}exec(?:ution)?[\s-]?plans?(?:[\s-]{1,3}(?:${sourceOf(guideKinds, edges.none)})){1,3}\s*(?:\([^)]{0,60}\))?$`,
  'i',
);
/** The same behind other words, or with more behind it: a plan may be about it, too. */
const aboutGuide = lazyPattern(
  () =>
    raw`\bexec(?:ution)?[\s-]?plans?[\s-]{1,3}(?:${sourceOf(guideKinds, edges.none)})\s*(?:\([^)]{0,60}\))?$|^(?:\W|codex\s){0,4}exec(?:ution)?[\s-]?plans\s*(?:\([^)]{0,60}\))?\s*[:—–-]|^(?:\W|(?:\.agents?/)){0,4}plans\.md\b`,
  'i',
);
const guideHeading = lazyPattern(() => `^(?:${sourceOf(guideHeadings, edges.none)})`, 'i');

/** True for a title that calls its text an ExecPlan: `ExecPlan: Add a cache`. */
export function namesExecPlan(title: string): boolean {
  return /\bexec(?:ution)?[ -]?plan\b/i.test(title);
}

/** True for a title that names the rules for plans, not a plan. */
export function isGuideTitle(title: string): boolean {
  return plansTitle.test(title) || guideTitle(title).test(title);
}

/** True for a title that may be one, or that of a plan which has begun. */
export function mayBeGuideTitle(title: string): boolean {
  return aboutGuide(title).test(title) || speaksOfPlans(title);
}

const speaksOfPlans = wordTest(likelyGuideTitles, { edges: edges.none, flags: 'iu' });

/** True for a heading of a text that speaks about plans. */
export function isGuideHeading(heading: string): boolean {
  return guideHeading(heading).test(heading);
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
  return anyPlan(key).test(key);
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
