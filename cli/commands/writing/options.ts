import { InvalidArgumentError, Option } from '@commander-js/extra-typings';
import type { SaidPlace } from '../../../core/calls/place';

/** What every command takes that writes. */
export interface WritingOptions {
  expect?: string;
  dryRun?: boolean;
  json?: boolean;
  at?: string;
}

/** What every command takes that writes. */
export function writingOptions(isTimed: boolean): Option[] {
  return [
    new Option('--expect <hash>', 'the hash of the text that you have seen; refused where it is another one by now'),
    new Option('--dry-run', 'print what would be written as a diff, and write nothing'),
    new Option('--json', 'the answer as one JSON object, a refusal too; lines are 1-based'),
    ...(isTimed ? [new Option('--at <time>', 'another time than the present; only at a terminal, which asks')] : []),
  ];
}

/** The options by which a place is said. */
export interface PlaceOptions {
  line?: number | number[];
  step?: string[];
  milestone?: string;
}

export function lineOption(): Option {
  return new Option('--line <n>', 'a line of the step').argParser((text: string, before: number[] = []) => [
    ...before,
    lineNumber(text),
  ]);
}

export function stepOption(): Option {
  return new Option('--step <text>', 'words of the step, all of them or a part').argParser(
    (text: string, before: string[] = []) => [...before, text],
  );
}

export function milestoneOption(description: string): Option {
  return new Option('--milestone <number>', description);
}

/** A line where a step is not what is meant. */
export function placeOption(): Option {
  return new Option('--line <n>', 'a line of the plan, or of the section, where there are several').argParser(
    lineNumber,
  );
}

/** A line, from 1 up. */
export function lineNumber(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('It has to be a line number from 1 up.');
  return Number(text);
}

/** The places that were said: a line and words together mean one step; several lines, or several words, one each. */
export function saidPlaces({ line = [], step: steps = [], milestone }: PlaceOptions): SaidPlace[] {
  const lines = typeof line === 'number' ? [line] : line;
  if (lines.length === 1 && steps.length === 1) return [{ line: lines[0], step: steps[0], milestone }];
  const places = [...lines.map((each) => ({ line: each, milestone })), ...steps.map((step) => ({ step, milestone }))];
  return places.length > 0 || milestone === undefined ? places : [{ milestone }];
}
