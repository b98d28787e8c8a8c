import { lazyPattern } from './pattern';
import { allWords, none, type Words } from './words';

/** How far something is: the states of a step, and `blocked`. */
export type StateWord = 'done' | 'partial' | 'open' | 'dropped' | 'blocked';

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

/**
 * What else a legend of boxes, a choice among them, or a table of milestones calls how far something is: in small letters.
 * `blocked` is open, and waits for something.
 */
// biome-ignore format: a row a language
export const stateNames: Readonly<Record<StateWord, Words>> = {
  done: {
    en: ['approved', 'verified', 'implemented', 'delivered', 'shipped', 'merged', 'landed', 'released', 'deployed', 'passed'],
    zh: ['已验证', '已交付', '已合并', '已实现', '已实施', '已发布', '实施完成', '开发完成'],
    'zh-Hant': ['已驗證', '已交付', '已合併', '已實作', '已發佈'],
    ja: ['完成', '済み', '完了済み', '実装済み', '実装完了', '対応済み', '検証済み'], ko: ['완료됨', '완성', '끝남', '검증됨', '배포됨'],
    es: ['terminado', 'terminada', 'hecha', 'completada', 'completo', 'finalizado', 'finalizada', 'listo', 'lista'],
    pt: ['terminado', 'terminada', 'concluída', 'feita', 'completo', 'completa', 'finalizado', 'pronto', 'pronta'],
    fr: ['achevé', 'achevée', 'terminée', 'faite', 'livré', 'livrée', 'fini', 'complet'],
    de: ['abgeschlossen', 'umgesetzt', 'geliefert', 'beendet', 'vollständig'],
    ru: ['выполнено', 'завершено', 'завершён', 'завершена', 'выполнен', 'выполнена', 'готов', 'готова', 'закончено'],
    it: ['fatto', 'completato', 'completata'], nl: ['klaar', 'gereed', 'voltooid', 'afgerond'],
    pl: ['zrobione', 'ukończone', 'gotowe', 'zakończone'], sv: ['klar', 'klart', 'färdig'], tr: ['tamamlandı', 'bitti'],
  },
  partial: {
    en: [
      'active', 'review', 'under review', 'partially done', 'partly done', 'partially complete', 'half done', 'mostly done',
      'mostly complete', 'nearly done', 'almost done', 'underway', 'under way', 'in development', 'in testing', 'in flight',
    ],
    zh: ['已开始', '部分完成', '待审核', '开发中', '实施中', '测试中', '正在进行'],
    'zh-Hant': ['已開始', '部分完成', '待審核', '開發中', '實作中', '測試中'],
    ja: ['着手', '着手中', '一部完了', '対応中', '実施中', '実装中', 'レビュー中', '検証中'], ko: ['부분 완료', '진행', '작업 중', '개발 중', '검토 중'],
    es: ['en progreso', 'en marcha', 'en proceso', 'en revisión', 'parcial', 'empezado', 'iniciado'],
    pt: ['em progresso', 'em revisão', 'parcial', 'iniciado'],
    fr: ['partiel', 'partiellement terminé', 'commencé', 'en revue'],
    de: ['begonnen', 'teilweise', 'teilweise erledigt', 'in bearbeitung', 'in prüfung', 'angefangen'],
    ru: ['начато', 'в процессе', 'частично', 'частично выполнено', 'выполняется', 'на проверке'],
    it: ['in corso', 'iniziato'], nl: ['bezig', 'in uitvoering'], pl: ['w toku', 'w trakcie'], sv: ['pågår', 'pågående'],
    tr: ['devam ediyor', 'sürüyor'],
  },
  open: {
    en: [
      'not begun', 'not yet started', 'unstarted', 'incomplete', 'planned', 'draft', 'ready', 'queued', 'upcoming', 'next',
      'future', 'deferred', 'failed',
    ],
    zh: ['待开始', '未完成', '待处理', '计划中', '未启动', '未实施', '尚未开始', '推迟'],
    'zh-Hant': ['待開始', '未完成', '待處理', '計劃中', '尚未開始'],
    ja: ['未開始', '未完了', '予定', '計画中', '未実装', '未対応'], ko: ['미착수', '시작 전', '미완료', '대기', '대기 중', '예정됨', '계획됨'],
    es: ['sin empezar', 'sin iniciar', 'no iniciado', 'no iniciada', 'por hacer', 'planificado', 'abierto'],
    pt: ['não iniciado', 'não iniciada', 'a fazer', 'planejado', 'planeado', 'aberto'],
    fr: ['non commencé', 'pas commencé', 'à venir', 'en attente', 'prévu', 'planifié', 'ouvert'],
    de: ['nicht begonnen', 'noch nicht begonnen', 'geplant', 'ausstehend', 'unvollständig'],
    ru: ['не начат', 'не начата', 'запланировано', 'ожидает', 'открыто'],
    it: ['da fare', 'non iniziato', 'pianificato'], nl: ['niet gestart', 'nog niet begonnen', 'gepland'],
    pl: ['do zrobienia', 'nierozpoczęte', 'zaplanowane'], sv: ['ej påbörjad', 'inte påbörjad', 'planerad'],
    tr: ['başlamadı', 'bekliyor', 'planlandı'],
  },
  blocked: {
    en: ['on hold', 'paused', 'waiting', 'stalled'],
    zh: ['阻塞', '已阻塞', '已暂停'], 'zh-Hant': ['阻塞', '已暫停'], ja: ['保留', '保留中', 'ブロック中'], ko: ['보류', '차단됨'],
    es: ['bloqueado', 'bloqueada'], pt: ['bloqueado', 'bloqueada'], fr: ['bloqué', 'bloquée'], de: ['blockiert', 'pausiert'],
    ru: ['отложено', 'заблокировано'], it: ['bloccato'], nl: ['geblokkeerd'], pl: ['zablokowane'], sv: ['blockerad'],
    tr: ['engellendi'],
  },
  dropped: {
    en: ['abandoned', 'removed', 'superseded'],
    zh: ['已放弃'], 'zh-Hant': ['已放棄', '已取消'], ja: ['取り下げ'], ko: ['취소됨'],
    es: ['cancelada', 'abandonado'], pt: ['cancelada', 'abandonado'], fr: ['annulée', 'abandonnée'], de: ['gestrichen', 'aufgegeben'],
    ru: ['отменено', 'отменён'],
  },
};

