import { t } from '@vscode/l10n';
import type { Rule, RuleDocs } from '../rule';
import { findDocumentNames, findVagueReferences } from '../search/references';

/** Words that refer to what the plan neither holds nor names. */
export const undefinedReference: Rule = {
  id: 'undefined-reference',
  severity: { recommended: 'warning', cookbook: 'warning' },
  summary: 'A sentence refers to a document or a talk that the plan does not name.',
  *check(plan, { text }) {
    for (const { line, character, endCharacter, words, document } of text.find(findVagueReferences, plan.range)) {
      // The plan names it elsewhere: `docs/architecture.md`.
      const names = document.length > 0 ? text.find(findDocumentNames, plan.range) : [];
      if (document.some((word) => names.some(({ name }) => name.includes(word)))) continue;
      yield {
        range: { start: { line, character }, end: { line, character: endCharacter } },
        message: t('Unexpected reference “{0}”, expected what it says, or where it stands', words),
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
