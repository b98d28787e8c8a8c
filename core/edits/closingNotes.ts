import { isBlank } from './lines';

/** The start of a note that tells at the bottom of a plan what was revised. */
const note =
  /^[*_]{0,3}(?:(?:exec ?)?plan )?(?:(?:revision|change|update) (?:notes?|log|history)\b|(?:revision|update)\s*\(|修订|修訂|变更记录|變更記錄|改訂|変更履歴|개정|변경 (?:이력|기록))/i;

/**
 * Where the notes of revision begin that stand at the bottom of a plan, behind what its last section says: an index into that
 * section's lines. Undefined where there are none.
 */
export function notesIn(section: readonly string[]): number | undefined {
  const start = section.findIndex((line, i) => i > 0 && isBlank(section[i - 1]) && note.test(line));
  return start < 0 ? undefined : start;
}
