import { t } from '@vscode/l10n';
import { at } from '../edits/planEdit';
import { recordedInEntry } from '../plan/doneStamp';
import type { Plan } from '../plan/model';
import { isNothing } from '../words/nothing';
import { tellsStatus } from '../words/statuses';
import { headingOf, sectionOf } from './facts/headingRanges';
import type { Fix, FixContext, Rule, RuleDocs } from './rule';

/** A Progress that is a diary. */
export const progressWithoutCheckbox: Rule = {
  id: 'progress-without-checkbox',
  severity: { recommended: 'information', cookbook: 'warning' },
  summary: 'Progress has steps, but none of them has a checkbox.',
  yieldsTo: { here: ['empty-section', 'placeholder-text'], inPlan: ['malformed-checkbox', 'unclosed-fence'] },
  *check(plan, { profile }) {
    if (plan.steps.length > 0 || !plan.entries.some(({ role, text }) => role === 'progress' && !saysNothing(text)))
      return;
    // Whoever ticks boxes below each milestone sees what is left; the strict profile wants them in Progress.
    const hasBoxes =
      profile !== 'cookbook' && (plan.acceptance.some(({ milestone }) => milestone !== undefined) || isLog(plan));
    if (!hasBoxes && sectionOf(plan, 'progress'))
      yield {
        range: headingOf(plan, 'progress'),
        message: t('No step here has a checkbox: write "- [ ] step"'),
        fixes: addBoxes,
      };
  },
};

/** True for dated records of what was done, beside milestones that tell what is to be done. */
function isLog({ milestones, entries }: Plan): boolean {
  const records = entries.filter(({ role, text }) => role === 'progress' && !saysNothing(text));
  return milestones.length > 1 && records.every((record) => recordedInEntry(record).length > 0);
}

/** "Status: not started" is no step yet. */
function saysNothing(text: string): boolean {
  return isNothing(text.replace(/^[^:：]{1,24}[:：][*_\s]{0,4}/, ''));
}

/** What its page says. */
export const docs: RuleDocs = {
  rationale:
    'Checkboxes show at a glance what is done and what is left, to people and to tools. A diary says what was done; nobody sees from it what is still to do, unless milestones tell that beside it.',
  source:
    'Cookbook, skeleton: "Use a list with checkboxes to summarize granular steps." They are mandatory in Progress.',
  examples: {
    bad: '# Serve thumbnails from a cache\n\n## Progress\n   ^^^^^^^^\n\n- 2026-02-12: Added the cache table\n- 2026-02-13: Filled it\n\n## Surprises & Discoveries\n\nNone yet.\n\n## Decision Log\n\nNone yet.\n\n## Outcomes & Retrospective\n\nNone yet.',
    good: '- [x] (2026-02-12) Add the cache table\n- [ ] Fill it',
  },
};

/** An open box for each item: which of them are done, their author knows. Prose and tables are no lists. */
function addBoxes({ plan, lines }: FixContext): Fix[] {
  const items = plan.entries.filter(
    ({ role, text, range: { start } }) =>
      role === 'progress' &&
      !saysNothing(text) &&
      !tellsStatus(text) &&
      /^(?:[-*+]|\d{1,9}[.)])\s/.test((lines[start.line] as string).slice(start.character)),
  );
  if (items.length === 0) return [];
  const edits = items.map(({ range: { start }, character }) => ({
    range: at(start.line, character),
    template: ['[ ] '],
  }));
  const title = items.length === 1 ? t('Add "[ ]" to this step') : t('Add "[ ]" to {0} steps', items.length);
  return [{ title, edits, safe: false, bulk: true }];
}
