import { t } from '@vscode/l10n';
import { addRevisionNote as addNote } from '../edits/addRevisionNote';
import { inOneLine } from '../edits/entryForm';
import { planAt } from '../plan/planAt';
import type { Action } from './action';
import { type Lines, lines, optional, words } from './params';
import { planOf } from './place';

/** A plan, and what was revised in it. */
export interface NoteParams extends Lines {
  text?: string | undefined;
}

export const addRevisionNote: Action<'addRevisionNote', NoteParams> = {
  id: 'addRevisionNote',
  summary: 'Adds a note at the bottom of a plan that tells what was revised and why, stamped with the present time.',
  params: { lines, text: optional(words('what changed in the plan, and why')) },
  needs: 'plan',
  command: { title: 'Add Revision Note', icon: 'note', group: 'entry' },
  lightBulb: {
    kind: 'source.execplan.addRevisionNote',
    *offers({ analysis: { document } }, { start: { line } }) {
      if (planAt(document, line)) yield { params: { lines: [line] } };
    },
    title: () => t('Add a revision note, stamped now'),
  },
  run({ analysis: { document, lines: text } }, params, { clock }) {
    const plan = planOf(document, params);
    if (!plan) return { refused: 'noPlan' };
    const said = params.text === undefined ? undefined : inOneLine(params.text);
    return { edits: [addNote(plan, said, text, clock)] };
  },
};
