import type { Finding } from '../lint/rule';
import type { Plan, PlanDocument, Step } from '../plan/model';
import { lineBehind } from '../plan/positions';
import { acceptanceFigures, type Figures, lastRecorded, nextStep, stepFigures } from '../plan/progress';
import type { PlanDetails, PlanProgress, PlanSnapshot, StepProgress } from '../protocol';

/** What a snapshot is made from; `identity` names the text. */
export interface SnapshotSource {
  uri: string;
  identity: string;
  document: PlanDocument;
  findings: readonly Finding[];
}

/** The state of a file for the client's views, without the steps. */
export function toSnapshot(source: SnapshotSource): PlanSnapshot {
  return { ...headOf(source), plans: source.document.plans.map(toPlanProgress) };
}

/** The whole state of the file in front. */
export function toDetails(source: SnapshotSource): PlanSnapshot<PlanDetails> {
  const plans = source.document.plans.map((plan) => ({
    ...toPlanProgress(plan),
    steps: plan.steps.map(toStepProgress),
    next: nextStep(plan),
  }));
  return { ...headOf(source), plans };
}

/** What the client is told of a file that is gone, or that is not read any more. */
export function goneSnapshot(uri: string): PlanSnapshot {
  return { uri, identity: '', kind: 'other', decidedBy: 'content', found: [], findings: countsOf([]), plans: [] };
}

function headOf({ uri, identity, document: { kind, decidedBy, found }, findings }: SnapshotSource) {
  return { uri, identity, kind, decidedBy, found, findings: countsOf(findings) };
}

function countsOf(findings: readonly Finding[]): PlanSnapshot['findings'] {
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}

function toPlanProgress(plan: Plan): PlanProgress {
  const steps = stepFigures(plan);
  const acceptance = acceptanceFigures(plan);
  return {
    title: plan.title?.text,
    line: plan.title?.range.start.line ?? plan.range.start.line,
    endLine: lineBehind(plan.range),
    figures: steps.figures,
    records: plan.entries.filter(({ role }) => role === 'progress').length,
    acceptance: acceptance.figures,
    milestones: plan.milestones.map(({ heading, number, title }, i) => ({
      line: heading.range.start.line,
      number,
      title,
      figures: steps.byMilestone[i] as Figures,
      acceptance: acceptance.byMilestone[i] as Figures,
    })),
    status: plan.status,
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
