import type { Rule } from './rule';
import { checkboxOutsideProgress } from './rules/checkbox-outside-progress';
import { doneWithoutTimestamp } from './rules/done-without-timestamp';
import { duplicateSection } from './rules/duplicate-section';
import { emptySection } from './rules/empty-section';
import { externalLink } from './rules/external-link';
import { fenceClosesEarly } from './rules/fence-closes-early';
import { finishedWithoutOutcome } from './rules/finished-without-outcome';
import { futureTimestamp } from './rules/future-timestamp';
import { headingBlankLine } from './rules/heading-blank-line';
import { invalidTimestamp } from './rules/invalid-timestamp';
import { linkInsteadOfKnowledge } from './rules/link-instead-of-knowledge';
import { machinePath } from './rules/machine-path';
import { malformedCheckbox } from './rules/malformed-checkbox';
import { midnightTimestamp } from './rules/midnight-timestamp';
import { milestoneNumber } from './rules/milestone-number';
import { missingLivingSection } from './rules/missing-living-section';
import { missingLivingStatement } from './rules/missing-living-statement';
import { missingPlansReference } from './rules/missing-plans-reference';
import { missingSection } from './rules/missing-section';
import { missingTitle } from './rules/missing-title';
import { nestedFence } from './rules/nested-fence';
import { partialWithoutRemainder } from './rules/partial-without-remainder';
import { placeholderText } from './rules/placeholder-text';
import { progressWithoutCheckbox } from './rules/progress-without-checkbox';
import { sectionHeading } from './rules/section-heading';
import { sectionOrder } from './rules/section-order';
import { staleProgress } from './rules/stale-progress';
import { staticRequirements } from './rules/static-requirements';
import { suppressionWithoutReason } from './rules/suppression-without-reason';
import { tableInPlan } from './rules/table-in-plan';
import { timestampOnOpenStep } from './rules/timestamp-on-open-step';
import { timestampShape } from './rules/timestamp-shape';
import { timestampWithoutZone } from './rules/timestamp-without-zone';
import { unclosedFence } from './rules/unclosed-fence';
import { undefinedReference } from './rules/undefined-reference';
import { undefinedTerm } from './rules/undefined-term';
import { unknownRule } from './rules/unknown-rule';
import { unusedSuppression } from './rules/unused-suppression';

/**
 * All rules, in the order of the documentation: sections, form, steps and stamps, entries, what the plan stands on, its
 * proof, and the comments that silence rules.
 */
export const rules: readonly Rule[] = [
  missingLivingSection,
  missingSection,
  emptySection,
  duplicateSection,
  sectionHeading,
  sectionOrder,
  missingTitle,
  missingLivingStatement,
  missingPlansReference,
  headingBlankLine,
  fenceClosesEarly,
  unclosedFence,
  nestedFence,
  tableInPlan,
  placeholderText,
  progressWithoutCheckbox,
  checkboxOutsideProgress,
  malformedCheckbox,
  doneWithoutTimestamp,
  invalidTimestamp,
  futureTimestamp,
  timestampWithoutZone,
  timestampShape,
  midnightTimestamp,
  timestampOnOpenStep,
  partialWithoutRemainder,
  finishedWithoutOutcome,
  linkInsteadOfKnowledge,
  externalLink,
  undefinedReference,
  undefinedTerm,
  machinePath,
  milestoneNumber,
  staticRequirements,
  staleProgress,
  suppressionWithoutReason,
  unusedSuppression,
  unknownRule,
];
