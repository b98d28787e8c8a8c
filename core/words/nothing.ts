import { alone, exceptions, nothingMore, nothingUntil, nothingYet, puttingOff } from './nothingYet';
import { edges, lazyPattern, sourceOf } from './pattern';
import { allButEnglish, none, type Words } from './words';

const { raw } = String;

/** Ellipses, brackets and a date that nobody has filled in say the same in all languages. */
const blanks: readonly string[] = [
  ...['…', raw`\.{3}`, raw`<[^>]*>${alone}`, raw`\{\{?[^}]*\}?\}${alone}`, alone],
  '(?:yyyy|YYYY)-(?:mm|MM)-(?:dd|DD)',
];

const blank = lazyPattern(() => `^(?:${blanks.join('|')})`, 'u');

/** Where a sentence, or what matters of it, ends. */
const end = raw`(?=${alone}|\s?[.;,:!](?:\s|$)|\s?[—–-]{1,3}\s|\s\()`;
/** A small letter with blanks between its words: `\p{L}`, and heed for case, are many times as long in the making. */
const letter = raw`[a-z\u00df-\u04ff]`;
const nothingInLetters = lazyPattern(() => {
  const spaced = (words: Words) => raw`(?:${sourceOf(words, edges.none, 'spaced')})(?!${letter})`;
  return raw`^${spaced(nothingYet)}(?:,?\s${spaced(nothingMore)})*(?:\s${spaced(nothingUntil)}[^.;:!?]{0,120})?${end}`;
}, 'u');
const nothingInSigns = lazyPattern(
  () =>
    raw`^(?:${sourceOf(nothingYet, edges.none, 'unspaced')})(?=${alone}|[，。；、：（]|[.,;:]\s|\s?\(|\s?[—–-]{1,3}\s)`,
  'u',
);
const exception = lazyPattern(
  () =>
    raw`(?:${sourceOf(exceptions, [`(?<!${letter})`, `(?!${letter})`])})(?!\s(?:${sourceOf(puttingOff, edges.none)})(?!${letter}))`,
  'u',
);

/** What a skeleton tells its author to do: patterns for the start of its words. */
// biome-ignore format: a row a language
export const instructions: Words = {
  en: [
    'record', 'document', 'capture', 'summari[sz]e', 'describe', 'fill(?: in)?', 'update (?:this|as|at|when)', 'note',
    'list', 'explain', 'write', 'add', 'compare', 'use this section', 'this section (?:will|is to|should)', 'will be',
    'summary of (?:results|outcomes)', 'unexpected (?:findings|behaviou?rs?|discoveries) (?:or|and)', 'how to',
    "what(?: (?:worked|happened|changed|remains|went|did(?:n['’]t| not)|is next|was (?:achieved|learned|decided))|['’]s next)",
  ],
  ...none('unseen', ...allButEnglish),
};

const instruction = lazyPattern(() => raw`^(?:${sourceOf(instructions, edges.none)})\b(?!\s*[:\d])`, 'i');

