import { edges, lazyPattern, sourceOf, wordTest } from './pattern';
import { european, none, type Words } from './words';

const { raw } = String;

/** Words that tell how a milestone is proved. */
// biome-ignore format: a row a language
export const proofWords: Words = {
  en: [
    'accept(?:s|ed|able|ance)?', 'proofs?', 'prove[sdn]?', 'verif[a-z]{1,8}', 'validat[a-z]{1,5}', 'tests?', 'tested',
    'testing', 'pytest', 'checks?', 'checked', 'checklist', 'confirm[a-z]{0,6}', 'demonstrat[a-z]{1,5}', 'demo',
    'observ[a-z]{1,6}', 'expect[a-z]{0,6}', 'pass(?:es|ed|ing)?', 'smoke', 'benchmark[a-z]{0,4}', 'screenshots?',
    'inspect[a-z]{0,4}', 'reproduc[a-z]{1,5}', 'green', 'CI', 'e2e', 'coverage', 'exit', 'gates?', 'criteria',
    'criterion', 'no-go', 'measur[a-z]{1,6}', 'spot-check', '(?:you|users?|they|we) (?:can|should|will|must|see)',
  ],
  zh: [
    '验', '驗', '测试', '測試', '检查', '檢查', '检测', '确认', '確認', '预期', '預期', '期望', '完成[后後时時]',
    '通过', '通過', '結果', '结果',
  ],
  ja: ['検証', '検査', 'テスト', '期待', '完了(?:すると|時|条件|したら)', '受け入れ', '観測', '動作', '確認', '結果'],
  ko: ['검증', '확인', '테스트', '검사', '기대', '완료', '통과', '수용', '결과'],
  es: [
    raw`prueba\p{L}?`, 'verific[a-zß-ÿ]{1,6}', 'valid[a-zß-ÿ]{1,6}', 'aceptación', 'resultado', 'esperad[a-zß-ÿ]{1,2}',
  ],
  pt: ['teste[sd]?', 'verific[a-zß-ÿ]{1,6}', 'valid[a-zß-ÿ]{1,6}', 'aceitação', 'resultado', 'esperad[a-zß-ÿ]{1,2}'],
  fr: ['vérifi[a-zß-ÿ]{1,6}', 'valid[a-zß-ÿ]{1,6}', 'attendu[a-zß-ÿ]{0,2}', 'résultat', 'essais?'],
  de: ['abnahme', 'prüf[a-zß-ÿ]{0,8}', 'erwart[a-zß-ÿ]{1,6}', 'bestätig[a-zß-ÿ]{1,6}', 'ergebnis', 'teste[sd]?'],
  ru: [raw`провер\p{L}{1,6}`, raw`тест\p{L}{0,5}`, raw`приём\p{L}{0,3}`, raw`ожида\p{L}{1,6}`, 'результат'],
};

