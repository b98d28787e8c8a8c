import { recordedIn, recordedInEntry } from '../../core/plan/doneStamp';
import type { Plan, PlanDocument, Section, Step } from '../../core/plan/model';
import { nextStep } from '../../core/plan/progress';
import { lineBehind } from '../../core/text/positions';
import { type JournalRecord, markOf, type Reading, type StepMark } from './records';

/**
 * What is remembered of a plan file at a time (milliseconds since the epoch): of its words nothing but hashes. `text` is the
 * identity of its text, `lines` are those of the text as it is read.
 */
export function readingOf(
  { plans }: Pick<PlanDocument, 'plans'>,
  lines: readonly string[],
  text: string,
  time: number,
): Reading {
  const front = plans.find((plan) => nextStep(plan) !== undefined) ?? plans[0];
  const next = front && nextStep(front);
  return {
    text,
    time,
    steps: plans.flatMap(({ steps }) => steps.map(stepMark)),
    entries: plans.flatMap(entryMarks),
    rest: restMark(plans, lines),
    roles: plans.flatMap(({ sections }) => sections.flatMap(({ roles }) => roles)),
    title: front?.title?.range.start.line,
    next: next === undefined ? undefined : front?.steps[next]?.range.start.line,
    plans: plans.length,
  };
}

/** A plan file that a tool of ours has just written. */
export interface WrittenFile {
  /** The identity of its text. */
  hash: string;
  analysis: { document: Pick<PlanDocument, 'plans'>; lines: readonly string[] };
}

/** What is put down of lines that a tool of ours has written, at a time (milliseconds since the epoch). */
export function linesRecord(written: readonly string[], time: number): JournalRecord[] {
  const lines = written.filter((line) => line.trim() !== '').map((line) => ({ line: markOf(line), time }));
  return lines.length > 0 ? [{ kind: 'lines', lines }] : [];
}

/** What is put down of a file that a tool of ours has written: how it stands, and which lines are ours. */
export function writtenRecords(
  { hash, analysis: { document, lines } }: WrittenFile,
  written: readonly string[],
  time: number,
): JournalRecord[] {
  return [{ kind: 'reading', reading: readingOf(document, lines, hash, time) }, ...linesRecord(written, time)];
}

/** What stands outside of Progress as it is remembered. */
function restMark(plans: readonly Plan[], lines: readonly string[]): string {
  const outside: (readonly string[])[] = [];
  let from = 0;
  for (const { heading, range } of plans.flatMap(({ sections }) => sections.filter(isProgress))) {
    outside.push(lines.slice(from, heading.range.end.line + 1));
    from = Math.max(from, lineBehind(range));
  }
  return markOf([...outside, lines.slice(from)].flat().join('\n'));
}

function isProgress({ roles }: Section): boolean {
  return roles.length === 1 && roles[0] === 'progress';
}

/** A step as it is remembered. Words that are only wrapped anew are the same. */
export function stepMark(step: Step): StepMark {
  const stamp = recordedIn(step);
  return {
    words: markOf(step.text.replace(/\s+/g, ' ').trim()),
    state: step.state,
    stamp: stamp ? markOf(stamp.text) : '',
  };
}

/** The stamps of entries, each with the entry's words. */
function entryMarks({ entries }: Plan): string[] {
  return entries.flatMap((entry) => recordedInEntry(entry).map((stamp) => entryMark(entry.text, stamp.text)));
}

/** A stamp of an entry as it is remembered. */
export function entryMark(words: string, stamp: string): string {
  return markOf(`${stamp} ${words.replace(/\s+/g, ' ').trim()}`);
}
