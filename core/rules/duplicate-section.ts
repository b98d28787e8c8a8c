import { t } from '@vscode/l10n';
import { headingWords } from '../edits/headingWords';
import { mergeInto } from '../edits/mergeSections';
import { headingKey } from '../plan/headings';
import type { Heading, Plan, Section } from '../plan/model';
import { livingRoles } from '../plan/sections';
import { excerpt } from '../text/excerpt';
import type { LivingRole } from '../words/roles';
import { wordsOf } from './facts/headingRanges';
import { firstIsHere } from './messages';
import type { Rule, RuleContext, RuleDocs } from './rule';
import { findHeadings } from './search/headings';

/** A living section that a plan has twice. */
export const duplicateSection: Rule = {
  id: 'duplicate-section',
  severity: { recommended: 'warning', cookbook: 'warning' },
  summary: 'A living section is there twice.',
  *check(plan, context) {
    for (const role of livingRoles)
      for (const { first, second } of pairsOf(plan, role, context))
        yield {
          range: wordsOf(second.heading),
          message: messageOf(first.heading, second.heading),
          related: [{ range: wordsOf(first.heading), message: firstIsHere() }],
          fixes: ({ lines, written }) => [
            {
              title: t('Merge into the first "{0}"', nameIn(first.heading)),
              edits: mergeInto(first, second, lines, written.get()),
              safe: false,
              bulk: true,
            },
          ],
        };
  },
};

/** What its page says. */
export const docs: RuleDocs = {
  rationale:
    'When there are two, half of the record is in one and half in the other: whoever updates the plan finds the first, and whoever reads it believes that it is all.',
  source: 'Cookbook, Skeleton of a Good ExecPlan: each living section stands there once.',
  examples: {
    bad: '# Serve thumbnails from a cache\n\n## Purpose / Big Picture\n\nPages load at once.\n\n## Progress\n\n- [x] (2026-05-12 10:45Z) Add the cache table\n\n## Decision Log\n\nNone yet.\n\n## Progress\n   ^^^^^^^^\n\n- [ ] Fill it on the first request',
    good: '# Serve thumbnails from a cache\n\n## Purpose / Big Picture\n\nPages load at once.\n\n## Progress\n\n- [x] (2026-05-12 10:45Z) Add the cache table\n- [ ] Fill it on the first request\n\n## Decision Log\n\nNone yet.',
  },
};

/** Sections that play a role which one before them plays, on the same level of the same part. */
function pairsOf(
  { sections, range }: Plan,
  role: LivingRole,
  { text, profile }: RuleContext,
): { first: Section; second: Section }[] {
  const all = sections.filter(({ roles }) => roles.length === 1 && roles[0] === role);
  if (all.length < 2) return [];
  const parts = partsOf(text.find(findHeadings, range));
  const firsts = new Map<string, Section>();
  return all.flatMap((section) => {
    const { level, text: words, range } = section.heading;
    // "Decisions" that were made before and a "Decision Log" of those on the way are two things for some.
    const key = [level, parts.get(range.start.line), profile === 'cookbook' ? '' : headingKey(words)].join(' ');
    const first = firsts.get(key);
    if (first) return [{ first, second: section }];
    firsts.set(key, section);
    return [];
  });
}

/** By the lines of headings, the parts that these stand in: the lines of the headings above, level by level. */
function partsOf(headings: readonly { line: number; level: number }[]): ReadonlyMap<number, string> {
  const above: number[] = [];
  return new Map(
    headings.map(({ line, level }) => {
      above.length = level;
      const part = above.join();
      above[level] = line;
      return [line, part];
    }),
  );
}

function messageOf(first: Heading, second: Heading): string {
  return headingKey(first.text) === headingKey(second.text)
    ? t('Second section "{0}": merge it into the first', nameIn(second))
    : t('"{0}" is a second "{1}": merge the two', nameIn(second), nameIn(first));
}

/** A heading without the number, the emphasis and the remark around its name. */
function nameIn({ text }: Heading): string {
  return excerpt(headingWords(text).name);
}
