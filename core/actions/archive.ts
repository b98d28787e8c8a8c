import type { Plan } from '../plan/model';
import { archivePath } from '../plan/planPath';
import { isFinished } from '../rules/facts/finished';
import { planStateOf } from '../rules/facts/planState';
import type { SearchableText } from '../text/searchableText';
import { archiveAction, type MoveParams } from './archiveAction';
import { oneOf, optional, words } from './params';

/** What a plan is that is over. */
export const over = ['done', 'abandoned', 'superseded'] as const;

/** What became of a plan, and where it goes. */
export interface ArchiveParams extends MoveParams {
  state?: (typeof over)[number] | undefined;
  /** For a superseded one. */
  by?: string | undefined;
}

export const archive = archiveAction<'archive', ArchiveParams>({
  id: 'archive',
  summary: 'Moves a plan to the folder of those that are over, sets its status, and has links to it and in it follow.',
  params: {
    state: optional(oneOf('what became of it; left out, what it says itself, or done where all its steps are', over)),
    by: optional(words('what supersedes it, such as the path of another plan')),
  },
  command: { title: 'Archive Plan', icon: 'archive' },
  target: (path, state, folders) => archivePath(path, state === 'done', folders),
  state: (plan, text, { state }) => state ?? endOf(plan, text),
});

/** What became of a plan that is over: as it says itself, else by its boxes, whatever it says; undefined for one with something left. */
export function endOf(plan: Plan, text: SearchableText): (typeof over)[number] | undefined {
  const state = planStateOf(plan, text);
  return over.find((each) => each === state) ?? (isFinished(plan, text) ? 'done' : undefined);
}
