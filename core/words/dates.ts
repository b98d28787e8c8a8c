import { edges, lazyPattern, sourceOf } from './pattern';
import { allButEnglish, european, none, type Words, wordsIn } from './words';

const { raw } = String;

/** The months, long and short, in their order: patterns whose first three letters are the short name. */
// biome-ignore format: a row a language
export const months: Words = {
  en: [
    'jan(?:uary)?', 'feb(?:ruary)?', 'mar(?:ch)?', 'apr(?:il)?', 'may', 'june?', 'july?', 'aug(?:ust)?',
    'sept?(?:ember)?', 'oct(?:ober)?', 'nov(?:ember)?', 'dec(?:ember)?',
  ],
  ...none('shared', 'zh', 'ja', 'ko'),
  es: [
    'ene(?:ro)?', 'feb(?:rero)?', 'mar(?:zo)?', 'abr(?:il)?', 'mayo', 'jun(?:io)?', 'jul(?:io)?', 'ago(?:sto|\\.)',
    'sept?(?:iembre)?', 'oct(?:ubre)?', 'nov(?:iembre)?', 'dic(?:iembre)?',
  ],
  pt: [
    'jan(?:eiro)?', 'fev(?:ereiro)?', 'mar(?:ço)?', 'abr(?:il)?', 'maio', 'jun(?:ho)?', 'jul(?:ho)?', 'ago(?:sto|\\.)',
    'set(?:embro|\\.)', 'out(?:ubro|\\.)', 'nov(?:embro)?', 'dez(?:embro)?',
  ],
  fr: [
    raw`janv(?:ier|\.)?`, raw`févr(?:ier|\.)?`, 'mars', raw`avr(?:il|\.)`, 'mai', 'juin', raw`juil(?:let|\.)`, 'août',
    raw`sept(?:embre|\.)?`, raw`oct(?:obre|\.)?`, raw`nov(?:embre|\.)?`, raw`déc(?:embre|\.)?`,
  ],
  de: [
    'j(?:an(?:uar)?|änner)', 'feb(?:ruar)?', 'märz?', 'apr(?:il)?', 'mai', 'juni?', 'juli?', 'aug(?:ust)?',
    'sept?(?:ember)?', 'okt(?:ober)?', 'nov(?:ember)?', 'dez(?:ember)?',
  ],
  ru: [
    'янв(?:аря)?', 'фев(?:раля|р)?', 'мар(?:та)?', 'апр(?:еля)?', 'мая', 'июня?', 'июля?', 'авг(?:уста)?',
    'сент?(?:ября)?', 'окт(?:ября)?', 'ноя(?:бря|б)?', 'дек(?:абря)?',
  ],
};

const spelled = ['en', 'es', 'pt', 'fr', 'de', 'ru'] as const;

/** The source of a pattern for the name of any month. */
export function monthSource(): string {
  return spelled.flatMap((language) => wordsIn(months, language)).join('|');
}

const wholeMonths = lazyPattern(
  () =>
    Array.from(
      { length: 12 },
      (_, i) => `^(${spelled.map((language) => wordsIn(months, language)[i]).join('|')})$`,
    ).join('|'),
  'iu',
);

/** 1–12 for the name of a month in any language; undefined for anything else. */
export function numberOfMonth(name: string): number | undefined {
  const found =
    wholeMonths(name)
      .exec(name)
      ?.findIndex((part, i) => i > 0 && part !== undefined) ?? -1;
  return found > 0 ? found : undefined;
}

/** Whether the English name of a month is written in full or by its first three letters. */
export type MonthForm = 'short' | 'long';

const englishMonths = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November'],
  'December',
];

/** The English name of a month, 1–12. */
export function nameOfMonth(month: number, form: MonthForm): string {
  const name = englishMonths[month - 1] as string;
  return form === 'short' ? name.slice(0, 3) : name;
}

/** How the name of a month is written; undefined where it is not English alone, or both in full and in short. */
export function monthFormOf(name: string): MonthForm | undefined {
  if (name === 'May') return undefined;
  if (englishMonths.includes(name)) return 'long';
  return englishMonths.some((month) => month.slice(0, 3) === name) ? 'short' : undefined;
}

/** The signs behind the figures of a year, of a month and of a day, in this order: patterns. */
export const dateSigns: Words = {
  zh: ['年', '月', '[日号號]'],
  ko: ['년', '월', '일'],
  ...none('shared', 'en', 'ja', ...european),
};

/** Dates in figures with the signs of a script between them: patterns. Other languages write figures alone. */
// biome-ignore format: a row a language
export const dateShapes: Words = {
  zh: [raw`(?<!\d)\d{4}年\s?\d{1,2}(?!\d)`, raw`(?<!\d)\d{1,2}\s?月\s?\d{1,2}\s?日`],
  ko: [raw`(?<!\d)\d{4}년\s?\d{1,2}(?!\d)`, raw`(?<!\d)\d{1,2}\s?월\s?\d{1,2}\s?일`],
  ...none('shared', 'en', 'ja', ...european),
};

