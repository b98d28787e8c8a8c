import { recordedIn } from '../plan/doneStamp';
import type { Plan, Step } from '../plan/model';
import type { Stamp } from '../plan/timestamp';
import { convertStamp } from './convertStamp';
import { decorationOf } from './decoration';
import { type PlanEdit, within } from './planEdit';
import type { StampShape } from './stamp';

/**
 * Writes the timestamps of steps and entries in one shape. One that would become another instant, of which nobody knows the
 * time or the zone, stays as it is; a time is taken away only where `isAsked`.
 *
 *     - [x] 2026-02-09T18:25+09:00: Add it   →   - [x] (2026-02-09 09:25Z) Add it
 */
export function convertStamps(plan: Plan, shape: StampShape, lines: readonly string[], isAsked: boolean): PlanEdit[] {
  const ofEntries = plan.entries.flatMap(({ stamps }) => stamps.slice(0, 1));
  return [
    ...plan.steps.flatMap((step) => inStep(step, shape, lines, isAsked)),
    ...ofEntries.flatMap((stamp) => inWords(stamp, shape, isAsked)),
  ];
}

function inStep(step: Step, shape: StampShape, lines: readonly string[], isAsked: boolean): PlanEdit[] {
  const stamp = recordedIn(step);
  if (!stamp) return [];
  const old = decorationOf(step, lines);
  // Brackets change only in place: a stamp that leads stays in front, one that trails at the end.
  if (old?.stamp !== stamp || old.place !== shape.place || old.place !== 'lead') return inWords(stamp, shape, isAsked);
  const text = converted(stamp, shape, isAsked);
  if (text === undefined) return [];
  const written = `${shape.before}${text}${shape.after}${shape.gap}`;
  const before = (lines[old.line] as string).slice(old.start, old.end);
  return before === written || before === written.trimEnd()
    ? []
    : [{ range: within(old.line, old.start, old.end), template: [written] }];
}

function inWords(stamp: Stamp, shape: StampShape, isAsked: boolean): PlanEdit[] {
  const text = converted(stamp, shape, isAsked);
  return text === undefined || text === stamp.text ? [] : [{ range: stamp.range, template: [text] }];
}

function converted(stamp: Stamp, shape: StampShape, isAsked: boolean): string | undefined {
  const found = stamp.instant ? convertStamp(stamp, shape) : undefined;
  const isLess = shape.precision === 'date' && stamp.precision !== 'date';
  return found && (isAsked || !isLess) ? found.text : undefined;
}
