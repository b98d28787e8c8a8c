import { wordTest } from './pattern';
import { hasUnknownScript } from './scripts';
import { european, none, type Words } from './words';

const { raw } = String;

/** Words by which a text proves what it says: who or what showed it, a test that was run, a look into the working tree. */
// biome-ignore format: a row a language
export const proofsGiven: Words = {
  en: [
    '(?:shown|confirmed|verified|proven|proved|reproduced|revealed|reported|caught|found) (?:by|in|with|via|on|through|during)',
    raw`(?:tests?|suite|build|ci|lint(?:er)?|compiler|logs?|output|stack ?trace|profil(?:er|ing)|benchmarks?|reviews?|audit|grep|search|inspection|screenshots?)(?: \p{L}{2,20}){0,2} (?:pass(?:es|ed)?|fail(?:s|ed|ing|ures?)?|shows?|showed|shown|prove[sdn]?|reports?|reported|reveal(?:s|ed)?|confirm(?:s|ed)?|caught|found|finds|warns?|warned|prints?|printed|says|said)`,
    '(?:repository|repo|directory|folder|working tree|work ?tree|checkout) (?:already |now |only )?(?:is|was|has|had|contain(?:s|ed)|holds|held)',
  ],
  zh: [raw`(?:测试|日志|构建|审查|评审)[^。\n]{0,20}(?:失败|通过|显示|报错|输出|发现)`, '实测', '复现', '报错'],
  'zh-Hant': ['報錯'],
  ja: [raw`(?:テスト|ログ|ビルド|レビュー)[^。\n]{0,20}(?:失敗|成功|表示|出力|確認|検出)`, '再現', '実測'],
  ko: [raw`(?:테스트|로그|빌드|리뷰)[^.\n]{0,20}(?:실패|통과|출력|확인|표시|발견)`, '재현', '실측'],
  ...none('grammar', ...european),
};

/** What proves something by itself, in any language: code, a command, a figure, a link, quoted words, a path. */
const proofs: readonly string[] = [
  raw`(?:\x60{3}|~{3})`,
  raw`\x60[^\x60\n]{0,200}[\s/.(=:][^\x60\n]{0,200}\x60`,
  raw`(?<![\p{L}\d._-]|(?:milestone|phase|stage|step|task|part|slice|unit|adr)[\s-]{0,2}#?)\d`,
  raw`#\d{1,7}|https?:\/\/|\]\([^()\s]{1,200}\)`,
  raw`["“”「『«][^"“”「」『』«»\n]{3,300}["“”」』»]`,
  raw`[\w-]\/[\w.-]{1,60}\.\w{1,6}(?!\w)|(?<![\w.])[\w-]{1,60}\.(?:[cm]?[jt]sx?|py|rs|go|java|kts?|md|json|ya?ml|toml|sql|sh|c|h|cpp|hpp|rb|php|cs|swift|vue|html?|css|lua|exs?|hs|tf|log|txt|csv|lock)(?!\w)`,
];

/** Verbs of seeing, and words for what may be looked up. */
// biome-ignore format: a row a language
export const evidenceWords: Words = {
  en: [
    'see', 'seen', 'tests', 'tested', 'logged', 'errors?', 'exceptions?', 'crash[a-z]{0,3}', 'fail[a-z]{0,4}', 'output',
    'prints?', 'printed', 'returns', 'returned', 'reports', 'reported', 'measured', 'measurements?',
    'benchmark[a-z]{0,4}', 'profil[a-z]{2,3}', 'throws?', 'threw', 'thrown', 'warn[a-z]{0,5}', 'rejects?', 'rejected',
    'complain[a-z]{0,3}', 'reproduc[a-z]{2,6}', 'confirm[a-z]{0,3}', 'verif[a-z]{2,6}', 'observed', 'inspected',
    'inspection', 'reviewed', 'audit[a-z]{0,3}', 'grep', 'searched', 'documented', 'documentation', 'according',
    'spike', 'traced', 'tracing', 'ran', 'compil[a-z]{1,5}', 'checked', 'found', 'showed', 'shown', 'shows',
  ],
  zh: ['测试', '日志', '错误', '输出', '实测', '验证', '确认', '检查', '发现'],
  'zh-Hant': ['測試', '錯誤', '輸出', '驗證', '確認'],
  ja: ['テスト', 'ログ', 'エラー', '出力', '検証', '調査', '確認'],
  ko: ['테스트', '로그', '에러', '오류', '출력', '확인', '검증', '조사'],
  es: ['prueba-', 'error-', 'salida-'],
  pt: ['teste-', 'erro-', 'saída-'],
  fr: ['essai-', 'erreur-', 'sortie-'],
  de: ['Fehler-', 'Ausgabe-', 'Prüfung-'],
  ru: ['тест-', 'ошибк-', 'вывод-', 'проверк-'],
};

const proves = wordTest(proofsGiven, { signs: proofs });
/** A name in backticks may be looked up, too. */
const hints = wordTest(evidenceWords, { signs: ['\x60'] });
/** `camelCase`, `snake_case`, `CONSTANT`, `call()` without backticks. */
const identifier = /\p{Ll}\p{Lu}|\w_\w|(?<!\p{L})\p{Lu}{2,}(?!\p{L})|\w\(\)|\w::\w|(?<!\p{L})\p{Lu}\d{1,3}(?!\p{L})/u;

/** Who writes that much, in characters, tells what was seen: perhaps, or surely. */
const long = 200;
const veryLong = 300;

/**
 * Whether words prove what they say: `shown` by something that can be looked up or run, `perhaps` by a name in backticks,
 * a verb of seeing, or many words. `shown` also for a script that nobody here reads.
 */
export function evidenceIn(text: string): 'shown' | 'perhaps' | 'none' {
  const words = text.replace(/\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?)?(?:Z|\sUTC)?/g, '');
  if (words.length > veryLong || proves(words) || hasUnknownScript(words)) return 'shown';
  return words.length > long || hints(words) || identifier.test(words) ? 'perhaps' : 'none';
}
