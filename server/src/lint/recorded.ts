import { remembered } from '../plan/kept';
import type { Entry, Plan, Step } from '../plan/model';
import type { Stamp } from '../plan/timestamp';

/** Brackets and emphasis in front of a stamp that leads a text. */
const marks = 6;

/** The stamps that say when some steps were worked on: the first one of each done or partly done step. */
export const recordedInRun = remembered((steps: readonly Step[]): readonly Stamp[] => {
  const found: Stamp[] = [];
  for (const { state, stamps } of steps)
    if (stamps[0] && (state === 'done' || state === 'partial')) found.push(stamps[0]);
  return found;
});

/** The stamps that say when an entry was written: the one that leads it, and its date. One that its words name is none. */
const recordedInEntry = remembered(({ stamps, parts, range, character }: Entry): readonly Stamp[] => {
  const dates = parts.flatMap((part) => (part.role === 'date' ? [part.range.start] : []));
  return stamps.filter(({ range: { start } }) => {
    const leads = start.line === range.start.line && start.character - character <= marks;
    return leads || dates.some((date) => date.line === start.line && date.character === start.character);
  });
});

/** Those of all entries; a record of a section with two roles is listed twice and counts once. */
export function recordedInEntries({ entries }: Plan): Stamp[] {
  const found = new Map<string, Stamp>();
  for (const entry of entries)
    for (const stamp of recordedInEntry(entry)) {
      const { line, character } = stamp.range.start;
      found.set(`${line}:${character}`, stamp);
    }
  return [...found.values()];
}

/** True for a stamp that stands right behind a step's box. */
export function leadsStep({ range, markCharacter }: Step, { range: { start } }: Stamp): boolean {
  return start.line === range.start.line && start.character - (markCharacter + 2) <= marks;
}