let states: ReadonlySet<string> | undefined;
/** The first two letters of each, as `pairOf` makes one number of them. */
let beginnings: ReadonlySet<number> | undefined;

/** One number for two letters, whether they are large or small. */
function pairOf(first: number, second: number): number {
  return ((first | 32) << 16) | (second | 32);
}

/** True where such words may stand, by their first two letters: a look that nearly all steps end with. */
function mayNameState(text: string): boolean {
  let at = 0;
  while (at < text.length && ' \t*_`=:：—–→>-'.includes(text.charAt(at))) at++;
  let next = at + 1;
  while (next < text.length && '*_`'.includes(text.charAt(next))) next++;
  const [first, second] = [text.charCodeAt(at), text.charCodeAt(next)];
  beginnings ??= new Set(['me', ...statesOf()].map((words) => pairOf(words.charCodeAt(0), words.charCodeAt(1))));
  // Of other letters than ours nobody here tells which are large.
  return first > 0x7f || second > 0x7f || beginnings.has(pairOf(first, second));
}

function statesOf(): ReadonlySet<string> {
  states ??= new Set([...Object.values(boxWords), ...Object.values(stateNames)].flatMap(allWords));
  return states;
}

/**
 * True for words that say how far something is, and no more: `Not started`, `= in progress (say what is left)`. A step's
 * words say what is to be done.
 */
export function namesState(text: string): boolean {
  // Nearly all steps go on for longer.
  if (text.length > 80) return false;
  if (!mayNameState(text)) return false;
  const end = text.search(/[(（:：—–;,，。=.!]/);
  if ((end < 0 ? text.length : end) > 39) return false;
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
