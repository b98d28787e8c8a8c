import { classify } from './classify';
import { readEntries } from './entries';
import { headingFrom } from './headings';
import { type Block, type Blocks, blocksBetween, type HeadingBlock, linesOf, readBlocks } from './markdown';
import { milestoneNamed, readMilestones } from './milestones';
import type { Milestone, Plan, PlanDocument, Section, Step } from './model';
import { hasLine, lineBehind, startOfLine } from './positions';
import { isLiving, rolesOf } from './sections';
import { readStep } from './steps';

/**
 * Reads a text: what kind it is, and the plans in it. Never throws; whatever the text, all ranges lie inside it.
 * A plan quoted in one outer ```` ```md ```` fence is read inside the fence.
 */
export function parseDocument(text: string): PlanDocument {
  const lines = linesOf(text);
  const { blocks, start, end } = unwrap(readBlocks(lines));
  const headings = blocks.blocks.filter((block): block is HeadingBlock => block.kind === 'heading');
  const kind = classify(blocks, headings);
  if (kind === 'guide' || kind === 'other') return { kind, plans: [] };
  const plans = boundaries(headings, start, end).map((each) => readPlan(blocks, each));
  return { kind: plans.length > 1 ? 'multi' : 'plan', plans };
}

/** The lines that hold the plans: all, or those inside of a fence labelled md with at most a few lines around it. */
function unwrap(all: Blocks): { blocks: Blocks; start: number; end: number } {
  const { lines } = all;
  const whole = { blocks: all, start: 0, end: lines.length };
  const fence = all.blocks.find((block) => block.kind === 'fence' && /^(?:md|markdown)\b/i.test(block.info));
  if (!fence) return whole;
  const start = fence.line + 1;
  const closed = /^\s{0,3}(?:`{3,}|~{3,})\s*$/.test(lines[fence.endLine - 1] ?? '');
  const end = closed ? fence.endLine - 1 : fence.endLine;
  const around = lines.filter((line, i) => (i < fence.line || i >= fence.endLine) && line.trim() !== '').length;
  if (end - start < 10 || around * 4 > end - start) return whole;
  return { blocks: readBlocks(lines.map((line, i) => (i >= start && i < end ? line : ''))), start, end };
}

interface Boundary {
  title: HeadingBlock | undefined;
  start: number;
  end: number;
}

/**
 * Where the plans of a text begin and end. Several plans: several headings of one level, each with a Progress of its
 * own below it, and no living section anywhere else. One plan: the whole text, its title being the first heading that plays no role.
 */
function boundaries(headings: readonly HeadingBlock[], start: number, end: number): Boundary[] {
  const progress = headings.filter(({ text }) => rolesOf(text).includes('progress'));
  const level = Math.min(...progress.map((heading) => heading.level));
  const titles = titlesAbove(headings, level);
  if (
    titles.length > 1 &&
    titles.every((title) => title.level === titles[0]?.level) &&
    holdAllLiving(titles, headings)
  ) {
    return titles.map((title, i) => ({
      title,
      start: title.line,
      end: Math.min(titles[i + 1]?.line ?? title.partEnd, end),
    }));
  }
  const role = headings.findIndex(({ text }) => rolesOf(text).length > 0);
  const before = headings.slice(0, Math.max(role, 0));
  const title = before.reduce<HeadingBlock | undefined>(
    (best, each) => (!best || each.level < best.level ? each : best),
    undefined,
  );
  return [{ title, start, end }];
}

function readPlan({ lines, blocks }: Blocks, { title, start, end }: Boundary): Plan {
  const own = blocksBetween(blocks, start, end);
  const headings = own.filter((block): block is HeadingBlock => block.kind === 'heading');
  const sections = readSections(headings, title, lines, end);
  const progress = sections.filter(({ roles }) => roles.includes('progress'));
  const milestones = readMilestones(
    headings.filter((heading) => heading !== title),
    lines,
    progress,
    end,
  );
  const steps = progress.flatMap((section) => readSteps(section, own, lines));
  tieToMilestones(steps, milestones);
  return {
    range: { start: { line: start, character: 0 }, end: startOfLine(end, lines) },
    title: title && headingFrom(title, lines),
    level: modal(sections.map(({ heading }) => heading.level)) ?? 2,
    sections,
    steps: steps.map(({ step }) => step),
    milestones,
    entries: sections.flatMap((section) =>
      section.roles.flatMap((role) =>
        role === 'surprises' || role === 'decisions' || role === 'outcomes'
          ? readEntries(section, role, own, lines)
          : [],
      ),
    ),
  };
}

/** The headings, in order, that have a Progress of `level` directly below them. */
function titlesAbove(headings: readonly HeadingBlock[], level: number): HeadingBlock[] {
  const titles = new Set<HeadingBlock>();
  let above: HeadingBlock | undefined;
  for (const heading of headings) {
    if (heading.level < level) above = heading;
    else if (above && heading.level === level && rolesOf(heading.text).includes('progress')) titles.add(above);
  }
  return [...titles];
}

/** True when no living section stands outside of the titles' parts. */
function holdAllLiving(titles: readonly HeadingBlock[], headings: readonly HeadingBlock[]): boolean {
  const all = new Set(titles);
  let end = -1;
  for (const heading of headings) {
    if (all.has(heading)) end = heading.partEnd;
    else if (heading.line >= end && rolesOf(heading.text).some(isLiving)) return false;
  }
  return true;
}

/** The headings that play a role, each with its part; one inside another section of the twelve is that section's own. */
function readSections(
  headings: readonly HeadingBlock[],
  title: HeadingBlock | undefined,
  lines: readonly string[],
  end: number,
): Section[] {
  const sections: Section[] = [];
  for (const heading of headings) {
    const roles = heading === title ? [] : rolesOf(heading.text);
    const around = sections.at(-1);
    if (roles.length === 0 || (around && hasLine(around.range, heading.line) && heading.level > around.heading.level))
      continue;
    sections.push({
      roles: [...roles],
      heading: headingFrom(heading, lines),
      range: {
        start: { line: heading.line, character: 0 },
        end: startOfLine(Math.min(heading.partEnd, end), lines),
      },
    });
  }
  return sections;
}

/** The steps of a Progress section, each with the sub-heading above it. */
function readSteps(
  section: Section,
  blocks: readonly Block[],
  lines: readonly string[],
): { step: Step; group: string | undefined }[] {
  const steps: { step: Step; group: string | undefined }[] = [];
  let group: string | undefined;
  for (const block of blocksBetween(blocks, section.heading.range.end.line + 1, lineBehind(section.range))) {
    if (block.kind === 'heading') group = block.text;
    const step = block.kind === 'item' ? readStep(block, lines) : undefined;
    if (step) steps.push({ step, group });
  }
  return steps;
}

/** Ties each step to the milestone that it names, else to that of the step it is nested in, else to its sub-heading's. */
function tieToMilestones(
  steps: readonly { step: Step; group: string | undefined }[],
  milestones: readonly Milestone[],
): void {
  const around: Step[] = [];
  for (const { step, group } of steps) {
    while (around.length > 0 && (around.at(-1) as Step).lastLine < step.range.start.line) around.pop();
    const inherited = around.at(-1)?.milestone ?? milestoneNamed(group ?? '', milestones);
    step.milestone = milestoneNamed(step.text, milestones) ?? inherited;
    around.push(step);
  }
}

function modal(values: readonly number[]): number | undefined {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
