import { european, none, type Words } from './words';

/** What stands in front of a date that says when something was done: `(done 2026-02-09)`, `Completed: 2026-02-09`. */
export const doneWords: Words = {
  en: [
    ...['done', 'completed', 'complete', 'finished', 'closed', 'implemented', 'landed', 'shipped', 'merged'],
    ...['verified', 'fixed', 'resolved', 'ticked', 'ended', 'delivered', 'deployed', 'released', 'passed'],
    ...['updated', 'recorded', 'confirmed', 'checked', 'validated'],
  ],
  zh: ['完成于', '完成於', '已完成', '完成', '验证', '驗證'],
  ja: ['完了', '済'],
  ko: ['완료', '완료일'],
  es: ['hecho', 'hecha', 'completado', 'completada', 'terminado', 'terminada', 'finalizado', 'verificado'],
  pt: ['feito', 'feita', 'concluído', 'concluída', 'terminado', 'finalizado', 'verificado'],
  fr: ['fait', 'faite', 'terminé', 'terminée', 'achevé', 'fini', 'vérifié'],
  de: ['erledigt', 'fertig', 'abgeschlossen', 'beendet', 'umgesetzt', 'geprüft', 'fertiggestellt'],
  ru: ['готово', 'сделано', 'выполнено', 'завершено', 'закрыто', 'проверено'],
};

/** What stands in front of a date that says something else: a deadline, a period, the date of the thing itself. */
export const otherDateWords: Words = {
  en: [
    ...['due', 'by', 'until', 'till', 'before', 'after', 'from', 'since', 'deadline', 'scheduled', 'planned'],
    ...['target', 'targeted', 'eta', 'expected', 'expires', 'expiry', 'expiring', 'valid', 'ends', 'starts', 'start'],
    ...['begins', 'beginning', 'created', 'added', 'opened', 'dated', 'of', 'for', 'through', 'review', 'revisit'],
    ...['next', 'reported', 'released on', 'version', 'snapshot', 'as of', 'effective', 'eol', 'not'],
  ],
  zh: ['截止', '到期', '自', '从', '從', '直到', '预计', '預計', '计划', '計劃', '开始', '開始', '创建', '建立'],
  ja: ['期限', '締切', '予定', 'まで', 'から', '開始', '作成'],
  ko: ['마감', '까지', '부터', '예정', '시작', '생성'],
  es: [
    'vence',
    'hasta',
    'desde',
    'antes de',
    'después de',
    'para',
    'plazo',
    'previsto',
    'prevista',
    'inicio',
    'del',
    'de',
  ],
  pt: ['vence', 'até', 'desde', 'antes de', 'depois de', 'para', 'prazo', 'previsto', 'prevista', 'início', 'do', 'de'],
  fr: ['échéance', "jusqu'au", 'depuis', 'avant', 'après', 'pour', 'prévu', 'prévue', 'début', 'du', 'dès'],
  de: [
    'fällig',
    'bis',
    'ab',
    'seit',
    'vor',
    'nach',
    'für',
    'geplant',
    'Frist',
    'Termin',
    'Beginn',
    'von',
    'vom',
    'gültig',
  ],
  ru: ['срок', 'до', 'с', 'от', 'после', 'для', 'план', 'начало', 'создано'],
};

/** Obsidian's marks: the tick says when a task was done, the others when it was created, starts, is scheduled and due. */
export const doneMarks = '\u2705|\u2714\uFE0F?|\u2611\uFE0F?';
export const otherDateMarks = '\u{1F4C5}|\u{1F4C6}|\u{1F5D3}\uFE0F?|\u23F3|\u231B|\u{1F6EB}|\u2795|\u274C|\u{1F501}';

/** The keys of Dataview's fields, `[completion:: 2026-02-09]`, with the same meanings. */
export const doneFields = 'completion|completed|done|finished|closed';

/** Words between a date and its time: `2026-02-09 at 11:19`. */
export const timeWords: Words = {
  en: ['at', '@'],
  es: ['a las'],
  pt: ['às'],
  fr: ['à'],
  de: ['um'],
  ru: ['в'],
  ...none('shared', 'zh', 'ja', 'ko'),
};

/** What stands between hours and minutes in place of a colon: patterns, `11h19`. */
export const hourSigns: Words = {
  fr: ['h'],
  zh: ['[时時点點]'],
  ko: ['시'],
  ...none('shared', 'en', 'ja', 'es', 'pt', 'de', 'ru'),
};

/** What stands behind the minutes: `11時19分`, `11:19 Uhr`. */
export const minuteSigns: Words = {
  zh: ['分'],
  ko: ['분'],
  de: ['Uhr'],
  ...none('shared', 'en', 'ja', 'es', 'pt', 'fr', 'ru'),
};

/** Words for the hours before noon, in front of a time or behind it: `午前9:00`. English has them behind it, as `AM`. */
export const beforeNoonWords: Words = {
  zh: ['上午'],
  ja: ['午前'],
  ko: ['오전'],
  ...none('shared', 'en', ...european),
};

/** Words for the hours behind noon: `午後1:19`. */
export const afterNoonWords: Words = {
  zh: ['下午'],
  ja: ['午後'],
  ko: ['오후'],
  ...none('shared', 'en', ...european),
};

/** Words between the two ends of a range of times or dates: `11:19 to 11:40`. Others write a dash. */
export const rangeWords: Words = {
  en: ['to', 'until', 'till'],
  zh: ['至', '到'],
  ja: ['から'],
  ko: ['부터'],
  es: ['a', 'al', 'hasta'],
  pt: ['a', 'às', 'até'],
  fr: ['à', 'au'],
  de: ['bis'],
  ru: ['до', 'по'],
};
