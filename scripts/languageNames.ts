import type { WrittenLanguage } from '../core/words/words';

/** What languages are called in English. */
export const languageNames: Readonly<Record<WrittenLanguage, string>> = {
  en: 'English',
  zh: 'Chinese (simplified)',
  'zh-Hant': 'Chinese (traditional)',
  ja: 'Japanese',
  ko: 'Korean',
  es: 'Spanish',
  pt: 'Portuguese',
  fr: 'French',
  de: 'German',
  ru: 'Russian',
};
