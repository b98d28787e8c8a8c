import type { Rule } from './rule';
import { doneWithoutTimestamp } from './rules/done-without-timestamp';
import { externalLink } from './rules/external-link';
import { invalidTimestamp } from './rules/invalid-timestamp';
import { linkInsteadOfKnowledge } from './rules/link-instead-of-knowledge';
import { machinePath } from './rules/machine-path';
import { missingLivingSection } from './rules/missing-living-section';
import { missingLivingStatement } from './rules/missing-living-statement';
import { missingPlansReference } from './rules/missing-plans-reference';
import { missingTitle } from './rules/missing-title';
import { placeholderText } from './rules/placeholder-text';
import { staticRequirements } from './rules/static-requirements';
import { suppressionWithoutReason } from './rules/suppression-without-reason';
import { undefinedReference } from './rules/undefined-reference';
import { undefinedTerm } from './rules/undefined-term';
import { unknownRule } from './rules/unknown-rule';
import { unusedSuppression } from './rules/unused-suppression';

/** All rules, in the order of the documentation: sections first, then steps and stamps. */
export const rules: readonly Rule[] = [
  missingLivingSection,
  missingTitle,
  missingLivingStatement,
  missingPlansReference,
  placeholderText,
  doneWithoutTimestamp,
  invalidTimestamp,
  linkInsteadOfKnowledge,
  externalLink,
  undefinedReference,
  undefinedTerm,
  machinePath,
  staticRequirements,
  suppressionWithoutReason,
  unusedSuppression,
  unknownRule,
];
