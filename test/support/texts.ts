import { readFileSync } from 'node:fs';
import fc from 'fast-check';

/** A plan with what is easily misread. */
export const traps = readFileSync(new URL('../fixtures/parse/traps.md', import.meta.url), 'utf8');

/** Lines that plans are made of, and lines that break them. */
export const trapLines: readonly string[] = [
  '# Title',
  '## Purpose',
  '## Progress',
  '## Surprises & Discoveries',
  '## Decision Log',
  '## Outcomes',
  '### Milestone 1: A',
  '### Phase B — C',
  '- [x] (2026-02-09 11:19Z) done',
  '- [ ] open',
  '  - [x] nested',
  '* [~] partly (completed: a; remaining: b)',
  '1. [X] 2026-02-30: never',
  '- [ ]',
  '- [x]',
  '- Decision: this',
  '  Rationale: that',
  '- Rationale: sibling, (evidence: src/a.ts:3). Date/Author: 2026-02-09, Ada',
  'Scope: the first',
  'Deliverables:',
  '- File: src/a.ts and `test/a.test.ts`',
  'Commands to verify: `npm test`',
  'Expected output:',
  '**Phase 2: C.** See https://example.org/x.',
  '<!-- execplan: plan -->',
  '<!-- execplan: ignore -->',
  '',
  '',
  '',
  'text',
  '    code',
  '```',
  '~~~md',
  '> quote',
  '> - [ ] quoted',
  '<!--',
  '-->',
  '<div>',
  '---',
  '===',
  '\t- [ ] tab',
  '- - [ ] two',
  '| a | b |',
  '|---|---|',
  '\u0000',
  '\uFEFF',
  '\u2028- [ ] x',
  '😀 # Title',
  '## Progress ##',
];
export const line = fc.constantFrom(...trapLines);
/** Texts of such lines, with each line end, with and without a BOM. */
export const text = fc
  .tuple(fc.array(line, { maxLength: 60 }), fc.constantFrom('\n', '\r\n', '\r'), fc.boolean())
  .map(([lines, end, bom]) => (bom ? '\uFEFF' : '') + lines.join(end));
/** The trap plan with lines put in, taken out and doubled. */
export const mutated = fc.array(fc.tuple(fc.nat(90), fc.nat(2), line), { maxLength: 12 }).map((changes) => {
  const lines = traps.split('\n');
  for (const [at, remove, put] of changes) lines.splice(at, remove, put);
  return lines.join('\n');
});
