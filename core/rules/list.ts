import { brokenLink } from './broken-link';
import { checkboxOutsideProgress } from './checkbox-outside-progress';
import { decisionWithoutAuthor } from './decision-without-author';
import { decisionWithoutDate } from './decision-without-date';
import { decisionWithoutRationale } from './decision-without-rationale';
import { doneWithoutTimestamp } from './done-without-timestamp';
import { duplicateSection } from './duplicate-section';
import { duplicateStep } from './duplicate-step';
import { emptySection } from './empty-section';
import { externalLink } from './external-link';
import { fenceClosesEarly } from './fence-closes-early';
import { finishedWithoutOutcome } from './finished-without-outcome';
import { futureTimestamp } from './future-timestamp';
import { headingBlankLine } from './heading-blank-line';
import { invalidTimestamp } from './invalid-timestamp';
import { inventedTimestamps } from './invented-timestamps';
import { linkInsteadOfKnowledge } from './link-instead-of-knowledge';
import { machinePath } from './machine-path';
import { malformedCheckbox } from './malformed-checkbox';
import { mergeConflict } from './merge-conflict';
import { midnightTimestamp } from './midnight-timestamp';
import { milestoneNumber } from './milestone-number';
import { milestoneWithoutProof } from './milestone-without-proof';
import { missingDeliverable } from './missing-deliverable';
import { missingLivingSection } from './missing-living-section';
import { missingLivingStatement } from './missing-living-statement';
import { missingPlansReference } from './missing-plans-reference';
import { missingSection } from './missing-section';
import { missingTitle } from './missing-title';
import { nestedFence } from './nested-fence';
import { noRecoveryPath } from './no-recovery-path';
import { partialWithoutRemainder } from './partial-without-remainder';
import { placeholderText } from './placeholder-text';
import { progressWithoutCheckbox } from './progress-without-checkbox';
import type { Rule } from './rule';
import { sectionHeading } from './section-heading';
import { sectionOrder } from './section-order';
import { staleProgress } from './stale-progress';
import { staticRequirements } from './static-requirements';
import { statusContradictsSteps } from './status-contradicts-steps';
import { stepsWithoutExpectedOutput } from './steps-without-expected-output';
import { suppressionWithoutReason } from './suppression-without-reason';
import { surpriseWithoutEvidence } from './surprise-without-evidence';
import { tableInPlan } from './table-in-plan';
import { timestampOnOpenStep } from './timestamp-on-open-step';
import { timestampShape } from './timestamp-shape';
import { timestampWithoutZone } from './timestamp-without-zone';
import { unclosedFence } from './unclosed-fence';
import { undefinedReference } from './undefined-reference';
import { undefinedTerm } from './undefined-term';
import { unknownCommand } from './unknown-command';
import { unknownRule } from './unknown-rule';
import { unusedSuppression } from './unused-suppression';
import { validationWithoutCommand } from './validation-without-command';

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
  mergeConflict,
  nestedFence,
  tableInPlan,
  placeholderText,
  progressWithoutCheckbox,
  checkboxOutsideProgress,
  malformedCheckbox,
  duplicateStep,
  doneWithoutTimestamp,
  invalidTimestamp,
  futureTimestamp,
  timestampWithoutZone,
  timestampShape,
  midnightTimestamp,
  inventedTimestamps,
  timestampOnOpenStep,
  partialWithoutRemainder,
  finishedWithoutOutcome,
  statusContradictsSteps,
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
  unknownCommand,
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
