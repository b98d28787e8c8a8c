import { addEntry } from '../edits/addEntry';
import { countOn } from '../edits/countOn';
import { type EntryPart, inOneLine } from '../edits/entryForm';
import { planAt } from '../plan/planAt';
import { hasLine } from '../text/positions';
import type { LivingRole } from '../words/roles';
import type { Action } from './action';
import { type Lines, lines, optional, words } from './params';
import { planOf } from './place';

/** Where a record is to be added, and its words: what is left out is a tab stop. */
export type EntryParams<Part extends EntryPart> = Lines & {
  readonly [P in Exclude<Part, 'author'>]?: string | undefined;
};

/** What the actions that add a record to a living section differ in; `title` is the light bulb's. */
interface EntryAction<Id extends string, Part extends EntryPart>
  extends Pick<Action<Id, EntryParams<Part>>, 'id' | 'summary'> {
  role: LivingRole;
  /** What its record says. */
  parts: readonly Part[];
  command: { title: string; icon: string; key?: string };
  title(): string;
}

const descriptions: Readonly<Record<Exclude<EntryPart, 'author'>, string>> = {
  text: 'what it says',
  rationale: 'why it was decided, and what was turned down',
  evidence: 'the file and line, or the short output, that proves it',
  remaining: 'what remains, and what was learned',
};

/** Makes an action that adds a stamped record to a living section: it is offered in that section, and on demand elsewhere. */
export function entryAction<Id extends string, Part extends EntryPart>({
  role,
  title,
  command,
  parts,
  ...own
}: EntryAction<Id, Part>): Action<Id, EntryParams<Part>> {
  const given = parts.filter((part) => part !== 'author') as Exclude<Part, 'author'>[];
  const params = {
    lines,
    ...Object.fromEntries(given.map((part) => [part, optional(words(descriptions[part]))])),
  } as unknown as Action<Id, EntryParams<Part>>['params'];
  return {
    ...own,
    params,
    needs: 'plan',
    command: { ...command, group: 'entry' },
    lightBulb: {
      kind: `refactor.rewrite.execplan.${own.id}`,
      elsewhere: `source.execplan.${own.id}`,
      *offers({ analysis: { document } }, { start: { line } }) {
        const plan = planAt(document, line);
        if (!plan) return;
        const here = plan.sections.find(({ range }) => hasLine(range, line));
        yield { params: { lines: [line] } as EntryParams<Part>, isElsewhere: !here?.roles.includes(role) };
      },
      title,
    },
    run({ analysis: { document, lines: text } }, params, { clock, author }) {
      const plan = planOf(document, params);
      if (!plan) return { refused: 'noPlan' };
      const said: Partial<Record<EntryPart, string>> = author === undefined ? {} : { author: inOneLine(author) };
      for (const part of given) {
        const value = params[part];
        if (value !== undefined) said[part] = inOneLine(value);
      }
      const edit = addEntry(plan, role, params.lines[0] as number, text, clock, said);
      const { line } = edit.range.start;
      // Whoever resolves it would have to take it for a part of one side.
      if (plan.conflicts.some(({ start, end }) => line > start && line <= end)) return { refused: 'inConflict' };
      return { edits: countOn([edit], text) };
    },
  };
}
