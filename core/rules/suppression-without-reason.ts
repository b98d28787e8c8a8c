import { t } from '@vscode/l10n';
import { addReason } from './fixes/commentEdits';
import type { Rule, RuleDocs } from './rule';
import { suppressionsOf, wordOf } from './suppressions';

/** A comment that silences a rule and does not say why. */
export const suppressionWithoutReason: Rule = {
  id: 'suppression-without-reason',
  severity: { recommended: 'information', cookbook: 'warning' },
  summary: 'A comment silences a rule without saying why.',
  *check(plan, { text }) {
    // One that names no rule silences nothing: unknown-rule tells it.
    for (const each of suppressionsOf(plan, text))
      if (each.kind !== 'enable' && each.reason === '' && each.ids.length > 0)
        yield {
          range: wordOf(each),
          message: t('This comment gives no reason: add one after a colon'),
          fixes: ({ lines }) => [{ title: t('Add a reason'), edits: addReason(each, lines), safe: false }],
        };
  },
};

/** What its page says. */
export const docs: RuleDocs = {
  rationale:
    'Whoever reads the plan next, person or agent, cannot tell an exception that was meant from a warning that was in the way. A few words after a colon tell it, and tell when the comment can go.',
  source: 'Seed, Living Document Sections: choices are recorded "with rationale and attribution".',
  examples: {
    bad: '<!-- execplan-disable-next-line done-without-timestamp -->\n     ^^^^^^^^^^^^^^^^^^^^^^^^^^\n- [x] Add the cache table',
    good: '<!-- execplan-disable-next-line done-without-timestamp: done before this plan began -->\n- [x] Add the cache table',
  },
};
