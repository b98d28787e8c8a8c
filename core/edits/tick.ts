import type { Plan, Step } from '../plan/model';
import { defaultReading } from '../plan/reading';
import { isLeading, markRange, readStep } from '../plan/steps';
import { readStamps } from '../plan/timestamp';
import { applyEdits } from './apply';
import { decorationOf, endOfText, lastTextLine } from './decoration';
import { at, type PlanEdit, within } from './planEdit';
import { type Clock, canonicalShape, defaultShape, planShape, type StampShape, stampText } from './stamp';

/** A step marked as done, with the present time in the plan's own shape. */
export interface Tick {
  edits: PlanEdit[];
  /** The stamp as it is written, without brackets. */
  stamp: string;
  /** The zone name that the plan uses and that is not written, because it means several zones. */
  ambiguous: string | undefined;
}

/** The shape of a new stamp in a plan: its own, else one that says its zone. */
export function shapeFor(plan: Plan, lines: readonly string[], clock: Clock): StampShape {
  return planShape(plan, lines) ?? defaultShape(clock);
}

/**
 * Ticks a step: the mark becomes `x`, and the present time stands where the plan's steps have it. Any date that is there
 * stays. Undefined where no place can be found from which `untick` would take the very same characters away again.
 *
 *     - [ ] Add the table   →   - [x] (2026-02-09 11:19Z) Add the table
 */
export function tick(plan: Plan, step: Step, lines: readonly string[], clock: Clock): Tick | undefined {
  const mark: PlanEdit[] = step.state === 'done' ? [] : [{ range: markRange(step), template: ['x'] }];
  return stamped(plan, step, lines, clock, mark);
}

/** Writes the present time on a done step and leaves its mark alone; undefined as for `tick`. */
export function stamp(plan: Plan, step: Step, lines: readonly string[], clock: Clock): Tick | undefined {
  return stamped(plan, step, lines, clock, []);
}

/**
 * Opens a step again: the mark becomes blank, and the stamp that said when it was done goes. What is not surely that stamp
 * stays: a deadline, a date inside the text, one of two times.
 */
export function untick(step: Step, lines: readonly string[]): PlanEdit[] {
  const old = decorationOf(step, lines);
  const edits: PlanEdit[] = [{ range: markRange(step), template: [' '] }];
  if (old) edits.push({ range: within(old.line, old.start, old.end), template: [''] });
  return edits;
}

function stamped(
  plan: Plan,
  step: Step,
  lines: readonly string[],
  clock: Clock,
  mark: readonly PlanEdit[],
): Tick | undefined {
  const own = shapeFor(plan, lines, clock);
  const ambiguous = own.zone.kind === 'ambiguous' ? own.zone.text.trim() : undefined;
  for (const shape of shapesFor(own)) {
    const text = stampText(shape, clock);
    const edits = [...mark, place(step, shape, text, lines)];
    if (isReversible(step, edits, text, lines)) return { edits, stamp: text, ambiguous };
  }
  return undefined;
}

/** The plan's own shape, and what takes its place where a step's words leave no room for it. */
function shapesFor(own: StampShape): StampShape[] {
  const { precision, separator, zone, form } = own;
  const trail: StampShape = {
    place: 'trail',
    before: '(done ',
    after: ')',
    gap: ' ',
    precision,
    separator,
    zone,
    form,
  };
  return [own, trail, { ...canonicalShape, precision, zone }];
}

function place(step: Step, shape: StampShape, text: string, lines: readonly string[]): PlanEdit {
  const written = `${shape.before}${text}${shape.after}`;
  if (shape.place === 'trail') {
    const line = lastTextLine(step, lines);
    return { range: at(line, endOfText(lines[line] as string)), template: [` ${written}`] };
  }
  const { line, character } = markRange(step).end;
  const behind = character + 1;
  const rest = (lines[line] as string).slice(behind);
  if (rest === '') return { range: at(line, behind), template: [` ${written}`] };
  return { range: at(line, behind + 1), template: [`${written}${shape.gap}`] };
}

/**
 * True when the step, read again behind the edits, was done at the stamp that was written, and when opening it gives the
 * very same lines: then nothing of its words was taken for a part of the stamp.
 */
function isReversible(step: Step, edits: readonly PlanEdit[], stamp: string, lines: readonly string[]): boolean {
  const { line } = step.range.start;
  const before = lines.slice(line, Math.max(step.lastLine, step.range.end.line) + 1);
  const leads = step.stamps.some((each) => isLeading(each, line, markRange(step).end.character + 1, before[0] ?? ''));
  const after = apply(before, edits, line);
  const read = readStep(
    {
      line: 0,
      character: step.markCharacter - 1,
      textEndLine: step.range.end.line - line + 1,
      wholeEndLine: after.length,
      depth: step.depth,
    },
    after,
    defaultReading,
  );
  const written = read?.recorded === undefined ? undefined : read.stamps[read.recorded];
  if (!read || written?.text !== stamp || readStamps(stamp, 0).length !== 1) return false;
  // A date in front of the words is a deadline, or somebody's note: two in a row say nothing.
  if (leads && written.range.start.line === 0 && read.stamps[0] === written && read.stamps.length > 1) return false;
  if (step.state === 'done') return true;
  const opened = apply(after, untick(read, after), 0);
  // The box of a partly done step comes back as an open one.
  const expected = apply(before, [{ range: markRange(step), template: [' '] }], line);
  return opened.join('\n') === expected.join('\n');
}

/** Lines behind edits of them; `from` is the line of the whole text that the first of them is. */
function apply(lines: readonly string[], edits: readonly PlanEdit[], from: number): string[] {
  const moved = edits.map((edit) => ({
    ...edit,
    range: {
      start: { line: edit.range.start.line - from, character: edit.range.start.character },
      end: { line: edit.range.end.line - from, character: edit.range.end.character },
    },
  }));
  return applyEdits(lines.join('\n'), moved).split('\n');
}
