import { t } from '@vscode/l10n';
import { stamp } from '../../edit/tick';
import type { Step } from '../../plan/model';
import { stepFigures } from '../../plan/progress';
import { boxOf, headingOf } from '../places';
import type { FixContext, Problem, Rule } from '../rule';
import { stampTitle } from '../stampTitle';

/** A done step that does not say when it was done. */
export const doneWithoutTimestamp: Rule = {
  id: 'done-without-timestamp',
  severity: { recommended: 'warning', cookbook: 'warning' },
  summary: 'A done step has no timestamp.',
  rationale:
    'Timestamps show how fast the work goes and where it stopped, also to the next agent that reads the plan. The fix writes the present time, so stamp a step when you finish it, not later: an invented time is worse than none.',
  source: 'Cookbook, Progress: "Use timestamps to measure rates of progress."',
  examples: {
    bad: '- [x] Add the cache table\n  ^^^',
    good: '- [x] (2026-05-12 10:45Z) Add the cache table\n- [ ] Fill it on the first request',
  },
  together: {
    of: (plan) => stepFigures(plan).figures.done,
    at: (plan) => headingOf(plan, 'progress'),
    message: (faulty, of) =>
      t('Unexpected {0} of {1} done steps without a timestamp, expected the times when they were done', faulty, of),
  },
  *checkSteps(steps) {
    for (const step of steps) if (step.state === 'done' && step.stamps.length === 0) yield problemOf(step);
  },
};

function problemOf(step: Step): Problem {
  return {
    range: boxOf(step),
    message: t('Unexpected done step without a timestamp, expected the time when it was done'),
    fixes: ({ plan, lines, clock }: FixContext) => {
      const stamped = stamp(plan, step, lines, clock);
      return [{ title: stampTitle(stamped.stamp, stamped.ambiguous), edits: stamped.edits, safe: false }];
    },
  };
}
