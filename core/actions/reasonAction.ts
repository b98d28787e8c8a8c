import type { dropStep } from '../edits/dropStep';
import { inOneLine } from '../edits/entryForm';
import type { Step } from '../plan/model';
import { planAt } from '../plan/planAt';
import type { Action } from './action';
import { type Lines, lines, optional, words } from './params';
import { planOf, stepAt, stepsOn } from './place';
import type { Refusal } from './refusal';

/** Steps, and why it is done to them. */
export interface ReasonParams extends Lines {
  reason?: string | undefined;
}

/** What the actions that say of steps why they are not done differ in; `title` is the light bulb's. */
interface ReasonAction<Id extends string> extends Pick<Action<Id, ReasonParams>, 'id' | 'summary'> {
  command: { title: string; icon: string };
  title(): string;
  edit: typeof dropStep;
  isAlready(step: Step): boolean;
  already: Refusal;
}

/** Makes an action that says of the steps on some lines why they are not done. */
export function reasonAction<Id extends string>({
  command,
  title,
  edit,
  isAlready,
  already,
  ...own
}: ReasonAction<Id>): Action<Id, ReasonParams> {
  const isPossible = (step: Step) => step.state !== 'done' && !isAlready(step);
  return {
    ...own,
    params: { lines, reason: optional(words('why')) },
    needs: 'plan',
    command: { ...command, group: 'step' },
    lightBulb: {
      kind: `refactor.rewrite.execplan.${own.id}`,
      *offers({ analysis: { document, lines: text } }, { start: { line } }, { marks = {} }) {
        const plan = planAt(document, line);
        const step = plan && stepAt(plan, { lines: [line] });
        if (step && isPossible(step) && edit(plan, step, undefined, text, marks)) yield { params: { lines: [line] } };
      },
      title,
    },
    run({ analysis: { document, lines: text } }, params, { marks = {} }) {
      const plan = planOf(document, params);
      if (!plan) return { refused: 'noPlan' };
      const steps = stepsOn(plan, params);
      const [first] = steps;
      if (!first) return { refused: 'noStep' };
      const possible = steps.filter(isPossible);
      if (possible.length === 0)
        return first.state === 'done' ? { refused: 'alreadyDone', stamp: first.stamps[0]?.text } : already;
      const reason = params.reason === undefined ? undefined : inOneLine(params.reason);
      const edits = possible.flatMap((step) => edit(plan, step, reason, text, marks) ?? []);
      return edits.length > 0 ? { edits } : { refused: 'noRoomForMark' };
    },
  };
}
