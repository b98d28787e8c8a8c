import { t } from '@vscode/l10n';
import type { Section } from '../../plan/model';
import { headingOf, typoIn } from '../../plan/sections';
import { titleOf, wordsOf } from '../places';
import type { Rule, RuleDocs } from '../rule';

/** A section that is called by another name than the format's. */
export const sectionHeading: Rule = {
  id: 'section-heading',
  severity: { recommended: 'information', cookbook: 'information' },
  summary: "A section's name has a typo; in the profile `cookbook`, is not the format's own.",
  yieldsTo: { here: ['duplicate-section'] },
  together: {
    of: ({ sections }) => sections.length,
    at: titleOf,
    message: (faulty, of) => t("Unexpected names of {0} of {1} sections, expected the format's own", faulty, of),
  },
  *check({ sections }, { profile }) {
    for (const section of sections) {
      const expected = profile === 'cookbook' ? canonical(section) : typoIn(section.heading.text);
      if (expected === undefined || expected === section.heading.text) continue;
      yield {
        range: wordsOf(section.heading),
        message: t('Unexpected heading “{0}”, expected “{1}”', section.heading.text, expected),
      };
    }
  },
};

/** What its page says. */
export const docs: RuleDocs = {
  rationale:
    'Agents and tools find a section by its name. This extension forgives one wrong letter and knows what sections are called elsewhere; others do not.',
  source: 'Cookbook, Skeleton of a Good ExecPlan: its twelve headings.',
  examples: {
    bad: '# Serve thumbnails from a cache\n\n## Purpose / Big Picture\n\nPages load at once.\n\n## Progress\n\n- [ ] Add the cache table\n\n## Suprises & Discoveries\n   ^^^^^^^^^^^^^^^^^^^^^^\n\nNone yet.\n\n## Decision Log\n\nNone yet.',
    good: '# Serve thumbnails from a cache\n\n## Purpose / Big Picture\n\nPages load at once.\n\n## Progress\n\n- [ ] Add the cache table\n\n## Surprises & Discoveries\n\nNone yet.\n\n## Decision Log\n\nNone yet.',
  },
};

/** The format's name of a section; of two roles both names. */
function canonical({ roles }: Section): string {
  return roles.map(headingOf).join('” · “');
}
