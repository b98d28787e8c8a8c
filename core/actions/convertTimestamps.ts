import { t } from '@vscode/l10n';
import { convertStamps } from '../edits/convertStamps';
import { type StampStyle, shapeOfStyle, stampStyles } from '../edits/stamp';
import { shapeFor } from '../edits/tick';
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
    *offers({ analysis: { document } }, { start: { line } }) {
      if (planAt(document, line)) yield { params: { lines: [line] } };
    },
    title: () => t('Write the timestamps in one way'),
  },
  run({ analysis: { document, lines: text } }, params, { clock }) {
    const plan = planOf(document, params);
    if (!plan) return { refused: 'noPlan' };
    const shape = params.style ? shapeOfStyle(params.style, clock) : shapeFor(plan, text, clock);
    const edits = convertStamps(plan, shape, text, params.style !== undefined);
    return edits.length > 0 ? { edits } : { refused: 'nothingToConvert' };
  },
};
