import { edges, lazyPattern, sourceOf, wordTest } from './pattern';
import { allButEnglish, european, none, type Words, wordsIn } from './words';

const { raw } = String;

/** What agents and people are called where a decision says who made it. */
// biome-ignore format: a row a language
export const authorNames: Words = {
  en: [
    'codex', 'claude', 'gpt', 'chatgpt', 'gemini', 'copilot', 'cursor', 'devin', 'opus', 'sonnet', 'agent', 'assistant',
    'user', 'human', 'owner', 'operator', 'maintainer', 'reviewer', 'planner', 'implementer', 'team', 'stakeholder',
  ],
  zh: ['用户', '负责人', '作者'],
  ja: ['ユーザ', '担当'],
  ko: ['사용자', '담당', '작성자'],
  ru: ['пользовател'],
  ...none('unseen', 'es', 'pt', 'fr', 'de'),
};

/** What they do when they decide. */
// biome-ignore format: a row a language
export const decidingVerbs: Words = {
  en: [
    'asked', 'requested', 'chose', 'wants', 'wanted', 'confirmed', 'decided', 'approved', 'directed', 'explicitly',
    'prefers', 'preferred', 'specified', 'said', 'agreed', 'instructed', 'selected', 'accepted', 'authorized',
  ],
  ...none('grammar', ...allButEnglish),
};

/** An agent's name in brackets, in front of a colon, at the end behind a dash; who decided, as a subject or behind "by". */
const author = lazyPattern(() => {
  const names = wordsIn(authorNames, 'en').join('|');
  const verbs = wordsIn(decidingVerbs, 'en').join('|');
  return [
    raw`[(（[【][^()（）[\]【】\n]{0,60}\b(?:${names})\b[^()（）[\]【】\n]{0,60}[)）\]】]`,
    raw`^[^:：\n]{0,40}\b(?:${names})\b[^:：\n]{0,30}[:：]`,
    raw`[—–-]\s{0,2}(?:${names})[\s.)]{0,4}$`,
    raw`\b(?:user|operator|maintainer|owner|reviewer|team|stakeholder|customer|client)s?\s(?:[a-z]{2,12}\s)?(?:${verbs})\b`,
    raw`\b(?:we|i)\s(?:[a-z]{2,12}\s)?(?:${verbs})\b`,
    raw`\b(?:${verbs}|made|proposed|set|taken)\s(?:[a-z]{2,12}\s)?by\s\S`,
    raw`\b(?:user|owner|maintainer|reviewer|operator)(?:['’]s?)?\s(?:request|instruction|direction|feedback|decision|preference|requirement|approval)`,
    raw`\b(?:per|by)\s(?:the\s)?(?:${names})\b`,
    raw`\b(?:owner|decider|decided by|made by|by|who)\s?[:：]\s?\S`,
    raw`(?:^|[\s(])@[a-z\d][\w-]{1,38}`,
    sourceOf({ ...authorNames, en: [] }, edges.none),
  ].join('|');
}, 'i');
/** `— Mara Lind` at the end. */
const signature = /\s[—–-]{1,2}\s?\p{Lu}[\p{L}.]{1,20}(?:\s\p{Lu}[\p{L}.]{0,20}){0,2}[\s.)]{0,4}$/u;

/** A name of up to three words; Chinese, Japanese and Korean have no capitals. */
const personName = raw`(?:\p{Lu}[\p{L}.-]{1,20}(?:\s\p{Lu}[\p{L}.-]{0,20}){0,2}|\p{Lo}{2,8})`;

/** The day of a date in whatever order, with the year at either end. */
const signedDay = raw`(?:\d{4}[-/.年]\s?\d{1,2}[-/.月]\s?\d{1,2}日?|\d{1,2}[/.]\s?\d{1,2}[/.]\s?\d{4}|\d{1,2}\.?\s(?:de\s)?\p{L}{3,10}\.?\s(?:de\s)?\d{4}|\p{L}{3,9}\.?\s\d{1,2},?\s\d{4})`;

/** A name alone in brackets behind the last full stop: `It does not rust. (Nerea)`. */
const signedBehind = new RegExp(raw`[.。！!?？]\s?[(（]${personName}[)）]\s*$`, 'u');

/** A name in brackets that are a date's, or that stand behind one: `(2026-02-09, Ada)`, `2026-02-09 (Ada Lovelace)`. */
const signed = new RegExp(
  raw`${signedDay}[^()（）\n]{0,24}(?:[,，、;/·]|\s[—–-])\s?${personName}\s?[)）]` +
    raw`|${signedDay}[^()（）\n]{0,12}\s?[(（]${personName}[)）]`,
  'u',
);

/** True for words that tell who made a decision. */
export function namesAuthor(text: string): boolean {
  const words = text.replace(/`[^`]{1,500}`/g, 'x').trimEnd();
  return (
    author(words).test(words) ||
    signature.test(words.slice(-80)) ||
    signed.test(words.slice(0, 300)) ||
    signedBehind.test(words.slice(-80))
  );
}

/** What a column of a table is called that names somebody, beside those with a key for their name. */
// biome-ignore format: a row a language
export const authorColumns: Words = {
  en: ['owner', raw`\bby\b`, raw`\bwho\b`, 'decide[dr]', 'maker'],
  zh: ['负责人'],
  ja: ['決定者', '担当'],
  ko: ['담당'],
  ...none('unseen', ...european),
};

/** True for the names of columns of which one names somebody. */
export const hasAuthorColumn = wordTest(authorColumns, { edges: edges.none, flags: 'i' });

/** What a line near a plan's top is called that says who wrote it: patterns. */
// biome-ignore format: a row a language
export const authorLabels: Words = {
  en: ['authors?', 'owners?', 'created by', 'drafted by', 'written by'],
  zh: ['作者', '负责人'],
  ja: ['著者', '作成者', '担当者?'],
  ko: ['작성자', '저자', '담당자'],
  es: ['autor(?:es|a)?', 'responsables?'],
  pt: ['autor(?:es|a)?', 'responsável'],
  fr: ['auteurs?', 'responsables?'],
  de: ['autor(?:in|en)?', 'verfasser(?:in)?', 'verantwortlich'],
  ru: ['автор', 'ответственный'],
};
