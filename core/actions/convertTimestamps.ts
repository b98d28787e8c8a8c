import { t } from '@vscode/l10n';
import { convertStamps } from '../edits/convertStamps';
import type { PlanEdit } from '../edits/planEdit';
import { type Clock, type StampStyle, shapeOfStyle, stampStyles } from '../edits/stamp';
import { shapeFor } from '../edits/tick';
import type { Plan } from '../plan/model';
import { planAt } from '../plan/planAt';
import type { Action } from './action';
import { type Lines, lines, oneOf, optional } from './params';
import { planOf } from './place';

/** A plan, and how its timestamps are to be written. */
export interface ConvertParams extends Lines {
  style?: StampStyle | undefined;
}

export const convertTimestamps: Action<'convertTimestamps', ConvertParams> = {
  id: 'convertTimestamps',
  summary:
    'Writes the timestamps of a plan in one way: as most of its own are, or in a style; none becomes another instant, and no time is made up.',
  params: { lines, style: optional(oneOf('the style; without it, that of most timestamps of the plan', stampStyles)) },
  needs: 'plan',
  command: { title: 'Convert Timestamps', icon: 'clock', group: 'section' },
  lightBulb: {
    kind: 'source.execplan.convertTimestamps',
    onDemand: true,
    *offers({ analysis: { document, lines: text } }, { start: { line } }, { clock }) {
      const plan = planAt(document, line);
      if (plan && converted(plan, undefined, text, clock).length > 0) yield { params: { lines: [line] } };
    },
    title: () => t('Write the timestamps in one way'),
  },
  run({ analysis: { document, lines: text } }, params, { clock }) {
    const plan = planOf(document, params);
    if (!plan) return { refused: 'noPlan' };
    const edits = converted(plan, params.style, text, clock);
    return edits.length > 0 ? { edits } : { refused: 'nothingToConvert' };
  },
};

function converted(plan: Plan, style: StampStyle | undefined, lines: readonly string[], clock: Clock): PlanEdit[] {
  const shape = style ? shapeOfStyle(style, clock) : shapeFor(plan, lines, clock);
  return convertStamps(plan, shape, lines, style !== undefined);
}
