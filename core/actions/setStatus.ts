import { inOneLine } from '../edits/entryForm';
import { setStatus as setStatusOf } from '../edits/setStatus';
import { splitLines } from '../text/blocks';
import type { PlanState } from '../words/statuses';
import type { Action } from './action';
import { type Lines, lines, oneOf, optional, words } from './params';
import { planOf } from './place';

/** A plan, and what it is as a whole. */
export interface StatusParams extends Lines {
  state: PlanState;
  /** For a superseded one. */
  by?: string | undefined;
}

export const setStatus: Action<'setStatus', StatusParams> = {
  id: 'setStatus',
  summary:
    'Writes the status of a plan where a reader meets it first: its status line or front matter, else below the title.',
  params: {
    lines,
    state: oneOf('what the plan is', ['active', 'done', 'abandoned', 'superseded']),
    by: optional(words('what supersedes it, such as the path of another plan')),
  },
  needs: 'plan',
  command: { title: 'Set Status', icon: 'pulse', group: 'file' },
  run({ analysis: { document, lines: text }, getText }, params, { clock }) {
    const plan = planOf(document, params);
    if (!plan) return { refused: 'noPlan' };
    const by = params.by === undefined ? undefined : inOneLine(params.by);
    const edit = setStatusOf(plan, params.state, by, text, splitLines(getText()), clock);
    return edit ? { edits: [edit] } : { refused: 'alreadySaid' };
  },
};
