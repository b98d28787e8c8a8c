import { t } from '@vscode/l10n';
import type { PlanEdit } from '../edits/planEdit';
import { type Remainder, remainingOf, settleRemainder } from '../edits/remainder';
import type { Clock } from '../edits/stamp';
import { tick as tickStep } from '../edits/tick';
import type { Plan, Step } from '../plan/model';
import type { Action } from './action';
import { type Lines, lines, oneOf, optional } from './params';
import { linesOf, planOf, stepsIn, stepsOn } from './place';

/** What `tick` is to be told. */
export interface TickParams extends Lines {
  /** What became of what a partial step says that remains. */
  remainder?: Remainder;
}

const remainder = optional(
  oneOf<Remainder>(
    'what became of what a partial step says that remains: it is done, too, or it becomes an open step of its own; without it such a step is refused',
    ['done', 'split'],
  ),
);

export const tick: Action<'tick', TickParams> = {
  id: 'tick',
  summary:
    'Marks the steps on some lines as done, stamped with the present time; those that are done stay as they are.',
  params: { lines, remainder },
  needs: 'plan',
  command: { title: 'Tick Step', icon: 'check', group: 'step' },
  lightBulb: {
    kind: 'refactor.rewrite.execplan.tick',
    *offers({ analysis: { document, lines: text } }, range, { clock }) {
      const plan = planOf(document, { lines: [range.start.line] });
      if (!plan) return;
      const open = stepsIn(plan, range).filter(({ state }) => state !== 'done');
      const possible = open.filter((step) => tickStep(plan, step, text, clock));
      if (possible.length === 0) return;
      const here = linesOf(possible);
      if (possible.every((step) => remainingOf(step, text) === undefined)) return yield { params: here };
      yield { params: { ...here, remainder: 'done' } };
      yield { params: { ...here, remainder: 'split' } };
    },
    title(params, { analysis: { document, lines: text } }, { clock }) {
      const plan = planOf(document, params);
      const step = plan && stepsOn(plan, params)[0];
      const { stamp = '', ambiguous } = (plan && step && tickStep(plan, step, text, clock)) ?? {};
      const note = ambiguous ? t('{0}; {1} means several zones', stamp, ambiguous) : stamp;
      const count = params.lines.length;
      const title = count === 1 ? t('Tick this step ({0})', note) : t('Tick {0} steps ({1})', count, note);
      if (params.remainder === undefined) return title;
      return params.remainder === 'done'
        ? t('{0}; what remained is done, too', title)
        : t('{0}; what remains becomes a step', title);
    },
  },
  run({ analysis: { document, lines: text } }, params, { clock }) {
    const plan = planOf(document, params);
    if (!plan) return { refused: 'noPlan' };
    const steps = stepsOn(plan, params);
    const [first] = steps;
    if (!first) return { refused: 'noStep' };
    const open = steps.filter(({ state }) => state !== 'done');
    if (open.length === 0) return { refused: 'alreadyDone', stamp: first.stamps[0]?.text };
    const { remainder } = params;
    for (const step of remainder ? [] : open) {
      const remaining = remainingOf(step, text);
      if (remaining !== undefined) return { refused: 'remainder', step: step.text, remaining };
    }
    const edits = open.flatMap((step) => editsOf(plan, step, text, clock, remainder));
    return edits.length > 0 ? { edits } : { refused: 'noRoomForStamp' };
  },
};

/** Ticks a step and settles its remainder. The stamp comes first: at one place edits are made in their order. */
function editsOf(
  plan: Plan,
  step: Step,
  text: readonly string[],
  clock: Clock,
  remainder: Remainder | undefined,
): PlanEdit[] {
  const ticked = tickStep(plan, step, text, clock);
  if (!ticked) return [];
  return [...ticked.edits, ...((remainder && settleRemainder(plan, step, text, remainder)) ?? [])];
}
