import { t } from '@vscode/l10n';
import { removeComment, removeRule } from './fixes/commentEdits';
import { removeCommentTitle, removeFromCommentTitle } from './fixes/titles';
import type { Fix, FixContext, Rule, RuleDocs } from './rule';
import { rangeOf, type SilencedRule, type Suppression } from './suppressions';

/** A comment that silences a rule which finds nothing there. */
export const unusedSuppression: Rule = {
  id: 'unused-suppression',
  severity: { recommended: 'information', cookbook: 'warning' },
  summary: 'A comment silences a rule that finds nothing there.',
  *checkUnused(unused) {
    const rules = new Set(unused.map(({ rule }) => rule));
    for (const { suppression, rule } of unused)
      yield {
        range: rangeOf(suppression, rule),
        message: t('"{0}" finds nothing here: no need to silence it', rule.id),
        fixes: (context) => fixesOf(suppression, rule, context, (other) => rules.has(other)),
      };
  },
};

/** What its page says. */
export const docs: RuleDocs = {
  rationale:
    'What the comment was written for is gone, or it stands in the wrong place. Left alone it hides the next finding, which nobody meant it for. Rules that are switched off are not counted: another profile may need the comment.',
  source: 'Seed, Living Document Sections: what is "added but never maintained" does not belong in a plan.',
  examples: {
    bad: '<!-- execplan-disable-next-line done-without-timestamp: done before this plan began -->\n                                ^^^^^^^^^^^^^^^^^^^^^^\n- [x] (2026-05-12 10:45Z) Add the cache table',
    good: '<!-- execplan-disable-next-line done-without-timestamp: done before this plan began -->\n- [x] Add the cache table',
  },
};

/** Unsafe: the reason goes with the comment. */
function fixesOf(
  suppression: Suppression,
  rule: SilencedRule,
  { lines }: FixContext,
  isUnused: (rule: SilencedRule) => boolean,
): Fix[] {
  if (suppression.ids.every(isUnused))
    return [
      {
        title: removeCommentTitle(),
        edits: removeComment(suppression, lines),
        safe: false,
        bulk: true,
      },
    ];
  const edits = removeRule(suppression, rule, lines);
  return [{ title: removeFromCommentTitle(rule.id), edits, safe: false, bulk: true }];
}
