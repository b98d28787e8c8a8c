import { t } from '@vscode/l10n';
import { headingKey } from '../../plan/headings';
import { titleOf } from '../places';
import type { Rule, RuleDocs } from '../rule';

/** What every plan could be called. */
const anyPlan =
  /^(?:(?:the|an?|my|new|untitled|implementation|project|work|exec(?:ution)?|execplan|plans?|md|document|title|draft|codex|计划|執行計画|执行计划|實施計畫|实施计划|計画|実行計画|実装計画|계획|실행 계획|plan de (?:ejecución|trabajo|travail)|ausführungsplan|план(?: выполнения)?)(?:\s|$))+$/;

/** A plan without a title, or with one that says no more than that it is a plan. */
export const missingTitle: Rule = {
  id: 'missing-title',
  severity: { recommended: 'warning', cookbook: 'warning' },
  summary: 'The plan has no title, or one that only says that it is a plan.',
  *check(plan) {
    const { title } = plan;
    if (!title)
      yield {
        range: titleOf(plan),
        message: t('Unexpected plan without a title, expected a heading above that says what will be done'),
      };
    else if (title.text.length < 60 && saysNothing(title.text))
      yield {
        range: titleOf(plan),
        message: t('Unexpected title “{0}”, expected one that says what will be done', title.text),
      };
  },
};

/** What its page says. */
export const docs: RuleDocs = {
  rationale:
    'The title is what lists of plans, the outline and search results show. One that says what will be done lets a reader choose the right plan without opening them all.',
  source: 'Cookbook, Skeleton: "# <Short, action-oriented description>".',
  examples: {
    bad: '# ExecPlan\n  ^^^^^^^^\n\n## Purpose / Big Picture\n\nPages load at once.\n\n## Progress\n\n- [ ] Add the cache table\n\n## Decision Log\n\nNone yet.',
    good: '# Serve thumbnails from a cache\n\n## Purpose / Big Picture\n\nPages load at once.\n\n## Progress\n\n- [ ] Add the cache table\n\n## Decision Log\n\nNone yet.',
  },
};

function saysNothing(title: string): boolean {
  // What is to be filled in is told by placeholder-text.
  if (/[<[{…]/.test(title)) return false;
  const key = headingKey(title);
  return key === '' || anyPlan.test(key);
}
