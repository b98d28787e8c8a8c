import { type PlanChange, type PlanChanges, planChanges } from './changes';
import type { Plan, PlanDocument } from './model';

/** What became of one plan of a file. */
export interface ChangedPlan extends PlanChanges {
  /** As it is now. */
  plan: Plan;
}

/**
 * What differs between two texts of a file, by meaning, plan by plan: as `planChanges`. A plan is the same one while its title is, else by its
 * place; one that was not there before has no changes.
 */
export function fileChanges(before: PlanDocument, after: PlanDocument): ChangedPlan[] {
  const left = [...before.plans];
  const take = (index: number) => (index < 0 ? undefined : left.splice(index, 1)[0]);
  const byTitle = after.plans.map((plan) => take(left.findIndex((old) => old.title?.text === plan.title?.text)));
  return after.plans.flatMap((plan, i) => {
    const at = left.indexOf(before.plans[i] as Plan);
    const old = byTitle[i] ?? take(at);
    return old ? [{ plan, ...planChanges(old, plan) }] : [];
  });
}

/** A change as others are told of it. */
export interface ToldChange {
  kind: PlanChange['kind'];
  /** Where it stands now, 0-based; null for what has gone, and for what stands in no line of its own. */
  line: number | null;
  /** The step's or the entry's words, the heading, the title, the status. */
  text: string | null;
  /** The words that stood there before, where they were others. */
  before: string | null;
}

/** A change in words and a line. */
export function toldChange(change: PlanChange): ToldChange {
  const { kind } = change;
  if ('heading' in change) return { kind, line: null, text: change.heading, before: null };
  if (change.kind === 'title') return { kind, line: null, text: change.title ?? null, before: change.before ?? null };
  if (change.kind === 'status') return { kind, line: null, text: change.status ?? null, before: change.before ?? null };
  const now = 'step' in change ? change.step : change.entry;
  const was = 'before' in change ? change.before.text : now.text;
  const isGone = kind === 'stepRemoved' || kind === 'entryRemoved';
  return {
    kind,
    line: isGone ? null : now.range.start.line,
    text: now.text,
    before: was === now.text ? null : was,
  };
}
