import { t } from '@vscode/l10n';
import { doneWithoutTimestamp } from '../../rules/done-without-timestamp';
import { emptySection } from '../../rules/empty-section';
import { fenceClosesEarly } from '../../rules/fence-closes-early';
import { finishedWithoutOutcome } from '../../rules/finished-without-outcome';
import { missingLivingSection } from '../../rules/missing-living-section';
import { progressWithoutCheckbox } from '../../rules/progress-without-checkbox';
import type { Rule } from '../../rules/rule';
import { unclosedFence } from '../../rules/unclosed-fence';
import type { Criterion } from '../verdict';

/** The rules that tell of a living section without content. */
const holes: readonly (Rule | undefined)[] = [missingLivingSection, emptySection, finishedWithoutOutcome];

/** Seed, Decision Checklist: "All four mandatory sections exist and are maintained". */
export const livingSections: Criterion = {
  id: 'living-sections',
  name: () => t('Living sections maintained'),
  rules: [
    { rule: missingLivingSection, level: 'warn' },
    { rule: emptySection, level: 'warn' },
    { rule: finishedWithoutOutcome, level: 'warn' },
    { rule: progressWithoutCheckbox, level: 'warn' },
    // One forgotten time is no habit.
    { rule: doneWithoutTimestamp, level: 'warn', when: ({ members }) => members !== undefined },
    // They swallow sections, of which nobody can tell.
    { rule: unclosedFence, level: 'warn' },
    { rule: fenceClosesEarly, level: 'warn' },
  ],
  isFailure: (reasons) => reasons.filter(({ rule }) => holes.includes(rule)).length > 1,
};
