import { type Boundary, boundaries } from './boundaries';
import { classify } from './classify';
import { readDirective } from './directive';
import { readEntries } from './entries';
import { headingFrom, type RoledHeading } from './headings';
import { type Block, type Blocks, blocksBetween, insideOf, linesOf, readBlocks } from './markdown';
import { milestoneNamed, readMilestones } from './milestones';
import type { Heading, Milestone, Plan, PlanDocument, Section, Step } from './model';
import { readSections, usualLevel } from './planSections';
import { lineBehind, startOfLine } from './positions';
import { defaultReading, type Reading } from './reading';
import { isLiving, rolesOf } from './sections';
import { statusOf } from './status';
import { readStep } from './steps';

/**
 * Reads a text: what kind it is, and the plans in it. Never throws; whatever the text, all ranges lie inside it.
 * A plan quoted in one outer ```` ```md ```` fence is read inside the fence. What a directive in the text says wins
 * over the settings, and both win over the content.
 */
export function parseDocument(text: string, reading: Reading = defaultReading): PlanDocument {
  const lines = linesOf(text);
  const all = readBlocks(lines);
  const directive = readDirective(all);
  const { blocks, start, end } = unwrap(all);
  const headings = blocks.blocks.flatMap((block) =>
    block.kind === 'heading' ? [{ ...block, roles: rolesOf(block.text) }] : [],
  );
  const seen = classify(blocks, headings, reading);
  const verdict = directive?.verdict ?? reading.overrule;
  const isPlan = verdict ? verdict === 'plan' : seen.kind === 'plan';
  const plans = isPlan
    ? boundaries(headings, start, end).map((each) => readPlan(text, blocks, headings, each, reading))
    : [];
  return {
    kind: plans.length > 1 ? 'multi' : isPlan ? 'plan' : seen.kind === 'guide' ? 'guide' : 'other',
    plans,
    title: plans.length > 1 ? titleOfAll(headings, plans[0] as Plan, lines) : plans[0]?.title,
    decidedBy: directive ? 'directive' : reading.overrule ? 'setting' : 'content',
    directive,
    found: seen.found,
  };
}

/** The lines that hold the plans: all, or those inside of a fence labelled md with at most a few lines around it. */
function unwrap(all: Blocks): { blocks: Blocks; start: number; end: number } {
  const { lines } = all;
  const whole = { blocks: all, start: 0, end: lines.length };
  const fence = all.blocks.find((block) => block.kind === 'fence' && /^(?:md|markdown)\b/i.test(block.info));
  if (!fence) return whole;
  const { line: start, endLine: end } = insideOf(fence, lines);
  const around = lines.filter((line, i) => (i < fence.line || i >= fence.endLine) && line.trim() !== '').length;
  if (end - start < 10 || around * 4 > end - start || holdsLiving(all.blocks)) return whole;
  return { blocks: readBlocks(lines.map((line, i) => (i >= start && i < end ? line : ''))), start, end };
}

/** The heading above several plans; the first plan's where there is none. */
function titleOfAll(headings: readonly RoledHeading[], first: Plan, lines: readonly string[]): Heading | undefined {
  const above = headings.find(({ level }) => level < (first.title?.level ?? 0));
  return above && above.line < first.range.start.line ? headingFrom(above, lines) : first.title;
}

/** True where a heading of a living section stands outside of fences: what a fence quotes is then only quoted. */
function holdsLiving(blocks: readonly Block[]): boolean {
  return blocks.some((block) => block.kind === 'heading' && rolesOf(block.text).some(isLiving));
}

function readPlan(
  text: string,
  { lines, blocks }: Blocks,
  headings: readonly RoledHeading[],
  { title, start, end }: Boundary,
  reading: Reading,
): Plan {
  const own = blocksBetween(blocks, start, end);
  const sections = readSections(blocksBetween(headings, start, end), title, lines, end);
  const milestones = readMilestones(
    own.filter(({ line }) => line !== title?.line),
    sections,
    lines,
    end,
  );
  const progress = sections.filter(({ roles }) => roles.includes('progress'));
  const boxes = progress.flatMap((section) => readBoxes(section, own, lines, reading));
  tieToMilestones(boxes, milestones);
  const steps = boxes.map(({ step }) => step);
  const bounds = {
    range: { start: { line: start, character: 0 }, end: startOfLine(end, lines) },
    title: title && headingFrom(title, lines),
  };
  return {
    ...bounds,
    status: statusOf(text, { ...bounds, sections }, lines),
    level: usualLevel(sections) ?? 2,
    sections,
    steps,
    acceptance: readAcceptance(sections, milestones, steps, own, lines, reading),
    milestones,
    entries: sections.flatMap((section) =>
      section.roles.flatMap((role) =>
        isLiving(role) && (role !== 'progress' || steps.length === 0)
          ? readEntries(section, role, own, lines, reading.zones)
          : [],
      ),
    ),
  };
}

/** The boxes of a section, each with the sub-heading above it. */
function readBoxes(
  { heading, range }: Pick<Section, 'heading' | 'range'>,
  blocks: readonly Block[],
  lines: readonly string[],
  reading: Reading,
): { step: Step; group: string | undefined }[] {
  const boxes: { step: Step; group: string | undefined }[] = [];
  let group: string | undefined;
  for (const block of blocksBetween(blocks, heading.range.start.line, lineBehind(range))) {
    if (block.kind === 'heading') group = block.text;
    const step = block.kind === 'item' ? readStep(block, lines, reading) : undefined;
    if (step) boxes.push({ step, group });
  }
  return boxes;
}

/** The boxes below Validation and below milestones that are not in Progress, in document order, each once. */
function readAcceptance(
  sections: readonly Section[],
  milestones: readonly Milestone[],
  steps: readonly Step[],
  blocks: readonly Block[],
  lines: readonly string[],
  reading: Reading,
): Step[] {
  const taken = new Set(steps.map(({ range }) => range.start.line));
  const found = new Map<number, Step>();
  const put = (part: Pick<Section, 'heading' | 'range'>, milestone: number | undefined) => {
    for (const { step } of readBoxes(part, blocks, lines, reading)) {
      const { line } = step.range.start;
      if (!found.has(line) && !taken.has(line)) found.set(line, { ...step, milestone });
    }
  };
  for (const [i, milestone] of milestones.entries()) put(milestone, i);
  for (const section of sections) if (section.roles.includes('validation')) put(section, undefined);
  return [...found.values()].sort((a, b) => a.range.start.line - b.range.start.line);
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
