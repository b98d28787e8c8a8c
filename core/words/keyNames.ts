import { lazyPattern } from './pattern';
import { allButEnglish, allWords, none, type Words, type WrittenLanguage, wordsIn } from './words';

/** What a key at the start of a line announces in an entry of a plan or below a milestone. */
export type KeyRole =
  | 'decision'
  | 'rationale'
  | 'date'
  | 'author'
  | 'dateAuthor'
  | 'observation'
  | 'evidence'
  | 'impact'
  | 'outcome'
  | 'scope'
  | 'deliverables'
  | 'commands'
  | 'expected';

/**
 * What keys are called, without the colon: first the name that is written, then others of the same meaning that are read.
 * A name means one role only, whatever its case.
 */
// biome-ignore format: a row a language
export const keyNames: Readonly<Record<KeyRole, Words>> = {
  decision: {
    en: ['Decision'],
    zh: ['决策', '决定'],
    'zh-Hant': ['決策', '決定'],
    ja: ['決定'],
    ko: ['결정', '의사결정', '의사 결정'],
    es: ['Decisión'],
    pt: ['Decisão'],
    fr: ['Décision'],
    de: ['Entscheidung'],
    ru: ['Решение'],
  },
  rationale: {
    en: ['Rationale', 'Reason', 'Reasoning', 'Why'],
    zh: ['理由', '原因', '依据'],
    'zh-Hant': ['理由', '原因', '依據'],
    ja: ['理由', '根拠'],
    ko: ['근거', '이유'],
    es: ['Justificación', 'Razón', 'Motivo'],
    pt: ['Justificativa', 'Razão', 'Motivo'],
    fr: ['Justification', 'Raison'],
    de: ['Begründung', 'Grund'],
    ru: ['Обоснование', 'Причина'],
  },
  date: {
    en: ['Date'],
    zh: ['日期'],
    'zh-Hant': ['日期'],
    ja: ['日付', '日時'],
    ko: ['날짜', '일자'],
    es: ['Fecha'],
    fr: ['Date'],
    de: ['Datum'],
    ru: ['Дата'],
    ...none('ambiguous', 'pt'),
  },
  author: {
    en: ['Author', 'Authors'],
    zh: ['作者'],
    'zh-Hant': ['作者'],
    ja: ['作成者', '著者', '作者'],
    ko: ['작성자', '저자'],
    es: ['Autor', 'Autora'],
    pt: ['Autor', 'Autora'],
    fr: ['Auteur', 'Auteure', 'Autrice'],
    de: ['Autor', 'Autorin', 'Verfasser', 'Verfasserin'],
    ru: ['Автор'],
  },
  dateAuthor: {
    en: ['Date/Author', 'Author/Date', 'Date and author'],
    zh: ['日期/作者'],
    'zh-Hant': ['日期/作者'],
    ja: ['日付/作成者', '日付/著者', '日付/作者'],
    ko: ['날짜/작성자', '날짜/저자', '일자/작성자'],
    es: ['Fecha/Autor', 'Fecha/Autora'],
    pt: ['Data/Autor', 'Data/Autora'],
    fr: ['Date/Auteur', 'Date/Auteure', 'Date/Autrice'],
    de: ['Datum/Autor', 'Datum/Autorin', 'Datum/Verfasser', 'Datum/Verfasserin'],
    ru: ['Дата/Автор'],
  },
  observation: {
    en: ['Observation', 'Surprise', 'Discovery', 'Finding'],
    zh: ['观察', '发现'],
    'zh-Hant': ['觀察', '發現'],
    ja: ['観察', '発見'],
    ko: ['관찰', '발견'],
    es: ['Observación', 'Hallazgo', 'Sorpresa', 'Descubrimiento'],
    pt: ['Observação', 'Achado', 'Surpresa', 'Descoberta'],
    fr: ['Observation', 'Constat', 'Surprise', 'Découverte'],
    de: ['Beobachtung', 'Überraschung', 'Entdeckung', 'Erkenntnis', 'Befund'],
    ru: ['Наблюдение', 'Находка', 'Открытие', 'Неожиданность', 'Сюрприз'],
  },
  evidence: {
    en: ['Evidence', 'Proof'],
    zh: ['证据'],
    'zh-Hant': ['證據'],
    ja: ['証拠', 'エビデンス'],
    ko: ['증거'],
    es: ['Evidencia'],
    pt: ['Evidência'],
    fr: ['Preuve'],
    de: ['Beleg', 'Nachweis'],
    ru: ['Доказательство', 'Подтверждение'],
  },
  impact: {
    en: ['Impact'],
    zh: ['影响'],
    'zh-Hant': ['影響'],
    ja: ['影響'],
    ko: ['영향'],
    es: ['Impacto'],
    pt: ['Impacto'],
    fr: ['Impact'],
    de: ['Auswirkung'],
    ru: ['Влияние'],
  },
  outcome: {
    en: ['Outcome', 'Result'],
    zh: ['结果'],
    'zh-Hant': ['結果'],
    ja: ['結果'],
    ko: ['결과'],
    es: ['Resultado'],
    pt: ['Resultado'],
    fr: ['Résultat'],
    de: ['Ergebnis'],
    ru: ['Результат', 'Итог'],
  },
  scope: {
    en: ['Scope'],
    zh: ['范围'],
    'zh-Hant': ['範圍'],
    ja: ['範囲', 'スコープ'],
    ko: ['범위'],
    es: ['Alcance'],
    pt: ['Escopo', 'Âmbito'],
    fr: ['Portée', 'Périmètre'],
    de: ['Umfang'],
    ru: ['Границы', 'Объём'],
  },
  deliverables: {
    en: ['Deliverables'],
    zh: ['交付物', '可交付成果'],
    'zh-Hant': ['交付物', '可交付成果'],
    ja: ['成果物'],
    ko: ['산출물'],
    es: ['Entregables'],
    pt: ['Entregáveis'],
    fr: ['Livrables'],
    de: ['Liefergegenstände'],
    ru: ['Поставляемые результаты'],
  },
  commands: {
    en: ['Commands to verify', 'Commands', 'Verification commands'],
    zh: ['验证命令'],
    'zh-Hant': ['驗證命令'],
    ja: ['検証コマンド', '確認コマンド'],
    ko: ['검증 명령', '확인 명령'],
    es: ['Comandos de verificación'],
    pt: ['Comandos de verificação'],
    fr: ['Commandes de vérification'],
    de: ['Prüfbefehle', 'Befehle zur Prüfung'],
    ru: ['Команды проверки', 'Команды для проверки'],
  },
  expected: {
    en: ['Expected output', 'Expected', 'Expected result'],
    zh: ['预期输出', '期望输出'],
    'zh-Hant': ['預期輸出'],
    ja: ['期待される出力', '期待出力'],
    ko: ['예상 출력', '기대 출력'],
    es: ['Salida esperada'],
    pt: ['Saída esperada'],
    fr: ['Sortie attendue'],
    de: ['Erwartete Ausgabe'],
    ru: ['Ожидаемый вывод', 'Ожидаемый результат'],
  },
};

