import type { Position } from 'vscode-languageserver-textdocument';
import type { Entry, Plan, Step } from '../../plan/model';
import type { Stamp } from '../../plan/timestamp';
import { joined, remembered } from '../../text/kept';
import { leadsToStamp } from '../../words/dates';

/** Brackets and emphasis in front of a stamp that leads a text. */
const marks = 6;

/** The stamps that say when some steps were worked on: one of each done or partly done step that has one. */
export const recordedInRun = remembered((steps: readonly Step[]): readonly Stamp[] => {
  const found: Stamp[] = [];
  for (const step of steps) {
    const stamp = recordedInStep(step);
    if (stamp) found.push(stamp);
  }
  return found;
});

/** When a step was worked on: its first stamp, unless its words only name that date. Undefined for an open one. */
export function recordedInStep(step: Step): Stamp | undefined {
  const { state, stamps } = step;
  const [first] = stamps;
  if (!first || (state !== 'done' && state !== 'partial')) return undefined;
  return leadsStep(step, first) ? first : stamps.find((stamp) => isNoted(step, stamp));
}

/** True for a stamp that leads a step's text, stands in brackets, closes the text, or comes with "completed". */
function isNoted({ text }: Step, stamp: Stamp): boolean {
  const at = text.lastIndexOf(stamp.text);
  // It led the text and was taken off with words that shared its bracket.
  if (at < 0) return true;
  const before = text.slice(Math.max(0, at - 60), at);
  return (
    /[([（【][^()[\]（）【】]{0,60}$/.test(before) ||
    leadsToStamp(before) ||
    /^[\s*_`.。;)\]）】]{0,6}$/.test(text.slice(at + stamp.text.length)) ||
    at <= marks
  );
}

/** The stamps that say when an entry was written: the one that leads it, and its date. One that its words name is none. */
const recordedInEntry = remembered(({ stamps, parts, range, character }: Entry): readonly Stamp[] =>
  stamps.length === 0
    ? stamps
    : stamps.filter(({ range: { start } }) => {
        const leads = start.line === range.start.line && start.character - character <= marks;
        return leads || parts.some((part) => part.role === 'date' && isSamePlace(part.range.start, start));
      }),
);

function isSamePlace(a: Position, b: Position): boolean {
  return a.line === b.line && a.character === b.character;
}

/** Those of all entries; a record of a section with two roles is listed twice and counts once. */
export const recordedInEntries = remembered(({ entries, sections }: Plan): readonly Stamp[] => {
  const all = joined(entries.map(recordedInEntry));
  if (sections.every(({ roles }) => roles.length === 1)) return all;
  const found = new Map(all.map((stamp) => [`${stamp.range.start.line}:${stamp.range.start.character}`, stamp]));
  return [...found.values()];
});

/** True for a stamp that stands right behind a step's box. */
export function leadsStep({ range, markCharacter }: Step, { range: { start } }: Stamp): boolean {
  return start.line === range.start.line && start.character - (markCharacter + 2) <= marks;
}
