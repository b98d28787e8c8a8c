import { allWords, none, type Words } from './words';

/** What the file of a template is called: in small letters. */
// biome-ignore format: a row a language
export const templateNames: Words = {
  en: ['template', 'templates', 'skeleton'], zh: ['模板'], 'zh-Hant': ['範本'], ja: ['テンプレート'], ko: ['템플릿'], es: ['plantilla'],
  pt: ['modelo'], fr: ['modele', 'modèle', 'gabarit'], de: ['vorlage'], ru: ['шаблон'],
};

/** What may stand beside such a word in the name of a template for plans: in small letters. */
// biome-ignore format: a row a language
export const planFileNames: Words = {
  en: ['exec', 'plan', 'plans', 'execplan', 'execplans', 'execution', 'md', 'the', 'new', 'a', 'base'],
  zh: ['计划'], 'zh-Hant': ['計畫'], ja: ['計画'], ko: ['계획'], es: ['de'], ru: ['план'],
  ...none('shared', 'pt', 'fr', 'de'),
};

const templates: ReadonlySet<string> = new Set(allWords(templateNames));
const plans: ReadonlySet<string> = new Set(allWords(planFileNames));

/** True for a word of a file's name that calls it a template. */
export function isTemplateWord(word: string): boolean {
  return templates.has(word);
}

/** True for a word of a file's name that says that it is about plans, or nothing. */
export function isPlanWord(word: string): boolean {
  return plans.has(word);
}
