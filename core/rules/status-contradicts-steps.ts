import { t } from '@vscode/l10n';
import { setStatus } from '../edits/setStatus';
import type { Plan } from '../plan/model';
import { stepFigures } from '../plan/progress';
import { statusPlace } from '../plan/status';
import { type PlanState, stateOfStatus } from '../words/statuses';
import { isFinished } from './facts/finished';
import { titleOf } from './facts/headingRanges';
import type { Fix, FixContext, Rule, RuleDocs } from './rule';

/** A plan whose status line says something else than its boxes. */
export const statusContradictsSteps: Rule = {
  id: 'status-contradicts-steps',
  severity: { recommended: 'information', cookbook: 'warning' },
  summary: 'The status of the plan says something else than its boxes.',
  yieldsTo: { inPlan: ['merge-conflict', 'unclosed-fence'] },
  *check(plan, { text }) {
    const said = plan.status === undefined ? undefined : stateOfStatus(plan.status);
    if (said !== 'done' && said !== 'active') return;
    const { open, partial } = stepFigures(plan).figures;
    const left = open + partial;
    // Where no outcome is written, something is left to do, and a rule of its own says so.
    const isOver = isFinished(plan, text) && plan.entries.some(({ role }) => role === 'outcomes');
    if (said === 'done' ? left === 0 : !isOver) return;
    const place = statusPlace(plan, text.lines, text.lines);
    yield {
      range: place?.range ?? titleOf(plan),
      message:
        said === 'active'
          ? t('All steps are done, but the status is "{0}"', plan.status as string)
          : left === 1
            ? t('The status is "{0}", but one step is not done', plan.status as string)
            : t('The status is "{0}", but {1} steps are not done', plan.status as string, left),
      fixes: (context) => (place ? fixesOf(plan, said === 'done' ? 'active' : 'done', context) : []),
    };
  },
};

/** What its page says. */
export const docs: RuleDocs = {
  rationale:
    'A cold reader believes the first line. Where it says that the plan is done, nobody looks for the step that was forgotten; where it says that it is in work, somebody begins it again.',
  source: 'Cookbook, Progress: "This section must always reflect the actual current state of the work."',
  examples: {
    bad: '# Serve thumbnails from a cache\n\nStatus: Done 2026-05-12\n        ^^^^^^^^^^^^^^^\n\n## Progress\n\n- [x] (2026-05-12 10:45Z) Add the cache table\n- [ ] Purge it\n\n## Surprises & Discoveries\n\nNone yet.\n\n## Decision Log\n\nNone yet.',
    good: '# Serve thumbnails from a cache\n\nStatus: In progress\n\n## Progress\n\n- [x] (2026-05-12 10:45Z) Add the cache table\n- [ ] Purge it\n\n## Surprises & Discoveries\n\nNone yet.\n\n## Decision Log\n\nNone yet.',
  },
};

/** Only its author knows whether the status or a box is wrong. */
function fixesOf(plan: Plan, state: PlanState, { lines, clock }: FixContext): Fix[] {
  const edit = setStatus(plan, state, undefined, lines, lines, clock);
  if (!edit) return [];
  const title = state === 'done' ? t('Set the status to done') : t('Set the status to active');
  return [{ title, edits: [edit], safe: false }];
}
