import assert from 'node:assert/strict';
import { before, it } from 'node:test';
import fc from 'fast-check';
import type { IGrammar, IRawGrammar } from 'vscode-textmate';
import { PlanText } from '../../core/plan/planText';
import { defaultReading } from '../../core/plan/reading';
import { splitLines } from '../../core/text/blocks';
import { grammar } from '../../scripts/grammar';
import { coloursByLine, injected } from '../support/colours';
import { reportOf } from '../support/lint';
import { runs } from '../support/sets';

let host: IGrammar;
before(async () => {
  host = await injected(grammar() as unknown as IRawGrammar);
});

const mark = fc.constantFrom(
  ' ',
  'x',
  'X',
  '~',
  '-',
  '/',
  '>',
  '!',
  '✓',
  '✅',
  '✔️',
  'done',
  'wip',
  'blocked',
  'todo',
  'dropped',
  '50%',
  '0%',
  '100 %',
  '2/3',
  '',
  'xx',
  'ab',
);
const marker = fc.constantFrom('- ', '* ', '+ ', '1. ', '2) ', '-   ', '-', '  - ', '> - ');
const words = fc.constantFrom(
  'Load it',
  '(2026-02-09 11:19Z) Load it',
  'Load it (blocked: no key)',
  'Blocked: the key of the store is not there yet',
  '⛔ BLOCKED: the key of the store is not there yet',
  'Blocked on the key of the store',
  'Load it (completed: a; remaining: b)',
  '**Load** `it`',
  '[x](y)',
  '~~Load it~~',
  'Load it — blocked by the key',
  'Milestone 2: Load it',
  '',
);
const line = fc.oneof(
  { weight: 5, arbitrary: fc.tuple(marker, mark, words).map(([a, b, c]) => `${a}[${b}] ${c}`.trimEnd()) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '',
      '```\n- [x] code\n```',
      '    - [x] code',
      '<!-- [x] -->',
      'Text',
      '| [x] | a |',
      '### Part',
    ),
  },
);
const place = fc.constantFrom('## Progress', '## Validation and Acceptance', '## Plan of Work');

it('what the grammar colours as a box is a step in that state, or has a finding', () => {
  fc.assert(
    fc.property(place, fc.array(line, { minLength: 1, maxLength: 6 }), (heading, lines) => {
      // A numbered list that begins with 2 does not end a paragraph, whatever VS Code's grammar says: blank lines between.
      const own = lines.join('\n\n');
      const isProgress = heading === '## Progress';
      const text = `# T\n\n## Purpose\n\nMore.\n\n## Progress\n\n- [ ] First\n\n${isProgress ? own : ''}\n\n## Surprises\n\nNone yet.\n\n## Decision Log\n\nNone yet.\n\n## Outcomes\n\nNone yet.\n\n${isProgress ? '' : `${heading}\n\n${own}\n`}`;
      const document = new PlanText(splitLines(text), defaultReading).read();
      const { findings } = reportOf(text);
      const states = new Map(
        document.plans
          .flatMap(({ steps, acceptance }) => [...steps, ...acceptance])
          .map(({ range, state, isBlocked }) => [range.start.line, isBlocked ? 'blocked' : state]),
      );
      for (const [at, colours] of coloursByLine(host, text).entries()) {
        const box = colours.find((colour) => /^(?:done|open|partial|blocked|dropped) /.test(colour));
        if (!box) continue;
        const state = states.get(at);
        // The boxes of a section are told at the first of them.
        const isFound = findings.some(
          ({ rule, range }) =>
            rule.id === 'checkbox-outside-progress' || (range.start.line <= at && at <= range.end.line),
        );
        const isAlike = state === undefined ? isFound : box.startsWith(`${state} `) || state === 'dropped';
        assert.ok(isAlike, `${JSON.stringify(text.split('\n')[at])}: the grammar has ${box}, the reader ${state}`);
      }
    }),
    { numRuns: runs(300) },
  );
});
