import { t } from '@vscode/l10n';
import { addRecovery } from '../edits/addRecovery';
import { headingOf, isLiving } from '../plan/sections';
import { hasLine } from '../text/positions';
import type { Found } from '../text/searchableText';
import { bodyOf, isUnfilled, sectionOf, wordsOf } from './facts/headingRanges';
import { addSectionTitle } from './fixes/titles';
import { noWayBack } from './messages';
import type { Fix, FixContext, Rule, RuleDocs } from './rule';
import { findRecovery } from './search/recovery';

/** A plan without a word on what to do when something fails. */
export const noRecoveryPath: Rule = {
  id: 'no-recovery-path',
  severity: { recommended: 'hint', cookbook: 'information' },
  summary: 'The plan does not say what to do when a step fails.',
  yieldsTo: { here: ['missing-section'], inPlan: ['unclosed-fence'] },
  *check(plan, { text }) {
    const own = sectionOf(plan, 'idempotence');
    if (own && !isUnfilled(bodyOf(own, text.lines))) return;
    // What was done and found tells of failures that are over; a heading promises only.
    const past = plan.sections.filter(({ roles }) => roles.some((role) => isLiving(role) && role !== 'decisions'));
    const isTold = ({ line }: Found) =>
      line !== own?.heading.range.start.line && !past.some(({ range }) => hasLine(range, line));
    if (text.find(findRecovery, plan.range).some(isTold)) return;
    // A plan without any of these has a greater hole, which missing-section tells of.
    const place = own ?? sectionOf(plan, 'concreteSteps') ?? sectionOf(plan, 'planOfWork');
    if (place)
      yield {
        range: wordsOf(place.heading),
        message: noWayBack(),
        fixes: fixesOf,
      };
  },
};

/** What its page says. */
export const docs: RuleDocs = {
  rationale:
    'An agent that stops in the middle has to know whether it may run a step again, and how to get back. One sentence under Idempotence and Recovery is enough: what is safe to repeat, what has to be undone.',
  source: 'Seed, Decision Checklist: "Recovery Paths: Plan includes rollback and retry strategies".',
  examples: {
    bad: '# Serve thumbnails from a cache\n\n## Purpose / Big Picture\n\nPages load at once.\n\n## Progress\n\n- [ ] Add the cache table\n\n## Decision Log\n\nNone yet.\n\n## Concrete Steps\n   ^^^^^^^^^^^^^^\n\nRun `npm run migrate`, then `npm start`.',
    good: '# Serve thumbnails from a cache\n\n## Purpose / Big Picture\n\nPages load at once.\n\n## Progress\n\n- [ ] Add the cache table\n\n## Decision Log\n\nNone yet.\n\n## Concrete Steps\n\nRun `npm run migrate`, then `npm start`.\n\n## Idempotence and Recovery\n\nThe migration may run twice: it leaves a table alone that is there. To get back, run `npm run migrate -- down`.',
  },
};

function fixesOf({ plan, lines }: FixContext): Fix[] {
  const own = sectionOf(plan, 'idempotence');
  const title = own ? t('Add what is safe to repeat, and how to go back') : addSectionTitle(headingOf('idempotence'));
  return [{ title, edits: [addRecovery(plan, lines)], safe: false }];
}
