import { recordedIn, recordedInEntry } from '../../../core/plan/doneStamp';
import type { Entry, Passage, Plan, Step } from '../../../core/plan/model';
import { nextStep } from '../../../core/plan/progress';
import { shownMilestones } from '../../../core/plan/shownMilestones';
import type { Stamp } from '../../../core/plan/timestamp';
import type { Existence } from '../../../core/rules/existence';
import type { Severity } from '../../../core/rules/profiles';
import type { Finding } from '../../../core/rules/rule';
import { lineBehind } from '../../../core/text/positions';
import { markOf } from '../../../files/journal/records';
import type {
  AcceptanceProgress,
  EntryProgress,
  FindingDetails,
  LineText,
  MilestoneDetails,
  MilestoneProgress,
  PlanDetails,
  PlanSnapshot,
  StepProgress,
} from '../protocol';
import { headOf, plansOf, type SnapshotSource } from './progress';

/** More of them than a person looks through; the figures tell of all. */
const mostFindings = 500;

const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** What a plan's details are made from; `existence` tells of what it delivers, where anybody can. */
export interface DetailsSource extends SnapshotSource {
  existence: Existence | undefined;
  /** The text's lines as they are read. */
  lines: readonly string[];
  /** The hashes of the lines that tools have written. */
  ownLines: ReadonlySet<string>;
}

/** The whole state of the file in front. */
export function toDetails(source: DetailsSource): PlanSnapshot<PlanDetails> {
  const plans = plansOf(source).map((progress, i): PlanDetails => {
    const plan = source.document.plans[i] as Plan;
    const { milestoneOf } = shownMilestones(plan);
    return {
      ...progress,
      milestones: progress.milestones.map((milestone, at) => toMilestone(milestone, plan, at, source.existence)),
      steps: plan.steps.map((step) => toStep(step, milestoneOf(step), source)),
      next: nextStep(plan),
      findings: worstFirst(source.findings?.filter((finding) => finding.plan === plan) ?? []).map(toFinding),
      entries: plan.entries.map((entry) => toEntry(entry, source)),
    };
  });
  return { ...headOf(source), plans };
}

function toStep(
  step: Step,
  milestone: number | undefined,
  source: Pick<DetailsSource, 'lines' | 'ownLines'>,
): StepProgress {
  const { range, state, text, remaining, isBlocked, stamps, depth, unit } = step;
  const recorded = recordedIn(step);
  return {
    line: range.start.line,
    endLine: range.end.line,
    state,
    text,
    remaining,
    isBlocked,
    stamp: stamps[0]?.text,
    recorded: recorded?.end ?? recorded?.instant,
    ...byTool(recorded, source),
    depth,
    unit: unit?.number,
    milestone,
  };
}

/** Says of a stamp that a tool has written its line. Most plans have none: then nothing is hashed. */
function byTool(
  stamp: Stamp | undefined,
  { lines, ownLines }: Pick<DetailsSource, 'lines' | 'ownLines'>,
): { isWrittenByTool?: true } {
  const isOwn = stamp && ownLines.size > 0 && ownLines.has(markOf(lines[stamp.range.start.line] ?? ''));
  return isOwn ? { isWrittenByTool: true } : {};
}

function toMilestone(
  progress: MilestoneProgress,
  { milestones, acceptance }: Plan,
  index: number,
  existence: Existence | undefined,
): MilestoneDetails {
  const milestone = milestones[index];
  // A row of a table says no more than it shows.
  if (!milestone)
    return {
      ...progress,
      ...{
        endLine: progress.line + 1,
        scope: undefined,
        accepted: [],
        commands: [],
        expected: undefined,
        deliverables: [],
      },
    };
  const { scope, commands, expected, deliverables, range } = milestone;
  return {
    ...progress,
    endLine: lineBehind(range),
    scope: scope?.text,
    accepted: acceptance.filter(({ milestone }) => milestone === index).map(toAcceptance),
    commands: commands.map(toLineText),
    expected: expected?.text,
    deliverables: deliverables.map((each) => ({
      ...toLineText(each),
      path: each.path,
      exists: each.path === undefined ? undefined : existence?.has(each.path),
    })),
  };
}

function toAcceptance({ state, text, range }: Step): AcceptanceProgress {
  return { state, text, line: range.start.line };
}

function toLineText({ text, range }: Passage): LineText {
  return { text, line: range.start.line };
}

function worstFirst(findings: readonly Finding[]): Finding[] {
  return severities
    .flatMap((severity) => findings.filter((finding) => finding.severity === severity))
    .slice(0, mostFindings);
}

function toFinding({ range, severity, rule, message, related = [], fixes, members = [] }: Finding): FindingDetails {
  const hasFix = fixes !== undefined || members.some((member) => member.fixes !== undefined);
  const lines = [...related, ...members].map((other) => other.range.start.line);
  return { range, severity, rule: rule.id, message, related: lines, hasFix };
}

function toEntry(entry: Entry, source: Pick<DetailsSource, 'lines' | 'ownLines'>): EntryProgress {
  const { role, text, range, stamps, fields } = entry;
  const shown = stamps.at(-1);
  return {
    role,
    text,
    line: range.start.line,
    endLine: range.end.line,
    stamp: shown?.text,
    // One that the words name says nothing of when they were written.
    ...byTool(
      recordedInEntry(entry).find((stamp) => stamp === shown),
      source,
    ),
    author: fields.find((field) => field.role === 'author')?.text,
  };
}
