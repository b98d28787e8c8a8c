import { t } from '@vscode/l10n';
import type { Rule, RuleDocs } from './rule';
import { findPages } from './search/pages';

/** A sentence that sends its reader to a page for what the plan does not say. */
export const linkInsteadOfKnowledge: Rule = {
  id: 'link-instead-of-knowledge',
  severity: { recommended: 'warning', cookbook: 'warning' },
  summary: 'The plan links to a page instead of saying what the reader needs.',
  *check(plan, { text }) {
    for (const { line, character, endCharacter, sendsAway } of text.find(findPages, plan.range))
      if (sendsAway)
        yield {
          range: { start: { line, character }, end: { line, character: endCharacter } },
          message: t('Do not only link: write here what the reader needs'),
        };
  },
};

/** What its page says. */
export const docs: RuleDocs = {
  rationale:
    'Who works by the plan may have no network, and the page may change or disappear; two agents read two things out of it. Write down the few facts that the work needs, and keep the link, if at all, to say where they are from. Issues, changes, runs and addresses of the system under work are no such pages.',
  source:
    'Cookbook, Guidelines: "Do not point to external blogs or docs; if knowledge is required, embed it in the plan itself in your own words." Seed, anti-pattern: Link-Heavy Plans.',
  examples: {
    bad: '# Sign in with another account\n\n## Purpose / Big Picture\n\nVisitors sign in with an account that they have.\n\n## Progress\n\n- [ ] Add the callback\n\n## Decision Log\n\nNone yet.\n\n## Plan of Work\n\nConfigure the provider following the guide at https://example.com/oauth/setup.\n                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n\nSee [the documentation](https://example.com/oauth/scopes) for details.\n    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^',
    good: '# Sign in with another account\n\n## Purpose / Big Picture\n\nVisitors sign in with an account that they have.\n\n## Progress\n\n- [ ] Add the callback\n\n## Decision Log\n\nNone yet.\n\n## Plan of Work\n\nRegister a client in the provider’s console, with the callback `http://localhost:3000/auth/callback`, and ask for the scopes `openid` and `email` (from https://example.com/oauth/scopes).',
  },
};