/** The same, with what may stand around them: patterns without edges of their own. */
// biome-ignore format: a row a language
export const proofPhrases: Words = {
  en: [
    raw`should (?:see|show|print|return|be|still|now)(?!\p{L})`, '(?:done|finished|complete) when',
    raw`(?:at|by) the end(?!\p{L})`, '(?:after|once|when) (?:this|the|that) (?:milestone|phase|stage|step|part)',
    raw`(?:outcome|result|evidence|success)s?\**\s?[:：]`, 'at this point', 'when (?:done|complete|finished)', raw`(?<!\p{L})(?:run|execute)\s\x60`,
    raw`\x60\s(?:then |now )?(?:prints?|shows?|draws?|opens?|rings?|plays?|writes?|says?|fails?|passes|grows|returns?|outputs?|displays?|reports?|answers?|exits?|lists?|yields?|succeeds|works)(?![a-z])`,
  ],
  zh: [raw`(?:运行|执行|運行|執行)\s?\x60`, raw`\x60\s?(?:会|將|将)?(?:打印|输出|显示|返回|輸出|顯示)`],
  ja: [raw`\x60\s?を?実行`, raw`\x60\s?[がはで].{0,20}(?:表示|出力|返)`],
  ko: [raw`\x60\s?(?:를|을)?\s?실행`, raw`\x60\s?[가이는은].{0,20}(?:출력|표시|반환)`],
  es: [raw`ejecut[a-zß-ÿ]{1,4}\s\x60`, raw`\x60\s(?:imprime|muestra|devuelve|avisa|responde|suena|da|dice|termina|escribe|abre|falla|pasa)(?![a-z])`],
  pt: [raw`(?:execut|rod)[a-zß-ÿ]{1,4}\s\x60`, raw`\x60\s(?:imprime|mostra|devolve|retorna|responde|avisa|toca|diz|termina|escreve|abre|falha|passa)(?![a-z])`],
  fr: [raw`(?:exécut|lanc)[a-zß-ÿ]{1,4}\s\x60`, raw`\x60\s(?:affiche|imprime|renvoie|montre|répond|sonne|dit|donne|termine|écrit|ouvre|échoue|passe)(?![a-z])`],
  de: [raw`\x60\s(?:aus(?:zu)?führen|laufen)`, raw`\x60\s(?:druckt|zeigt|meldet|liefert|gibt|steht|kommt|endet|antwortet|schreibt|öffnet|läuft|schlägt|klingelt|sagt)(?![a-z])`],
  ru: [raw`(?:запуст|выполн)\p{L}{1,4}\s\x60`, raw`\x60\s(?:выводит|печатает|показывает|возвращает|отвечает|открывает|пишет|падает|проходит|включает)`],
};

const phrase = wordTest(proofPhrases, { edges: edges.none });
const word = wordTest(proofWords);

/** True for words that tell how something is proved. */
export function tellsProof(text: string): boolean {
  return word(text) || phrase(text);
}

/** What milestones begin the line with that tells of their proof. */
// biome-ignore format: a row a language
export const proofLabels: Words = {
  en: [
    'acceptance(?: criteria)?', 'proof', 'validation', 'verification', 'verify', 'how to verify', 'exit criteria',
    'done when', 'expected(?: result| outcome)?',
  ],
  zh: ['验收(?:标准)?', '验证'],
  'zh-Hant': ['驗收', '驗證'],
  ja: ['検証', '受け入れ(?:基準)?'],
  ko: ['검증', '수용 기준'],
  ...none('unseen', ...european),
};

const labelled = lazyPattern(
  () =>
    String.raw`^\s{0,3}(?:[-*+]\s+)?(?:\*\*|__)?(?:${sourceOf(proofLabels, edges.none)})(?:\*\*|__)?\s?[:：](?:\*\*|__)?`,
  'i',
);

/** What a line begins with that tells of a milestone's proof, marks and colon included: `- **Acceptance:**`. */
export function proofLabelOf(line: string): string | undefined {
  return labelled(line).exec(line)?.[0];
}

/** What a list of acceptance is called: boxes below it are no steps. */
// biome-ignore format: a row a language
export const acceptanceNames: Words = {
  en: [
    'accept', 'criteri', 'definition of (?:done|ready)', raw`\bdod\b`, 'done when', 'verif', 'validat',
    raw`\bchecks?\b`, 'checklist', raw`\bgates?\b`, 'sign-?off', 'success', 'must pass',
  ],
  zh: ['验收', '验证', '完成(?:定义|标准|条件)', '通过标准', '检查'],
  'zh-Hant': ['驗收', '驗證', '完成(?:定義|標準)'],
  ja: ['完成(?:定義|標準|条件)', '受け?入れ', '検証', '確認', '検収', 'チェック'],
  ko: ['검증', '인수', '수용', '완료 ?(?:정의|기준|조건)', '확인', '점검'],
  es: ['acepta', 'valida'],
  pt: ['valida'],
  fr: ['critér', 'valida', 'vérif', 'recette'],
  de: ['akzeptanz', 'abnahme', 'prüf'],
  ru: ['приём', 'прием', 'критери', 'провер'],
};

/** True for a heading, or a line in front of a list, that names what is to be accepted. */
export const namesAcceptance = wordTest(acceptanceNames, { edges: edges.none, flags: 'i' });
