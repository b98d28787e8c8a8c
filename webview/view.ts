import { figuresText, total } from './figures';
import { foldsOpenAtFirst } from './groups';
import type { ShownPlan, ViewState } from './messages';
import { planKey } from './saved';

/** What the page shows: the host's last snapshot, and what only the page knows. */
export interface View {
  /** False until the first snapshot came: nothing is shown then. */
  received: boolean;
  front: ShownPlan | undefined;
  notice: string | undefined;
  /** Folds that are open unless the reader chose otherwise. Only grows while a plan is in front: no list folds away under the pointer. */
  opened: ReadonlySet<string>;
  /** Lines of the steps whose box was clicked since the last snapshot. */
  pending: ReadonlySet<number>;
  /** For the live region: the figures when they last changed; empty when they did not since the plan came to the front. */
  announcement: string;
}

/** The page before its first snapshot. */
export const blankView: View = {
  received: false,
  front: undefined,
  notice: undefined,
  opened: new Set(),
  pending: new Set(),
  announcement: '',
};

/** Takes over a snapshot. It ends whatever was pending: a step is ticked only when the host says so. */
export function receive(view: View, { front, notice }: ViewState): View {
  const next: View = { ...blankView, received: true, front, notice };
  if (!front) return next;
  const before = view.front && planKey(view.front) === planKey(front) ? view.front : undefined;
  const { figures } = front.plan;
  const changed = before && total(figures) && figuresText(before.plan.figures) !== figuresText(figures);
  return {
    ...next,
    opened: new Set([...(before ? view.opened : []), ...foldsOpenAtFirst(front.plan)]),
    announcement: changed ? figuresText(figures) : before ? view.announcement : '',
  };
}

/** Marks the step at a line as clicked and not yet answered. */
export function withPending(view: View, line: number): View {
  return { ...view, pending: new Set([...view.pending, line]) };
}
