import { t } from '@vscode/l10n';
import { lengthenFence } from '../edits/closeFence';
import type { Rule, RuleDocs } from './rule';

/** The md fence around a plan is closed by the mark of a fence in it. */
export const fenceClosesEarly: Rule = {
  id: 'fence-closes-early',
  severity: { recommended: 'warning', cookbook: 'warning', minimal: 'warning' },
  summary: 'The code fence around the plan is closed by a fence inside of it.',
  *check({ closedEarlyAt: line }, { text }) {
    if (line === undefined) return;
    const mark = text.lines[line] as string;
    yield {
      range: {
        start: { line, character: mark.length - mark.trimStart().length },
        end: { line, character: mark.trimEnd().length },
      },
      message: t('The fence around the plan already ends here: make the outer one longer'),
      fixes: ({ plan, lines }) => {
        const edits = lengthenFence(plan, lines);
        return edits.length > 0 ? [{ title: t('Make the outer fence longer'), edits, safe: true }] : [];
      },
    };
  },
};

/** What its page says. */
export const docs: RuleDocs = {
  rationale:
    'The first line that has as many backticks as the outer fence and nothing else ends it: what follows is shown as text, and the marks that come then mean the opposite of what they were written for. Indent the code by four spaces, or give the outer fence one backtick more.',
  source:
    'Cookbook, Formatting: "Each ExecPlan must be one single fenced code block labeled as md that begins and ends with triple backticks. Do not nest additional triple-backtick code fences inside".',
  examples: {
    bad: '# Plan of the week\n\n```md\n# Serve thumbnails from a cache\n\n## Purpose / Big Picture\n\nPages load at once.\n\n## Progress\n\n- [ ] Add the cache table\n\n## Plan of Work\n\nRun:\n\n```sh\nmake migrate\n```\n^^^\n\n## Decision Log\n\nNone yet.\n```',
    good: '# Plan of the week\n\n```md\n# Serve thumbnails from a cache\n\n## Purpose / Big Picture\n\nPages load at once.\n\n## Progress\n\n- [ ] Add the cache table\n\n## Plan of Work\n\nRun:\n\n    make migrate\n\n## Decision Log\n\nNone yet.\n```',
  },
};
