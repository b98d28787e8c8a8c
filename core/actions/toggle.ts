import type { Action } from './action';
import { planOf, stepsOn } from './place';
import { type TickParams, tick } from './tick';
import { untick } from './untick';

export const toggle: Action<'toggle', TickParams> = {
  id: 'toggle',
  summary: 'Ticks the steps on some lines that are not done; where all are done, it opens them again.',
  params: tick.params,
  needs: 'plan',
  command: { title: 'Toggle Step', icon: 'checklist', key: 'x', group: 'step' },
  run(target, params, context) {
    const plan = planOf(target.analysis.document, params);
    if (!plan) return { refused: 'noPlan' };
    const steps = stepsOn(plan, params);
    // What was given up stays so beside steps that are to be done.
    const others = steps.filter(({ state }) => state !== 'dropped');
    const open = (others.length > 0 ? others : steps).filter(({ state }) => state !== 'done');
    if (open.length === 0) return untick.run(target, params, context);
    return tick.run(target, { ...params, lines: open.map(({ range }) => range.start.line) }, context);
  },
};