/** The same of a day and its month, in the text of a step: patterns. */
// biome-ignore format: a row a language
export const dayShapes: Words = {
  zh: [raw`\d{1,2}\s?月\s?\d{1,2}\s?[日号號]`],
  ko: [raw`\d{1,2}\s?월\s?\d{1,2}\s?일`],
  ...none('shared', 'en', 'ja', ...european),
};

/** What a date is called that only the plan's readers know: `Date: plan creation`. */
// biome-ignore format: a row a language
export const occasions: Words = {
  en: [
    'creation', 'draft', 'planning', 'initial', raw`plan\b`, 'kick-?off', 'review', 'phase', 'milestone', 'stage',
    'session', 'round', 'day', 'week', 'start', 'today', 'timestamp',
  ],
  ...none('unseen', ...allButEnglish),
};

/** A date in figures or with the month's name; also a time that only the plan's readers know. */
const date = lazyPattern(() => {
  const names = sourceOf(months, edges.none);
  return [
    raw`(?<!\d)\d{4}[-/.\u2010-\u2015]\s?\d{1,2}(?!\d)`,
    raw`(?<![\d/.])\d{1,2}(?:/\d{1,2}/\d{2,4}|\.\d{1,2}\.(?:19|20)\d\d)(?!\d)`,
    sourceOf(dateShapes),
    raw`(?<!\p{L})(?:${names})\.?\s\d{1,2}(?:st|nd|rd|th)?(?![\d:])`,
    raw`(?<!\d)\d{1,2}(?:st|nd|rd|th)?\.?(?:\s(?:de\s)?|-)(?:${names})(?!\p{L})`,
    raw`(?<!\p{L})(?:${names})\.?\s(?:de\s)?(?:19|20)\d\d(?!\d)`,
    raw`\b(?:date|date\s?/\s?author|when)[*_]{0,2}\s?[:：][*_]{0,2}\s{0,3}[^\n]{0,60}(?:${sourceOf(occasions, edges.none)})`,
  ].join('|');
}, 'iu');

/** True for words that name a date. */
export function namesDate(text: string): boolean {
  return date(text).test(text);
}

/** A date in another shape than a stamp's, in the languages that plans are written in; not one in a path or a name. */
const otherDate = lazyPattern(() => {
  const names = wordsIn(months, 'en')
    .map((month) => month.charAt(0).toUpperCase() + month.slice(1, 3))
    .join('|');
  // In small letters `may` and `march` are verbs, unless a bracket holds the date alone.
  const small = wordsIn(months, 'en').join('|');
  const foreign = (['es', 'pt', 'fr', 'de', 'ru'] as const)
    .flatMap((language) => wordsIn(months, language))
    .map((month) => raw`[${month.charAt(0)}${month.charAt(0).toUpperCase()}]${month.slice(1)}`)
    .join('|');
  return [
    raw`(?<![\w/.-])20\d\d[./]\d{1,2}[./]\d{1,2}(?![\w/])`,
    raw`(?<![\w/.-])20\d\d-(?:\d-\d{1,2}|\d\d-\d)(?![\w/-])`,
    raw`(?<![\w/.-])20\d\d(?:0[1-9]|1[0-2])[0-3]\d(?![\w/-]|\.\w)`,
    raw`(?<![\w/.-])\d{1,2}[./]\d{1,2}[./]20\d\d(?![\w/])`,
    // Two digits are a year where the date stands in front, or alone in brackets.
    raw`^[\s*_]{0,6}[([（]?(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])\.\d\d(?=[\s,:)\]）])`,
    raw`[([（](?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])\.\d\d[)\]）]`,
    sourceOf(dayShapes),
    raw`(?<!\p{L})(?:${names})[a-z]{0,6}\.?\s\d{1,2}(?![\d:])`,
    raw`(?<![\d.])\d{1,2}(?:st|nd|rd|th|\.)?[\s-](?:${names})[a-z]{0,6}(?!\p{L})`,
    raw`[([（【]\s?(?:\d{1,2}\.?\s(?:${small})|(?:${small})\.?\s\d{1,2})(?:,?\s(?:20)\d\d)?\s?[)\]）】]`,
    raw`(?<![\d.])\d{1,2}(?:er|º|ª|\.)?\s(?:de\s)?(?:${foreign})(?!\p{L})`,
    raw`(?<![\w/.-])20\d\d\.\s\d{1,2}\.\s\d{1,2}\.?(?!\d)`,
    raw`(?<![\w/.-])20\d\d(?:0[1-9]|1[0-2])[0-3]\dT\d{4}(?:\d\d)?Z?(?!\w)`,
    raw`(?<![\w/.-])20\d\d-\d\d-\d\d_\d\d[-:_]?\d\d(?:[-:_]?\d\d)?(?!\w)`,
  ].join('|');
}, 'u');

/** A time of a day in front of a text, or in brackets. */
const time = /^[\s([（【*_`]{0,4}~?\d{1,2}:\d{2}(?!\d)|[([（【]~?\d{1,2}:\d{2}(?::\d{2})?\s?[A-Za-z]{0,5}[)\]）】]/;

/** True for words that name a time of a day, or a date in another shape than a stamp's. */
export function namesDateOrTime(text: string): boolean {
  return otherDate(text).test(text) || time.test(text);
}
