import { edges, wordTest } from './pattern';
import { european, none, type Words } from './words';

/** What a list of requirements is called. */
// biome-ignore format: a row a language
export const requirementNames: Words = {
  en: [
    'Requirements', 'Requirement', 'Functional requirements', 'Non-functional requirements', 'User requirements',
    'Product requirements', 'Technical requirements', 'Project requirements', 'Key requirements', 'Core requirements',
    'Requirements and constraints', 'Goals and requirements', 'Requirements list', 'List of requirements',
  ],
  zh: ['需求', '需求列表', '功能需求', '要求', '需求清单'],
  ja: ['要件', '要求事項', '機能要件', '要求'],
  ko: ['요구사항', '요구 사항', '기능 요구사항'],
  es: ['Requisitos', 'Requerimientos'],
  pt: ['Requisitos'],
  fr: ['Exigences'],
  de: ['Anforderungen'],
  ru: ['Требования'],
};

/** What such names have in them, for a quick look. */
// biome-ignore format: a row a language
export const requirementStems: Words = {
  en: ['requi'],
  zh: ['需求', '要求'],
  ja: ['要件', '要求'],
  ko: ['요구'],
  es: ['requi', 'requer'],
  pt: ['requi'],
  fr: ['exig'],
  de: ['anford'],
  ru: ['требов'],
};

/** True for a heading that may name requirements. */
export const mayNameRequirements = wordTest(requirementStems, { edges: edges.none, flags: 'i' });

/** What a heading says of a list that is kept up to date. */
// biome-ignore format: a row a language
export const updatedWords: Words = {
  en: ['updated'],
  zh: ['更新'],
  ja: ['更新'],
  ko: ['갱신'],
  ...none('unseen', ...european),
};

/** True for a heading that says that what stands below it was updated. */
export const saysUpdated = wordTest(updatedWords, { edges: edges.none, flags: 'i' });
