import type { Rule } from './rule';
import { doneWithoutTimestamp } from './rules/done-without-timestamp';
import { invalidTimestamp } from './rules/invalid-timestamp';
import { missingLivingSection } from './rules/missing-living-section';

/** All rules, in the order of the documentation: sections first, then steps and stamps. */
export const rules: readonly Rule[] = [missingLivingSection, doneWithoutTimestamp, invalidTimestamp];
