import type { Plan, PlanDocument } from '../../../core/plan/model';
import { acceptanceFigures, figuresOf, lastRecorded, nextStep, stepFigures } from '../../../core/plan/progress';
import { shownMilestones } from '../../../core/plan/shownMilestones';
import type { Readiness } from '../../../core/readiness/readiness';
import { planStateOf } from '../../../core/rules/facts/planState';
import type { Finding } from '../../../core/rules/rule';
import type { Lazy } from '../../../core/text/lazy';
import { lineBehind } from '../../../core/text/positions';
import type { SearchableText } from '../../../core/text/searchableText';
import type { NextStep, PlanProgress, PlanReadiness, PlanSnapshot } from '../protocol';

/** What a snapshot is made from; `identity` names the text. */
export interface SnapshotSource {
  uri: string;
  identity: string;
  document: PlanDocument;
  /** The same text, to be searched; undefined where only its figures were read. */
  searchable: SearchableText | undefined;
  /** Undefined where no rule has looked at it yet. */
  findings: readonly Finding[] | undefined;
  /** What is known by now; its view is told without it as long as nobody has asked. */
  readiness: Pick<Lazy<readonly Readiness[]>, 'known'>;
}

/** The state of a file for the client's views, without the steps. */
export function toSnapshot(source: SnapshotSource): PlanSnapshot {
  return { ...headOf(source), plans: plansOf(source) };
}

/** What the client is told of a file that is gone, or that is not read any more. */
export function goneSnapshot(uri: string): PlanSnapshot {
  return { uri, identity: '', kind: 'other', decidedBy: 'content', found: [], findings: countsOf([]), plans: [] };
}

/** All but the plans. */
export function headOf({ uri, identity, document: { kind, decidedBy, found }, findings }: SnapshotSource) {
  return { uri, identity, kind, decidedBy, found, ...(findings && { findings: countsOf(findings) }) };
}

function countsOf(findings: readonly Finding[]): NonNullable<PlanSnapshot['findings']> {
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}

/** Its plans, without their steps. */
export function plansOf({ document, searchable, readiness: { known } }: SnapshotSource): PlanProgress[] {
  return document.plans.map((plan, i) => toPlanProgress(plan, searchable, known?.[i]));
}

function toPlanProgress(
  plan: Plan,
  searchable: SearchableText | undefined,
  readiness: Readiness | undefined,
): PlanProgress {
  const acceptance = acceptanceFigures(plan);
  return {
    title: plan.title?.text,
    line: plan.title?.range.start.line ?? plan.range.start.line,
    endLine: lineBehind(plan.range),
    figures: stepFigures(plan).figures,
    records: plan.entries.filter(({ role }) => role === 'progress').length,
    acceptance: acceptance.figures,
    milestones: shownMilestones(plan).milestones.map(({ range, number, title, figures, status }, i) => ({
      line: range.start.line,
      number,
      title,
      figures,
      acceptance: acceptance.byMilestone[i] ?? figuresOf([]),
      status: status && {
        line: status.range.start.line,
        text: status.text,
        state: status.state,
        isBlocked: status.isBlocked,
      },
    })),
    status: plan.status,
    standing: planStateOf(plan, searchable),
    nextStep: toNextStep(plan),
    recorded: lastRecorded(plan),
    readiness: readiness && toPlanReadiness(readiness),
  };
}

function toNextStep(plan: Plan): NextStep | undefined {
  const index = nextStep(plan);
  const step = index === undefined ? undefined : plan.steps[index];
  return step && { line: step.range.start.line, text: step.text, isBlocked: step.isBlocked };
}

function toPlanReadiness({ verdicts, selfContainment, freshness }: Readiness): PlanReadiness {
  return {
    verdicts: verdicts.map(({ id, name, level, reasons }) => ({
      id,
      name,
      level,
      reasons: reasons.map(({ level, message, range, rule }) => ({ level, message, range, rule: rule?.id })),
    })),
    selfContainment,
    freshness: freshness && { since: freshness.since, target: freshness.target },
  };
}
