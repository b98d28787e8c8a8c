import { t } from '@vscode/l10n';
import type { Range } from 'vscode-languageserver-textdocument';
import type { Plan } from '../../plan/model';
import { livingRoles } from '../../plan/sections';
import { headingOf, sectionOf, titleOf, wordsOf } from '../../rules/facts/headingRanges';
import { placeholderText } from '../../rules/placeholder-text';
import type { SearchableText } from '../../text/searchableText';
import type { Role } from '../../words/roles';
import { findNamedFiles } from '../namedFiles';
import { filledSections, isIn, tells } from '../parts';
import { isPointer } from '../pointers';
import type { Criterion, Reason } from '../verdict';

/** The sections that a novice begins with. */
const read: readonly Role[] = ['purpose', 'context', 'planOfWork', 'concreteSteps', 'interfaces'];

/** Seed, Decision Checklist: "Someone unfamiliar with codebase can execute successfully". */
export const noviceReady: Criterion = {
  id: 'novice-ready',
  name: () => t('Novice-ready'),
  rules: [{ rule: placeholderText, level: 'warn', when: ({ range }, plan) => isIn(plan, read, range.start.line) }],
  *look(plan, { text }) {
    if (!tells(plan, 'context', text))
      yield warning(headingOf(plan, 'context'), t('The plan does not say how things are today'));
    if (!text.find(findNamedFiles, plan.range).some(({ line }) => !isIn(plan, livingRoles, line)))
      yield warning(titleOf(plan), t('The plan names no file to change'));
    const steps = sectionOf(plan, 'concreteSteps');
    if (steps && isPointer(steps, text.lines))
      yield warning(wordsOf(steps.heading), t('The steps are in another file: write here what to do and to run'));
    else if (!tellsSteps(plan, text))
      yield warning(titleOf(plan), t('The plan does not say what to do and what to run'));
  },
  // Without two of context, files and steps there is nothing to begin with, nor is there in a skeleton.
  isFailure: (reasons) => reasons.length > 1,
};

function warning(range: Range, message: string): Reason {
  return { level: 'warn', message, range };
}

/** True for a plan that says what to do: in its steps, in its plan of work, or in milestones of their own. */
function tellsSteps(plan: Plan, text: SearchableText): boolean {
  return (
    filledSections(plan, 'concreteSteps', text).length > 0 ||
    plan.milestones.some(({ heading }) => !isIn(plan, livingRoles, heading.range.start.line)) ||
    tells(plan, 'planOfWork', text) ||
    tells(plan, 'concreteSteps', text)
  );
}
