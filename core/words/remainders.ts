import { edges, lazyPattern, sourceOf, wordTest } from './pattern';
import { phrases } from './phrases';
import { european, none, type Words } from './words';

const { raw } = String;

/** Words by which a partly done step says what is left, why it is, or that the work goes on: patterns. */
// biome-ignore format: a row a language
export const remainderWords: Words = {
  en: [
    'remain-', raw`still\b-`, raw`to[ -]?do\b-`, 'pending-', 'outstanding-', raw`except\b-`, raw`but\b-`, raw`until\b-`,
    raw`unless\b-`, raw`needs\b-`, 'follow[ -]?up-', raw`not\b-`, raw`\w{2,8}n['’]t\b-`,
    raw`(?:left|next|open|missing)\s?(?:[:—–-]|is\b|are\b|to\b|over\b|step|item|question)-`,
    raw`(?:is|are|still) (?:left|open|missing)\b-`, 'blocke[dr]-', 'skipped-', 'deferred-', 'postponed-', 'waiting-',
    'awaiting-', 'paused-', 'on hold-', 'cancell?ed-', 'dropped-', 'abandoned-', 'superseded-', 'obsolete-',
    'replaced by-', 'moved to-', raw`n\/a\b-`, raw`won['’]?t\b-`,
    raw`(?:in[ -]progress|ongoing|under ?way|wip|working on|continuing|continues|started)\b-`, raw`(?<!-)only\b-`,
  ],
  zh: [
    '剩', '待(?!機)', '未(?!使用)', '尚', '还', '余下', '跳过', '阻塞', '进行中', '实施中', '实现中', '以外', '除外',
  ],
  'zh-Hant': ['還', '進行中'],
  ja: ['残', '待(?!機)', '未(?!使用)', '以外', '除外', '進行中', 'あと', 'まだ', '途中', '作業中', '対応中', '保留'],
  ko: ['남[은음아았]', '아직', '미완', '예정', '보류', '진행 ?중', '제외', '않'],
  es: ['falta', 'pendiente', 'queda', 'resta'],
  pt: ['falta', 'pendente', 'resta'],
  fr: ['reste', 'manque', 'encore'],
  de: ['offen', 'noch', 'restlich', 'ausstehend', 'fehl(?:en|t)'],
  ru: ['осталось', 'ещё', 'еще'],
};

/** True for a partly done step that says what is left of it. */
export const saysRemainder = wordTest(remainderWords, {
  edges: edges.ascii,
  flags: 'i',
  signs: [raw`\d\s?(?:\/|of)\s?\d|\d\s?%`],
});

/** Words by which an open step says that it is half done. */
// biome-ignore format: a row a language
export const partlyDoneWords: Words = {
  en: ['part(?:ial)?ly (?:done|complete|implemented|finished|landed)-'],
  zh: ['部分完成'],
  ja: ['一部完了'],
  ko: ['부분 ?완료'],
  ...none('unseen', ...european),
};

/** True for an open step that says that it is half done. */
export const saysPartlyDone = wordTest(partlyDoneWords, { edges: edges.ascii, flags: 'i' });

/** What a step calls what is left of it, in the parenthesis that says what is completed. */
// biome-ignore format: a row a language
export const remainderLabels: Words = {
  en: ['remaining', 'remains', 'left', 'still to do', 'to do', 'todo', 'pending', 'outstanding'],
  zh: ['剩余', '剩下', '待办', '未完成'],
  'zh-Hant': ['剩餘', '待辦'],
  ja: ['残り', '残', '未完了'],
  ko: ['남은 ?것', '남은 ?작업', '남음', '잔여'],
  es: ['faltan?', 'quedan?', 'pendientes?', 'restante'],
  pt: ['faltam?', 'restam?', 'pendentes?', 'restante'],
  fr: ['reste', 'restant', 'à faire'],
  de: ['(?:noch )?offen', 'verbleib(?:t|end)', '(?:es )?fehlt', 'rest'],
  ru: ['осталось(?: сделать)?', 'остаётся'],
};

/** What it calls what is done of it, at the start of that parenthesis. */
// biome-ignore format: a row a language
export const completedLabels: Words = {
  en: ['completed', 'done', 'finished'],
  zh: ['已完成', '完成'],
  'zh-Hant': ['已完成'],
  ja: ['完了(?:済み)?', '済み?'],
  ko: ['완료(?:됨)?'],
  es: ['hecho', 'completado', 'terminado'],
  pt: ['feito', 'concluído', 'terminado'],
  fr: ['fait', 'terminé'],
  de: ['erledigt', 'fertig', 'abgeschlossen'],
  ru: ['готово', 'сделано', 'выполнено'],
};

const labelled = lazyPattern(
  () =>
    raw`(?<!\p{L})(?:${sourceOf(remainderLabels, edges.none, 'spaced')})\s{0,3}[:：]|(?:${sourceOf(remainderLabels, edges.none, 'unspaced')})\s{0,3}[:：]`,
  'iu',
);
const completed = lazyPattern(() => raw`^\s?(?:${sourceOf(completedLabels, edges.none)})\s?[:：]\s?`, 'iu');

/** How such a parenthesis begins that says one thing alone: a word for what is done may say when, too, but for the Cookbook's. */
const written = lazyPattern(
  () =>
    `^(?:completed|${Object.values(phrases.remaining)
      .map(([text]) => text.replace(/\s?[:：].*$/, ''))
      .join('|')})\\s?[:：]`,
  'iu',
);

/** Where such a label begins; -1 where there is none. */
export function remainderLabelIn(text: string): number {
  return text.search(labelled(text));
}

/** The length of the label at the start of a parenthesis that says what is done; 0 where there is none. */
export function completedLabelIn(text: string): number {
  return completed(text).exec(text)?.[0].length ?? 0;
}

/**
 * Where the parenthesis of a step begins that says what is completed of it or what remains; -1 where there is none. `done:`
 * may say when, so it needs what remains beside it.
 */
export function partialNoteIn(text: string): number {
  let plain = text.indexOf('(');
  let wide = text.indexOf('（');
  while (plain >= 0 || wide >= 0) {
    const open = wide < 0 || (plain >= 0 && plain < wide) ? plain : wide;
    if (open === plain) plain = text.indexOf('(', open + 1);
    else wide = text.indexOf('（', open + 1);
    const next = text.charCodeAt(open + 1);
    // Most brackets hold a stamp.
    if (next >= 48 && next <= 57) continue;
    const [inner = ''] = /^[^()（）]{0,400}/.exec(text.slice(open + 1, open + 401)) ?? [];
    if (!inner.includes(':') && !inner.includes('：')) continue;
    if (written().test(inner)) return open;
    if (completedLabelIn(inner) > 0 && remainderLabelIn(inner) > 0) return open;
  }
  return -1;
}
