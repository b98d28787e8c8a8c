import type { Rule } from './rule';
import { brokenLink } from './rules/broken-link';
import { decisionWithoutAuthor } from './rules/decision-without-author';
import { decisionWithoutDate } from './rules/decision-without-date';
import { decisionWithoutRationale } from './rules/decision-without-rationale';
import { doneWithoutTimestamp } from './rules/done-without-timestamp';
import { invalidTimestamp } from './rules/invalid-timestamp';
import { milestoneWithoutProof } from './rules/milestone-without-proof';
import { missingDeliverable } from './rules/missing-deliverable';
import { missingLivingSection } from './rules/missing-living-section';
import { noRecoveryPath } from './rules/no-recovery-path';
import { stepsWithoutExpectedOutput } from './rules/steps-without-expected-output';
import { surpriseWithoutEvidence } from './rules/surprise-without-evidence';
import { validationWithoutCommand } from './rules/validation-without-command';

/** All rules, in the order of the documentation: sections first, then steps and stamps, entries, links, proofs. */
export const rules: readonly Rule[] = [
  missingLivingSection,
  doneWithoutTimestamp,
  invalidTimestamp,
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
];
