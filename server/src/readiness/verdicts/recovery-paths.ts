import { t } from '@vscode/l10n';
import { headingOf } from '../../lint/places';
import { noRecoveryPath } from '../../lint/rules/no-recovery-path';
import { findRecovery } from '../../lint/search/recovery';
import { hasLine } from '../../plan/positions';
import { isLiving } from '../../plan/sections';
import { filledSections, substitutesOf } from '../parts';
import type { Criterion } from '../verdict';
import { findWaysBack } from '../waysBack';

/** Seed, Decision Checklist: "Plan includes rollback and retry strategies". */
export const recoveryPaths: Criterion = {
  id: 'recovery-paths',
  name: () => t('Recovery paths'),
  rules: [{ rule: noRecoveryPath, level: 'fail' }],
  *look(plan, { text, heard }) {
    if (heard.length > 0 || filledSections(plan, 'idempotence', text).length > 0) return;
    const below = substitutesOf(plan, 'idempotence', text);
    if (below.some((range) => text.find(findRecovery, range).some(({ line }) => line > range.start.line))) return;
    const range = headingOf(plan, 'idempotence');
    // What was done tells of failures that are over, and an unfilled section only promises.
    const others = plan.sections.filter(({ roles }) => roles.some((role) => isLiving(role) || role === 'idempotence'));
    const words = text.find(findWaysBack, plan.range);
    if (words.some(({ line }) => !others.some((section) => hasLine(section.range, line))))
      yield {
        level: 'warn',
        message: t('Unexpected way back in passing, expected a section on what to repeat and what to undo'),
        range,
      };
    else
      yield {
        level: 'fail',
        message: t('Unexpected plan without a way back, expected what to do when a step fails'),
        range,
      };
  },
};
