import type { Rule } from './rule';
import { brokenLink } from './rules/broken-link';
import { checkboxOutsideProgress } from './rules/checkbox-outside-progress';
import { decisionWithoutAuthor } from './rules/decision-without-author';
import { decisionWithoutDate } from './rules/decision-without-date';
import { decisionWithoutRationale } from './rules/decision-without-rationale';
import { doneWithoutTimestamp } from './rules/done-without-timestamp';
import { finishedWithoutOutcome } from './rules/finished-without-outcome';
import { futureTimestamp } from './rules/future-timestamp';
import { invalidTimestamp } from './rules/invalid-timestamp';
import { malformedCheckbox } from './rules/malformed-checkbox';
import { midnightTimestamp } from './rules/midnight-timestamp';
import { milestoneWithoutProof } from './rules/milestone-without-proof';
import { missingDeliverable } from './rules/missing-deliverable';
import { missingLivingSection } from './rules/missing-living-section';
import { noRecoveryPath } from './rules/no-recovery-path';
import { partialWithoutRemainder } from './rules/partial-without-remainder';
import { progressWithoutCheckbox } from './rules/progress-without-checkbox';
import { staleProgress } from './rules/stale-progress';
import { stepsWithoutExpectedOutput } from './rules/steps-without-expected-output';
import { surpriseWithoutEvidence } from './rules/surprise-without-evidence';
import { timestampOnOpenStep } from './rules/timestamp-on-open-step';
import { timestampShape } from './rules/timestamp-shape';
import { timestampWithoutZone } from './rules/timestamp-without-zone';
import { validationWithoutCommand } from './rules/validation-without-command';

/** All rules, in the order of the documentation: sections, steps and stamps, entries, links, proofs. */
export const rules: readonly Rule[] = [
  missingLivingSection,
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
  brokenLink,
  missingDeliverable,
  milestoneWithoutProof,
  validationWithoutCommand,
  stepsWithoutExpectedOutput,
  noRecoveryPath,
  staleProgress,
];
