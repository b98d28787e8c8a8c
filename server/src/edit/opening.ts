import { languageOf } from '../plan/language';
import type { Plan } from '../plan/model';
import { lineBehind } from '../plan/positions';
import { livingRoles } from '../plan/sections';
import { at, type PlanEdit } from './edit';
import { headingWords } from './headingWords';
import { listIn, phrases } from './phrases';
import type { Template } from './template';

/** The sentence that a plan lives, which names its living sections as the plan does, in the language that it has them in. */
export function livingSentence(plan: Plan): string {
  const language = languageOf(plan);
  const own = livingRoles.flatMap((role) => plan.sections.find(({ roles }) => roles.includes(role)) ?? []);
  const names = [...new Set(own)].map(({ heading }) => headingWords(heading.text).name.replace(/`/g, ''));
  return names.length > 1 ? phrases[language].living(listIn(language, names)) : phrases[language].livingPlan;
}

/** Puts a paragraph right below a plan's title; in front of its first line where it has none. */
export function insertBelowTitle(plan: Plan, paragraph: Template, lines: readonly string[]): PlanEdit {
  if (plan.title) return insertBehind(plan.title.range.end.line, paragraph, lines);
  const line = firstLine(plan, lines);
  return { range: at(line, 0), template: [...paragraph, '\n\n'] };
}

/** Puts a paragraph behind the one that a line is part of. */
export function insertBehindParagraph(line: number, paragraph: Template, lines: readonly string[]): PlanEdit {
  let last = line;
  while (isFilled(lines[last + 1]) && !/^ {0,3}(?:#|`{3}|~{3})/.test(lines[last + 1] as string)) last++;
  return insertBehind(last, paragraph, lines);
}

/** The first line of a plan in which something stands; its first one where nothing does. */
export function firstLine({ range }: Plan, lines: readonly string[]): number {
  for (let line = range.start.line; line < lineBehind(range); line++) if (isFilled(lines[line])) return line;
  return range.start.line;
}

function insertBehind(line: number, paragraph: Template, lines: readonly string[]): PlanEdit {
  const crowded = isFilled(lines[line + 1]);
  return { range: at(line, (lines[line] as string).length), template: ['\n\n', ...paragraph, crowded ? '\n' : ''] };
}

function isFilled(line: string | undefined): boolean {
  return line !== undefined && line.trim() !== '';
}
