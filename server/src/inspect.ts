import type { Kind, Plan, PlanDocument, Role } from './plan/model';
import { type Figures, figuresOf, milestoneFigures } from './plan/progress';

/** What was understood of a file, for the command line and for scores. Lines are 1-based. */
export interface Inspection {
  file: string;
  kind: Kind;
  /** The first plan's title; null when it has none. */
  title: string | null;
  /** The lines of the headings that play each role. */
  sections: Partial<Record<Role, number[]>>;
  /** Boxes below Progress by their mark alone: an open one that names a remainder counts as open. */
  progress: Figures;
  stampedDone: number;
  unstampedDone: number;
  decisions: number;
  surprises: number;
  outcomes: 'filled' | 'placeholder' | 'missing';
  milestones: { line: number; title: string }[];
}

/** Sums over all plans of a file; empty for a guide and for other text. */
export function inspect(file: string, { kind, plans }: PlanDocument): Inspection {
  const steps = plans.flatMap((plan) => plan.steps);
  const done = steps.filter(({ state }) => state === 'done');
  const stamped = done.filter(({ stamps }) => stamps.length > 0).length;
  const sections = sectionLines(plans);
  const count = (wanted: string) =>
    plans.flatMap(({ entries }) => entries).filter(({ role }) => role === wanted).length;
  return {
    file,
    kind,
    title: plans[0]?.title?.text ?? null,
    sections,
    progress: {
      done: done.length,
      partial: steps.filter(({ box, state }) => state === 'partial' && box.trim() !== '').length,
      open: steps.filter(({ box }) => box.trim() === '').length,
    },
    stampedDone: stamped,
    unstampedDone: done.length - stamped,
    decisions: count('decisions'),
    surprises: count('surprises'),
    outcomes: count('outcomes') > 0 ? 'filled' : sections.outcomes ? 'placeholder' : 'missing',
    milestones: plans.flatMap(({ milestones }) =>
      milestones.map(({ heading }) => ({ line: heading.range.start.line + 1, title: heading.text })),
    ),
  };
}

function sectionLines(plans: readonly Plan[]): Inspection['sections'] {
  const lines: Inspection['sections'] = {};
  for (const { roles, heading } of plans.flatMap((plan) => plan.sections))
    for (const role of roles) lines[role] = [...(lines[role] ?? []), heading.range.start.line + 1];
  return lines;
}

/** What was understood as text for people, a few lines a file; here a step that says what remains is partly done. */
export function describeFile(file: string, document: PlanDocument): string {
  const { kind, plans } = document;
  if (plans.length === 0) return `${file}: no plan (${kind === 'guide' ? 'it speaks about plans' : 'other Markdown'})`;
  const { decisions, surprises, outcomes } = inspect(file, document);
  return [
    `${file}: ${plans.length > 1 ? `${plans.length} plans` : 'a plan'}`,
    ...plans.flatMap((plan) => describePlan(plan)),
    `  decisions ${decisions}, surprises ${surprises}, outcomes ${outcomes}`,
  ].join('\n');
}

function describePlan(plan: Plan): string[] {
  const { title, range, steps, milestones, sections } = plan;
  const { done, partial, open } = figuresOf(steps);
  const total = done + partial + open;
  const figures = milestoneFigures(plan).map((own) => `${own.done}/${own.done + own.partial + own.open}`);
  return [
    `  line ${(title?.range.start ?? range.start).line + 1}: ${title?.text ?? 'without a title'}`,
    `    steps ${total === 0 ? 'none: no boxes below Progress' : `${done} of ${total} done${partial > 0 ? `, ${partial} partly` : ''}`}`,
    `    sections ${sections.map(({ roles }) => roles.join('+')).join(', ')}`,
    ...milestones.map(({ heading }, i) => `    line ${heading.range.start.line + 1}: ${heading.text} (${figures[i]})`),
  ];
}
