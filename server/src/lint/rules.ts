import type { Rule } from './rule';
import { doneWithoutTimestamp } from './rules/done-without-timestamp';
import { duplicateSection } from './rules/duplicate-section';
import { emptySection } from './rules/empty-section';
import { fenceClosesEarly } from './rules/fence-closes-early';
import { headingBlankLine } from './rules/heading-blank-line';
import { invalidTimestamp } from './rules/invalid-timestamp';
import { milestoneNumber } from './rules/milestone-number';
import { missingLivingSection } from './rules/missing-living-section';
import { missingSection } from './rules/missing-section';
import { nestedFence } from './rules/nested-fence';
import { sectionHeading } from './rules/section-heading';
import { sectionOrder } from './rules/section-order';
import { tableInPlan } from './rules/table-in-plan';
import { unclosedFence } from './rules/unclosed-fence';

/** All rules, in the order of the documentation: sections first, then steps and stamps. */
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
  doneWithoutTimestamp,
  invalidTimestamp,
  milestoneNumber,
];
