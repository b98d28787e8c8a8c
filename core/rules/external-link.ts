import { t } from '@vscode/l10n';
import type { Range } from 'vscode-languageserver-textdocument';
import type { Section } from '../plan/model';
import { sectionAt } from '../plan/sectionAt';
import { push } from '../text/groups';
import type { Role } from '../words/roles';
import type { Problem, Rule, RuleDocs } from './rule';
import { findPages } from './search/pages';

/** Where a link rather shows what was made than what is to be known. */
const results: readonly Role[] = ['progress', 'outcomes', 'artifacts'];

/** A link to a page outside of the repository. */
export const externalLink: Rule = {
  id: 'external-link',
  severity: { recommended: 'hint', cookbook: 'information' },
  summary: 'A link leads to a page outside of the repository.',
  yieldsTo: { here: ['link-instead-of-knowledge'] },
  *check(plan, { text }) {
    const bySection = new Map<Section | undefined, Range[]>();
    for (const { line, character, endCharacter, isText, isQuoted, sendsAway } of text.find(findPages, plan.range)) {
      const section = sectionAt(plan, line);
      if (isQuoted || (!isText && section?.roles.some((role) => results.includes(role)))) continue;
      const range = { start: { line, character }, end: { line, character: endCharacter } };
      // Another rule tells it, if that is switched on.
      if (sendsAway) yield* problemsOf([range]);
      else push(bySection, section, range);
    }
    for (const ranges of bySection.values()) yield* problemsOf(ranges);
  },
};

/** What its page says. */
export const docs: RuleDocs = {
  rationale:
    'A plan has to be enough for its reader. Wherever a link leads outside, ask whether the plan still says all that is needed when the page cannot be opened.',
  source:
    'Seed, Self-Containment Principle: excludes "Links to external documentation as primary source"; its metric is to count external links against embedded knowledge.',
  examples: {
    bad: '# Sort the album index\n\n## Purpose / Big Picture\n\nAlbums stand in the order of their names.\n\n## Progress\n\n- [ ] Sort by name\n\n## Decision Log\n\nNone yet.\n\n## Context and Orientation\n\nNames are compared as in https://example.com/collation/rules, without regard to case.\n                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^',
    good: '# Sort the album index\n\n## Purpose / Big Picture\n\nAlbums stand in the order of their names.\n\n## Progress\n\n- [ ] Sort by name\n\n## Decision Log\n\nNone yet.\n\n## Context and Orientation\n\nNames are compared letter by letter, without regard to case. The fault is https://github.com/example/albums/issues/12, and the page is at http://localhost:3000/albums.',
  },
};

/** One link or two are one finding each; more are a habit, and told at the first. */
function problemsOf(ranges: readonly Range[]): Problem[] {
  const message = t('External link: the plan must be enough without it');
  const [first, ...others] = ranges;
  if (!first || others.length < 2) return ranges.map((range) => ({ range, message }));
  const related = others.slice(0, 20).map((range) => ({ range, message }));
  const all = t('{0} external links here: the plan must be enough without them', ranges.length);
  return [{ range: first, message: all, related }];
}
