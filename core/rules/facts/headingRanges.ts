import type { Range } from 'vscode-languageserver-textdocument';
import type { Heading, Plan, Section, Step } from '../../plan/model';
import { stepFigures } from '../../plan/progress';
import { lineBehind } from '../../text/positions';
import { isInstruction, isNothing } from '../../words/nothing';
import type { Role } from '../../words/roles';

/** The words of a heading, without its marks. */
export function wordsOf({ text, level, range: { start, end } }: Heading): Range {
  const marks = start.line === end.line && end.character - start.character > text.length ? level + 1 : 0;
  return { start: { line: start.line, character: Math.min(start.character + marks, end.character) }, end };
}

/** The title's words; the first section's heading, or the plan's first character, when it has no title. */
export function titleOf({ title, sections, range }: Plan): Range {
  const heading = title ?? sections[0]?.heading;
  return heading ? wordsOf(heading) : { start: range.start, end: range.start };
}

/** The first section that plays a role. */
export function sectionOf({ sections }: Plan, role: Role): Section | undefined {
  return sections.find(({ roles }) => roles.includes(role));
}

/** The words of the heading of the first section that plays a role, else those of the title. */
export function headingOf(plan: Plan, role: Role): Range {
  const section = sectionOf(plan, role);
  return section ? wordsOf(section.heading) : titleOf(plan);
}

/** True for a plan that is in work: it has open or partly done steps. */
export function isActive(plan: Plan): boolean {
  const { open, partial } = stepFigures(plan).figures;
  return open + partial > 0;
}

/** A section's lines without its heading and blank ones. */
export function bodyOf({ heading, range }: Section, lines: readonly string[]): string[] {
  return lines.slice(heading.range.end.line + 1, lineBehind(range)).filter((line) => line.trim() !== '');
}

/** True for lines that say nothing yet: "TBD", or the skeleton's own words. True for no lines at all. */
export function isUnfilled(body: readonly string[]): boolean {
  return body.every((line) => isNothing(line) || isInstruction(line));
}

/** A step's box, with its brackets. */
export function boxOf({ range: { start }, mark, markCharacter }: Step): Range {
  const end = markCharacter + mark.length + 1;
  return {
    start: { line: start.line, character: markCharacter - 1 },
    end: { line: start.line, character: end },
  };
}
