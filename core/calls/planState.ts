import type { Plan, Step } from '../plan/model';
import { type Figures, figuresOf, lastRecorded, nextStep } from '../plan/progress';
import { planStateOf } from '../rules/facts/planState';
import type { PlanFile } from './planFile';

/** How a plan stands, as it is told to others. Lines are 1-based. */
export interface PlanState {
  file: string;
  /** Names the text: what `--expect` takes. */
  hash: string;
  /** Where the plan begins: its title. */
  line: number;
  /** Null when the plan has none. */
  title: string | null;
  /** As it says itself; where it says nothing that is known, by its boxes. */
  state: 'active' | 'new' | 'done' | 'abandoned' | 'superseded';
  /** What it says of itself; null where it says nothing. */
  status: string | null;
  figures: Figures & { total: number };
  /** When something was recorded last, UTC (ISO 8601), and how many minutes ago; null without a stamp. */
  lastRecorded: string | null;
  age: number | null;
  next: NextStep | null;
}

/** The step to work on. */
export interface NextStep {
  line: number;
  text: string;
  state: 'open' | 'partial';
  /** What is left of a partly done one, where it says so. */
  remaining: string | null;
  milestone: { number: string; title: string; line: number } | null;
}

/** How a plan of a file stands at a time (milliseconds since the epoch). */
export function planState(file: PlanFile, plan: Plan, now: number): PlanState {
  const last = lastRecorded(plan);
  return {
    file: file.file,
    hash: file.hash,
    line: (plan.title?.range ?? plan.range).start.line + 1,
    title: plan.title?.text ?? null,
    state: stateOf(file, plan),
    status: plan.status ?? null,
    figures: countedFigures(plan.steps),
    lastRecorded: last ? new Date(last.latest).toISOString().replace('.000Z', 'Z') : null,
    // A date alone may mean a time that has not come.
    age: last ? Math.max(0, Math.floor((now - last.latest) / 60_000)) : null,
    next: nextOf(plan),
  };
}

/** The figures of some steps, and how many count. */
export function countedFigures(steps: Iterable<Step>): PlanState['figures'] {
  const figures = figuresOf(steps);
  return { ...figures, total: figures.done + figures.partial + figures.open };
}

/** What a plan of a file is: see `planStateOf`. */
export function stateOf({ analysis: { searchable } }: PlanFile, plan: Plan): PlanState['state'] {
  return planStateOf(plan, searchable);
}

function nextOf(plan: Plan): NextStep | null {
  const index = nextStep(plan);
  const step = index === undefined ? undefined : (plan.steps[index] as Step);
  if (!step) return null;
  const milestone = step.milestone === undefined ? undefined : plan.milestones[step.milestone];
  return {
    line: step.range.start.line + 1,
    text: step.text,
    state: step.state === 'partial' ? 'partial' : 'open',
    remaining: step.remaining ?? null,
    milestone: milestone
      ? { number: milestone.number, title: milestone.title, line: milestone.heading.range.start.line + 1 }
      : null,
  };
}