/** What milestones call these things beside the keys of the format; elsewhere the words mean something else: patterns. */
// biome-ignore format: a row a language
export const milestoneKeyNames = {
  scope: {
    en: ['goal', 'objective', 'work', 'what'],
    ...none('unseen', ...allButEnglish),
  },
  deliverables: {
    en: ['files?', 'outputs?', 'artifacts', 'files to (?:create|change|modify|touch)(?: or \\w+)?'],
    ...none('unseen', ...allButEnglish),
  },
  commands: {
    en: [
      'run', 'verify', 'verification', 'how to verify', 'tests?', 'validation', 'proof',
      '(?:validation|test|verification) commands?',
    ],
    ...none('unseen', ...allButEnglish),
  },
  expected: {
    en: [
      'expect', 'acceptance', 'acceptance criteria', 'exit criteria', 'definition of done', 'observable outcome',
      'done when',
    ],
    ...none('unseen', ...allButEnglish),
  },
} as const satisfies Readonly<Partial<Record<KeyRole, Words>>>;

/** What a column of a table is called, in place of a key's name. */
// biome-ignore format: a row a language
export const columnNames = {
  decision: {
    en: ['What', 'What we decided', 'Choice'], zh: ['内容', '选择'], ja: ['内容'], ko: ['내용'], es: ['Qué'], pt: ['O quê'], fr: ['Quoi'],
    de: ['Was'], ru: ['Что'],
  },
  rationale: {
    en: ['Because'], zh: ['为什么', '為什麼', '为何'], ja: ['なぜ'], ko: ['왜'], es: ['Por qué'], pt: ['Por quê', 'Por que'],
    fr: ['Pourquoi'], de: ['Warum', 'Wieso'], ru: ['Почему', 'Зачем'],
  },
  date: {
    en: ['When'], zh: ['时间', '時間', '何时'], ja: ['いつ'], ko: ['언제', '시점'], es: ['Cuándo'], pt: ['Quando'], fr: ['Quand'],
    de: ['Wann', 'Am'], ru: ['Когда'],
  },
  author: {
    en: ['Who', 'By', 'Owner', 'Decider', 'Decided by'], zh: ['谁', '负责人', '決策者', '决策人'], ja: ['誰', '担当', '担当者', '決定者'],
    ko: ['누가', '담당', '담당자'], es: ['Quién'], pt: ['Quem'], fr: ['Qui'], de: ['Wer', 'Durch'], ru: ['Кто'],
  },
  evidence: {
    en: ['How we know', 'Source'], zh: ['依据来源', '来源'], ja: ['根拠資料'], ko: ['출처'], es: ['Fuente'], pt: ['Fonte'], fr: ['Source'],
    de: ['Quelle', 'Woran zu sehen'], ru: ['Источник'],
  },
} as const satisfies Readonly<Partial<Record<KeyRole, Words>>>;

