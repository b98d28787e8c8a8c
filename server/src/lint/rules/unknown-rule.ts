import { t } from '@vscode/l10n';
import type { Rule, RuleDocs } from '../rule';
import { rangeOf, suppressionsOf, wordOf } from '../suppressions';

/** A comment about rules that names none, or one that does not exist. */
export const unknownRule: Rule = {
  id: 'unknown-rule',
  severity: { recommended: 'information', cookbook: 'warning' },
  summary: 'A comment would silence a rule that does not exist.',
  *check(plan, { text, rules }) {
    for (const each of suppressionsOf(plan, text)) {
      if (each.ids.length === 0)
        yield { range: wordOf(each), message: t('Unexpected comment that names no rule, expected the id of one') };
      for (const rule of each.ids)
        if (!rules.has(rule.id))
          yield {
            range: rangeOf(each, rule),
            message: t('Unexpected rule “{0}”, expected the id of a rule that exists', rule.id),
          };
    }
  },
};

/** What its page says. */
export const docs: RuleDocs = {
  rationale:
    'A comment with a typo in the rule’s name silences nothing, and nobody notices until the finding is in the way again.',
  source: 'This extension: docs/rules.md lists the ids of all rules.',
  examples: {
    bad: '<!-- execplan-disable-next-line done-without-timestmp: done before this plan began -->\n                                ^^^^^^^^^^^^^^^^^^^^^\n- [x] Add the cache table',
    good: '<!-- execplan-disable-next-line done-without-timestamp: done before this plan began -->\n- [x] Add the cache table',
  },
};
