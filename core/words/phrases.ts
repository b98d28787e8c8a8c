import type { WrittenLanguage, WrittenWords } from './words';

/** Sentences that are written into plans, in the language of the plan's section names; `{0}` is for what they are about. */
export const phrases = {
  /** A living section that has no records; `isNothing` knows it. */
  none: {
    en: ['None yet.'],
    zh: ['暂无。'],
    'zh-Hant': ['暫無。'],
    ja: ['まだなし。'],
    ko: ['아직 없음.'],
    es: ['Nada todavía.'],
    pt: ['Nada ainda.'],
    fr: ['Rien pour l’instant.'],
    de: ['Noch nichts.'],
    ru: ['Пока нет.'],
  },
  /** A section that somebody still has to write; `isNothing` knows it, too. */
  notWritten: {
    en: ['Not written yet.'],
    zh: ['尚未编写。'],
    'zh-Hant': ['尚未撰寫。'],
    ja: ['まだ書かれていない。'],
    ko: ['아직 작성되지 않음.'],
    es: ['Aún no escrito.'],
    pt: ['Ainda não escrito.'],
    fr: ['Pas encore écrit.'],
    de: ['Noch nicht geschrieben.'],
    ru: ['Ещё не написано.'],
  },
  /** The first open step of a Progress that has none. */
  firstStep: {
    en: ['Name the first step towards the purpose'],
    zh: ['写出实现目的的第一步'],
    'zh-Hant': ['寫出實現目的的第一步'],
    ja: ['目的への最初のステップを書く'],
    ko: ['목적을 향한 첫 단계를 적는다'],
    es: ['Nombrar el primer paso hacia el propósito'],
    pt: ['Nomear o primeiro passo rumo ao propósito'],
    fr: ['Nommer la première étape vers le but'],
    de: ['Den ersten Schritt zum Zweck nennen'],
    ru: ['Назвать первый шаг к цели'],
  },
  /** What can be said for certain of a plan whose steps are all done: of one step, of two, of {0}, as far as they differ. */
  allDone: {
    en: ['The only step is done.', 'Both steps are done.', 'All {0} steps are done.'],
    zh: ['全部 {0} 个步骤均已完成。'],
    'zh-Hant': ['全部 {0} 個步驟均已完成。'],
    ja: ['{0} 件のステップはすべて完了した。'],
    ko: ['단계 {0}개를 모두 완료했다.'],
    es: ['El único paso está hecho.', 'Los {0} pasos están hechos.'],
    pt: ['O único passo está feito.', 'Todos os {0} passos estão feitos.'],
    fr: ['La seule étape est terminée.', 'Les {0} étapes sont toutes terminées.'],
    de: ['Der einzige Schritt ist erledigt.', 'Alle {0} Schritte sind erledigt.'],
    ru: ['Все шаги выполнены: {0}.'],
  },
  /** What is done of a step, in brackets: {0}; `partialNoteIn` knows it. */
  completed: {
    en: ['completed: {0}'],
    zh: ['已完成：{0}'],
    'zh-Hant': ['已完成：{0}'],
    ja: ['完了済み：{0}'],
    ko: ['완료됨: {0}'],
    es: ['completado: {0}'],
    pt: ['concluído: {0}'],
    fr: ['terminé : {0}'],
    de: ['erledigt: {0}'],
    ru: ['выполнено: {0}'],
  },
  /** What is left of a step, in the same brackets. */
  remaining: {
    en: ['remaining: {0}'],
    zh: ['剩余：{0}'],
    'zh-Hant': ['剩餘：{0}'],
    ja: ['残り：{0}'],
    ko: ['남은 것: {0}'],
    es: ['falta: {0}'],
    pt: ['falta: {0}'],
    fr: ['reste : {0}'],
    de: ['offen: {0}'],
    ru: ['осталось: {0}'],
  },
  /** Behind a step that was given up, in brackets: {0} is why. */
  dropped: {
    en: ['dropped: {0}'],
    zh: ['放弃：{0}'],
    'zh-Hant': ['放棄：{0}'],
    ja: ['中止：{0}'],
    ko: ['취소: {0}'],
    es: ['descartado: {0}'],
    pt: ['descartado: {0}'],
    fr: ['abandonné : {0}'],
    de: ['verworfen: {0}'],
    ru: ['отменено: {0}'],
  },
  /** Behind a step that waits for something, {0}, in brackets; `saysBlocked` knows it. */
  blocked: {
    en: ['blocked: {0}'],
    zh: ['受阻：{0}'],
    'zh-Hant': ['受阻：{0}'],
    ja: ['ブロック中：{0}'],
    ko: ['보류: {0}'],
    es: ['bloqueado: {0}'],
    pt: ['bloqueado: {0}'],
    fr: ['bloqué : {0}'],
    de: ['blockiert: {0}'],
    ru: ['заблокировано: {0}'],
  },
  /** The status of a plan that another one, {0}, replaces. */
  supersededBy: {
    en: ['superseded by {0}'],
    zh: ['已被 {0} 取代'],
    'zh-Hant': ['已被 {0} 取代'],
    ja: ['{0} に置き換え'],
    ko: ['대체됨: {0}'],
    es: ['sustituido por {0}'],
    pt: ['substituído por {0}'],
    fr: ['remplacé par {0}'],
    de: ['ersetzt durch {0}'],
    ru: ['заменён: {0}'],
  },
  /** A note at the bottom of a plan, of {0}, that tells what was revised; `isRevisionNote` knows it. */
  revisionNote: {
    en: ['Revision note ({0}):'],
    zh: ['修订说明（{0}）：'],
    'zh-Hant': ['修訂說明（{0}）：'],
    ja: ['改訂メモ（{0}）：'],
    ko: ['개정 기록 ({0}):'],
    es: ['Nota de revisión ({0}):'],
    pt: ['Nota de revisão ({0}):'],
    fr: ['Note de révision ({0}) :'],
    de: ['Revisionsnotiz ({0}):'],
    ru: ['Примечание к редакции ({0}):'],
  },
  /** What can be repeated without harm, {0}, and what to do when a step fails, {0}; `tellsRecovery` knows them. */
  repeatable: {
    en: ['Safe to repeat: {0}.'],
    zh: ['可以安全重复：{0}。'],
    'zh-Hant': ['可以安全重複：{0}。'],
    ja: ['繰り返してよいもの：{0}。'],
    ko: ['다시 해도 안전한 것: {0}.'],
    es: ['Se puede reintentar sin riesgo: {0}.'],
    pt: ['Pode-se repetir sem risco: {0}.'],
    fr: ['À réessayer sans risque : {0}.'],
    de: ['Gefahrlos zu wiederholen: {0}.'],
    ru: ['Можно повторять без вреда: {0}.'],
  },
  halfway: {
    en: ['When a step fails halfway: {0}.'],
    zh: ['步骤中途失败时：{0}。'],
    'zh-Hant': ['步驟中途失敗時：{0}。'],
    ja: ['途中で失敗したとき：{0}。'],
    ko: ['단계가 도중에 실패하면: {0}.'],
    es: ['Si un paso falla a medias, para recuperarlo: {0}.'],
    pt: ['Se uma etapa falhar a meio, para a recuperar: {0}.'],
    fr: ['Si une étape échoue à mi-chemin : {0}.'],
    de: ['Wenn ein Schritt mittendrin scheitert: {0}.'],
    ru: ['Если шаг сорвался на полпути: {0}.'],
  },
  /** That the plan lives, and with it the sections of a list, {0}. */
  living: {
    en: [
      'This ExecPlan is a living document. Its sections {0} must be kept up to date for as long as the work goes on.',
    ],
    zh: ['本 ExecPlan 是一份活文档。只要工作还在进行，就必须持续更新{0}各节。'],
    'zh-Hant': ['本 ExecPlan 是一份活文件。只要工作還在進行，就必須持續更新{0}各節。'],
    ja: ['この ExecPlan は生きた文書である。作業が続くかぎり、{0}の各節を常に最新の状態に保つこと。'],
    ko: ['이 ExecPlan은 살아 있는 문서이다. 작업이 계속되는 동안 다음 절을 최신 상태로 유지해야 한다: {0}.'],
    es: ['Este ExecPlan es un documento vivo. Sus secciones {0} deben mantenerse al día mientras dure el trabajo.'],
    pt: ['Este ExecPlan é um documento vivo. As suas seções {0} devem ser mantidas em dia enquanto o trabalho durar.'],
    fr: ['Cet ExecPlan est un document vivant. Ses sections {0} doivent être tenues à jour tant que dure le travail.'],
    de: [
      'Dieser ExecPlan ist ein lebendes Dokument. Seine Abschnitte {0} sind aktuell zu halten, solange die Arbeit dauert.',
    ],
    ru: ['Этот ExecPlan — живой документ. Пока идёт работа, нужно поддерживать в актуальном состоянии разделы: {0}.'],
  },
  /** That the plan lives, where it has none of the four sections. */
  livingPlan: {
    en: ['This ExecPlan is a living document. It must be kept up to date for as long as the work goes on.'],
    zh: ['本 ExecPlan 是一份活文档。只要工作还在进行，就必须持续更新。'],
    'zh-Hant': ['本 ExecPlan 是一份活文件。只要工作還在進行，就必須持續更新。'],
    ja: ['この ExecPlan は生きた文書である。作業が続くかぎり、常に最新の状態に保つこと。'],
    ko: ['이 ExecPlan은 살아 있는 문서이다. 작업이 계속되는 동안 최신 상태로 유지해야 한다.'],
    es: ['Este ExecPlan es un documento vivo. Debe mantenerse al día mientras dure el trabajo.'],
    pt: ['Este ExecPlan é um documento vivo. Deve ser mantido em dia enquanto o trabalho durar.'],
    fr: ['Cet ExecPlan est un document vivant. Il doit être tenu à jour tant que dure le travail.'],
    de: ['Dieser ExecPlan ist ein lebendes Dokument. Er ist aktuell zu halten, solange die Arbeit dauert.'],
    ru: ['Этот ExecPlan — живой документ. Пока идёт работа, его нужно поддерживать в актуальном состоянии.'],
  },
  /** That the plan follows the rules of a file, {0}. */
  guide: {
    en: ['This plan is written and maintained by the rules of {0}, named by its path from the repository root.'],
    zh: ['本计划按照 {0} 的规则编写和维护，该路径从仓库根目录算起。'],
    'zh-Hant': ['本計畫依照 {0} 的規則撰寫和維護，該路徑從儲存庫根目錄算起。'],
    ja: ['この計画は {0}（リポジトリのルートからのパス）の規則に従って書かれ、維持される。'],
    ko: ['이 계획은 저장소 루트 기준 {0} 파일의 규칙에 따라 작성하고 유지한다.'],
    es: [
      'Este plan se escribe y se mantiene según las reglas de {0}, nombrado por su ruta desde la raíz del repositorio.',
    ],
    pt: [
      'Este plano é escrito e mantido segundo as regras de {0}, nomeado pelo caminho a partir da raiz do repositório.',
    ],
    fr: ['Ce plan est écrit et tenu selon les règles de {0}, nommé par son chemin depuis la racine du dépôt.'],
    de: [
      'Dieser Plan wird nach den Regeln von {0} geschrieben und gepflegt, genannt mit dem Pfad ab der Wurzel des Repositorys.',
    ],
    ru: ['Этот план написан и ведётся по правилам {0}; путь указан от корня репозитория.'],
  },
} as const satisfies Readonly<Record<string, WrittenWords>>;

