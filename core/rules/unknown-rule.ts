import { t } from '@vscode/l10n';
import { excerpt } from '../text/excerpt';
import { removeComment, removeRule } from './fixes/commentEdits';
import { nearest } from './fixes/nearestName';
import { removeCommentTitle, removeFromCommentTitle, writeInsteadTitle } from './fixes/titles';
import type { Fix, Rule, RuleDocs } from './rule';
import { rangeOf, type SilencedRule, type Suppression, suppressionsOf, wordOf } from './suppressions';

/** A comment about rules that names none, or one that does not exist. */
export const unknownRule: Rule = {
  id: 'unknown-rule',
  severity: { recommended: 'information', cookbook: 'warning' },
  summary: 'A comment names no rule, or one that does not exist.',
  *check(plan, { text, rules }) {
    for (const each of suppressionsOf(plan, text)) {
      if (each.ids.length === 0)
        yield {
          range: wordOf(each),
          message: t('This comment names no rule'),
          fixes: ({ lines }) => [
            { title: removeCommentTitle(), edits: removeComment(each, lines), safe: false, bulk: true },
          ],
        };
      for (const rule of each.ids)
        if (!rules.has(rule.id))
          yield {
            range: rangeOf(each, rule),
            message: t('There is no rule "{0}"', excerpt(rule.id)),
            fixes: ({ lines }) => fixesOf(each, rule, rules, lines),
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

/** The rule that was meant, as far as its name shows; else it is taken out: it silences nothing as it is. */
function fixesOf(
  suppression: Suppression,
  rule: SilencedRule,
  rules: ReadonlySet<string>,
  lines: readonly string[],
): Fix[] {
  const named = new Set(suppression.ids.map(({ id }) => id));
  const meant = nearest(rule.id, rules).filter((id) => !named.has(id));
  const range = rangeOf(suppression, rule);
  const isOnly = suppression.ids.length === 1;
  return [
    ...meant.map((id, i) => ({
      title: writeInsteadTitle(id),
      edits: [{ range, template: [id] }],
      safe: false,
      bulk: i === 0,
    })),
    {
      title: isOnly ? removeCommentTitle() : removeFromCommentTitle(rule.id),
      edits: removeRule(suppression, rule, lines),
      safe: false,
      bulk: meant.length === 0,
    },
  ];
}
