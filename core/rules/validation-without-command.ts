import { t } from '@vscode/l10n';
import { dialectOf } from '../edits/addEntry';
import { addProof } from '../edits/addProof';
import { keyStyleOf } from '../edits/keyStyle';
import { shapeFor } from '../edits/tick';
import type { Section } from '../plan/model';
import { hasLine, lineBehind } from '../text/positions';
import { bodyOf, isUnfilled, wordsOf } from './facts/headingRanges';
import type { Fix, FixContext, Rule, RuleDocs } from './rule';
import { findChecks } from './search/checks';

/** A Validation and Acceptance that names nothing to run and nothing to see. */
export const validationWithoutCommand: Rule = {
  id: 'validation-without-command',
  severity: { recommended: 'information', cookbook: 'warning' },
  summary: 'Validation and Acceptance names nothing to run and nothing to see.',
  yieldsTo: { here: ['placeholder-text'], inPlan: ['unclosed-fence'] },
  *check({ sections, acceptance }, { text }) {
    const validations = sections.filter(({ roles }) => roles.includes('validation'));
    const isSeen = validations.some(
      ({ heading, range }) =>
        acceptance.some((box) => hasLine(range, box.range.start.line)) ||
        text.find(findChecks, range).some(({ line }) => line > heading.range.end.line),
    );
    if (isSeen) return;
    const bare = validations.find((section) => {
      const body = bodyOf(section, text.lines);
      // A placeholder says of itself that there is nothing yet.
      return body.length === 0 || !isUnfilled(body);
    });
    if (bare)
      yield {
        range: wordsOf(bare.heading),
        message: t('Nothing here can be run or seen: name a command and what it prints'),
        fixes: (context) => [fixOf(bare, context)],
      };
  },
};

/** What its page says. */
export const docs: RuleDocs = {
  rationale:
    '“It works as intended” is what everybody believes of their own work. A command with what it prints, or a page to open and what it shows, lets somebody else find out.',
  source:
    'Cookbook, Validation and Acceptance: "Describe how to start or exercise the system and what to observe. Phrase acceptance as behavior, with specific inputs and outputs."',
  examples: {
    bad: '# Serve thumbnails from a cache\n\n## Purpose / Big Picture\n\nPages load at once.\n\n## Progress\n\n- [ ] Add the cache table\n\n## Decision Log\n\nNone yet.\n\n## Validation and Acceptance\n   ^^^^^^^^^^^^^^^^^^^^^^^^^\n\nEverything works as intended, and the code is of good quality.',
    good: '# Serve thumbnails from a cache\n\n## Purpose / Big Picture\n\nPages load at once.\n\n## Progress\n\n- [ ] Add the cache table\n\n## Decision Log\n\nNone yet.\n\n## Validation and Acceptance\n\nRun `npm start` and open the gallery twice. The second time, the log has no line that begins with `resize`.',
  },
};

function fixOf({ heading, range }: Section, { plan, lines, clock }: FixContext): Fix {
  const dialect = dialectOf(plan, shapeFor(plan, lines, clock));
  const keys = keyStyleOf(plan, lines);
  return {
    title: t('Add "{0}" and "{1}"', `${keys.name('commands')}: …`, `${keys.name('expected')}: …`),
    edits: [addProof(plan, heading.range.end.line, lineBehind(range), dialect, lines)],
    safe: false,
  };
}