export type Phrase = keyof typeof phrases;

/** A sentence in a language, with a value in the place that it has for one. */
export function phraseIn(language: WrittenLanguage, phrase: Phrase, value = ''): string {
  return phrases[phrase][language][0].replace('{0}', () => value);
}

/** What stands in front of a sentence's value, and behind it. */
export function phraseAround(language: WrittenLanguage, phrase: Phrase): [before: string, behind: string] {
  const [before = '', behind = ''] = phrases[phrase][language][0].split('{0}');
  return [before, behind];
}

/** That all of so many steps are done: the sentence of that number, else the last one of the language. */
export function allDoneIn(language: WrittenLanguage, steps: number): string {
  const sentences: readonly string[] = phrases.allDone[language];
  return (sentences[steps - 1] ?? (sentences.at(-1) as string)).replace('{0}', `${steps}`);
}

/** Words in backticks as one list: "`A`, `B` and `C`". */
export function listIn(language: WrittenLanguage, words: readonly string[]): string {
  const quoted = words.map((word) => `\`${word}\``);
  // Every start needs the English one: it is not worth the 20 ms that the first list of `Intl` takes.
  if (language === 'en' && quoted.length > 1) return `${quoted.slice(0, -1).join(', ')} and ${quoted.at(-1)}`;
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(quoted);
}
