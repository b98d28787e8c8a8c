import { edges, lazyPattern, sourceOf } from './pattern';
import { none, type Words } from './words';

const { raw } = String;
/** Nothing but marks up to the end. */
const alone = raw`[^\p{L}\p{N}]*$`;
/** A pause behind a word that says it all. */
const pause = raw`\s?[—–-]{1,3}\s|\s\(`;

/** What a section says that has nothing yet: patterns for the start of its words, in lower case. */
// biome-ignore format: a row a language
export const nothingYet: Words = {
  en: [
    raw`none(?:\s(?:yet|so far|to date|currently|to report|recorded|noted|observed|known|found|at (?:this|the) (?:time|point|stage|moment)|for now))*(?=${alone}|[.;,:]\s|${pause})`,
    raw`(?:n\/a|tbd|tbc|tba|todo|pending|placeholder)(?=${alone}|[.,;:]|${pause})`, raw`pending(?: \w+){1,3}${alone}`,
    'no (?:implementation )?work has (?:been )?(?:started|begun)',
    'to be (?:written|filled|determined|completed|added|recorded|documented|updated|defined|summari[sz]ed)',
    raw`nothing(?:\s(?:yet|so far|to report|recorded|unexpected))*(?=${alone}|[.,;]\s)`,
    raw`not (?:yet|started|applicable|completed?|finished|done|begun|written|filled)\b`,
    raw`no (?:surprises|discoveries|decisions|outcomes?|entries|findings|unexpected \w+)\b(?: have been| has been)?\b`,
    `in progress${alone}`, 'work in progress',
    raw`(?:will be|to be) (?:filled|updated|written|completed|added|recorded)\b`,
  ],
  zh: [
    `(?:暂|尚|目前|暫)?(?:无|無|没有|沒有)(?:记录|内容|意外|发现|决策|記錄)?${alone}`, '(?:暂|尚|暫)[无無未]', '尚未',
    '未(?:开始|完成|開始|记录|記錄|填写|填寫)', '待(?:定|填|补|補|完成|更新|记录|記錄|补充|執行|执行)',
    '完成后(?:填写|补充|更新)',
  ],
  ja: [
    `(?:特に|現時点では|今のところ)?(?:なし|無し)${alone}`, 'まだ', '未(?:記入|定|着手|実施|完了|記載|作成)',
    `.{0,40}(?:時|後|次第|時点|随時)(?:に|で|、)?(?:随時)?(?:記入|記載|追記|更新|記録)(?:する|します|すること|予定)?${alone}`,
    '(?:記入|追記|記載)予定',
  ],
  ko: [
    '없(?:음|습니다)', '아직', '미정', '미완료', '해당 ?없음', '미작성', '.{0,20}(?:작성|기록|추가|업데이트) ?예정',
    '완료 ?후 ?(?:작성|기록)', '추후 ?(?:작성|기록)',
  ],
  es: [
    raw`ningun[ao]?\b.{0,20}$`, 'nada (?:todavía|aún|por ahora)', 'aún (?:no|ningun)', 'todavía no',
    'sin (?:sorpresas|novedades|decisiones|empezar)', 'pendiente', 'por (?:completar|definir)',
  ],
  pt: [
    raw`nenhum[a]?\b.{0,20}$`, 'ainda (?:não|nada|nenhum)', 'nada (?:ainda|até)', raw`a (?:preencher|definir)\b`,
    'pendente', 'sem (?:surpresas|decisões)',
  ],
  fr: [
    raw`aucun[e]?\b.{0,30}$`, 'rien (?:pour|à|encore)', 'pas (?:encore|de (?:surprise|décision|découverte))',
    'à (?:compléter|remplir|définir|venir)', `néant${alone}`, 'en attente',
  ],
  de: [
    '(?:derzeit|bislang|bisher|zurzeit) (?:keine?|nichts)', 'noch (?:keine?|nichts|offen|nicht)',
    `keine?(?: bisher| bislang)?${alone}`, 'bisher (?:keine|nichts)', `offen${alone}`,
    'wird (?:noch |später )?(?:ergänzt|ausgefüllt|nachgetragen)',
  ],
  ru: [
    `(?:пока |ещё |еще )?нет${alone}`, 'пока (?:нет|не|ничего)', 'ещё не', 'еще не', 'не (?:начат|заверш|заполнен)',
    'будет (?:заполнен|добавлен|дополнен)', 'отсутству',
  ],
};

