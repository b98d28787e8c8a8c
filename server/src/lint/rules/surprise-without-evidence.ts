import { t } from '@vscode/l10n';
import { remembered } from '../../plan/kept';
import type { Entry } from '../../plan/model';
import { evidenceIn } from '../evidence';
import { headingOf } from '../places';
import { areKeyed, has, placeOf, recordsOf, textOf } from '../records';
import type { Rule } from '../rule';

const evidenceOf = remembered((surprise: Entry, lines: readonly string[]) => evidenceIn(textOf(surprise, lines)));

/** A surprise that nothing proves. */
export const surpriseWithoutEvidence: Rule = {
  id: 'surprise-without-evidence',
  severity: { recommended: 'information', cookbook: 'warning' },
  summary: 'A surprise does not show what proves it.',
  rationale:
    'A surprise is worth its line when the next reader can check it, and can see whether it is still so: a message, a figure, a command, a file with its line, a test. Without one it is a rumour.',
  source: 'Cookbook, Surprises & Discoveries: "Observation: … Evidence: …", "Provide concise evidence."',
  examples: {
    bad: '',
    good: '',
  },
  together: {
    of: (plan) => recordsOf(plan, 'surprises').length,
    at: (plan) => headingOf(plan, 'surprises'),
    message: (faulty, of) =>
      t('Unexpected {0} of {1} surprises without evidence, expected what proves each', faulty, of),
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
          message: t('Unexpected surprise without evidence, expected what proves it'),
        };
    }
  },
};
