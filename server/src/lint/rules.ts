import type { Rule } from './rule';
import { checkboxOutsideProgress } from './rules/checkbox-outside-progress';
import { doneWithoutTimestamp } from './rules/done-without-timestamp';
import { duplicateSection } from './rules/duplicate-section';
import { emptySection } from './rules/empty-section';
import { fenceClosesEarly } from './rules/fence-closes-early';
import { finishedWithoutOutcome } from './rules/finished-without-outcome';
import { futureTimestamp } from './rules/future-timestamp';
import { headingBlankLine } from './rules/heading-blank-line';
import { invalidTimestamp } from './rules/invalid-timestamp';
import { malformedCheckbox } from './rules/malformed-checkbox';
import { midnightTimestamp } from './rules/midnight-timestamp';
import { milestoneNumber } from './rules/milestone-number';
import { missingLivingSection } from './rules/missing-living-section';
import { missingSection } from './rules/missing-section';
import { nestedFence } from './rules/nested-fence';
import { partialWithoutRemainder } from './rules/partial-without-remainder';
import { progressWithoutCheckbox } from './rules/progress-without-checkbox';
import { sectionHeading } from './rules/section-heading';
import { sectionOrder } from './rules/section-order';
import { staleProgress } from './rules/stale-progress';
import { tableInPlan } from './rules/table-in-plan';
import { timestampOnOpenStep } from './rules/timestamp-on-open-step';
import { timestampShape } from './rules/timestamp-shape';
import { timestampWithoutZone } from './rules/timestamp-without-zone';
import { unclosedFence } from './rules/unclosed-fence';

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
  headingBlankLine,
  fenceClosesEarly,
  unclosedFence,
  nestedFence,
  tableInPlan,
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
  milestoneNumber,
  staleProgress,
];
