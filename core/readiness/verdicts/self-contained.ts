import { t } from '@vscode/l10n';
import { titleOf, wordsOf } from '../../rules/facts/headingRanges';
import { linkInsteadOfKnowledge } from '../../rules/link-instead-of-knowledge';
import { undefinedReference } from '../../rules/undefined-reference';
import { isAllSkeleton } from '../parts';
import { leansOn } from '../pointers';
import type { Criterion } from '../verdict';

/** From so many places on that lead elsewhere, a plan leans on others. */
const many = 3;

/** Seed, Decision Checklist: "Plan includes all necessary knowledge without external links". */
export const selfContained: Criterion = {
  id: 'self-contained',
  name: () => t('Self-contained'),
  rules: [
    { rule: linkInsteadOfKnowledge, level: 'warn' },
    { rule: undefinedReference, level: 'warn' },
  ],
  *look(plan, { text }) {
    const { sections } = plan;
    if (isAllSkeleton(plan, text))
      yield {
        level: 'fail',
        message: t('Nothing is written here yet that somebody could work by'),
        range: titleOf(plan),
      };
    for (const section of sections) {
      const on = leansOn(section, text.lines);
      if (on)
        yield {
          level: 'warn',
          message:
            on === 'elsewhere'
              ? t('This section only says where to read: write here what the reader needs')
              : t('The context only names documents: write here what the reader needs'),
          range: wordsOf(section.heading),
        };
    }
  },
  isFailure: (reasons) => reasons.length >= many,
};
