import { type Facts, factsOf } from './plan/facts';
import type { Entry, FieldRole, Kind, Milestone, Plan, PlanDocument } from './plan/model';
import { type Figures, stepFigures } from './plan/progress';
import type { Stamp } from './plan/timestamp';
import { linesOf } from './text/blocks';
import type { Role } from './words/roles';

/** What was understood of a file, for the command line and for scores. Lines are 1-based, times UTC (ISO 8601). */
export interface Inspection {
  file: string;
  kind: Kind;
  /** The plan's title, or the heading above several plans; null when there is none. */
  title: string | null;
  /** The lines of the headings that play each role. */
  sections: Partial<Record<Role, number[]>>;
  /** Boxes below Progress by their mark alone: an open one that names a remainder counts as open. */
  progress: Figures;
  stampedDone: number;
  unstampedDone: number;
  decisions: number;
  surprises: number;
  outcomes: Facts['outcomes'];
  milestones: InspectedMilestone[];
  /** The records of the living sections. */
  entries: InspectedEntry[];
  /** One for each plan of the file. */
  facts: InspectedFacts[];
}

export interface InspectedMilestone {
  line: number;
  title: string;
  number: string;
  scope: string | null;
  deliverables: { line: number; kind: string | null; path: string | null; text: string }[];
  commands: string[];
  expected: string | null;
}

export type InspectedEntry = { role: Entry['role']; line: number; endLine: number; text: string } & Partial<
  Record<FieldRole, string>
>;

export interface InspectedFacts
  extends Pick<Facts, 'figures' | 'acceptance' | 'recorded' | 'pace' | 'outcomes' | 'lines' | 'tokens'> {
  title: string | null;
  status: string | null;
  firstRecorded: InspectedStamp | null;
  lastRecorded: InspectedStamp | null;
  externalLinks: { line: number; url: string }[];
  paths: { line: number; path: string }[];
}

/** A stamp as written, and the instants between which it lies. */
export interface InspectedStamp {
  text: string;
  earliest: string;
  latest: string;
}

/** Sums over all plans of a file; empty for a guide and for other text. */
export function inspect(file: string, text: string, { kind, plans, title }: PlanDocument): Inspection {
  const lines = linesOf(text);
  const steps = plans.flatMap((plan) => plan.steps);
  const done = steps.filter(({ state }) => state === 'done');
  const stamped = done.filter(({ stamps, stampBelow }) => stamps.length > 0 || stampBelow).length;
  const entries = plans.flatMap((plan) => plan.entries);
  return {
    file,
    kind,
    title: title?.text ?? null,
    sections: sectionLines(plans),
    progress: {
      done: done.length,
      partial: steps.filter(({ mark, state }) => state === 'partial' && mark.trim() !== '').length,
      open: steps.filter(({ mark }) => mark.trim() === '').length,
    },
    stampedDone: stamped,
    unstampedDone: done.length - stamped,
    ...recordsOf(plans),
    milestones: plans.flatMap((plan) => plan.milestones.map(inspectMilestone)),
    entries: entries.map(inspectEntry),
    facts: plans.map((plan) => inspectFacts(factsOf(plan, lines))),
  };
}

/** What the logs of all plans hold. */
function recordsOf(plans: readonly Plan[]): Pick<Inspection, 'decisions' | 'surprises' | 'outcomes'> {
  const count = (wanted: string) =>
    plans.flatMap(({ entries }) => entries).filter(({ role }) => role === wanted).length;
  const outcomes = count('outcomes') > 0 ? 'filled' : sectionLines(plans).outcomes ? 'placeholder' : 'missing';
  return { decisions: count('decisions'), surprises: count('surprises'), outcomes };
}

function sectionLines(plans: readonly Plan[]): Inspection['sections'] {
  const lines: Inspection['sections'] = {};
  for (const { roles, heading } of plans.flatMap((plan) => plan.sections))
    for (const role of roles) lines[role] = [...(lines[role] ?? []), heading.range.start.line + 1];
  return lines;
}

function inspectMilestone(milestone: Milestone): InspectedMilestone {
  const { heading, number, scope, deliverables, commands, expected } = milestone;
  return {
    line: heading.range.start.line + 1,
    title: heading.text,
    number,
    scope: scope?.text ?? null,
    deliverables: deliverables.map(({ range, kind, path, text }) => ({
      line: range.start.line + 1,
      kind: kind ?? null,
      path: path ?? null,
      text,
    })),
    commands: commands.map(({ text }) => text),
    expected: expected?.text ?? null,
  };
}

