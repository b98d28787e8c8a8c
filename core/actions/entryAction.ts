import { addEntry } from '../edits/addEntry';
import { planAt } from '../plan/planAt';
import { hasLine } from '../text/positions';
import type { LivingRole } from '../words/roles';
import type { Action } from './action';
import { type Lines, lines } from './params';
import { planOf } from './place';

/** What the actions that add a record to a living section differ in; `title` is the light bulb's. */
interface EntryAction<Id extends string> extends Pick<Action<Id, Lines>, 'id' | 'summary'> {
  role: LivingRole;
  command: { title: string; icon: string };
  title(): string;
}

/** Makes an action that adds a stamped record to a living section: it is offered in that section, and on demand elsewhere. */
export function entryAction<Id extends string>({ role, title, command, ...own }: EntryAction<Id>): Action<Id, Lines> {
  return {
    ...own,
    params: { lines },
    needs: 'plan',
    command: { ...command, group: 'entry' },
    lightBulb: {
      kind: `refactor.rewrite.execplan.${own.id}`,
      elsewhere: `source.execplan.${own.id}`,
      *offers({ analysis: { document } }, { start: { line } }) {
        const plan = planAt(document, line);
        if (!plan) return;
        const here = plan.sections.find(({ range }) => hasLine(range, line));
        yield { params: { lines: [line] }, isElsewhere: !here?.roles.includes(role) };
      },
      title,
    },
    run({ analysis: { document, lines: text } }, params, { clock }) {
      const plan = planOf(document, params);
      if (!plan) return { refused: 'noPlan' };
      return { edits: [addEntry(plan, role, params.lines[0] as number, text, clock)] };
    },
  };
}
