import { blocksBetween, type Landmark } from '../text/blocks';
import type { Conflict } from '../text/conflicts';
import { joined } from '../text/joined';
import { startOfLine } from '../text/positions';
import type { SearchableText } from '../text/searchableText';
import type { LivingRole } from '../words/roles';
import { type Boundary, boundaries } from './boundaries';
import { classify } from './classify';
import { withoutRepeats } from './conflictSteps';
import { readDays } from './days';
import { readEntries } from './entries';
import type { Envelope } from './envelope';
import { headingFrom, type PartHeading, type RoledHeading, withPartEnds } from './headings';
import { withoutLegends } from './legend';
import { readMilestoneRows } from './milestoneRows';
import { readMilestones } from './milestones';
import type { Directive, Heading, Plan, PlanDocument } from './model';
import { readSections, usualLevel } from './planSections';
import { readAcceptance, readSteps } from './planSteps';
import type { Reading } from './reading';
import { isLiving } from './sections';
import { authorOf, statusOf } from './status';

/** What a document is read from. */
export interface DocumentSource {
  text: SearchableText;
  landmarks: readonly Landmark[];
  /** The lines that may hold plans: from `start` up to `end`. */
  start: number;
  end: number;
  /** The md fence around these lines. */
  envelope: Envelope | undefined;
  directive: Directive | undefined;
  /** Of the whole text. */
  conflicts: readonly Conflict[];
  /** The lines of the front matter, without the marks around them. */
  frontMatter: readonly string[];
}

/** How much is read: all, or of the entries only what `figures` count, those of a Progress without boxes. */
export type Extent = 'whole' | 'figures';

/** Makes the model of blocks: the kind of the text, and its plans. */
export function readDocument(source: DocumentSource, reading: Reading, extent: Extent): PlanDocument {
  const { text, landmarks, start, end, directive } = source;
  const { lines } = text;
  const roled = landmarks.filter((block): block is RoledHeading => block.kind === 'heading');
  const headings = withPartEnds(roled, lines.length);
  const seen = classify(text, landmarks, headings, reading);
  const override = directive?.override ?? reading.override;
  const isPlan = override ? override === 'plan' : seen.kind === 'plan';
  const found = isPlan ? boundaries(headings, start, end) : [];
  const plans = found.map((each) => readPlan(source, headings, each, reading, extent));
  return {
    kind: plans.length > 1 ? 'multi' : isPlan ? 'plan' : seen.kind === 'guide' ? 'guide' : 'other',
    plans,
    title: plans.length > 1 ? titleOfAll(headings, plans[0] as Plan, lines) : plans[0]?.title,
    decidedBy: directive ? 'directive' : reading.override ? 'setting' : 'content',
    directive,
    found: seen.found,
  };
}

/** The heading above several plans; the first plan's where there is none. */
function titleOfAll(headings: readonly PartHeading[], first: Plan, lines: readonly string[]): Heading | undefined {
  const above = headings.find(({ level }) => level < (first.title?.level ?? 0));
  return above && above.line < first.range.start.line ? headingFrom(above, lines) : first.title;
}

function readPlan(
  { text, frontMatter, envelope, conflicts: all }: DocumentSource,
  headings: readonly PartHeading[],
  { title, start, end }: Boundary,
  reading: Reading,
  extent: Extent,
): Plan {
  const { lines } = text;
  const below = blocksBetween(headings, start, end).filter((heading) => heading !== title);
  const sections = readSections(below, text, end);
  const milestones = readMilestones(text, below, sections, start, end);
  const progress = sections.filter(({ roles }) => roles.includes('progress'));
  const conflicts = all.filter((each) => each.end >= start && each.start < end);
  const stepRuns = withoutRepeats(withoutLegends(readSteps(progress, text, milestones, reading), lines), conflicts);
  const steps = joined(stepRuns);
  const hasEntries = (role: LivingRole) => (role === 'progress' ? steps.length === 0 : extent === 'whole');
  const bounds = {
    range: { start: { line: start, character: 0 }, end: startOfLine(end, lines) },
    title: title && headingFrom(title, lines),
  };
  return {
    ...bounds,
    status: statusOf({ ...bounds, sections }, lines, frontMatter),
    author: authorOf({ ...bounds, sections }, lines, frontMatter),
    level: usualLevel(sections) ?? 2,
    sections,
    closedEarlyAt: mistakeIn(envelope, start, end),
    conflicts,
    steps,
    stepRuns,
    days: readDays(progress, below, steps, lines, reading.zones),
    acceptance: readAcceptance(sections, milestones, text, reading),
    milestones,
    milestoneRows: readMilestoneRows(text, below, sections, start, end),
    entries: sections.flatMap((section) =>
      section.roles.flatMap((role) =>
        isLiving(role) && hasEntries(role) ? readEntries(section, role, text, reading.zones) : [],
      ),
    ),
  };
}

/** The line between two that closes the fence around a plan too early. */
function mistakeIn(envelope: Envelope | undefined, start: number, end: number): number | undefined {
  const line = envelope?.closedEarlyAt;
  return line !== undefined && line >= start && line < end ? line : undefined;
}