function inspectEntry({ role, range, text, fields }: Entry): InspectedEntry {
  return {
    role,
    line: range.start.line + 1,
    endLine: range.end.line + 1,
    text,
    ...Object.fromEntries(
      [...new Set(fields.map((field) => field.role))].map((each) => [
        each,
        fields.flatMap((field) => (field.role === each ? [field.text] : [])).join('\n'),
      ]),
    ),
  };
}

function inspectFacts(facts: Facts): InspectedFacts {
  const { figures, acceptance, recorded, pace, outcomes, lines, tokens } = facts;
  const at = <T extends { range: { start: { line: number } } }>({ range }: T) => range.start.line + 1;
  return {
    title: facts.title ?? null,
    status: facts.status ?? null,
    figures,
    acceptance,
    recorded,
    firstRecorded: inspectStamp(facts.firstRecorded),
    lastRecorded: inspectStamp(facts.lastRecorded),
    pace,
    outcomes,
    externalLinks: facts.externalLinks.map((each) => ({ line: at(each), url: each.text })),
    paths: facts.paths.map((each) => ({ line: at(each), path: each.text })),
    lines,
    tokens,
  };
}

function inspectStamp(stamp: Stamp | undefined): InspectedStamp | null {
  if (!stamp?.instant) return null;
  const iso = (time: number) => new Date(time).toISOString().replace('.000Z', 'Z');
  return { text: stamp.text, earliest: iso(stamp.instant.earliest), latest: iso((stamp.end ?? stamp.instant).latest) };
}

/** What was understood as text for people, a few lines a file; here a step that says what remains is partly done. */
export function describeFile(file: string, text: string, document: PlanDocument): string {
  const { kind, plans } = document;
  if (plans.length === 0)
    return `${file}: no plan (${kind === 'guide' ? 'it speaks about plans' : otherText(document)})`;
  const { decisions, surprises, outcomes } = recordsOf(plans);
  const lines = linesOf(text);
  return [
    `${file}: ${plans.length > 1 ? `${plans.length} plans` : 'a plan'}`,
    ...plans.flatMap((plan) => describePlan(plan, factsOf(plan, lines))),
    `  decisions ${decisions}, surprises ${surprises}, outcomes ${outcomes}`,
  ].join('\n');
}

function otherText({ found, decidedBy }: PlanDocument): string {
  if (decidedBy === 'directive') return 'it says so itself';
  return found.length > 0 ? `other Markdown; too little for a plan: ${found.join(', ')}` : 'other Markdown';
}

function describePlan(plan: Plan, facts: Facts): string[] {
  const { title, range, milestones, sections } = plan;
  const { byMilestone } = stepFigures(plan);
  const { firstRecorded, lastRecorded, pace } = facts;
  return [
    `  line ${(title?.range.start ?? range.start).line + 1}: ${title?.text ?? 'without a title'}`,
    ...(facts.status ? [`    status ${facts.status}`] : []),
    `    steps ${describeSteps(facts)}`,
    ...(sum(facts.acceptance) > 0 ? [`    acceptance ${facts.acceptance.done} of ${sum(facts.acceptance)}`] : []),
    ...(lastRecorded ? [`    recorded ${firstRecorded?.text} to ${lastRecorded.text}`] : []),
    ...(pace ? [`    pace ${describePace(pace)}`] : []),
    `    sections ${sections.map(({ roles }) => roles.join('+')).join(', ')}`,
    ...milestones.map(
      ({ heading }, i) =>
        `    line ${heading.range.start.line + 1}: ${heading.text} (${byMilestone[i]?.done}/${sum(byMilestone[i] as Figures)})`,
    ),
    `    ${facts.lines} lines, about ${facts.tokens} tokens, ${facts.paths.length} paths, ${facts.externalLinks.length} external links`,
  ];
}

function describeSteps({ figures, recorded }: Facts): string {
  if (sum(figures) === 0)
    return recorded > 0 ? `none: ${recorded} recorded, no boxes` : 'none: no boxes below Progress';
  return `${figures.done} of ${sum(figures)} done${figures.partial > 0 ? `, ${figures.partial} partly` : ''}`;
}

/** `12 steps in 3.5 hours`, `12 steps in 4 days`. */
function describePace({ steps, milliseconds }: NonNullable<Facts['pace']>): string {
  const hours = milliseconds / 3_600_000;
  const span = hours < 48 ? `${Number(hours.toFixed(1))} hours` : `${Number((hours / 24).toFixed(1))} days`;
  return `${steps} more ${steps === 1 ? 'step' : 'steps'} in ${span}`;
}

function sum({ done, partial, open }: Figures): number {
  return done + partial + open;
}
