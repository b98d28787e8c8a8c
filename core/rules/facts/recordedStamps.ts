import { recordedIn, recordedInEntry } from '../../plan/doneStamp';
import type { Plan, Step } from '../../plan/model';
import type { Stamp } from '../../plan/timestamp';
import { joined } from '../../text/joined';
import { remembered } from '../../text/remembered';

/** Brackets and emphasis in front of a stamp that leads a text. */
const marks = 6;

/** The stamps that say when some steps were worked on: one of each done or partly done step that has one. */
export const recordedInRun = remembered((steps: readonly Step[]): readonly Stamp[] => {
  const found: Stamp[] = [];
  for (const step of steps) {
    const stamp = recordedIn(step);
    if (stamp) found.push(stamp);
  }
  return found;
});

const recordedInOne = remembered(recordedInEntry);

/** Those of all entries; a record of a section with two roles is listed twice and counts once. */
export const recordedInEntries = remembered(({ entries, sections }: Plan): readonly Stamp[] => {
  const all = joined(entries.map(recordedInOne));
  if (sections.every(({ roles }) => roles.length === 1)) return all;
  const found = new Map(all.map((stamp) => [`${stamp.range.start.line}:${stamp.range.start.character}`, stamp]));
  return [...found.values()];
});

/** True for a stamp that stands right behind a step's box. */
export function leadsStep({ range, markCharacter }: Step, { range: { start } }: Stamp): boolean {
  return start.line === range.start.line && start.character - (markCharacter + 2) <= marks;
}
