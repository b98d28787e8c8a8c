import { hasLine, lineBehind } from '../text/positions';
import { recordedIn } from './doneStamp';
import type { PartHeading } from './headings';
import type { Section, Step } from './model';
import type { Zones } from './reading';
import { readStamps, type Stamp } from './timestamp';

/** A heading that is a date, perhaps with figures and signs beside it. */
const isDay = /^[\s(*_[]{0,4}\d{4}-\d\d-\d\d[^\p{L}]*$/u;

/**
 * The dates of the sub-headings of Progress below which steps were worked on that do not say when themselves. `headings`
 * and `steps` are those of a plan, in order.
 *
 *     ### 2026-02-10
 *
 *     - [x] Add the table
 */
export function readDays(
  sections: readonly Section[],
  headings: readonly PartHeading[],
  steps: readonly Step[],
  lines: readonly string[],
  zones: Zones,
): Stamp[] {
  const days: Stamp[] = [];
  let next = 0;
  for (const [i, { line, text }] of headings.entries()) {
    const section = isDay.test(text) ? sections.find(({ range }) => hasLine(range, line)) : undefined;
    if (!section) continue;
    const end = Math.min(headings[i + 1]?.line ?? lines.length, lineBehind(section.range));
    while (next < steps.length && (steps[next] as Step).range.start.line < line) next++;
    let isWorkedOn = false;
    for (; next < steps.length && (steps[next] as Step).range.start.line < end; next++) {
      const step = steps[next] as Step;
      isWorkedOn ||= step.state !== 'open' && step.stamps.length === 0 && recordedIn(step) === undefined;
    }
    const [stamp] = isWorkedOn ? readStamps(lines[line] as string, line, 0, zones) : [];
    if (stamp) days.push(stamp);
  }
  return days;
}
