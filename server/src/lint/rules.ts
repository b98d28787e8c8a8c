import type { Rule } from './rule';
import { doneWithoutTimestamp } from './rules/done-without-timestamp';
import { invalidTimestamp } from './rules/invalid-timestamp';
import { missingLivingSection } from './rules/missing-living-section';
import { suppressionWithoutReason } from './rules/suppression-without-reason';
import { unknownRule } from './rules/unknown-rule';
import { unusedSuppression } from './rules/unused-suppression';

/** All rules, in the order of the documentation: sections first, then steps and stamps. */
export const rules: readonly Rule[] = [
  missingLivingSection,
  doneWithoutTimestamp,
  invalidTimestamp,
  suppressionWithoutReason,
  unusedSuppression,
  unknownRule,
];
