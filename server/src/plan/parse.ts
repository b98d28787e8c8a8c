import { classify } from './classify';
import { readDirective } from './directive';
import { readEntries } from './entries';
import { headingFrom, outermostLevel, type RoledHeading } from './headings';
import { type Block, type Blocks, blocksBetween, linesOf, readBlocks } from './markdown';
import { isMilestone, milestoneNamed, readMilestones } from './milestones';
import type { Heading, Milestone, Plan, PlanDocument, Role, Section, Step } from './model';
import { hasLine, lineBehind, startOfLine } from './positions';
import { defaultReading, type Reading } from './reading';
import { isLiving, livingRoles, rolesOf, weakRoleOf } from './sections';
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
  const plans = isPlan ? boundaries(headings, start, end).map((each) => readPlan(blocks, headings, each, reading)) : [];
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
  const start = fence.line + 1;
  const closed = /^\s{0,3}(?:`{3,}|~{3,})\s*$/.test(lines[fence.endLine - 1] ?? '');
  const end = closed ? fence.endLine - 1 : fence.endLine;
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

interface Boundary {
  title: RoledHeading | undefined;
  start: number;
  end: number;
}

/**
 * Where the plans of a text begin and end. Several plans: several headings of one level, each with a Progress of its
 * own below it (a Decision Log where nothing in the text is called Progress), and no living section anywhere else. One
 * plan: the whole text, its title being the first heading that plays no role.
 */
function boundaries(headings: readonly RoledHeading[], start: number, end: number): Boundary[] {
  const present = new Set(headings.flatMap(({ roles }) => roles));
  const telling = livingRoles.find((each) => each !== 'surprises' && present.has(each)) ?? 'surprises';
  const found = titlesAbove(headings, telling);
  const titles = found.length > 1 ? withSiblings(found, headings) : found;
  if (
    titles.length > 1 &&
    !titles.every(({ text }) => isMilestone(text)) &&
    titles.every((title) => title.level === titles[0]?.level) &&
    holdAllLiving(titles, headings)
  ) {
    return titles.map((title, i) => ({
      title,
      start: title.line,
      end: Math.min(titles[i + 1]?.line ?? title.partEnd, end),
    }));
  }
  const [top, ...others] = headings;
  // One heading above all others is the title, even if its words are those of a section: `# Objective`.
  if (top && others.some(({ roles }) => roles.some(isLiving)) && others.every(({ level }) => level > top.level))
    return [{ title: top, start, end }];
  const role = headings.findIndex(({ roles }) => roles.length > 0);
  const before = role < 0 ? headings : headings.slice(0, role);
  const title = before.reduce<RoledHeading | undefined>(
    (best, each) => (!best || each.level < best.level ? each : best),
    undefined,
  );
  return [{ title, start, end }];
}

