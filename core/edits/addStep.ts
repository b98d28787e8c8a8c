import { languageOfAuthor } from '../plan/language';
import type { Plan, Section, Step } from '../plan/model';
import { hasLine, lineBehind } from '../text/positions';
import { hintIn } from '../words/hints';
import { readName, separator } from '../words/milestoneNames';
import { insertSectionWith } from './addSection';
import { marked } from './listMarker';
import type { PlanEdit } from './planEdit';
import { behindLast, intoEmpty, recordsOf, stepInWork, usualMarker } from './records';
import { tabStops } from './template';

/**
 * Adds an open step: below the one that `line` stands in or behind, with its marker and indentation; from outside of Progress
 * behind the steps of the milestone in work. Undefined where Progress is kept without checkboxes.
 */
export function addStep(
  plan: Plan,
  line: number,
  text: string | undefined,
  lines: readonly string[],
): PlanEdit | undefined {
  if (plan.steps.length === 0 && plan.entries.some(({ role }) => role === 'progress')) return undefined;
  const own = plan.sections.filter(({ roles }) => roles.includes('progress'));
  const here = own.find(({ range }) => hasLine(range, line));
  const section = here ?? own[0];
  const words = text ?? tabStops()(hintIn(languageOfAuthor(plan), 'openStep'));
  if (!section) return insertSectionWith(plan, 'progress', ['- [ ] ', words], lines);
  const above = here && lastAbove(plan, here, line);
  const group = here && groupWithoutSteps(here, above?.lastLine, line, lines);
  if (group) return intoEmpty(group, marked(['- [ ] ', words], usualMarker(plan, lines)), lines);
  const steps = plan.steps.filter((step) => hasLine(section.range, step.range.start.line));
  const records = above ? recordsUpTo(above, steps) : recordsOf(steps, stepInWork(steps));
  const last = records.at(-1);
  if (!last) return intoEmpty(section, marked(['- [ ] ', words], usualMarker(plan, lines)), lines);
  const unit = unitPrefix(
    steps.find(({ range }) => range.start.line === last.line),
    text,
  );
  return behindLast(records, [`- [ ] ${unit}`, words], lines);
}

/** The step of a section that a line stands in, or that is the last one above it. */
function lastAbove({ steps }: Plan, { range }: Section, line: number): Step | undefined {
  return steps.findLast(({ range: { start } }) => start.line <= line && hasLine(range, start.line));
}

/** The sub-heading of a section that a line stands below, where no step stands between the two. */
function groupWithoutSteps(
  { heading, range }: Section,
  above: number | undefined,
  line: number,
  lines: readonly string[],
): Pick<Section, 'heading' | 'range'> | undefined {
  const isHeading = (each: number) => /^ {0,3}#{1,6}\s/.test(lines[each] as string);
  let at = line;
  while (at > (above ?? heading.range.end.line) && !isHeading(at)) at--;
  if (at <= (above ?? heading.range.end.line)) return undefined;
  let end = at + 1;
  while (end < lineBehind(range) && !isHeading(end)) end++;
  const own = { start: { line: at, character: 0 }, end: { line: at, character: (lines[at] as string).length } };
  return {
    heading: { ...heading, range: own },
    range: { start: own.start, end: end < lineBehind(range) ? { line: end, character: 0 } : range.end },
  };
}

/** The steps beside one, that one included, which are above it or are it. */
function recordsUpTo(step: Step, steps: readonly Step[]): { line: number; end: number }[] {
  return steps
    .filter(({ depth, range: { start } }) => depth === step.depth && start.line <= step.range.start.line)
    .slice(-2)
    .map(({ range, lastLine }) => ({ line: range.start.line, end: lastLine }));
}

/** The name of its milestone that a step begins with, `M2: `, for the next one; empty where the words have their own. */
export function unitPrefix(step: Step | undefined, text: string | undefined): string {
  if (!step?.unit || (text !== undefined && readName(text))) return '';
  const name = readName(step.text);
  const between = name && separator.exec(name.rest)?.[0];
  if (!name || !between) return '';
  const prefix = step.text.slice(0, step.text.length - name.rest.length + between.length);
  // Half of an emphasis would make the rest bold, and a picture is one step's own.
  if (/[*_`~[(\p{Extended_Pictographic}]/u.test(prefix)) return '';
  // A wide colon has its own blank.
  return prefix.endsWith('：') ? prefix : `${prefix.trimEnd()} `;
}
