import type { PieceText } from '../../text/pieceText';
import type { Found } from '../../text/searchableText';
import { firstInParts } from './parts';

/** Words on what to do when something fails, in English first. */
const recovery = new RegExp(
  [
    String.raw`(?<!\p{L})(?:recover[a-z]{0,4}|roll(?:s|ed|ing)?[\s-]?back[a-z]{0,3}|revert[a-z]{0,4}|retr(?:y|ies|ied|ying)|re-?run[a-z]{0,4}|undo[a-z]{0,4}|restor[a-z]{1,4}|idempoten[a-z]{1,3}|repeatabl[ey]|reset(?:s|ting)?|safe to (?:re-?run|repeat|run)|(?:run|apply|do|start|try|tried|execut[a-z]{1,3})\s(?:\p{L}{2,12}\s){0,3}(?:again|twice|repeatedly)|git (?:checkout|restore|reset|revert|stash)|(?:if|when|should|in case)\s[^.\n]{0,60}(?:fail|break|wrong|error|crash|interrupt|stop|conflict|unavailable|missing|blocked)\p{L}{0,4}|escalat[a-z]{1,4}|mitigat[a-z]{1,5}|stop and (?:ask|report|escalate)|(?:taken?|take) back|feature flag|kill[\s-]?switch|troubleshoot[a-z]{0,3})(?!\p{L})`,
    '回[滚滾退]|[恢][复復]|重[试試跑]|撤[销銷]|[还還]原|[幂冪]等|[备備]份|失[败敗]|回復|復[旧元]|[再][実試]行|再実行|リトライ|ロールバック|巻き戻|戻す|冪等|べき等|バックアップ|복구|롤백|되돌|재시도|재실행|멱등|백업|실패',
    String.raw`(?<!\p{L})(?:revertir|deshacer|recuper|restaur|reintent|idempot|desfazer|reverter|tentar novamente|annuler|rétabl|réessay|restaur|rückgängig|wiederherstell|zurückroll|zurücksetz|erneut|wiederhol|idempotent|sicherung|откат|восстан|повтор|идемпотент)`,
  ].join('|'),
  'iu',
);

/** The first line of each part of a piece that tells what to do when something fails. */
export function findRecovery(piece: PieceText): Found[] {
  if (!recovery.test(piece.text)) return [];
  // The name of a rule in a comment that silences it is no such word.
  return firstInParts(piece, (line) => recovery.test(piece.lineAt(line).replace(/<!-- execplan-.*/, '')));
}
