import type { Plan } from '../plan/model';
import { lineBehind } from '../text/positions';
import { isOnlyNothing } from '../words/nothing';
import { insertSectionWith } from './addSection';
import { atEnd, isBlank } from './lines';
import { type PlanEdit, within } from './planEdit';
import { type Template, tabStops } from './template';

/** Adds what to do when a step fails: the section, or its words where it is there and says nothing yet. */
export function addRecovery(plan: Plan, lines: readonly string[]): PlanEdit {
  const own = plan.sections.find(({ roles }) => roles.includes('idempotence'));
  if (!own) return insertSectionWith(plan, 'idempotence', recovery(), lines);
  const first = own.heading.range.end.line;
  const filled: number[] = [];
  for (let line = first + 1; line < lineBehind(own.range); line++) if (!isBlank(lines[line])) filled.push(line);
  const [only] = filled;
  if (only !== undefined && filled.length === 1 && isOnlyNothing(lines[only] as string))
    return { range: within(only, 0, (lines[only] as string).length), template: recovery() };
  const last = filled.at(-1) ?? first;
  const isCrowded = !isBlank(lines[last + 1]);
  return { range: atEnd(last, lines), template: ['\n\n', ...recovery(), isCrowded ? '\n' : ''] };
}

function recovery(): Template {
  const tab = tabStops();
  return [
    ...['Safe to repeat: ', tab('the steps that can run again without harm'), '. '],
    ...['When a step fails halfway: ', tab('how to go back, or how to go on'), '.'],
  ];
}
