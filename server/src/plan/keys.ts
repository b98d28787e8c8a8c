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

/** One key: the one place where its name and its translations stand. */
export interface EntryKey {
  role: KeyRole;
  /** The canonical name, without the colon. */
  name: string;
  /**
   * Other names of the same meaning: English, Chinese (both scripts), Japanese, Korean, Spanish, Portuguese, French,
   * German, Russian. A word that is common in English with another meaning (Portuguese "Data") is left out.
   */
  aliases: readonly string[];
}

/** All keys; a name or alias means one role only, whatever its case. */
export const keys: readonly EntryKey[] = [
  {
    role: 'decision',
    name: 'Decision',
    aliases: [
      '决策',
      '决定',
      '決策',
      '決定',
      '결정',
      '의사결정',
      '의사 결정',
      'Decisión',
      'Decisão',
      'Décision',
      'Entscheidung',
      'Решение',
    ],
  },
  {
    role: 'rationale',
    name: 'Rationale',
    aliases: [
      ...[
        'Reason',
        'Reasoning',
        '理由',
        '原因',
        '依据',
        '依據',
        '根拠',
        '근거',
        '이유',
        'Justificación',
        'Razón',
        'Motivo',
      ],
      ...['Justificativa', 'Razão', 'Justification', 'Raison', 'Begründung', 'Grund', 'Обоснование', 'Причина'],
    ],
  },
  {
    role: 'date',
    name: 'Date',
    aliases: ['日期', '日付', '日時', '날짜', '일자', 'Fecha', 'Datum', 'Дата'],
  },
  {
    role: 'author',
    name: 'Author',
    aliases: ['Authors', '作者', '著者', '作成者', '작성자', '저자', 'Autor', 'Auteur', 'Verfasser', 'Автор'],
  },
  {
    role: 'dateAuthor',
    name: 'Date/Author',
    aliases: [
      ...[
        'Author/Date',
        'Date and author',
        '日期/作者',
        '日付/著者',
        '日付/作成者',
        '日付/作者',
        '날짜/작성자',
        '날짜/저자',
        '일자/작성자',
      ],
      ...['Fecha/Autor', 'Data/Autor', 'Date/Auteur', 'Datum/Autor', 'Datum/Verfasser', 'Дата/Автор'],
    ],
  },
  {
    role: 'observation',
    name: 'Observation',
    aliases: [
      ...['Surprise', 'Discovery', 'Finding', '观察', '发现', '觀察', '發現', '観察', '発見', '관찰', '발견'],
      ...['Observación', 'Observação', 'Beobachtung', 'Наблюдение'],
    ],
  },
  {
    role: 'evidence',
    name: 'Evidence',
    aliases: [
      'Proof',
      '证据',
      '證據',
      '証拠',
      'エビデンス',
      '증거',
      'Evidencia',
      'Evidência',
      'Preuve',
      'Beleg',
      'Nachweis',
      'Доказательство',
      'Подтверждение',
    ],
  },
  {
    role: 'impact',
    name: 'Impact',
    aliases: ['影响', '影響', '영향', 'Impacto', 'Auswirkung', 'Влияние'],
  },
  {
    role: 'outcome',
    name: 'Outcome',
    aliases: ['Result', '结果', '結果', '결과', 'Resultado', 'Résultat', 'Ergebnis', 'Результат', 'Итог'],
  },
  {
    role: 'scope',
    name: 'Scope',
    aliases: [
      '范围',
      '範圍',
      '範囲',
      'スコープ',
      '범위',
      'Alcance',
      'Escopo',
      'Âmbito',
      'Portée',
      'Périmètre',
      'Umfang',
      'Объём',
      'Границы',
    ],
  },
  {
    role: 'deliverables',
    name: 'Deliverables',
    aliases: [
      '交付物',
      '可交付成果',
      '成果物',
      '산출물',
      'Entregables',
      'Entregáveis',
      'Livrables',
      'Liefergegenstände',
      'Поставляемые результаты',
    ],
  },
  {
    role: 'commands',
    name: 'Commands to verify',
    aliases: [
      ...[
        'Commands',
        'Verification commands',
        '验证命令',
        '驗證命令',
        '検証コマンド',
        '確認コマンド',
        '검증 명령',
        '확인 명령',
      ],
      ...[
        'Comandos de verificación',
        'Comandos de verificação',
        'Commandes de vérification',
        'Prüfbefehle',
        'Befehle zur Prüfung',
        'Команды проверки',
        'Команды для проверки',
      ],
    ],
  },
  {
    role: 'expected',
    name: 'Expected output',
    aliases: [
      ...[
        'Expected',
        'Expected result',
        '预期输出',
        '期望输出',
        '預期輸出',
        '期待される出力',
        '期待出力',
        '예상 출력',
        '기대 출력',
      ],
      ...[
        'Salida esperada',
        'Saída esperada',
        'Sortie attendue',
        'Erwartete Ausgabe',
        'Ожидаемый вывод',
        'Ожидаемый результат',
      ],
    ],
  },
];