function readPlan(
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
  return {
    range: { start: { line: start, character: 0 }, end: startOfLine(end, lines) },
    title: title && headingFrom(title, lines),
    level: modal(sections.map(({ heading }) => heading.level)) ?? 2,
    sections,
    steps,
    acceptance: readAcceptance(sections, milestones, own, lines, reading),
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

/** With the headings between them, on their level, that have a living section of their own: one of another kind. */
function withSiblings(titles: readonly RoledHeading[], headings: readonly RoledHeading[]): RoledHeading[] {
  const level = titles[0]?.level;
  const living = headings.filter(({ roles }) => roles.some(isLiving));
  const known = new Set(titles);
  return headings.filter(
    (heading) =>
      known.has(heading) ||
      (heading.level === level &&
        heading.roles.length === 0 &&
        blocksBetween(living, heading.endLine, heading.partEnd).length > 0),
  );
}

/** The headings, in order, that have a section of a role directly below them, on the outermost level where it stands. */
function titlesAbove(headings: readonly RoledHeading[], role: Role): RoledHeading[] {
  const titles = new Set<RoledHeading>();
  const level = outermostLevel(headings.filter(({ roles }) => roles.includes(role)));
  let above: RoledHeading | undefined;
  for (const heading of headings) {
    if (heading.level < level) above = heading;
    else if (above && heading.level === level && heading.roles.includes(role)) titles.add(above);
  }
  return [...titles];
}

/** True when no living section stands outside of the titles' parts. */
function holdAllLiving(titles: readonly RoledHeading[], headings: readonly RoledHeading[]): boolean {
  const all = new Set(titles);
  let end = -1;
  for (const heading of headings) {
    if (all.has(heading)) end = heading.partEnd;
    else if (heading.line >= end && heading.roles.some(isLiving)) return false;
  }
  return true;
}

/**
 * The headings that play a role, each with its part. One inside another section of the twelve is that section's own,
 * and so is one below a milestone, unless it is a living one. Common words play a role only where nothing else does.
 */
function readSections(
  headings: readonly RoledHeading[],
  title: RoledHeading | undefined,
  lines: readonly string[],
  end: number,
): Section[] {
  const sections: Section[] = [];
  const others: RoledHeading[] = [];
  const sectionOf = (heading: RoledHeading, roles: readonly Role[]): Section => ({
    roles: [...roles],
    heading: headingFrom(heading, lines),
    range: {
      start: { line: heading.line, character: 0 },
      end: startOfLine(Math.min(heading.partEnd, end), lines),
    },
  });
  const living = headings.filter(({ roles }) => roles.some(isLiving));
  const nested: RoledHeading[] = [];
  let milestoneEnd = -1;
  for (const heading of headings) {
    if (heading === title) continue;
    const around = sections.at(-1);
    if (around && hasLine(around.range, heading.line) && heading.level > around.heading.level) {
      if (heading.roles.some(isLiving) && !around.roles.some(isLiving)) nested.push(heading);
      continue;
    }
    const { roles } = heading;
    const isBelowMilestone = heading.line < milestoneEnd;
    if (roles.length > 0 && (!isBelowMilestone || roles.some(isLiving))) sections.push(sectionOf(heading, roles));
    else if (isBelowMilestone) continue;
    else if (isMilestone(heading.text) && blocksBetween(living, heading.endLine, heading.partEnd).length === 0)
      milestoneEnd = heading.partEnd;
    else others.push(heading);
  }
  // A living section may stand below another one, where the plan has it nowhere else.
  const played = new Set(sections.flatMap(({ roles }) => roles));
  for (const heading of nested)
    if (!heading.roles.some((role) => played.has(role))) sections.push(sectionOf(heading, heading.roles));
  sections.sort(byLine);
  const first = sections[0];
  // An "Outcome" that opens a plan promises what will be there; results come later.
  if (first?.roles.join() === 'outcomes' && sections.length > 1 && /^outcome$/i.test(first.heading.text))
    first.roles = ['purpose'];
  const weak = readWeak(others, sections).map(({ heading, role }) => sectionOf(heading, [role]));
  return [...sections, ...weak].sort(byLine);
}

function byLine(a: Section, b: Section): number {
  return a.heading.range.start.line - b.heading.range.start.line;
}

/** The whole sections whose common words play a role that no other heading of the plan plays. */
function readWeak(
  headings: readonly RoledHeading[],
  sections: readonly Section[],
): { heading: RoledHeading; role: Role }[] {
  const level = modal(sections.map(({ heading }) => heading.level));
  const played = new Set(sections.flatMap(({ roles }) => roles));
  const lines = sections.map(({ heading }) => ({ line: heading.range.start.line }));
  const first = lines[0]?.line ?? 0;
  return headings.flatMap((heading) => {
    const role = weakRoleOf(heading.text);
    if (!role || heading.level !== level || played.has(role) || (role === 'purpose' && heading.line > first)) return [];
    return blocksBetween(lines, heading.endLine, heading.partEnd).length > 0 ? [] : [{ heading, role }];
  });
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
  blocks: readonly Block[],
  lines: readonly string[],
  reading: Reading,
): Step[] {
  const progress = sections.filter(({ roles }) => roles.includes('progress'));
  const found = new Map<number, Step>();
  const put = (part: Pick<Section, 'heading' | 'range'>, milestone: number | undefined) => {
    for (const { step } of readBoxes(part, blocks, lines, reading)) {
      const { line } = step.range.start;
      if (!found.has(line) && !progress.some(({ range }) => hasLine(range, line)))
        found.set(line, { ...step, milestone });
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

function modal(values: readonly number[]): number | undefined {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
