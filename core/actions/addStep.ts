import { t } from '@vscode/l10n';
import { addStep as addStepTo } from '../edits/addStep';
import { countOn } from '../edits/countOn';
import { inOneLine } from '../edits/entryForm';
import { planAt } from '../plan/planAt';
import { hasLine } from '../text/positions';
import type { Action } from './action';
import { type Lines, lines, optional, words } from './params';
import { planOf } from './place';

/** Where an open step is to be added, and what is to be done. */
export interface AddStepParams extends Lines {
  text?: string | undefined;
}

export const addStep: Action<'addStep', AddStepParams> = {
  id: 'addStep',
  summary: 'Adds an open step to Progress: below the step on a line, else behind those of the milestone in work.',
  params: { lines, text: optional(words('what is to be done')) },
  needs: 'plan',
  command: { title: 'Add Step', icon: 'add', key: 'a', group: 'entry' },
  lightBulb: {
    kind: 'refactor.rewrite.execplan.addStep',
    elsewhere: 'source.execplan.addStep',
    *offers({ analysis: { document, lines: text } }, { start: { line } }) {
      const plan = planAt(document, line);
      if (!plan || !addStepTo(plan, line, undefined, text)) return;
      const here = plan.sections.find(({ range }) => hasLine(range, line));
      yield { params: { lines: [line] }, isElsewhere: !here?.roles.includes('progress') };
    },
    title: () => t('Add an open step'),
  },
  run({ analysis: { document, lines: text } }, params) {
    const plan = planOf(document, params);
    if (!plan) return { refused: 'noPlan' };
    const said = params.text === undefined ? undefined : inOneLine(params.text);
    const edit = addStepTo(plan, params.lines[0] as number, said, text);
    return edit ? { edits: countOn([edit], text) } : { refused: 'noCheckboxes' };
  },
};
