import type { ShownPlan } from './messages';

/** What outlives the page (`setState`): where the reader was and which folds they changed. Nothing of a plan's content but names. */
export interface Saved {
  /** The plan last seen stands last. */
  plans: SavedPlan[];
}

export interface SavedPlan {
  key: string;
  /** Only folds that the reader opened or closed. */
  folds: Record<string, boolean>;
  /** From the top of the page, in CSS pixels. */
  scroll: number;
}

/** A page remembers this many plans; the one not seen for longest goes first. */
const most = 30;

/** One object: what is made from folds is made anew for other ones. */
const noFolds = {};

/** Names a plan across sessions: its file, and its title because a file can hold several plans. */
export function planKey({ uri, plan }: ShownPlan): string {
  return `${uri}\n${plan.title ?? ''}`;
}

/** Reads what an earlier page stored; whatever is not understood is left out. */
export function readSaved(stored: unknown): Saved {
  const plans = field(stored, 'plans');
  if (!Array.isArray(plans)) return { plans: [] };
  return { plans: plans.flatMap((each) => readPlan(each) ?? []) };
}

/** What was kept for a plan; nothing changed, at the top, when it was never seen. */
export function savedPlan({ plans }: Saved, key: string): SavedPlan {
  return plans.find((each) => each.key === key) ?? { key, folds: noFolds, scroll: 0 };
}

/** The same with one plan's part replaced or added. */
export function withPlan({ plans }: Saved, plan: SavedPlan): Saved {
  return { plans: [...plans.filter(({ key }) => key !== plan.key), plan].slice(-most) };
}

function readPlan(stored: unknown): SavedPlan | undefined {
  const [key, folds, scroll] = [field(stored, 'key'), field(stored, 'folds'), field(stored, 'scroll')];
  if (typeof key !== 'string' || typeof folds !== 'object' || !folds) return undefined;
  const choices = Object.entries(folds).filter((entry): entry is [string, boolean] => typeof entry[1] === 'boolean');
  const known = typeof scroll === 'number' && Number.isFinite(scroll);
  return { key, folds: Object.fromEntries(choices), scroll: known ? scroll : 0 };
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
