import { t } from '@vscode/l10n';
import { addOutput } from '../edits/addProof';
import { keyStyleOf } from '../edits/keyStyle';
import { within } from '../edits/planEdit';
import { addTitle } from './fixes/titles';
import type { Fix, FixContext, Rule, RuleDocs } from './rule';
import { findCommandLines } from './search/commandLines';

/** Concrete Steps with commands and not a word on what they print. */
export const stepsWithoutExpectedOutput: Rule = {
  id: 'steps-without-expected-output',
  severity: { cookbook: 'hint' },
  summary: 'Concrete Steps names commands, but does not say what they print.',
  *check({ sections }, { text }) {
    for (const { roles, heading, range } of sections) {
      if (!roles.includes('concreteSteps')) continue;
      const lines = text.find(findCommandLines, range).filter(({ line }) => line > heading.range.end.line);
      const [first] = lines;
      if (first && lines.every(({ kind }) => kind === 'command'))
        yield {
          range: within(first.line, first.character, first.endCharacter),
          message: t('Nothing here says what the commands should print'),
          fixes: (context) => fixesOf((lines.at(-1) ?? first).line, context),
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

/** Behind the last of the commands: what shows that all went well. */
function fixesOf(line: number, { plan, lines }: FixContext): Fix[] {
  const title = addTitle(`${keyStyleOf(plan, lines).name('expected')}: …`);
  return [{ title, edits: [addOutput(plan, line, lines)], safe: false }];
}
