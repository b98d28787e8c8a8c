import { none, type Words } from './words';

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