/** Ellipses, brackets and a date that nobody has filled in say the same in all languages. */
const blanks: readonly string[] = [
  ...['…', raw`\.{3}`, raw`<[^>]*>${alone}`, raw`\[[^\]]*\]${alone}`, raw`\{\{?[^}]*\}?\}${alone}`, alone],
  '(?:yyyy|YYYY)-(?:mm|MM)-(?:dd|DD)',
];

/** For words in lower case: a pattern with `\p{L}` that takes no heed of case is ten times as long in the making. */
const nothingInLetters = lazyPattern(
  () => `^(?:${[...blanks, sourceOf(nothingYet, edges.none, 'spaced')].join('|')})`,
  'u',
);
const nothingInSigns = lazyPattern(() => `^(?:${sourceOf(nothingYet, edges.none, 'unspaced')})`, 'u');

/** What a skeleton tells its author to do: patterns for the start of its words. */
// biome-ignore format: a row a language
export const instructions: Words = {
  en: [
    'record', 'document', 'capture', 'summari[sz]e', 'describe', 'fill(?: in)?', 'update (?:this|as|at|when)', 'note',
    'list', 'explain', 'write', 'add', 'compare', 'use this section', 'this section (?:will|is to|should)', 'will be',
    'summary of (?:results|outcomes)', 'unexpected (?:findings|behaviou?rs?|discoveries) (?:or|and)', 'how to',
    "what(?: (?:worked|happened|changed|remains|went|did(?:n['’]t| not)|is next|was (?:achieved|learned|decided))|['’]s next)",
  ],
  ...none('unseen', 'zh', 'ja', 'ko', 'es', 'pt', 'fr', 'de', 'ru'),
};

const instruction = lazyPattern(() => raw`^(?:${sourceOf(instructions, edges.none)})\b(?!\s*[:\d])`, 'i');

/** True for the words of a section, or of an entry, that has nothing yet: "None yet.", "TBD", an ellipsis. */
export function isNothing(text: string): boolean {
  if (text.length > 240) return false;
  const words = plain(text).toLowerCase();
  return nothingInLetters().test(words) || (/[\u3000-\uffff]/.test(words) && nothingInSigns().test(words));
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
  return isInstruction(text) || (isNothing(text) && !states().test(plain(text)));
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
  zh: ['无', '暂无', '尚无', '待定'],
  'zh-Hant': ['無', '暫無'],
  ja: ['なし', '特になし', 'まだなし', '未定', '未完了?', '未記入'],
  ko: ['없음', '아직 없음'],
  es: ['ninguna?(?: todavía)?', 'nada(?: todavía| aún)?'],
  pt: ['nenhuma?(?: ainda)?', 'nada(?: ainda)?'],
  fr: ["aucune?(?: pour l['’]instant)?", "rien(?: pour l['’]instant)?"],
  de: ['noch keine', 'keine?', '(?:noch )?nichts'],
  ru: ['пока нет', 'нет'],
};

const isWhole = lazyPattern(() => raw`^(?:…|\.{3}|${sourceOf(onlyNothing, edges.none)})$`, 'i');

/** True for words that say nothing but that there is nothing yet, whatever marks stand around them. */
export function isOnlyNothing(text: string): boolean {
  return isWhole().test(plain(text).replace(/[\s.。!)\]）]{1,6}$/, '')) || isWhole().test(plain(text));
}
