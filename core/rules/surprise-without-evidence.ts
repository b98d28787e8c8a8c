import { t } from '@vscode/l10n';
import { readKey } from '../plan/keys';
import type { Entry } from '../plan/model';
import { remembered } from '../text/remembered';
import { evidenceIn } from '../words/evidence';
import { headingOf } from './facts/headingRanges';
import { areKeyed, has, placeOf, recordsOf, statementOf, textOf } from './facts/records';
import { fieldFix } from './fixes/fieldFixes';
import type { Rule, RuleDocs } from './rule';

/** Who writes `Observation:` owes an `Evidence:`, and what is only perhaps one counts for none. */
const evidenceOf = remembered((surprise: Entry, lines: readonly string[]) => {
  const evidence = evidenceIn(statementOf(surprise, lines));
  return evidence === 'perhaps' && readKey(textOf(surprise, lines))?.role === 'observation' ? 'none' : evidence;
});

/** A surprise that nothing proves. */
export const surpriseWithoutEvidence: Rule = {
  id: 'surprise-without-evidence',
  severity: { recommended: 'information', cookbook: 'warning' },
  summary: 'A surprise has no evidence.',
  yieldsTo: { here: ['placeholder-text'] },
  together: {
    of: (plan) => recordsOf(plan, 'surprises').length,
    at: (plan) => headingOf(plan, 'surprises'),
    message: (faulty, of) =>
      faulty === of
        ? t('None of the {0} surprises has evidence', of)
        : t('{0} of {1} surprises have no evidence', faulty, of),
  },
  *check(plan, { text: { lines } }) {
    const surprises = recordsOf(plan, 'surprises');
    const isStrict = areKeyed(surprises, 'evidence');
    for (const surprise of surprises) {
      if (has(surprise, 'evidence')) continue;
      const evidence = evidenceOf(surprise, lines);
      if (evidence === 'none' || (isStrict && evidence === 'perhaps'))
        yield {
          range: placeOf(surprise, lines),
          message: t('This surprise has no evidence: show what proves it'),
          fixes: (context) => fieldFix(surprise, 'evidence', 'proof', context),
        };
    }
  },
};

/** What its page says. */
export const docs: RuleDocs = {
  rationale:
    'A surprise is worth its line when the next reader can check it, and can see whether it is still so: a message, a figure, a command, a file with its line, a test. Without one it is a rumour.',
  source: 'Cookbook, Surprises & Discoveries: "Observation: … Evidence: …", "Provide concise evidence."',
  examples: {
    bad: '# Serve thumbnails from a cache\n\n## Purpose / Big Picture\n\nPages load at once.\n\n## Progress\n\n- [ ] Add the cache table\n\n## Surprises & Discoveries\n\n- Observation: Small pictures are slower than large ones.\n  ^^^^^^^^^^^',
    good: '# Serve thumbnails from a cache\n\n## Purpose / Big Picture\n\nPages load at once.\n\n## Progress\n\n- [ ] Add the cache table\n\n## Surprises & Discoveries\n\n- Observation: Small pictures are slower than large ones.\n  Evidence: `npm run bench` prints 41 ms for 64 px and 12 ms for 640 px.\n- The driver opens a connection a picture (`src/server.ts:88`), so the pool is never used.',
  },
};