const roleByColumn: ReadonlyMap<string, KeyRole> = new Map(
  Object.entries(columnNames).flatMap(([role, words]) =>
    allWords(words).map((name): [string, KeyRole] => [normalizeKey(name), role as KeyRole]),
  ),
);

/** What a column of this name holds, where it has no key for its name; undefined for any other one. */
export function columnRole(name: string): KeyRole | undefined {
  return roleByColumn.get(normalizeKey(name.replace(/[*_`?？]/g, '').trim()));
}

const milestoneKeys = Object.entries(milestoneKeyNames).map(
  ([role, words]) => [role as KeyRole, lazyPattern(() => `^(?:${allWords(words).join('|')})$`, '')] as const,
);

/** The role of a key, in lower case, that means something below a milestone alone. */
export function milestoneKeyRole(key: string): KeyRole | undefined {
  return milestoneKeys.find(([, names]) => names().test(key))?.[0];
}

export const keyRoles = Object.keys(keyNames) as readonly KeyRole[];

/** What a key is called in a language, without the colon; in English where it has no name of its own there. */
export function keyName(role: KeyRole, language: WrittenLanguage = 'en'): string {
  const names = keyNames[role];
  return (wordsIn(names, language)[0] ?? wordsIn(names, 'en')[0]) as string;
}

const languagesByKey: ReadonlyMap<string, readonly WrittenLanguage[]> = (() => {
  const found = new Map<string, WrittenLanguage[]>();
  for (const names of Object.values(keyNames))
    for (const language of Object.keys(names) as WrittenLanguage[])
      for (const name of wordsIn(names, language)) {
        const key = normalizeKey(name);
        found.set(key, [...(found.get(key) ?? []), language]);
      }
  return found;
})();

/** The languages that have a key of this name; several for 決定 and the like, none for words that are no key. */
export function keyLanguages(words: string): readonly WrittenLanguage[] {
  return languagesByKey.get(normalizeKey(words)) ?? [];
}

/** A key's words as they are compared: width, case and blanks do not matter. */
export function normalizeKey(words: string): string {
  // Nearly all keys are plain words.
  if (/^[A-Za-z]+(?:[ /][A-Za-z]+)*$/.test(words)) return words.toLowerCase();
  return words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[ \t]*\/[ \t]*/g, '/')
    .replace(/\s+/g, ' ')
    .trim();
}
