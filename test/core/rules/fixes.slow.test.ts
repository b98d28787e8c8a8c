import { describe, it } from 'node:test';
import { rules } from '../../../core/rules/list';
import { assertEachFixHolds, assertSafeFixesHold } from '../../support/fixesHold';

for (const variant of ['CRLF', 'md envelope', 'several plans'] as const)
  describe(`where the text stands so: ${variant}`, () => {
    for (const rule of rules) {
      it(`all safe fixes of ${rule.id} leave nothing to fix, and no louder plan`, () =>
        assertSafeFixesHold(rule, variant));
      it(`a fix of ${rule.id} mends its place, and brings no new warning`, () => assertEachFixHolds(rule, variant));
    }
  });
