import type { Plan, Step } from '../plan/model';
import { markRange } from '../plan/steps';
import { at, type PlanEdit, within } from './planEdit';
import { type Clock, decorationOf, defaultShape, planShape, type StampShape, shapeOf, stampText } from './stamp';

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
 * Ticks a step: the mark becomes `x`, and the present time stands where the plan's steps have it. A stamp that leads
 * the step already is replaced; one elsewhere in its text stays.
 *
 *     - [ ] Add the table   →   - [x] (2026-02-09 11:19Z) Add the table
 */
export function tick(plan: Plan, step: Step, lines: readonly string[], clock: Clock): Tick {
  const mark: PlanEdit[] = step.state === 'done' ? [] : [{ range: markRange(step), template: ['x'] }];
  const stamped = stamp(plan, step, lines, clock);
  return { ...stamped, edits: [...mark, ...stamped.edits] };
}

/** Writes the present time on a step and leaves its mark alone. */
export function stamp(plan: Plan, step: Step, lines: readonly string[], clock: Clock): Tick {
  const shape = shapeFor(plan, lines, clock);
  const text = stampText(shape, clock);
  const written = `${shape.before}${text}${shape.after}`;
  return {
    edits: [place(step, shape, written, lines)],
    stamp: text,
    ambiguous: shape.zone.kind === 'ambiguous' ? shape.zone.text.trim() : undefined,
  };
}

function place(step: Step, shape: StampShape, written: string, lines: readonly string[]): PlanEdit {
  const old = decorationOf(step, lines);
  if (old?.place === 'lead') return { range: within(old.line, old.start, old.end), template: [written + old.gap] };
  if (old && shape.place === 'trail') return { range: within(old.line, old.start, old.end), template: [` ${written}`] };
  if (shape.place === 'trail')
    return { range: at(step.range.end.line, step.range.end.character), template: [` ${written}`] };
  const { line, character } = markRange(step).end;
  const behind = character + 1;
  const text = lines[line] as string;
  const blank = /^\s/.test(text.slice(behind)) ? behind + 1 : behind;
  return { range: at(line, blank), template: [`${blank === behind ? ' ' : ''}${written}${shape.gap}`] };
}

/**
 * Opens a step again: the mark becomes blank, and the stamp that said when it was done goes, if it leads the step or
 * closes it. A date inside the text stays.
 */
export function untick(step: Step, lines: readonly string[]): PlanEdit[] {
  const old = shapeOf(step, lines) && decorationOf(step, lines);
  const edits: PlanEdit[] = [{ range: markRange(step), template: [' '] }];
  if (old) edits.push({ range: within(old.line, old.start, old.end), template: [''] });
  return edits;
}
