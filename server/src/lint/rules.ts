import type { Rule } from './rule';
import { checkboxOutsideProgress } from './rules/checkbox-outside-progress';
import { doneWithoutTimestamp } from './rules/done-without-timestamp';
import { finishedWithoutOutcome } from './rules/finished-without-outcome';
import { futureTimestamp } from './rules/future-timestamp';
import { invalidTimestamp } from './rules/invalid-timestamp';
import { malformedCheckbox } from './rules/malformed-checkbox';
import { midnightTimestamp } from './rules/midnight-timestamp';
import { missingLivingSection } from './rules/missing-living-section';
import { partialWithoutRemainder } from './rules/partial-without-remainder';
import { progressWithoutCheckbox } from './rules/progress-without-checkbox';
import { staleProgress } from './rules/stale-progress';
import { timestampOnOpenStep } from './rules/timestamp-on-open-step';
import { timestampShape } from './rules/timestamp-shape';
import { timestampWithoutZone } from './rules/timestamp-without-zone';

/** All rules, in the order of the documentation: sections first, then steps and stamps. */
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
  staleProgress,
];
