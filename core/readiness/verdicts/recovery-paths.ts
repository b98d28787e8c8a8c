import { t } from '@vscode/l10n';
import type { Range } from 'vscode-languageserver-textdocument';
import { isLiving } from '../../plan/sections';
import { headingOf } from '../../rules/facts/headingRanges';
import { noWayBack } from '../../rules/messages';
import { noRecoveryPath } from '../../rules/no-recovery-path';
import { hasLine } from '../../text/positions';
import { namesRecovery } from '../../words/recovery';
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
    // A heading that names it is enough; what stands below risks and safety may be about anything.
    const isTold = (below: Range) =>
      namesRecovery(text.lines[below.start.line] as string) ||
      text.find(findWaysBack, below).some(({ line }) => line > below.start.line);
    if (substitutesOf(plan, 'idempotence', text).some(isTold)) return;
    const range = headingOf(plan, 'idempotence');
    // What was done tells of failures that are over, and an unfilled section only promises.
    const others = plan.sections.filter(({ roles }) => roles.some((role) => isLiving(role) || role === 'idempotence'));
    const words = text.find(findWaysBack, plan.range);
    if (words.some(({ line }) => !others.some((section) => hasLine(section.range, line))))
      yield {
        level: 'warn',
        message: t('Going back is only mentioned: add a section on what to repeat and undo'),
        range,
      };
    else
      yield {
        level: 'fail',
        message: noWayBack(),
        range,
      };
  },
};
