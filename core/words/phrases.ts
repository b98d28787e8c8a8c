import type { WrittenLanguage } from './words';

/** Sentences that are written into plans, in the language of the plan's section names. */
export interface Phrases {
  /** A living section that has no records; `plan/nothing.ts` knows it. */
  none: string;
  /** A section that somebody still has to write; `plan/nothing.ts` knows it, too. */
  notWritten: string;
  /** The first open step of a Progress that has none. */
  firstStep: string;
  /** What can be said for certain of a plan whose steps are all done. */
  allDone(steps: number): string;
  /** That the plan lives, and with it the sections of a list. */
  living(sections: string): string;
  /** That the plan lives, where it has none of the four sections. */
  livingPlan: string;
  /** That the plan follows the rules of a file: what stands in front of its path and behind. */
  guide: readonly [before: string, behind: string];
}

export const phrases: Readonly<Record<WrittenLanguage, Phrases>> = {
  en: {
    none: 'None yet.',
    notWritten: 'Not written yet.',
    firstStep: 'Name the first step towards the purpose',
    allDone: (steps) =>
      steps === 1 ? 'The only step is done.' : steps === 2 ? 'Both steps are done.' : `All ${steps} steps are done.`,
    living: (sections) =>
      `This ExecPlan is a living document. Its sections ${sections} must be kept up to date for as long as the work goes on.`,
    livingPlan: 'This ExecPlan is a living document. It must be kept up to date for as long as the work goes on.',
    guide: ['This plan is written and maintained by the rules of ', ', named by its path from the repository root.'],
  },
  zh: {
    none: '暂无。',
    notWritten: '尚未编写。',
    firstStep: '写出实现目的的第一步',
    allDone: (steps) => `全部 ${steps} 个步骤均已完成。`,
    living: (sections) => `本 ExecPlan 是一份活文档。只要工作还在进行，就必须持续更新${sections}各节。`,
    livingPlan: '本 ExecPlan 是一份活文档。只要工作还在进行，就必须持续更新。',
    guide: ['本计划按照 ', ' 的规则编写和维护，该路径从仓库根目录算起。'],
  },
  'zh-Hant': {
    none: '暫無。',
    notWritten: '尚未撰寫。',
    firstStep: '寫出實現目的的第一步',
    allDone: (steps) => `全部 ${steps} 個步驟均已完成。`,
    living: (sections) => `本 ExecPlan 是一份活文件。只要工作還在進行，就必須持續更新${sections}各節。`,
    livingPlan: '本 ExecPlan 是一份活文件。只要工作還在進行，就必須持續更新。',
    guide: ['本計畫依照 ', ' 的規則撰寫和維護，該路徑從儲存庫根目錄算起。'],
  },
  ja: {
    none: 'まだなし。',
    notWritten: 'まだ書かれていない。',
    firstStep: '目的への最初のステップを書く',
    allDone: (steps) => `${steps} 件のステップはすべて完了した。`,
    living: (sections) =>
      `この ExecPlan は生きた文書である。作業が続くかぎり、${sections}の各節を常に最新の状態に保つこと。`,
    livingPlan: 'この ExecPlan は生きた文書である。作業が続くかぎり、常に最新の状態に保つこと。',
    guide: ['この計画は ', '（リポジトリのルートからのパス）の規則に従って書かれ、維持される。'],
  },
  ko: {
    none: '아직 없음.',
    notWritten: '아직 작성되지 않음.',
    firstStep: '목적을 향한 첫 단계를 적는다',
    allDone: (steps) => `단계 ${steps}개를 모두 완료했다.`,
    living: (sections) =>
      `이 ExecPlan은 살아 있는 문서이다. 작업이 계속되는 동안 다음 절을 최신 상태로 유지해야 한다: ${sections}.`,
    livingPlan: '이 ExecPlan은 살아 있는 문서이다. 작업이 계속되는 동안 최신 상태로 유지해야 한다.',
    guide: ['이 계획은 저장소 루트 기준 ', ' 파일의 규칙에 따라 작성하고 유지한다.'],
  },
  es: {
    none: 'Nada todavía.',
    notWritten: 'Aún no escrito.',
    firstStep: 'Nombrar el primer paso hacia el propósito',
    allDone: (steps) => (steps === 1 ? 'El único paso está hecho.' : `Los ${steps} pasos están hechos.`),
    living: (sections) =>
      `Este ExecPlan es un documento vivo. Sus secciones ${sections} deben mantenerse al día mientras dure el trabajo.`,
    livingPlan: 'Este ExecPlan es un documento vivo. Debe mantenerse al día mientras dure el trabajo.',
    guide: [
      'Este plan se escribe y se mantiene según las reglas de ',
      ', nombrado por su ruta desde la raíz del repositorio.',
    ],
  },
  pt: {
    none: 'Nada ainda.',
    notWritten: 'Ainda não escrito.',
    firstStep: 'Nomear o primeiro passo rumo ao propósito',
    allDone: (steps) => (steps === 1 ? 'O único passo está feito.' : `Todos os ${steps} passos estão feitos.`),
    living: (sections) =>
      `Este ExecPlan é um documento vivo. As suas seções ${sections} devem ser mantidas em dia enquanto o trabalho durar.`,
    livingPlan: 'Este ExecPlan é um documento vivo. Deve ser mantido em dia enquanto o trabalho durar.',
    guide: [
      'Este plano é escrito e mantido segundo as regras de ',
      ', nomeado pelo caminho a partir da raiz do repositório.',
    ],
  },
  fr: {
    none: 'Rien pour l’instant.',
    notWritten: 'Pas encore écrit.',
    firstStep: 'Nommer la première étape vers le but',
    allDone: (steps) => (steps === 1 ? 'La seule étape est terminée.' : `Les ${steps} étapes sont toutes terminées.`),
    living: (sections) =>
      `Cet ExecPlan est un document vivant. Ses sections ${sections} doivent être tenues à jour tant que dure le travail.`,
    livingPlan: 'Cet ExecPlan est un document vivant. Il doit être tenu à jour tant que dure le travail.',
    guide: ['Ce plan est écrit et tenu selon les règles de ', ', nommé par son chemin depuis la racine du dépôt.'],
  },
  de: {
    none: 'Noch nichts.',
    notWritten: 'Noch nicht geschrieben.',
    firstStep: 'Den ersten Schritt zum Zweck nennen',
    allDone: (steps) => (steps === 1 ? 'Der einzige Schritt ist erledigt.' : `Alle ${steps} Schritte sind erledigt.`),
    living: (sections) =>
      `Dieser ExecPlan ist ein lebendes Dokument. Seine Abschnitte ${sections} sind aktuell zu halten, solange die Arbeit dauert.`,
    livingPlan: 'Dieser ExecPlan ist ein lebendes Dokument. Er ist aktuell zu halten, solange die Arbeit dauert.',
    guide: [
      'Dieser Plan wird nach den Regeln von ',
      ' geschrieben und gepflegt, genannt mit dem Pfad ab der Wurzel des Repositorys.',
    ],
  },
  ru: {
    none: 'Пока нет.',
    notWritten: 'Ещё не написано.',
    firstStep: 'Назвать первый шаг к цели',
    allDone: (steps) => `Все шаги выполнены: ${steps}.`,
    living: (sections) =>
      `Этот ExecPlan — живой документ. Пока идёт работа, нужно поддерживать в актуальном состоянии разделы: ${sections}.`,
    livingPlan: 'Этот ExecPlan — живой документ. Пока идёт работа, его нужно поддерживать в актуальном состоянии.',
    guide: ['Этот план написан и ведётся по правилам ', '; путь указан от корня репозитория.'],
  },
};

/** Words in backticks as one list: "`A`, `B` and `C`". */
export function listIn(language: WrittenLanguage, words: readonly string[]): string {
  const quoted = words.map((word) => `\`${word}\``);
  // Every start needs the English one: it is not worth the 20 ms that the first list of `Intl` takes.
  if (language === 'en' && quoted.length > 1) return `${quoted.slice(0, -1).join(', ')} and ${quoted.at(-1)}`;
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(quoted);
}
