import type { Plan, PlanDocument, Step } from '../plan/model';
import { lineBehind } from '../plan/positions';
import { figuresOf, lastRecorded, milestoneFigures, nextStep } from '../plan/progress';
import type { PlanProgress, PlanSnapshot, StepProgress } from '../protocol';

/** The whole state of a file for the client's views. `identity` names the text that it was read from. */
export function toSnapshot(
  uri: string,
  identity: string,
  { kind, decidedBy, found, plans }: PlanDocument,
): PlanSnapshot {
  return { uri, identity, kind, decidedBy, found, plans: plans.map(toPlanProgress) };
}

/** What the client is told of a file that is gone, or that is not read any more. */
export function goneSnapshot(uri: string): PlanSnapshot {
  return { uri, identity: '', kind: 'other', decidedBy: 'content', found: [], plans: [] };
}

function toPlanProgress(plan: Plan): PlanProgress {
  const figures = milestoneFigures(plan.milestones, plan.steps);
  const acceptance = milestoneFigures(plan.milestones, plan.acceptance);
  return {
    title: plan.title?.text,
    line: plan.title?.range.start.line ?? plan.range.start.line,
    endLine: lineBehind(plan.range),
    figures: figuresOf(plan.steps),
    records: plan.entries.filter(({ role }) => role === 'progress').length,
    acceptance: figuresOf(plan.acceptance),
    milestones: plan.milestones.map(({ heading, number, title }, i) => ({
      line: heading.range.start.line,
      number,
      title,
      figures: figures[i] ?? figuresOf([]),
      acceptance: acceptance[i] ?? figuresOf([]),
    })),
    steps: plan.steps.map(toStepProgress),
    next: nextStep(plan),
    recorded: lastRecorded(plan),
  };
}

function toStepProgress({ range, state, text, remaining, stamps, depth, milestone }: Step): StepProgress {
  return {
    line: range.start.line,
    endLine: range.end.line,
    state,
    text,
    remaining,
    stamp: stamps[0]?.text,
    depth,
    milestone,
  };
}
