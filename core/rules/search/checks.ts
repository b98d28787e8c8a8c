import type { PieceText } from '../../text/pieceText';
import type { Found } from '../../text/searchableText';
import { firstInParts } from './parts';

/** What can be run or looked at: anything in backticks, and verbs of doing and seeing, in English first. */
const check = new RegExp(
  [
    '\x60|https?:',
    String.raw`(?<!\p{L})(?:run(?:s|ning)?|open(?:s|ed|ing)?|start(?:s|ed|ing)?|launch[a-z]{0,3}|execut[a-z]{1,4}|visit[a-z]{0,3}|navigat[a-z]{1,4}|click[a-z]{0,3}|tap[a-z]{0,4}|press[a-z]{0,3}|type|typing|enter|select|submit[a-z]{0,4}|send|post|upload|download|sign|log in|login|load(?:s|ed|ing)?|call|request|curl|see|sees|seen|show(?:s|n|ing)?|print(?:s|ed|ing)?|display(?:s|ed|ing)?|render(?:s|ed|ing)?|appear(?:s|ed|ing)?|return(?:s|ed|ing)?|respond(?:s|ed)?|output(?:s)?|read(?:s)?|look|watch|observ[a-z]{1,6}|expect[a-z]{0,6}|verif[a-z]{1,8}|validat[a-z]{1,5}|check(?:s|ed|ing|list)?|confirm[a-z]{0,6}|inspect[a-z]{0,4}|compar[a-z]{1,5}|tests?|tested|testing|suite|build(?:s)?|pass(?:es|ed|ing)?|fail(?:s|ed|ing|ure)?|compil[a-z]{1,5}|lint|measur[a-z]{1,6}|benchmark[a-z]{0,4}|screenshots?|demo[a-z]{0,8}|given|when|then|user can|you can|reject(?:s|ed)?|error|logs?|report(?:s|ed)?|page|browser|exit|CI|green|zero|no longer|contain(?:s|ed|ing)?|exist(?:s)?|list(?:s|ed)?|review(?:ed)?)(?!\p{L})`,
    '[运運]行|[执執]行|打[开開]|点击|點擊|访问|訪問|启动|啟動|看到|[显顯]示|[输輸][出入]|返回|[检檢][查测測]|[测測][试試]|[验驗]|[确確][认認]|通[过過]|失[败敗]|[编編][译譯]|[构構]建|日志|日誌|报错|[预預]期|截[图圖]|存在|命令|実行|開[くい]|起動|表示|出力|確認|検証|テスト|成功|エラー|ログ|期待|返る|返す|見える|실행|열[기고어]|클릭|표시|출력|확인|검증|테스트|통과|실패|오류|로그|기대|반환',
    String.raw`(?<!\p{L})(?:ejecut|abr[ia]|muestr|prueba|verific|comprob|execut|mostra|teste|lanc|ouvr|affich|vérifi|essai|ausführ|öffne|starte|zeig|prüf|anzeig|klick|запус|откро|покаж|провер|тест|вывод)`,
  ].join('|'),
  'iu',
);

/** The first line of each part of a piece with something that can be run or seen; code is. */
export function findChecks(piece: PieceText): Found[] {
  return firstInParts(piece, (line) => {
    const text = piece.lineAt(line);
    return text.trim() !== '' && (piece.isCode(line) || check.test(text));
  });
}
