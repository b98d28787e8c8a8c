import { edges, wordTest } from './pattern';
import { european, none, type Words } from './words';

const { raw } = String;

/** Words on what to do when something fails. */
// biome-ignore format: a row a language
export const recoveryWords: Words = {
  en: [
    'recover[a-z]{0,4}', raw`roll(?:s|ed|ing)?[\s-]?back[a-z]{0,3}`, 'revert[a-z]{0,4}', 'retr(?:y|ies|ied|ying)',
    're-?run[a-z]{0,4}', 'undo[a-z]{0,4}', 'restor[a-z]{1,4}', 'idempoten[a-z]{1,3}', 'repeatabl[ey]',
    'reset(?:s|ting)?', 'safe to (?:re-?run|repeat|run)',
    raw`(?:run|apply|do|start|try|tried|execut[a-z]{1,3})\s(?:\p{L}{2,12}\s){0,3}(?:again|twice|repeatedly)`,
    'git (?:checkout|restore|reset|revert|stash)',
    raw`(?:if|when|should|in case)\s[^.\n]{0,60}(?:fail|break|wrong|error|crash|interrupt|stop|conflict|unavailable|missing|blocked)\p{L}{0,4}`,
    'escalat[a-z]{1,4}', 'mitigat[a-z]{1,5}', 'stop and (?:ask|report|escalate)', '(?:taken?|take) back',
    'feature flag', raw`kill[\s-]?switch`, 'troubleshoot[a-z]{0,3}',
  ],
  zh: [
    '回[滚滾退]', '[恢][复復]', '重[试試跑]', '撤[销銷]', '[还還]原', '[幂冪]等', '[备備]份', '失[败敗]',
    '[再][実試]行',
  ],
  ja: ['回復', '復[旧元]', '再実行', 'リトライ', 'ロールバック', '巻き戻', '戻す', '冪等', 'べき等', 'バックアップ'],
  ko: ['복구', '롤백', '되돌', '재시도', '재실행', '멱등', '백업', '실패'],
  es: ['revertir-', 'deshacer-', 'recuper-', 'restaur-', 'reintent-', 'idempot-'],
  pt: ['reverter-', 'desfazer-', 'recuper-', 'restaur-', 'tentar novamente-', 'idempot-'],
  fr: ['annuler-', 'rétabl-', 'réessay-', 'restaur-', 'recuper-', 'idempot-'],
  de: [
    'rückgängig-', 'wiederherstell-', 'zurückroll-', 'zurücksetz-', 'erneut-', 'wiederhol-', 'idempotent-',
    'sicherung-',
  ],
  ru: ['откат-', 'восстан-', 'повтор-', 'идемпотент-'],
};

/** True for words on what to do when something fails. */
export const tellsRecovery = wordTest(recoveryWords);

/**
 * Words on how the work itself is undone or repeated. `no-recovery-path` takes more words for one: it only speaks where none
 * is, and many of them are those of a feature ("retry", "recover") when they stand in a plan by the way.
 */
// biome-ignore format: a row a language
export const undoWords: Words = {
  en: [
    raw`roll(?:s|ed|ing)?[\s-]?back[a-z]{0,3}`, 'revert[a-z]{0,4}', 'undo(?:es|ne|ing)?',
    'safe(?:ly)? (?:to )?(?:be )?(?:re-?run|repeat[a-z]{0,2}|run again|re-?tr[a-z]{1,3})',
    'can be (?:re-?run|repeated|run again)', 'git (?:checkout|restore|reset|revert|stash)',
    'restore (?:from|the (?:backup|previous|old|original))', 'back-?ups?',
    raw`(?:if|when) (?:(?:a|an|any|the|this|that|one)\s)?(?:\p{L}{1,14}\s){0,3}fails?`, 'start (?:over|again)',
    'stop and (?:ask|report|escalate)', raw`kill[\s-]?switch`,
  ],
  zh: ['回[滚滾退]', '[撤][销銷]', '[还還]原', '[备備]份', '失[败敗][后後时時]'],
  ja: ['ロールバック', '巻き戻', '(?:に|へ)戻す', '再実行', 'バックアップ', '失敗(?:した|時)'],
  ko: ['롤백', '되돌', '재실행', '백업', '실패(?:하면|시)'],
  es: ['revertir-', 'deshacer-'],
  pt: ['reverter-', 'desfazer-'],
  fr: ['annuler-', 'rétabl-'],
  de: ['rückgängig-', 'zurückroll-', 'zurücksetz-'],
  ru: ['откат-', 'восстан-'],
};

/** True for words on how the work itself is undone or repeated. */
export const tellsWayBack = wordTest(undoWords);

/** What a part of a plan is called that tells nothing but this. */
// biome-ignore format: a row a language
export const recoveryHeadings: Words = {
  en: ['idempoten', 'recover', raw`roll-?\s?back`, 'retr(?:y|ies)'],
  zh: ['回[滚滾退]', '恢[复復]', '[幂冪]等'],
  ja: ['復旧', 'べき等'],
  ko: ['복구', '롤백', '멱등'],
  ...none('unseen', ...european),
};

/** True for a heading of recovery. */
export const namesRecovery = wordTest(recoveryHeadings, { edges: edges.none, flags: 'i' });