/** A sign in front of the words says no more than they do: `🚧 to come`, `— none yet`. */
const signs = /^(?:(?:\p{Extended_Pictographic}\uFE0F?|[—–])\s{0,2}){1,3}[\s([（]{0,3}(?=\p{L})/u;

/** True for the words of a section, or of an entry, that has nothing yet: "None yet.", "TBD", an ellipsis. */
export function isNothing(text: string): boolean {
  if (text.length > 240) return false;
  // The same in two languages: `Нет / None`.
  const [one, two, ...more] = text.split(/\s[/|]\s|／/);
  if (one && two && more.length === 0 && text.length < 80) return [one, two].every(isNothing);
  const words = plain(text).toLowerCase().replace(signs, '');
  if (blank(words).test(words)) return true;
  const saysSo =
    nothingInLetters(words).test(words) || (/[\u3000-\uffff]/.test(words) && nothingInSigns(words).test(words));
  return saysSo && !exception(words).test(words);
}

/** Words by which a text says that there is nothing, and does not only put it off. */
// biome-ignore format: a row a language
export const negations: Words = {
  en: ['none', 'no', 'nothing', raw`n\/a`, 'not applicable'],
  zh: ['无', '没有'],
  'zh-Hant': ['無', '沒有'],
  ja: ['なし', 'ありません', 'ない'],
  ko: ['없'],
  es: ['ningun[ao]?', 'nada', 'sin'],
  pt: ['nada', 'nenhuma?', 'sem'],
  fr: ['aucune?', 'rien', 'pas d', 'néant'],
  de: ['keine?', 'nichts'],
  ru: ['нет'],
};

const states = lazyPattern(() => `^.{0,30}?(?:${sourceOf(negations)})`, 'iu');

/** True for words that put off what is to be said ("TBD", "Pending", an ellipsis), rather than say that there is nothing. */
export function isPutOff(text: string): boolean {
  if (isInstruction(text)) return true;
  const words = plain(text);
  return isNothing(text) && !states(words).test(words);
}

/** True for the skeleton's own words in place of content: "Summarize outcomes at completion." */
export function isInstruction(text: string): boolean {
  return text.length <= 400 && instruction().test(plain(text.slice(0, 120)));
}

/** Without list marker, box, emphasis, and brackets in front. */
function plain(text: string): string {
  return text
    .replace(/^\s*(?:(?:[-*+]|\d{1,9}[.)])\s+)?(?:\[[^\]]\]\s+)?/, '')
    .replace(/[*_`]+/g, '')
    .replace(/^[\s([（]{1,6}/, '')
    .trim();
}

/** The same, but of nothing else: the only words that an edit may replace. */
// biome-ignore format: a row a language
export const onlyNothing: Words = {
  en: [
    'none(?: yet| so far| to date)?', raw`n\/a`, 'tbd', 'tbc', 'tba', 'todo', 'pending',
    'to be (?:written|filled in|determined|completed|added|recorded)', 'nothing(?: yet| so far)?', 'not yet',
  ],
  zh: ['无', '暂无', '尚无', '待定', '待补充', '待填写', '待更新', '待完成', '尚未完成', '尚未开始'],
  'zh-Hant': ['無', '暫無', '尚無', '待補充', '待填寫', '尚未完成', '尚未開始'],
  ja: ['なし', '特になし', 'まだ(?:なし|ない|ありません)', '未定', '未完了?', '未記入', '未着手'],
  ko: ['없음', '아직 없(?:음|습니다)', '미정', '미작성', '작성 ?예정'],
  es: ['ningun[ao]?(?: todavía| por ahora| hasta ahora)?', 'nada(?: todavía| aún| por ahora)?', 'pendiente', 'por (?:completar|definir)'],
  pt: ['nenhuma?(?: ainda| por enquanto)?', 'nada(?: ainda| por enquanto)?', 'pendente', 'a (?:preencher|definir|completar)'],
  fr: [
    "aucune?(?: pour (?:l['’]instant|le moment))?", "rien(?: pour (?:l['’]instant|le moment))?", 'à (?:compléter|remplir|venir|définir)',
    'pas encore', 'en attente',
  ],
  de: ['noch keine', 'keine?', '(?:noch )?nichts', '(?:noch )?offen', 'folgt', 'ausstehend', 'noch nicht'],
  ru: ['пока нет', 'ещё нет', 'нет', 'пока ничего', 'не заполнено'],
};

const isWhole = lazyPattern(() => raw`^(?:…|\.{3}|${sourceOf(onlyNothing, edges.none)})$`, 'i');

/** True for words that say nothing but that there is nothing yet, whatever marks stand around them. */
export function isOnlyNothing(text: string): boolean {
  return isWhole().test(plain(text).replace(/[\s.。!)\]）]{1,6}$/, '')) || isWhole().test(plain(text));
}
