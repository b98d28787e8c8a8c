import { isRevisionNote } from '../words/revisionNotes';
import { isBlank } from './lines';

/**
 * Where the notes of revision begin that stand at the bottom of a plan, behind what its last section says: an index into that
 * section's lines. Undefined where there are none.
 */
export function notesIn(section: readonly string[]): number | undefined {
  const start = section.findIndex((line, i) => i > 0 && isBlank(section[i - 1]) && isRevisionNote(line));
  return start < 0 ? undefined : start;
}