const roleByWords: ReadonlyMap<string, KeyRole> = new Map(
  keys.flatMap(({ role, name, aliases }) =>
    [name, ...aliases].map((words): [string, KeyRole] => [normalize(words), role]),
  ),
);

/** The canonical name of a key, without the colon. */
export function keyName(role: KeyRole): string {
  return (keys.find((each) => each.role === role) as EntryKey).name;
}

/**
 * The key that a text begins with, in any case, bold or not, with a colon of either width; undefined when there is
 * none. `length` reaches to the text behind the key.
 *
 *     **Date / Author:** 2025-10-01, Ada   →   dateAuthor, 18
 */
export function readKey(text: string): { role: KeyRole; length: number } | undefined {
  if (!/[:：]/.test(text.slice(0, 60))) return undefined;
  const match = /^[\s*_`]{0,6}([^\s:：*_`][^:：*_`]{0,39})[*_`]{0,3}\s{0,3}[:：][*_`]{0,3}[ \t]*/.exec(text);
  if (!match) return undefined;
  const [whole, words] = match as unknown as [string, string];
  // `Evidence (quota):` says what the evidence is about.
  const name = /[)）]$/.test(words) ? words.replace(/\s{0,3}[(（][^()（）]{0,30}[)）]$/, '') : words;
  const role = roleByWords.get(normalize(name));
  return role && { role, length: whole.length };
}

/** Roles whose key may stand in the middle of a line. */
const inlineRoles: ReadonlySet<KeyRole> = new Set(['rationale', 'date', 'author', 'dateAuthor', 'evidence', 'impact']);
const inlineNames = keys
  .filter(({ role }) => inlineRoles.has(role))
  .flatMap(({ name, aliases }) => [name, ...aliases])
  .sort((a, b) => b.length - a.length)
  .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\//g, String.raw`\s?/\s?`));
const inlineKey = new RegExp(
  String.raw`([.;:。；，、)）(（*_|]\s{0,3}|\s)[*_]{0,3}(${inlineNames.join('|')})[*_]{0,3}\s{0,2}[:：][*_]{0,3}\s{0,3}`,
  'giu',
);

/** The last words of these keys. Most colons of a text stand behind another word, which is told faster. */
const lastWords: ReadonlySet<string | undefined> = new Set(
  keys
    .filter(({ role }) => inlineRoles.has(role))
    .flatMap(({ name, aliases }) => [name, ...aliases])
    .map((name) =>
      name
        .split(/[^\p{L}]+/u)
        .at(-1)
        ?.toLowerCase(),
    ),
);

function mayHoldKey(line: string, from: number): boolean {
  const colon = /[:：]/g;
  colon.lastIndex = from;
  while (colon.test(line)) {
    let end = colon.lastIndex - 1;
    while (end > from && /[*_\s]/.test(line[end - 1] as string)) end--;
    let start = end;
    while (start > from && /\p{L}/u.test(line[start - 1] as string)) start--;
    if (lastWords.has(line.slice(start, end).toLowerCase())) return true;
  }
  return false;
}

/**
 * The keys in the middle of a line, from a character on, outside of code: with a capital or in bold, `(evidence: …)`
 * in any case: `… that wraps. Rationale: because`. `start` is where the key begins, `value` the text behind it.
 */
export function inlineKeys(line: string, from: number): { role: KeyRole; start: number; value: number }[] {
  const found: { role: KeyRole; start: number; value: number }[] = [];
  if (!mayHoldKey(line, from)) return found;
  const words = line.replace(/`[^`]{1,500}`/g, (code) => '`'.repeat(code.length));
  inlineKey.lastIndex = from;
  for (let match = inlineKey.exec(words); match; match = inlineKey.exec(words)) {
    const [whole, before, name] = match as unknown as [string, string, string];
    // In lower case only `(evidence: …)`, the seed's, is more than a word of the sentence.
    const isSmall = name.charAt(0) === name.charAt(0).toLowerCase() && !/[*_]/.test(whole);
    const isLatin = /^\p{Script=Latin}/u.test(name) || /^\p{Script=Cyrillic}/u.test(name);
    const role = roleByWords.get(normalize(name));
    if (!role || (isSmall && isLatin && !(role === 'evidence' && /[(（]/.test(before)))) continue;
    found.push({ role, start: match.index + before.length, value: match.index + whole.length });
  }
  return found;
}

function normalize(words: string): string {
  // Nearly all keys are plain words.
  if (/^[A-Za-z]+(?:[ /][A-Za-z]+)*$/.test(words)) return words.toLowerCase();
  return words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[ \t]*\/[ \t]*/g, '/')
    .replace(/\s+/g, ' ')
    .trim();
}
