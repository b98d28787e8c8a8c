import { firstInParts } from '../rules/search/parts';
import type { PieceText } from '../text/pieceText';
import type { Found } from '../text/searchableText';

/**
 * Words on how the work itself is undone or repeated, in English first. `no-recovery-path` takes more words for one: it only
 * speaks where none is, and many of them are those of a feature ("retry", "recover") when they stand in a plan by the way.
 */
const back = new RegExp(
  [
    String.raw`(?<!\p{L})(?:roll(?:s|ed|ing)?[\s-]?back[a-z]{0,3}|revert[a-z]{0,4}|undo(?:es|ne|ing)?|safe(?:ly)? (?:to )?(?:be )?(?:re-?run|repeat[a-z]{0,2}|run again|re-?tr[a-z]{1,3})|can be (?:re-?run|repeated|run again)|git (?:checkout|restore|reset|revert|stash)|restore (?:from|the (?:backup|previous|old|original))|back-?ups?|(?:if|when) (?:(?:a|an|any|the|this|that|one)\s)?(?:\p{L}{1,14}\s){0,3}fails?|start (?:over|again)|stop and (?:ask|report|escalate)|kill[\s-]?switch)(?!\p{L})`,
    '回[滚滾退]|[撤][销銷]|[还還]原|[备備]份|失[败敗][后後时時]|ロールバック|巻き戻|(?:に|へ)戻す|再実行|バックアップ|失敗(?:した|時)|롤백|되돌|재실행|백업|실패(?:하면|시)',
    String.raw`(?<!\p{L})(?:revertir|deshacer|desfazer|reverter|annuler|rétabl|rückgängig|zurückroll|zurücksetz|откат|восстан)`,
  ].join('|'),
  'iu',
);

/** The first line of each part of a piece that tells how the work is undone or repeated. */
export function findWaysBack(piece: PieceText): Found[] {
  return firstInParts(piece, (line) => back.test(piece.lineAt(line)));
}
