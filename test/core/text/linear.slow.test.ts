import { describe, it } from 'node:test';
import { factsOf } from '../../../core/plan/facts';
import { mayBePlan } from '../../../core/plan/firstLook';
import { parseDocument } from '../../../core/plan/parse';
import { linesOf } from '../../../core/text/blocks';
import { assertLinear } from '../../support/linear';
import { reportOf } from '../../support/lint';

const head = '# T\n\n## Purpose\n\n## Decision Log\n\nNone.\n\n## Progress\n\n';
const surprises = '- [ ] a\n\n## Surprises\n\n';

/** Texts on one line that tempt a reader into more than one look at each character: up to 200,000 characters. */
const longLines: Record<string, (size: number) => string> = {
  'nested quotes': (size) => '>'.repeat(size),
  asterisks: (size) => '*'.repeat(size),
  brackets: (size) => '['.repeat(size),
  backticks: (size) => '`'.repeat(size),
  boxes: (size) => '- [ ] '.repeat(size / 6),
  remainders: (size) => `- [ ] ${'(completed: a; remaining: b '.repeat(size / 28)}`,
  blanks: (size) => `${' '.repeat(size)}x`,
  paths: (size) => 'a/b/c/'.repeat(size / 6),
  links: (size) => 'https://a.b '.repeat(size / 12),
  comments: (size) => '<!-- execplan: '.repeat(size / 15),
};

/** The same on many lines, or with a model for each part: the size is about that of the text. */
const texts: Record<string, (size: number) => string> = {
  dates: (size) => `- [x] ${'2026-01-01 '.repeat(size / 11)}`,
  'a range of dates': (size) => `- [x] ${'2026-01-01/'.repeat(size / 11)}`,
  'keys on one line': (size) => `${surprises}- ${'Evidence: a. '.repeat(size / 13)}`,
  'keys in parentheses': (size) => `${surprises}- ${'(evidence: '.repeat(size / 11)}`,
  'dates and authors on one line': (size) => `${surprises}- ${'Date/Author: 2026-02-09 x. '.repeat(size / 27)}`,
  'paragraphs that lead to lists': (size) => `${surprises}2026-02-09: a\n\n${'a:\n\n- b\n\n'.repeat(size / 9)}`,
  headings: (size) => '### Milestone 1: x\n\n'.repeat(size / 20),
  'headings with a typo': (size) => '## Progres\n\n- [ ] a\n\n'.repeat(size / 22),
  'headings of common words': (size) => '## Implementation\n\n'.repeat(size / 20),
  'headings that hold others': (size) => '## Milestones\n\n### a\n\n'.repeat(size / 22),
  'headings below one': (size) => `## Milestones\n\n${'### a\n\n'.repeat(size / 7)}`,
  'bold leads': (size) => '**Milestone 1: x** y\n\n'.repeat(size / 22),
  'sections of one role': (size) => '## Progress\n\n- [ ] a\n\n'.repeat(size / 22),
  'sections with acceptance': (size) => '## Validation\n\n- [ ] a\n\n'.repeat(size / 24),
  'steps and acceptance in turn': (size) => '## Progress\n\n- [ ] a\n\n## Validation\n\n- [ ] b\n\n'.repeat(size / 48),
  steps: (size) => '- [ ] a (completed: b; remaining: c)\n'.repeat(size / 37),
  entries: (size) => `${surprises}${'- Observation: a\n  Evidence: b\n'.repeat(size / 31)}`,
  'one entry': (size) => `${surprises}- Observation: a\n${'  Evidence: b\n'.repeat(size / 14)}`,
  'rows of a table': (size) => `${surprises}| Date | b |\n|---|---|\n${'| 2026-01-01 | b |\n'.repeat(size / 19)}`,
  'columns of a table': (size) => {
    const row = (cell: string) => `|${cell.repeat(size / 20)}`;
    return `${surprises}${row(' Date |')}\n${row('---|')}\n${row(' a |')}`;
  },
  'records without boxes': (size) => 'a\n\n'.repeat(size / 3),
  'unclosed fences': (size) => '```\na\n'.repeat(size / 6),
  'a long setext heading': (size) => `${'a\n'.repeat(size / 2)}---`,
};

/** What tempts the rules. */
const checked: Record<string, (size: number) => string> = {
  suppressions: (size) => '<!-- execplan-disable a, b: c '.repeat(size / 30),
  'links that are never closed': (size) => '[a](b '.repeat(size / 6),
  'links in links': (size) => '['.repeat(size / 4) + '](a)'.repeat(size / 6),
  'links that are sent to': (size) => 'See the guide at https://a.b for\n'.repeat(size / 33),
  references: (size) => 'according to the a-b c-d e-f as previously '.repeat(size / 43),
  'words of a sentence': (size) => 'keep see the our plan as we per update '.repeat(size / 39),
  terms: (size) => 'QRX (LDT, called '.repeat(size / 17),
  'machine paths': (size) => '/Users/mara/a-'.repeat(size / 14),
  'angle brackets': (size) => '<a '.repeat(size / 3),
  keys: (size) => '- Decision: '.repeat(size / 12),
};

describe('reading takes time in proportion to the text', () => {
  for (const [name, make] of Object.entries(longLines))
    it(`${name} on one line`, () => assertLinear(name, (size) => readAll(head + make(size)), 50_000));
  for (const [name, make] of Object.entries(texts))
    it(name, () => assertLinear(name, (size) => readAll(head + make(size)), 3_000));
});

describe('checking takes time in proportion to the text', () => {
  const check = (text: string) => reportOf(text, { profile: 'cookbook', existence: { has: () => true } });
  for (const [name, make] of Object.entries({ ...longLines, ...checked }))
    it(name, () => assertLinear(name, (size) => check(head + make(size)), 5_000));
});

/** All that is ever read of a text. */
function readAll(text: string): void {
  mayBePlan(text);
  const lines = linesOf(text);
  for (const plan of parseDocument(text).plans) factsOf(plan, lines);
}
