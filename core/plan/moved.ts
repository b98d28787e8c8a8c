import type { Position, Range } from 'vscode-languageserver-textdocument';
import type { Entry, Milestone, Passage, Step } from './model';
import type { Stamp } from './timestamp';

// Copies of what was read, so many lines further down: for a text that has grown or shrunk above it.

export function movedStep(step: Step, by: number): Step {
  return {
    ...step,
    range: movedRange(step.range, by),
    lastLine: step.lastLine + by,
    stamps: movedAll(step.stamps, by),
  };
}

export function movedEntry(entry: Entry, by: number): Entry {
  return {
    ...entry,
    range: movedRange(entry.range, by),
    stamps: movedAll(entry.stamps, by),
    parts: movedAll(entry.parts, by),
  };
}

type MilestoneDetails = Pick<Milestone, 'scope' | 'deliverables' | 'commands' | 'expected'>;

export function movedDetails({ scope, deliverables, commands, expected }: MilestoneDetails, by: number) {
  const moved = (passage: Passage | undefined) => passage && movedAll([passage], by)[0];
  return {
    scope: moved(scope),
    deliverables: movedAll(deliverables, by),
    commands: movedAll(commands, by),
    expected: moved(expected),
  };
}

function movedAll<T extends Passage | Stamp>(all: readonly T[], by: number): T[] {
  return all.map((each) => ({ ...each, range: movedRange(each.range, by) }));
}

function movedRange({ start, end }: Range, by: number): Range {
  return { start: movedPosition(start, by), end: movedPosition(end, by) };
}

function movedPosition({ line, character }: Position, by: number): Position {
  return { line: line + by, character };
}
