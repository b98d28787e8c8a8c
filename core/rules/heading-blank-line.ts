import { t } from '@vscode/l10n';
import { isBlank } from '../edits/lines';
import { at } from '../edits/planEdit';
import { lineBehind } from '../text/positions';
import { titleOf } from './facts/headingRanges';
import type { Rule, RuleDocs } from './rule';
import { findHeadings, wordsIn } from './search/headings';

/** A heading without exactly one blank line behind it. */
export const headingBlankLine: Rule = {
  id: 'heading-blank-line',
  severity: { cookbook: 'information' },
  summary: 'A heading is not followed by exactly one blank line.',
  yieldsTo: { here: ['empty-section'] },
  together: {
    of: ({ range }, { text }) => text.find(findHeadings, range).length,
    at: titleOf,
    message: (faulty, of) =>
      faulty === of
        ? t('All {0} headings need exactly one blank line after them', of)
        : t('{0} of {1} headings need exactly one blank line after them', faulty, of),
  },
  *check({ range }, { text }) {
    const { lines } = text;
    const end = lineBehind(range);
    for (const heading of text.find(findHeadings, range)) {
      const behind = heading.line + heading.lines;
      if (behind >= end) continue;
      if (!isBlank(lines[behind]))
        yield {
          range: wordsIn(heading),
          message: t('This heading needs a blank line after it'),
          fixes: () => [
            {
              title: t('Add a blank line'),
              edits: [{ range: at(behind, 0), template: ['\n'] }],
              safe: true,
            },
          ],
        };
      else if (behind + 1 < end && isBlank(lines[behind + 1])) {
        const next = firstFilled(lines, behind + 2, end);
        if (next !== undefined)
          yield {
            range: wordsIn(heading),
            message: t('This heading needs one blank line after it, not several'),
            fixes: () => [
              {
                title: t('Keep one blank line'),
                edits: [{ range: { start: at(behind + 1, 0).start, end: at(next, 0).start }, template: [''] }],
                safe: true,
              },
            ],
          };
      }
    }
  },
};

/** What its page says. */
export const docs: RuleDocs = {
  rationale:
    'A list or a table right below a heading is text for some readers of Markdown. One blank line works everywhere, and keeps the differences between two versions of a plan small.',
  source: 'Cookbook, Formatting: "Use two newlines after every heading".',
  examples: {
    bad: '# Serve thumbnails from a cache\n\n## Purpose / Big Picture\n\nPages load at once.\n\n## Progress\n   ^^^^^^^^\n- [ ] Add the cache table\n\n## Surprises & Discoveries\n\nNone yet.\n\n## Decision Log\n\nNone yet.',
    good: '# Serve thumbnails from a cache\n\n## Purpose / Big Picture\n\nPages load at once.\n\n## Progress\n\n- [ ] Add the cache table\n\n## Surprises & Discoveries\n\nNone yet.\n\n## Decision Log\n\nNone yet.',
  },
};

/** The first of some lines in which something stands; blank lines at the end of a plan are behind nothing. */
function firstFilled(lines: readonly string[], from: number, end: number): number | undefined {
  for (let line = from; line < end; line++) if (!isBlank(lines[line])) return line;
  return undefined;
}
