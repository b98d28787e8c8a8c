import { languageOf } from '../plan/language';
import type { Plan } from '../plan/model';
import { lineBehind } from '../text/positions';
import { hintIn } from '../words/hints';
import { isOnlyNothing } from '../words/nothing';
import { phraseAround } from '../words/phrases';
import { insertSectionWith } from './addSection';
import { atEnd, isBlank } from './lines';
import { type PlanEdit, within } from './planEdit';
import { type Template, tabStops } from './template';

/** Adds what to do when a step fails: the section, or its words where it is there and says nothing yet. */
export function addRecovery(plan: Plan, lines: readonly string[]): PlanEdit {
  const own = plan.sections.find(({ roles }) => roles.includes('idempotence'));
  if (!own) return insertSectionWith(plan, 'idempotence', recovery(plan), lines);
  const first = own.heading.range.end.line;
  const filled: number[] = [];
  for (let line = first + 1; line < lineBehind(own.range); line++) if (!isBlank(lines[line])) filled.push(line);
  const [only] = filled;
  if (only !== undefined && filled.length === 1 && isOnlyNothing(lines[only] as string))
    return { range: within(only, 0, (lines[only] as string).length), template: recovery(plan) };
  const last = filled.at(-1) ?? first;
  const isCrowded = !isBlank(lines[last + 1]);
  return { range: atEnd(last, lines), template: ['\n\n', ...recovery(plan), isCrowded ? '\n' : ''] };
}

/** Two sentences, in the plan's language. */
function recovery(plan: Plan): Template {
  const tab = tabStops();
  const language = languageOf(plan);
  const sentence = (about: 'repeatable' | 'halfway'): Template => {
    const [before, behind] = phraseAround(language, about);
    return [before, tab(hintIn(language, about)), behind];
  };
  return [
    ...sentence('repeatable'),
    phraseAround(language, 'repeatable')[1] === '。' ? '' : ' ',
    ...sentence('halfway'),
  ];
}
