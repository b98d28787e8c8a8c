import { stepsOn } from '../actions/place';
import type { Milestone, Plan, Step } from '../plan/model';
import { planAt } from '../plan/planAt';
import { stepsMeant } from '../plan/stepsMeant';
import { hasLine, lineBehind } from '../text/positions';
import { readName } from '../words/milestoneNames';
import { type Candidate, Declined, milestoneCandidates, planCandidate, stepCandidate } from './declined';
import type { PlanFile } from './planFile';

/** Where in a plan something is to be done, as it was said. */
export interface SaidPlace {
  /** 1-based. */
  line?: number | undefined;
  /** Words of a step. */
  step?: string | undefined;
  /** A milestone's number: `2`, or as plans write it, `M2`. */
  milestone?: string | undefined;
}

/** A milestone with its plan. */
export interface MilestonePlace {
  plan: Plan;
  milestone: Milestone;
  /** Its place among those of the plan. */
  index: number;
}

/** The one step that somebody means; declined with what there is where it is none, or not the only one. */
export function stepAt(file: PlanFile, said: SaidPlace): Step {
  const { document, lines } = file.analysis;
  const within = said.milestone === undefined ? undefined : milestoneAt(file, said.milestone);
  const all = (within ? [within.plan] : plansOf(file)).flatMap(({ steps }) =>
    within ? steps.filter(({ milestone }) => milestone === within.index) : steps,
  );
  const onLine =
    said.line === undefined
      ? all
      : document.plans
          .flatMap((plan) => stepsOn(plan, { lines: [(said.line as number) - 1] }))
          .filter((step) => all.includes(step));
  const found = said.step === undefined ? onLine : stepsMeant(onLine, said.step, lines);
  // A milestone alone means what is left of it.
  const isMilestoneAlone = said.line === undefined && said.step === undefined;
  const meant = isMilestoneAlone && found.length > 1 ? found.filter(({ state }) => isLeft(state)) : found;
  const [only, second] = meant;
  if (only && !second) return only;
  const place = describe(said);
  if (second)
    throw declined(file, 'ambiguousStep', `${meant.length} steps match ${place}`, stepCandidates(file, meant));
  const left = all.filter(({ state }) => isLeft(state));
  const boxless = boxlessItem(file, said);
  const why = boxless === undefined ? '' : `; line ${boxless + 1} is a list item without a checkbox ("- [ ]")`;
  throw declined(file, 'noStep', `no step matches ${place}${why}`, stepCandidates(file, left.length > 0 ? left : all));
}

/** The line of the item without a checkbox in Progress that somebody seems to mean: with a sign such as ⬜, or with none. */
function boxlessItem(file: PlanFile, { line, step }: SaidPlace): number | undefined {
  const { lines } = file.analysis;
  const words = step?.trim().toLowerCase();
  for (const { sections, steps } of plansOf(file))
    for (const { roles, range } of sections) {
      if (!roles.includes('progress')) continue;
      for (let each = range.start.line; each < lineBehind(range); each++) {
        const text = lines[each] as string;
        if (line !== undefined ? each !== line - 1 : !words || !text.toLowerCase().includes(words)) continue;
        const isStep = steps.some(({ range: own }) => hasLine(own, each));
        if (!isStep && /^\s*(?:[-*+]|\d{1,9}[.)])\s+\S/.test(text)) return each;
      }
    }
  return undefined;
}

/** The one milestone of a number; declined with those that there are. */
export function milestoneAt(file: PlanFile, said: string): MilestonePlace {
  const wanted = (readName(said)?.number || said.trim()).toUpperCase();
  const all = plansOf(file).flatMap((plan) =>
    plan.milestones.map((milestone, index): MilestonePlace => ({ plan, milestone, index })),
  );
  const found = all.filter(({ milestone }) => milestone.number === wanted);
  const [only, second] = found;
  if (only && !second) return only;
  const candidates = plansOf(file)
    .flatMap((plan) => milestoneCandidates(file, plan))
    .filter(({ line }) => !second || found.some(({ milestone }) => milestone.heading.range.start.line + 1 === line));
  if (second) throw declined(file, 'ambiguousMilestone', `${found.length} milestones are number ${wanted}`, candidates);
  throw declined(file, 'noMilestone', `there is no milestone ${wanted}`, candidates);
}

/** The one plan that holds a line, or the only one of a file; declined with all of them. */
export function planIn(file: PlanFile, line: number | undefined): Plan {
  const plans = plansOf(file);
  const plan = line === undefined ? undefined : planAt(file.analysis.document, line - 1);
  const [only, second] = plans;
  if (plan) return plan;
  if (only && !second) return only;
  throw declined(
    file,
    'ambiguousPlan',
    `${plans.length} plans are in this file; say which by a line of it (--line)`,
    plans.map((each) => planCandidate(file, each)),
  );
}

/** Declines with what may have been meant. */
export function declined(
  { file, hash }: PlanFile,
  refused: string,
  message: string,
  candidates: readonly Candidate[] = [],
): Declined {
  return new Declined({ refused, message, file, hash, candidates });
}

/** The plans of a file, one at least. */
function plansOf(file: PlanFile): readonly Plan[] {
  const { plans } = file.analysis.document;
  if (plans.length === 0) throw declined(file, 'noPlan', 'this file is not recognized as an ExecPlan');
  return plans;
}

function stepCandidates(file: PlanFile, steps: readonly Step[]): Candidate[] {
  return steps.map((step) => stepCandidate(file, step));
}

function isLeft(state: Step['state']): boolean {
  return state === 'open' || state === 'partial';
}

/** A place as it was said: `"parser" in milestone 2`. */
function describe({ line, step, milestone }: SaidPlace): string {
  const parts = [
    ...(step === undefined ? [] : [`"${step}"`]),
    ...(line === undefined ? [] : [`line ${line}`]),
    ...(milestone === undefined ? [] : [`milestone ${milestone}`]),
  ];
  return parts.join(' in ');
}
