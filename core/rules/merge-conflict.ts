import { t } from '@vscode/l10n';
import { within } from '../edits/planEdit';
import type { Rule, RuleDocs } from './rule';

/** A merge that nobody has finished. */
export const mergeConflict: Rule = {
  id: 'merge-conflict',
  severity: { recommended: 'error', cookbook: 'error', minimal: 'error' },
  summary: 'A merge conflict is not resolved.',
  *check({ conflicts }) {
    for (const { start, base, middle, end } of conflicts) {
      const markAt = (line: number) => within(line, 0, 7);
      const others = [base, middle, end].flatMap((line) => (line === undefined ? [] : [markAt(line)]));
      yield {
        range: markAt(start),
        message: t('Unresolved merge conflict: keep what is right of both sides, delete the marks'),
        related: others.map((range) => ({ range, message: t('Belongs to this conflict') })),
      };
    }
  },
};

/** What its page says. */
export const docs: RuleDocs = {
  rationale:
    'Whoever works by the plan reads two versions of it and cannot tell which one counts. Until it is resolved, a step that stands on both sides counts once, as the one that is less done, and the common ancestor between `|||||||` and `=======` does not count at all.',
  source: 'Git, "How conflicts are presented": the marks are seven characters long, in column one.',
  examples: {
    bad: '<<<<<<< HEAD\n^^^^^^^\n- [x] (2026-02-12 10:45Z) Add the cache table\n=======\n- [ ] Add the cache table with an index\n>>>>>>> index',
    good: '- [ ] Add the cache table with an index',
  },
};
