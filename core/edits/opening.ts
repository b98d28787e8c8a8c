import type { Range } from 'vscode-languageserver-textdocument';
import { languageOf } from '../plan/language';
import type { Plan } from '../plan/model';
import { livingRoles, typoIn } from '../plan/sections';
import { lineBehind } from '../text/positions';
import { listIn, phraseIn } from '../words/phrases';
import { headingWords } from './headingWords';
import { endOfLine, isBlank } from './lines';
import { at, type PlanEdit } from './planEdit';
import type { Template } from './template';

/**
 * The sentence that a plan lives, which names its living sections as the plan does, in the language that it has them in;
 * a typo in a name is not repeated.
 */
export function livingSentence(plan: Plan): string {
  const language = languageOf(plan);
  const own = livingRoles.flatMap((role) => plan.sections.find(({ roles }) => roles.includes(role)) ?? []);
  const names = [...new Set(own)].map(({ heading }) => {
    const name = headingWords(heading.text).name.replace(/`/g, '');
    return typoIn(name) ?? name;
  });
  return names.length > 1 ? phraseIn(language, 'living', listIn(language, names)) : phraseIn(language, 'livingPlan');
}

/** Puts a paragraph right below a plan's title; in front of its first line where it has none. */
export function insertBelowTitle(plan: Plan, paragraph: Template, lines: readonly string[]): PlanEdit {
  if (plan.title) return insertBehind(plan.title.range.end.line, paragraph, lines);
  return { range: topOf(plan, lines), template: [...paragraph, '\n\n'] };
}

/** Puts a paragraph behind the one that a line is part of. */
export function insertBehindParagraph(line: number, paragraph: Template, lines: readonly string[]): PlanEdit {
  let last = line;
  while (!isBlank(lines[last + 1]) && !/^ {0,3}(?:#|`{3}|~{3})/.test(lines[last + 1] as string)) last++;
  return insertBehind(last, paragraph, lines);
}

/** The place in front of all that stands in a plan, behind a mark of the byte order. */
export function topOf({ range }: Plan, lines: readonly string[]): Range {
  let line = range.start.line;
  while (line < lineBehind(range) - 1 && isBlank(lines[line])) line++;
  // `linesOf` shows the mark as a space.
  return at(line, line === 0 && lines[0]?.startsWith(' ') ? 1 : 0);
}

function insertBehind(line: number, paragraph: Template, lines: readonly string[]): PlanEdit {
  const end = endOfLine(line, lines);
  return { range: { start: end, end }, template: ['\n\n', ...paragraph, isBlank(lines[line + 1]) ? '' : '\n'] };
}
