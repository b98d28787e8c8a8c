import { isMilestoneDone } from '../../../core/plan/allDone';
import type { PlanProgress, PlanSnapshot } from '../../../server/src/protocol';

/** What a reader may want to hear of while another text is in view. */
export type PlanNews =
  | { kind: 'milestoneDone'; title: string | undefined; line: number; milestone: string }
  /** So many steps fewer are done. */
  | { kind: 'takenBack'; title: string | undefined; line: number; count: number };

/** What has happened to the plans of a file between two of its states: milestones finished, steps taken back. */
export function newsBetween(before: PlanSnapshot, after: PlanSnapshot): PlanNews[] {
  return after.plans.flatMap((plan, i) => {
    const was = before.plans.find(({ title }) => title === plan.title) ?? before.plans[i];
    return was ? newsOf(was, plan) : [];
  });
}

function newsOf(before: PlanProgress, { title, line, figures, milestones }: PlanProgress): PlanNews[] {
  const finished = milestones.flatMap((milestone): PlanNews[] => {
    const { number, title: name } = milestone;
    const was = before.milestones.find((each) => each.number === number && each.title === name);
    const wasOpen = was !== undefined && !isMilestoneDone(was);
    if (!wasOpen || !isMilestoneDone(milestone)) return [];
    return [{ kind: 'milestoneDone', title, line, milestone: number ? `${number} · ${name}` : name }];
  });
  const count = before.figures.done - figures.done;
  return count > 0 ? [...finished, { kind: 'takenBack', title, line, count }] : finished;
}
