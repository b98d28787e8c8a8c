import { countUpTo, hasLine } from '../text/positions';
import { remembered } from '../text/remembered';
import type { Plan, Section } from './model';

/** The lines that a plan's sections begin in, 0-based, in document order. */
const starts = remembered(({ sections }: Plan): number[] => sections.map(({ heading }) => heading.range.start.line));

/** The innermost section that holds a line, 0-based; undefined above the first one, or behind a plan. */
export function sectionAt(plan: Plan, line: number): Section | undefined {
  for (let i = countUpTo(starts(plan), line) - 1; i >= 0; i--) {
    const section = plan.sections[i] as Section;
    if (hasLine(section.range, line)) return section;
  }
  return undefined;
}
