import { lazyPattern } from './pattern';
import { allWords, none, type Words } from './words';

/** Words that stand in a box in place of a mark: `[done]`, `[wip]`. In small letters. */
// biome-ignore format: a row a language
export const boxWords: Readonly<Record<'done' | 'partial' | 'open' | 'dropped', Words>> = {
  done: {
    en: ['done', 'complete', 'completed', 'finished', 'closed'],
    zh: ['完成', '已完成'], ja: ['完了', '済'], ko: ['완료'],
    es: ['hecho', 'completado'], pt: ['feito', 'concluído'], fr: ['fait', 'terminé'], de: ['erledigt', 'fertig'],
    ru: ['готово', 'сделано'],
  },
  partial: {
    en: ['wip', 'doing', 'started', 'partial', 'partly', 'ongoing', 'in progress', 'in work', 'in review'],
    zh: ['进行中', '進行中'], ja: ['作業中', '進行中'], ko: ['진행중', '진행 중'],
    es: ['en curso'], pt: ['em curso', 'em andamento'], fr: ['en cours'], de: ['in arbeit', 'läuft'], ru: ['в работе'],
  },
  open: {
    en: ['todo', 'to do', 'open', 'pending', 'not started', 'blocked'],
    zh: ['待办', '待辦', '未开始', '未開始'], ja: ['未着手', '未'], ko: ['할일', '할 일', '예정'],
    es: ['pendiente'], pt: ['pendente'], fr: ['à faire'], de: ['offen'], ru: ['не начато'],
  },
  dropped: {
    en: ['dropped', 'cancelled', 'canceled', 'skipped', 'wontfix', 'obsolete'],
    zh: ['取消', '已取消'], ja: ['中止'], ko: ['취소'],
    es: ['cancelado'], pt: ['cancelado'], fr: ['annulé', 'abandonné'], de: ['entfällt', 'verworfen'],
    ...none('unseen', 'ru'),
  },
};

/** Those of the open ones that say that the step waits for something. */
export const blockedBoxWords: ReadonlySet<string> = new Set(['blocked']);

/** Marks that say done beside `x` and `X`, without the sign that makes an emoji of them. */
export const doneBoxMarks: ReadonlySet<string> = new Set([
  'x',
  'X',
  '\u2713',
  '\u2714',
  '\u2705',
  '\u2611',
  '\u{1F5F8}',
]);

/** What else a legend of boxes, or a choice among them, calls how far something is: in small letters. */
// biome-ignore format: a row a language
export const stateNames: Words = {
  en: [
    'not begun', 'not yet started', 'planned', 'draft', 'ready', 'active', 'paused', 'on hold', 'deferred', 'review',
    'under review', 'approved', 'verified', 'partially done', 'partly done', 'partially complete', 'half done',
    'unstarted', 'incomplete', 'abandoned', 'removed', 'failed',
  ],
  zh: ['待开始', '未完成', '已开始', '已取消', '部分完成', '待处理', '阻塞', '已阻塞', '已暂停', '计划中', '待审核'],
  'zh-Hant': ['待開始', '未完成', '已開始', '部分完成', '待處理', '阻塞', '已暫停'],
  ja: ['未開始', '未完了', '着手', '着手中', '一部完了', '保留', '保留中', 'ブロック中', '対応中', '実施中'],
  ko: ['미착수', '시작 전', '미완료', '대기', '대기 중', '부분 완료', '보류', '차단됨', '진행'],
  es: ['sin empezar', 'sin iniciar', 'no iniciado', 'en progreso', 'en marcha', 'parcial', 'bloqueado', 'terminado'],
  pt: ['não iniciado', 'não iniciada', 'em progresso', 'parcial', 'bloqueado', 'terminado', 'concluída'],
  fr: ['non commencé', 'pas commencé', 'à venir', 'partiel', 'bloqué', 'achevé', 'en attente'],
  de: ['nicht begonnen', 'noch nicht begonnen', 'begonnen', 'teilweise', 'teilweise erledigt', 'blockiert', 'abgeschlossen', 'in bearbeitung', 'geplant'],
  ru: ['не начато', 'начато', 'в процессе', 'частично', 'выполнено', 'отложено', 'заблокировано', 'отменено', 'завершено'],
};

let states: ReadonlySet<string> | undefined;
/** The first two letters of each. */
let beginnings: ReadonlySet<string> | undefined;

/** True where such words may stand, by their first two letters: a look that nearly all steps end with. */
function mayNameState(text: string): boolean {
  let at = 0;
  while (at < text.length && ' \t*_`=:：—–→>-'.includes(text.charAt(at))) at++;
  let next = at + 1;
  while (next < text.length && '*_`'.includes(text.charAt(next))) next++;
  const first = text.charAt(at) + text.charAt(next);
  beginnings ??= new Set(['me', ...Array.from(statesOf(), (words) => words.slice(0, 2))]);
  // Capitals of some letters are two: `İ`.
  return beginnings.has(first.toLowerCase()) || first.charCodeAt(0) > 0x7f;
}

function statesOf(): ReadonlySet<string> {
  states ??= new Set([...Object.values(boxWords), stateNames].flatMap(allWords));
  return states;
}

/**
 * True for words that say how far something is, and no more: `Not started`, `= in progress (say what is left)`. A step's
 * words say what is to be done.
 */
export function namesState(text: string): boolean {
  // Nearly all steps go on for longer.
  if (text.length > 80) return false;
  const end = text.search(/[(（:：—–;,，。=.!]/);
  if ((end < 0 ? text.length : end) > 39 || !mayNameState(text)) return false;
  if (!/^.{0,8}?[\p{L} *_`]{1,30}(?:$|[(（:：—–;,，。=.!])/u.test(text)) return false;
  const words = text
    .toLowerCase()
    .replace(/[*_`]/g, '')
    .replace(/^\s*(?:[=:：—–→-]|->|means\s)\s*/, '')
    .replace(/\s*[(（:：—–;,，。=].*$/, '')
    .replace(/\s*[.!]$/, '')
    .replace(/\s(?:steps?|tasks?|items?)$/, '')
    .trim();
  return statesOf().has(words);
}

const gaveUp = lazyPattern(
  () => String.raw`[(（](?:${allWords(boxWords.dropped).join('|')})(?:[\s:：,;，][^()（）]{0,200})?[)）][.。]?$`,
  'iu',
);

/** True for a step's words that end with saying that it was given up: `Write a driver (dropped: the vendor has one)`. */
export function saysDropped(text: string): boolean {
  return /[)）][.。]?$/.test(text) && gaveUp(text).test(text);
}
