import { t } from '@vscode/l10n';
import type { Step } from '../plan/model';
import { stepFigures } from '../plan/progress';
import { markRange } from '../plan/steps';
import type { Stamp } from '../plan/timestamp';
import { headingOf } from './facts/headingRanges';
import { leadsStep } from './facts/recordedStamps';
import { removeStamp } from './fixes/stampFixes';
import type { Fix, FixContext, Rule, RuleDocs } from './rule';

/** An open step that looks done. */
export const timestampOnOpenStep: Rule = {
  id: 'timestamp-on-open-step',
  severity: { cookbook: 'information' },
  summary: 'An open step has a timestamp, as if it were done.',
  yieldsTo: { here: ['invalid-timestamp'] },
  together: {
    of: (plan) => stepFigures(plan).figures.open,
    at: (plan) => headingOf(plan, 'progress'),
    message: (faulty, of) =>
      faulty === of
        ? t('All {0} open steps have timestamps: tick the steps or drop the timestamps', of)
        : t('{0} of {1} open steps have timestamps: tick the steps or drop the timestamps', faulty, of),
  },
  *checkSteps(steps) {
    for (const step of steps) {
      const [stamp] = step.stamps;
      if (step.state === 'open' && stamp && leadsStep(step, stamp))
        yield {
          range: stamp.range,
          message: t('This open step has a timestamp: tick the step or drop the timestamp'),
          fixes: (context) => fixesOf(step, stamp, context),
        };
    }
  },
};

/** What its page says. */
export const docs: RuleDocs = {
  rationale:
    'A timestamp in front says when a step was done. On an open step it leaves the reader to guess: was it done and not ticked, or planned for then?',
  source: 'Cookbook, skeleton: "[ ] Example incomplete step." has no stamp.',
  examples: {
    bad: '- [ ] (2026-02-12 10:45Z) Add the cache table\n       ^^^^^^^^^^^^^^^^^',
    good: '- [ ] Add the cache table\n- [ ] Ship it, due 2026-02-20',
  },
};

/** What lies ahead cannot be when it was done, and whoever ticks the last step ends the plan, which is more than a fix. */
function fixesOf(step: Step, stamp: Stamp, context: FixContext): Fix[] {
  const tick: Fix = {
    title: t('Tick the step, done at {0}', stamp.text),
    edits: [{ range: markRange(step), template: ['x'] }],
    safe: false,
  };
  const remove = removeStamp(stamp, context).map((fix) => ({ ...fix, bulk: true }));
  const { open, partial } = stepFigures(context.plan).figures;
  const isAhead = (stamp.instant?.earliest ?? 0) > context.clock.now;
  return isAhead || open + partial < 2 ? remove : [tick, ...remove];
}
