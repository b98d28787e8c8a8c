import { t } from '@vscode/l10n';
import type { Milestone, Plan } from '../../plan/model';
import { headingOf, sectionOf } from '../../rules/facts/headingRanges';
import { milestoneWithoutProof } from '../../rules/milestone-without-proof';
import { placeholderText } from '../../rules/placeholder-text';
import { findChecks } from '../../rules/search/checks';
import { findProofs } from '../../rules/search/proof';
import { validationWithoutCommand } from '../../rules/validation-without-command';
import { hasLine, lineBehind } from '../../text/positions';
import type { SearchableText } from '../../text/searchableText';
import { filledSections, isIn, ownWords, substitutesOf } from '../parts';
import type { Criterion } from '../verdict';

/** Seed, Decision Checklist: "Acceptance criteria describe user-visible behaviors". */
export const observableOutcomes: Criterion = {
  id: 'observable-outcomes',
  name: () => t('Observable outcomes'),
  rules: [
    { rule: validationWithoutCommand, level: 'warn' },
    { rule: placeholderText, level: 'warn', when: ({ range }, plan) => isIn(plan, ['validation'], range.start.line) },
    // A milestone or two may be seen in the others, and acceptance covers all of them.
    {
      rule: milestoneWithoutProof,
      level: 'warn',
      when: ({ members }, plan) => members !== undefined && !sectionOf(plan, 'validation'),
    },
  ],
  *look(plan, { text }) {
    if (filledSections(plan, 'validation', text).length > 0 || plan.acceptance.length > 0) return;
    const others = substitutesOf(plan, 'validation', text);
    if (others.some((range) => text.find(findChecks, range).some(({ line }) => line > range.start.line))) return;
    const range = headingOf(plan, 'validation');
    if (provesMilestones(plan, text)) return;
    if (others.length > 0 || plan.milestones.some((milestone) => hasProof(milestone, text)))
      yield {
        level: 'warn',
        message: t('Nobody can check the result: say what to run and what it shows'),
        range,
      };
    else
      yield {
        level: 'fail',
        message: t('The plan does not say how to see that it is done'),
        range,
      };
  },
};

/** True for a milestone with commands or what they print, other than a skeleton's. */
function hasProof(milestone: Milestone, text: SearchableText): boolean {
  return (milestone.commands.length > 0 || milestone.expected !== undefined) && !isUntouched(milestone, text);
}

function isUntouched({ heading, range }: Milestone, text: SearchableText): boolean {
  return ownWords(heading.range.end.line + 1, lineBehind(range), text).length === 0;
}

/** True for a plan most of whose milestones say what proves them. */
function provesMilestones({ milestones }: Plan, text: SearchableText): boolean {
  const proved = milestones.filter(
    (milestone) =>
      hasProof(milestone, text) ||
      (!isUntouched(milestone, text) &&
        text.find(findProofs, milestone.range).some(({ line }) => hasLine(milestone.range, line))),
  );
  return milestones.length > 0 && proved.length * 2 > milestones.length;
}
