import { figuresText, total } from './figures';
import { foldsOpenAtFirst, stepKeys } from './groups';
import type { ShownPlan, ViewState } from './messages';
import { planKey } from './saved';

/** What the page shows: the host's last snapshot, and what only the page knows. */
export interface View {
  /** False until the first snapshot came: nothing is shown then. */
  received: boolean;
  front: ShownPlan | undefined;
  notice: string | undefined;
  /** True while no server reads plans. */
  hasEnded: boolean;
  /** Folds that are open unless the reader chose otherwise. Only grows while a plan is in front: no list folds away under the pointer. */
  opened: ReadonlySet<string>;
  /** Keys of steps that were done while the plan is in front: they stay where they were. */
  kept: ReadonlySet<string>;
  /** Lines of the steps whose box was clicked since the last snapshot. */
  pending: ReadonlySet<number>;
  /** The key of an open step whose box was clicked here: its tick can be taken back once the host has made it. */
  ticked: string | undefined;
  /** The key of the step that was ticked last from here, as long as it is done. */
  undoable: string | undefined;
  /** For the live region: the figures when they last changed; empty when they did not since the plan came to the front. */
  announcement: string;
}

/** The page before its first snapshot. */
export const blankView: View = {
  received: false,
  front: undefined,
  notice: undefined,
  hasEnded: false,
  opened: new Set(),
  kept: new Set(),
  pending: new Set(),
  ticked: undefined,
  undoable: undefined,
  announcement: '',
};

/** Takes over a snapshot. It ends whatever was pending: a step is ticked only when the host says so. */
export function receive(view: View, { front, notice, hasEnded = false }: ViewState): View {
  const next: View = { ...blankView, received: true, front, notice, hasEnded };
  if (!front) return next;
  const before = view.front && planKey(view.front) === planKey(front) ? view.front : undefined;
  if (!before) return { ...next, opened: new Set(foldsOpenAtFirst(front.plan)) };
  const { figures } = front.plan;
  const changed = total(figures) > 0 && figuresText(before.plan.figures) !== figuresText(figures);
  const wasDone = doneKeys(before);
  const isDone = doneKeys(front);
  const isTicked = view.ticked !== undefined && isDone.has(view.ticked);
  const last = isTicked ? view.ticked : view.undoable;
  return {
    ...next,
    front: withLastReadiness(front, before),
    opened: new Set([...view.opened, ...foldsOpenAtFirst(front.plan)]),
    kept: new Set([...view.kept, ...[...isDone].filter((key) => !wasDone.has(key))]),
    ticked: isTicked ? undefined : view.ticked,
    undoable: last !== undefined && isDone.has(last) ? last : undefined,
    announcement: changed ? figuresText(figures) : view.announcement,
  };
}

/** Marks the step at a line as clicked and not yet answered. */
export function withPending(view: View, line: number): View {
  const steps = view.front?.plan.steps ?? [];
  const index = steps.findIndex((step) => step.line === line);
  // What a partial step says is no longer there once it is ticked: that is not for one click to bring back.
  const ticked = steps[index]?.state === 'open' ? stepKeys(steps)[index] : undefined;
  return { ...view, pending: new Set([...view.pending, line]), ticked, undoable: undefined };
}

/** The step that can be unticked to undo the last tick from here, as it stands in the plan now. */
export function undoableStep({ front, undoable }: View): { line: number; text: string } | undefined {
  if (!front || undoable === undefined) return undefined;
  const { steps } = front.plan;
  const step = steps[stepKeys(steps).indexOf(undoable)];
  return step?.state === 'done' ? step : undefined;
}

function doneKeys({ plan: { steps } }: ShownPlan): Set<string> {
  const keys = stepKeys(steps);
  return new Set(keys.filter((_, index) => steps[index]?.state === 'done'));
}

/** While somebody types nobody looks how ready a plan is: what was seen last stays until then. */
function withLastReadiness(front: ShownPlan, { plan: { readiness } }: ShownPlan): ShownPlan {
  if (front.plan.readiness || !readiness) return front;
  return { ...front, plan: { ...front.plan, readiness } };
}
