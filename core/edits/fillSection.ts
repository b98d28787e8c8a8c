import { readKey } from '../plan/keys';
import { languageOf } from '../plan/language';
import type { Plan, Section } from '../plan/model';
import { stepFigures } from '../plan/progress';
import { lineBehind } from '../text/positions';
import { isInstruction, isNothing, isOnlyNothing } from '../words/nothing';
import { allDoneIn, phraseIn } from '../words/phrases';
import type { LivingRole } from '../words/roles';
import { dialectOf, templateOf } from './addEntry';
import { openStep, plainEntry } from './entryTemplate';
import { endOfLine, isBlank } from './lines';
import { marked } from './listMarker';
import type { PlanEdit } from './planEdit';
import { intoEmpty, usualMarker } from './records';
import { type Clock, stampText } from './stamp';
import { type Template, toText } from './template';
import { shapeFor } from './tick';

/**
 * Puts a first record into a living section that has none: an open step into Progress, a stamped record elsewhere. Words that
 * only put it off give way; others are kept, and it comes behind them. Where nobody can type over it, it says what is
 * certain: that there is nothing yet, or that all steps are done.
 */
export function fillSection(
  plan: Plan,
  section: Section,
  role: LivingRole,
  lines: readonly string[],
  clock: Clock,
): PlanEdit {
  const shape = shapeFor(plan, lines, clock);
  const language = languageOf(plan);
  const inStyle = (template: Template) => marked(template, usualMarker(plan, lines));
  const insert = (template: Template) => replaceNothing(section, template, lines);
  if (role === 'progress')
    return {
      ...insert(inStyle(openStep())),
      neutral: toText(insert(inStyle([`- [ ] ${phraseIn(language, 'firstStep')}`])).template),
    };
  const done = allDoneIn(language, stepFigures(plan).figures.done);
  const neutral =
    role === 'outcomes'
      ? inStyle(plainEntry(dialectOf(plan, shape), stampText(shape, clock), done))
      : [phraseIn(language, 'none')];
  return { ...insert(inStyle(templateOf(plan, role, lines, clock))), neutral: toText(insert(neutral).template) };
}

/** Says in a living section that there is nothing yet, in the plan's language. */
export function sayNothing(plan: Plan, section: Section, lines: readonly string[]): PlanEdit {
  return replaceNothing(section, [phraseIn(languageOf(plan), 'none')], lines);
}

function replaceNothing(section: Section, template: Template, lines: readonly string[]): PlanEdit {
  const filled: number[] = [];
  for (let line = section.heading.range.end.line + 1; line < lineBehind(section.range); line++)
    if (!isBlank(lines[line])) filled.push(line);
  const content = filled.filter((line) => !/^\s*(?:<!--.*-->\s*$|(?:[-*_]\s*){3,}$)/.test(lines[line] as string));
  const first = content[0];
  const last = content.at(-1);
  // What stands between them is content, too: no comment gets lost.
  const isWhole = filled.filter((line) => line >= (first ?? 0) && line <= (last ?? -1)).length === content.length;
  if (
    first === undefined ||
    last === undefined ||
    !isWhole ||
    !content.every((line) => isEmptyTalk(lines[line] as string))
  )
    return intoEmpty(section, template, lines);
  return {
    range: { start: { line: first, character: 0 }, end: endOfLine(last, lines) },
    template,
  };
}

/** True for a line that only says that something is still to be said: a word for it, an instruction, a key without value. */
export function isEmptyTalk(line: string): boolean {
  const words = line.trim().replace(/^(?:[-*+]|\d{1,9}[.)])\s+/, '');
  const value = words.slice(readKey(words)?.length ?? 0);
  if (value === '' || isOnlyNothing(value)) return true;
  // What names something else is worth keeping.
  return value.length <= 100 && (isNothing(value) || isInstruction(value)) && !/\d|`|:\/\/|\.\w/.test(value);
}
