import { t } from '@vscode/l10n';
import type { Position, Range } from 'vscode-languageserver-textdocument';
import type { Plan, Section } from '../plan/model';
import { excerpt } from '../text/excerpt';
import type { Role } from '../words/roles';
import type { Rule, RuleDocs } from './rule';
import { findDocumentNames, findVagueReferences } from './search/references';

/** Words that refer to what the plan neither holds nor names. */
export const undefinedReference: Rule = {
  id: 'undefined-reference',
  severity: { recommended: 'warning', cookbook: 'warning' },
  summary: 'The plan refers to a document or a talk that nobody can look up.',
  *check(plan, { text }) {
    const found = rangesBetween(plan.range, sectionsOf(plan, 'progress')).flatMap((range) =>
      text.find(findVagueReferences, range),
    );
    for (const { line, character, endCharacter, words, document } of found) {
      // The plan names it elsewhere: `docs/architecture.md`.
      const names = document.length > 0 ? text.find(findDocumentNames, plan.range) : [];
      if (document.some((word) => names.some(({ name }) => name.includes(word)))) continue;
      yield {
        range: { start: { line, character }, end: { line, character: endCharacter } },
        message: t('Nobody can look up "{0}": say it here or name the file', excerpt(words)),
      };
    }
  },
};

/** What its page says. */
export const docs: RuleDocs = {
  rationale:
    'The reader of a plan has this plan and the working tree, and no memory of what was said before. “As discussed earlier” leads nowhere; a path and a section do, and the few sentences that matter do better.',
  source:
    'Cookbook, Guidelines: "Do not say \\"as defined previously\\" or \\"according to the architecture doc.\\" Include the needed explanation here, even if you repeat yourself."',
  examples: {
    bad: '# Sort the album index\n\n## Purpose / Big Picture\n\nAlbums stand in the order of their names.\n\n## Progress\n\n- [ ] Sort by name\n\n## Decision Log\n\nNone yet.\n\n## Context and Orientation\n\nThe index is built according to the architecture doc, with keys as defined previously.\n                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n                                                                ^^^^^^^^^^^^^^^^^^^^^',
    good: '# Sort the album index\n\n## Purpose / Big Picture\n\nAlbums stand in the order of their names.\n\n## Progress\n\n- [ ] Sort by name\n\n## Decision Log\n\nNone yet.\n\n## Context and Orientation\n\nThe index is built in one pass (`docs/architecture.md`, section 3), with the keys named under Decision Log.',
  },
};

/** What is left of a range of whole lines between others, which stand in order: Progress tells what was done, not how. */
function rangesBetween({ start, end }: Range, others: readonly Section[]): Range[] {
  const starts = [start, ...others.map(({ range }) => range.end)];
  const ends = [...others.map(({ range }) => range.start), end];
  return starts.map((from, i) => ({ start: from, end: ends[i] as Position }));
}

function sectionsOf({ sections }: Plan, role: Role): Section[] {
  return sections.filter(({ roles }) => roles.includes(role));
}
