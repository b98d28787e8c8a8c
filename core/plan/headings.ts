import type { HeadingBlock } from '../text/blocks';
import { plainHeading } from '../text/headingText';
import { memo } from '../text/memo';
import { conjunction, numbering } from '../words/headingMarks';
import type { UnitNamed } from '../words/milestoneNames';
import type { Role } from '../words/roles';
import type { Heading } from './model';

/** A heading with what its words mean, found once. */
export interface RoledHeading extends HeadingBlock {
  readonly roles: readonly Role[];
  /** The same, and those that its words surely tell without being a name: enough to say that a text is a plan. */
  readonly told: readonly Role[];
  /** The role that its words play where nothing else does. */
  readonly weakRole: Role | undefined;
  /** The unit of work that it announces: `Milestone 1: …`. */
  readonly unit: UnitNamed | undefined;
  /** True where it only holds units: "Milestones", "Implementation phases". */
  readonly isContainer: boolean;
  /** True for the heading of a text about plans: "When to write an ExecPlan". */
  readonly speaksOfPlans: boolean;
  /** True where what stands below it is no part of the plan itself: "Appendix: the plan before this one". */
  readonly isAppendix: boolean;
  /** True where what stands below it is over: "Archive", "Completed in January". */
  readonly isArchive: boolean;
}

/** A heading among all of its text. */
export interface PartHeading extends RoledHeading {
  /** The first line behind its part: the next heading of the same or a higher level, or the text's end. */
  readonly partEnd: number;
}

/** Headings of a text, in order, with the ends of their parts; `end` is the text's. */
export function withPartEnds(headings: readonly RoledHeading[], end: number): PartHeading[] {
  const ends = headings.map(() => end);
  const open: number[] = [];
  for (const [i, { line, level }] of headings.entries()) {
    for (
      let last = open.at(-1);
      last !== undefined && (headings[last] as RoledHeading).level >= level;
      last = open.at(-1)
    )
      ends[open.pop() as number] = line;
    open.push(i);
  }
  // Field by field: `...heading` takes many times as long.
  return headings.map((heading, i) => ({
    kind: 'heading',
    line: heading.line,
    endLine: heading.endLine,
    level: heading.level,
    text: heading.text,
    roles: heading.roles,
    told: heading.told,
    weakRole: heading.weakRole,
    unit: heading.unit,
    isContainer: heading.isContainer,
    speaksOfPlans: heading.speaksOfPlans,
    isAppendix: heading.isAppendix,
    isArchive: heading.isArchive,
    partEnd: ends[i] as number,
  }));
}

/** The level of the outermost of some headings, 1–6; 7 where there are none. */
export function outermostLevel(headings: Iterable<{ level: number }>): number {
  let level = 7;
  for (const heading of headings) level = Math.min(level, heading.level);
  return level;
}

/** The model's heading of a heading block: its range ends behind the last character. */
export function headingFrom(block: HeadingBlock, lines: readonly string[]): Heading {
  const last = block.endLine - 1;
  const start = lines[block.line] as string;
  return {
    text: block.text,
    level: block.level,
    range: {
      start: { line: block.line, character: start.length - start.trimStart().length },
      end: { line: last, character: (lines[last] as string).trimEnd().length },
    },
  };
}

/**
 * What is left of a heading when everything that does not tell its role is taken away: decoration, case, accents, `&` for "and",
 * numbering, suffixes in parentheses, emphasis and code marks, emoji, punctuation.
 *
 *     ## 16) **Surprises & Discoveries** (updated)   →   surprises and discoveries
 */
export const headingKey = memo(1000, (heading) =>
  withoutAccents(plainHeading(heading))
    .toLowerCase()
    .replace(/[*_`~]/g, '')
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .replace(numbering(), '')
    .replace(/[&＋+]/g, ' and ')
    .replace(/(?<=\S)\s*[([【].*$/, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(conjunction(), ' and ')
    .trim(),
);

/** A text without accents and what no screen shows; one of ASCII alone has neither. */
function withoutAccents(text: string): string {
  if (/^[\0-\x7f]*$/.test(text)) return text;
  return text
    .replace(/\p{Cf}+/gu, '')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .normalize('NFC');
}
