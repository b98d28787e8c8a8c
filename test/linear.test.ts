import { describe, it } from 'node:test';
import { mayBePlan } from '../server/src/plan/firstLook';
import { parseDocument } from '../server/src/plan/parse';
import { assertLinear } from './support/linear';

const head = '# T\n\n## Purpose\n\n## Decision Log\n\nNone.\n\n## Progress\n\n';

/** Texts that tempt a reader into more than one look at each character; the size is about that of the text. */
const texts: Record<string, (size: number) => string> = {
  'nested quotes': (size) => '>'.repeat(size),
  'asterisks on one line': (size) => '*'.repeat(size),
  'brackets on one line': (size) => '['.repeat(size),
  'backticks on one line': (size) => '`'.repeat(size),
  'boxes on one line': (size) => '- [ ] '.repeat(size / 6),
  'dates on one line': (size) => `- [x] ${'2026-01-01 '.repeat(size / 11)}`,
  'remainders on one line': (size) => `- [ ] ${'(completed: a; remaining: b '.repeat(size / 28)}`,
  headings: (size) => '### Milestone 1: x\n\n'.repeat(size / 20),
  'sections of one role': (size) => '## Progress\n\n- [ ] a\n\n'.repeat(size / 22),
  steps: (size) => '- [ ] a (completed: b; remaining: c)\n'.repeat(size / 37),
  entries: (size) => `- [ ] a\n\n## Surprises\n\n${'- Observation: a\n  Evidence: b\n'.repeat(size / 31)}`,
  'unclosed fences': (size) => '```\na\n'.repeat(size / 6),
  blanks: (size) => `${' '.repeat(size)}x`,
  'a long setext heading': (size) => `${'a\n'.repeat(size / 2)}---`,
};

describe('reading takes time in proportion to the text', () => {
  for (const [name, make] of Object.entries(texts))
    it(name, () => {
      assertLinear(`parse ${name}`, (size) => parseDocument(head + make(size)), 10_000);
      assertLinear(`first look at ${name}`, (size) => mayBePlan(head + make(size)), 10_000);
    });
});
