import type { Rule } from './rule';
import { brokenLink } from './rules/broken-link';
import { checkboxOutsideProgress } from './rules/checkbox-outside-progress';
import { decisionWithoutAuthor } from './rules/decision-without-author';
import { decisionWithoutDate } from './rules/decision-without-date';
import { decisionWithoutRationale } from './rules/decision-without-rationale';
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
import { milestoneWithoutProof } from './rules/milestone-without-proof';
import { missingDeliverable } from './rules/missing-deliverable';
import { missingLivingSection } from './rules/missing-living-section';
import { missingLivingStatement } from './rules/missing-living-statement';
import { missingPlansReference } from './rules/missing-plans-reference';
import { missingSection } from './rules/missing-section';
import { missingTitle } from './rules/missing-title';
import { nestedFence } from './rules/nested-fence';
import { noRecoveryPath } from './rules/no-recovery-path';
import { partialWithoutRemainder } from './rules/partial-without-remainder';
import { placeholderText } from './rules/placeholder-text';
import { progressWithoutCheckbox } from './rules/progress-without-checkbox';
import { sectionHeading } from './rules/section-heading';
import { sectionOrder } from './rules/section-order';
import { staleProgress } from './rules/stale-progress';
import { staticRequirements } from './rules/static-requirements';
import { stepsWithoutExpectedOutput } from './rules/steps-without-expected-output';
import { suppressionWithoutReason } from './rules/suppression-without-reason';
import { surpriseWithoutEvidence } from './rules/surprise-without-evidence';
import { tableInPlan } from './rules/table-in-plan';
import { timestampOnOpenStep } from './rules/timestamp-on-open-step';
import { timestampShape } from './rules/timestamp-shape';
import { timestampWithoutZone } from './rules/timestamp-without-zone';
import { unclosedFence } from './rules/unclosed-fence';
import { undefinedReference } from './rules/undefined-reference';
import { undefinedTerm } from './rules/undefined-term';
import { unknownRule } from './rules/unknown-rule';
import { unusedSuppression } from './rules/unused-suppression';
import { validationWithoutCommand } from './rules/validation-without-command';

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
  decisionWithoutRationale,
  decisionWithoutDate,
  decisionWithoutAuthor,
  surpriseWithoutEvidence,
  linkInsteadOfKnowledge,
  externalLink,
  undefinedReference,
  undefinedTerm,
  brokenLink,
  missingDeliverable,
  machinePath,
  milestoneWithoutProof,
  milestoneNumber,
  staticRequirements,
  validationWithoutCommand,
  stepsWithoutExpectedOutput,
  noRecoveryPath,
  staleProgress,
  suppressionWithoutReason,
  unusedSuppression,
  unknownRule,
];
