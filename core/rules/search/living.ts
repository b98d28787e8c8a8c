import type { PieceText } from '../../text/pieceText';
import type { Found } from '../../text/searchableText';

/** The plan says that it lives, in so many words. */
const lives = new RegExp(
  [
    String.raw`\bliving[\s>*_]{1,6}(?:document|doc|plan|execplan|file|record|spec|artifact|log|section)`,
    String.raw`活的?文[档檔件]|活的?计划|リビング\s?(?:ドキュメント|文書|プラン)|生きた(?:文書|ドキュメント|計画)`,
    String.raw`살아\s?있는\s?(?:문서|계획)|리빙\s?(?:도큐먼트|문서)`,
    String.raw`(?:documento|plan|plano|document)\s(?:vivo|vivant)|lebende[sn]?\s(?:dokument|plan)|lebendige[sn]?\s(?:dokument|plan)|жив(?:ой|ым)\s(?:документ|план)`,
  ].join('|'),
  'giu',
);

/** The plan says so in its opening in other words. */
const isKept = new RegExp(
  [
    String.raw`(?:document|plan|file)\sis\s(?:live|alive)\b|maintain\sthis\s(?:plan|document|file|execplan)`,
    String.raw`\b(?:kept|keep|keeping|maintained|stay)\b[^.\n]{0,200}(?:\n[^.\n]{1,200}){0,4}\b(?:up[-\s]to[-\s]date|current|in\ssync)\b`,
    String.raw`\bupdate\b[^.]{0,160}\b(?:as\s(?:work|you|the\swork|progress)|after\s(?:each|every|any|progress)|at\severy|continuously|throughout)`,
    '(?:持续|隨時|随时|实时)(?:地)?(?:更新|维护|維護)|保持(?:更新|同步|最新)|随(?:着)?.{1,20}(?:更新|维护)',
    '更新し続け|(?:継続的|随時|常)に?更新|最新(?:の状態)?に(?:保|維持)|지속적으로\\s?(?:갱신|업데이트|유지|관리)|최신\\s?상태',
    'actualizad[oa]s?|atualizad[oa]s?|à\\sjour|aktuell\\s(?:gehalten|zu\\shalten)|fortlaufend|актуальн',
  ].join('|'),
  'giu',
);

/** The lines of a piece that say so in any words. */
export function findKept(piece: PieceText): Found[] {
  return [...findLiving(piece), ...linesOf(isKept, piece)];
}

/** The lines of a piece that say in so many words that the plan lives. */
export function findLiving(piece: PieceText): Found[] {
  return linesOf(lives, piece);
}

/** The lines in which a pattern begins. */
function linesOf(pattern: RegExp, { text, line }: PieceText): Found[] {
  return [...text.matchAll(pattern)].map(({ index }) => ({ line: line + text.slice(0, index).split('\n').length - 1 }));
}
