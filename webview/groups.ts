import { t } from '@vscode/l10n';
import { isMilestoneDone } from '../core/plan/allDone';
import type { MilestoneDetails, MilestoneProgress, PlanDetails, StepProgress } from '../server/src/protocol';
import { total } from './figures';

/** A plan's steps as the view lists them, each group in document order. */
export interface Groups {
  milestones: MilestoneGroup[];
  /** The steps that are tied to no milestone. */
  others: StepProgress[];
}

export interface MilestoneGroup {
  /** Names the milestone's fold: made of number and title, so that it outlives moved lines. */
  key: string;
  milestone: MilestoneDetails;
  steps: StepProgress[];
}

/** The folds that are no milestone. */
export const milestonesFold = 'milestones';
export const stepsFold = 'steps';

/** Ties the steps to their milestones; a step whose milestone does not exist belongs to the others. */
export function groupSteps({ milestones, steps }: PlanDetails): Groups {
  const keys = distinct(milestones.map(({ number, title }) => `m ${number ?? ''} ${title}`));
  const groups = milestones.map(
    (milestone, index): MilestoneGroup => ({ key: keys[index] ?? '', milestone, steps: [] }),
  );
  const others: StepProgress[] = [];
  for (const step of steps) (groups[step.milestone ?? -1]?.steps ?? others).push(step);
  return { milestones: groups, others };
}

/** The folds that are open before the reader chose: where the next step stands, and other steps that are not all done. */
export function foldsOpenAtFirst(plan: PlanDetails): string[] {
  const { milestones, others } = groupSteps(plan);
  const next = plan.steps[plan.next ?? -1];
  const folds = [milestonesFold, 'ready', 'history', 'since'];
  for (const group of milestones) if (next && group.steps.includes(next)) folds.push(group.key);
  if (others.length === plan.steps.length || others.some(({ state }) => state !== 'done' && state !== 'dropped'))
    folds.push(stepsFold);
  return folds;
}

/** `2 · Cache table`; the title alone when it has no number, or ends with it (`Milestone 2`). */
export function milestoneLabel({ number, title }: { number?: string | undefined; title: string }): string {
  return number && title.split(' ').at(-1) !== number ? t('{0} · {1}', number, title) : title;
}

/** How many milestones are finished: `1 of 3`; their number alone when nothing tells how far any is. */
export function milestonesCount(milestones: MilestoneProgress[]): string {
  if (milestones.every(({ figures, status }) => !total(figures) && !status)) return String(milestones.length);
  const finished = milestones.filter(isMilestoneDone);
  return t('{0} of {1}', finished.length, milestones.length);
}

/** A name for each step that moves with its words: an element that has the focus keeps it when lines are inserted above. */
export function stepKeys(steps: StepProgress[]): string[] {
  return distinct(steps.map(({ text }) => text));
}

function distinct(names: string[]): string[] {
  const seen = new Map<string, number>();
  return names.map((name) => {
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name}\n${count}`;
  });
}
