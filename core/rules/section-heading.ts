import { t } from '@vscode/l10n';
import { headingWords, wordsRange } from '../edits/headingWords';
import type { Plan, Section } from '../plan/model';
import { headingOf, typoIn } from '../plan/sections';
import { excerpt } from '../text/excerpt';
import { remembered } from '../text/remembered';
import { titleOf, wordsOf } from './facts/headingRanges';
import type { Fix, FixContext, Rule, RuleDocs } from './rule';

/** A section that is called by another name than the format's. */
export const sectionHeading: Rule = {
  id: 'section-heading',
  severity: { recommended: 'information', cookbook: 'information' },
  summary: "A section's name has a typo; in the profile `cookbook`: it is not the format's own.",
  yieldsTo: { here: ['duplicate-section'] },
  together: {
    of: ({ sections }) => sections.length,
    at: titleOf,
    message: (faulty, of) =>
      faulty === of
        ? t("None of the {0} sections has the format's own name", of)
        : t("{0} of {1} sections do not have the format's own name", faulty, of),
  },
  *check({ sections }, { profile }) {
    for (const section of sections) {
      const expected = profile === 'cookbook' ? canonical(section) : typoIn(section.heading.text);
      const isTypo = profile !== 'cookbook';
      if (expected === undefined || expected === section.heading.text) continue;
      yield {
        range: wordsOf(section.heading),
        message: messageOf(section, isTypo ? [expected] : section.roles.map(headingOf)),
        fixes: (context) => (isTypo ? respelled(section, expected, context) : renamed(section, context)),
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

/** The format's name of a section; of one that stands for several, the names of all. */
function canonical({ roles }: Section): string {
  return roles.map(headingOf).join(', ');
}

function messageOf({ heading }: Section, [name = '', other]: readonly string[]): string {
  return other === undefined
    ? t('Heading "{0}" should be "{1}"', excerpt(heading.text), name)
    : t('Split "{0}" into "{1}" and "{2}"', excerpt(heading.text), name, other);
}

/** One wrong letter is put right, and what stands around the name stays. */
function respelled(section: Section, expected: string, context: FixContext): Fix[] {
  const { before, behind } = headingWords(section.heading.text);
  const whole = `${before}${expected}${behind}`;
  return rename(section, typoIn(whole) === undefined ? whole : expected, true, context);
}

/** The format's name in place of the author's, on save where that is one letter; a section with two roles has none. */
function renamed(section: Section, context: FixContext): Fix[] {
  const [role, ...others] = section.roles;
  if (!role || others.length > 0) return [];
  const name = headingOf(role);
  const isTaken = name !== section.heading.text && headingsOf(context.plan).has(name);
  const { before, behind } = headingWords(section.heading.text);
  const isTypo = typoIn(section.heading.text) === name && before === '' && behind === '';
  return isTaken ? [] : rename(section, name, isTypo, context);
}

const headingsOf = remembered((plan: Plan) => new Set(plan.sections.map(({ heading }) => heading.text)));

function rename({ heading }: Section, name: string, safe: boolean, { lines }: FixContext): Fix[] {
  const range = wordsRange(heading, lines);
  return range ? [{ title: t('Rename to "{0}"', name), edits: [{ range, template: [name] }], safe, bulk: true }] : [];
}
