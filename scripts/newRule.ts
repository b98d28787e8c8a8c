// npm run new-rule ID: makes a rule that finds a word, its fixture and its line in the list, and writes what is generated from
// the list; all tests are green then, and the author changes what it finds.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from './command';
import { root } from './paths';
import { runMain, Stop } from './stop';
import { runUnitTests } from './unit/unitTests';

void runMain(async () => {
  const [id = ''] = process.argv.slice(2);
  if (!/^[a-z]+(?:-[a-z]+)+$/.test(id))
    throw new Stop('Name the rule by what it finds, in small letters with hyphens: npm run new-rule open-question');
  const rule = `core/rules/${id}.ts`;
  const fixture = `test/fixtures/rules/${id}.md`;
  const list = 'core/rules/list.ts';
  for (const path of [rule, fixture]) if (existsSync(join(root, path))) throw new Stop(`${path} is there already.`);
  const name = id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  writeFileSync(join(root, rule), ruleText(id, name));
  writeFileSync(join(root, fixture), fixtureText(id));
  writeFileSync(join(root, list), withRule(readFileSync(join(root, list), 'utf8'), id, name));
  // The linter puts the import where it belongs.
  const { code, output } = await runCommand('npx', ['biome', 'check', '--write', rule, list]);
  if (code !== 0) throw new Stop(output);
  process.env.UPDATE = '1';
  const { failed } = await runUnitTests({ file: 'repository/generated', grep: '', isFast: true });
  if (failed > 0) return 1;
  console.log(`${rule} finds a word now: write there what it finds, why, and how loud it is in each profile.
${fixture} marks with carets what it has to find: npm run test:unit -- rules/run --grep ${id}
${list} has it last before the rules about comments: move it to its kind.
UPDATE=1 npm run test:unit writes its page, setting and row in the table when you have changed it, and its .fixed.md when it
has a fix. CONTRIBUTING.md tells the rest.`);
  return 0;
});

/** The list with a rule before those about comments that silence rules. */
function withRule(list: string, id: string, name: string): string {
  const before = '  suppressionWithoutReason,\n';
  if (!list.includes(before))
    throw new Stop('core/rules/list.ts has no suppressionWithoutReason to put the rule above.');
  return `import { ${name} } from './${id}';\n${list.replace(before, `  ${name},\n${before}`)}`;
}

function ruleText(id: string, name: string): string {
  return `import { t } from '@vscode/l10n';
import type { PieceText } from '../text/pieceText';
import type { Found } from '../text/searchableText';
import type { Rule, RuleDocs } from './rule';

/** A word that stands for what is still to be written. */
export const ${name}: Rule = {
  id: '${id}',
  severity: { cookbook: 'hint' },
  summary: 'The plan says FIXME.',
  *check({ range }, { text }) {
    for (const { line, character, endCharacter } of text.find(findWords, range))
      yield {
        range: { start: { line, character }, end: { line, character: endCharacter } },
        message: t('FIXME: write what is missing'),
      };
  },
};

/** What its page says. */
export const docs: RuleDocs = {
  rationale: 'Why a careful author would thank us for it.',
  source: 'Where the format says so, with its words.',
  examples: {
    bad: '- [ ] Add the cache table FIXME\\n                          ^^^^^',
    good: '- [ ] Add the cache table',
  },
};

/** The word in a line. */
interface FoundWord extends Found {
  character: number;
  endCharacter: number;
}

const word = 'FIXME';

/** Sees one piece of the text, and is asked again only when that changes. */
function findWords(piece: PieceText): FoundWord[] {
  if (!piece.text.includes(word)) return [];
  const found: FoundWord[] = [];
  for (let line = piece.line; line < piece.endLine; line++) {
    const character = piece.lineAt(line).indexOf(word);
    if (character >= 0 && !piece.isCode(line)) found.push({ line, character, endCharacter: character + word.length });
  }
  return found;
}
`;
}

function fixtureText(id: string): string {
  return `# Serve thumbnails from a cache

## Purpose / Big Picture

Pages load at once.

## Progress

- [x] (2026-05-12 10:45Z) Add the cache table
- [ ] Fill it on the first request FIXME
                                   ^^^^^ ${id}

## Surprises & Discoveries

None yet.

## Decision Log

- Decision: Keep the table in the same database.
  Rationale: There is nothing to install.
  Date/Author: 2026-05-12, Ada

## Outcomes & Retrospective

None yet.

## Context and Orientation

Code is left alone:

    FIXME
`;
}
