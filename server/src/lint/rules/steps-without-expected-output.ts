import { t } from '@vscode/l10n';
import { within } from '../../edit/edit';
import type { Rule, RuleDocs } from '../rule';
import { findCommandLines } from '../search/commandLines';

/** Concrete Steps with commands and not a word on what they print. */
export const stepsWithoutExpectedOutput: Rule = {
  id: 'steps-without-expected-output',
  severity: { cookbook: 'hint' },
  summary: 'Concrete Steps names commands, and does not tell what they print.',
  *check({ sections }, { text }) {
    for (const { roles, heading, range } of sections) {
      if (!roles.includes('concreteSteps')) continue;
      const lines = text.find(findCommandLines, range).filter(({ line }) => line > heading.range.end.line);
      const [first] = lines;
      if (first && lines.every(({ kind }) => kind === 'command'))
        yield {
          range: within(first.line, first.character, first.endCharacter),
          message: t('Unexpected commands without a word on what they print, expected a short transcript'),
        };
    }
  },
};

/** What its page says. */
export const docs: RuleDocs = {
  rationale:
    'Who runs a command needs to know whether what came out is right. The last line that it prints is enough, or a sentence: “All tests pass.”',
  source:
    'Cookbook, Concrete Steps: "When a command generates output, show a short expected transcript so the reader can compare."',
  examples: {
    bad: '# Serve thumbnails from a cache\n\n## Purpose / Big Picture\n\nPages load at once.\n\n## Progress\n\n- [ ] Add the cache table\n\n## Decision Log\n\nNone yet.\n\n## Concrete Steps\n\nIn the root of the repository:\n\n    npm run migrate\n    ^^^^^^^^^^^^^^^\n    npm start',
    good: '# Serve thumbnails from a cache\n\n## Purpose / Big Picture\n\nPages load at once.\n\n## Progress\n\n- [ ] Add the cache table\n\n## Decision Log\n\nNone yet.\n\n## Concrete Steps\n\nIn the root of the repository:\n\n    $ npm run migrate\n    001_cache applied\n\nThen `npm start` says on which port it listens.',
  },
};
