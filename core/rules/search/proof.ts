import type { PieceText } from '../../text/pieceText';
import type { Found } from '../../text/searchableText';
import { firstInParts } from './parts';

/** Words that tell how something is proved, in English first. */
const proof = new RegExp(
  [
    String.raw`(?<!\p{L})(?:accept(?:s|ed|able|ance)?|proofs?|prove[sdn]?|verif[a-z]{1,8}|validat[a-z]{1,5}|tests?|tested|testing|pytest|checks?|checked|checklist|confirm[a-z]{0,6}|demonstrat[a-z]{1,5}|demo|observ[a-z]{1,6}|expect[a-z]{0,6}|pass(?:es|ed|ing)?|smoke|benchmark[a-z]{0,4}|screenshots?|inspect[a-z]{0,4}|reproduc[a-z]{1,5}|green|CI|e2e|coverage|exit|gates?|criteria|criterion|no-go|measur[a-z]{1,6}|spot-check)(?!\p{L})`,
    String.raw`(?<!\p{L})(?:you|users?|they|we) (?:can|should|will|must|see)(?!\p{L})|should (?:see|show|print|return|be|still|now)(?!\p{L})|(?:done|finished|complete) when|(?:at|by) the end(?!\p{L})|(?:after|once|when) (?:this|the|that) (?:milestone|phase|stage|step|part)|(?:outcome|result|evidence|success)s?\**\s?[:：]|at this point|when (?:done|complete|finished)`,
    '验|驗|测试|測試|检查|檢查|检测|确认|確認|预期|預期|期望|完成[后後时時]|通过|通過|結果|结果|検証|検査|テスト|期待|完了(?:すると|時|条件|したら)|受け入れ|観測|動作|검증|확인|테스트|검사|기대|완료|통과|수용|결과',
    String.raw`(?<!\p{L})(?:abnahme|prüf[a-zß-ÿ]{0,8}|erwart[a-zß-ÿ]{1,6}|bestätig[a-zß-ÿ]{1,6}|ergebnis|vérifi[a-zß-ÿ]{1,6}|valid[a-zß-ÿ]{1,6}|attendu[a-zß-ÿ]{0,2}|résultat|essais?|prueba\p{L}?|verific[a-zß-ÿ]{1,6}|aceptación|aceitação|resultado|esperad[a-zß-ÿ]{1,2}|teste[sd]?|провер\p{L}{1,6}|тест\p{L}{0,5}|приём\p{L}{0,3}|ожида\p{L}{1,6}|результат)(?!\p{L})`,
  ].join('|'),
  'iu',
);

/** The first line of each part of a piece with a word that tells of a proof, those of code too. */
export function findProofs(piece: PieceText): Found[] {
  return firstInParts(piece, (line) => proof.test(piece.lineAt(line)));
}
