import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { LinesState } from '../server/src/plan/linesState';
import { linesOf } from '../server/src/plan/markdown';

/** What the block rules read of a state. */
const fields = ['src', 'bMarks', 'eMarks', 'tShift', 'sCount', 'bsCount', 'lineMax'] as const;

describe('a state made from lines', () => {
  it('is the one that markdown-it makes of the text', () => {
    const line = fc
      .array(fc.constantFrom(' ', '\t', 'a', '-', '#', '`', '\0', '\u00a0', '字'))
      .map((each) => each.join(''));
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const text = lines.join('\n');
        const expected = new MarkdownIt.StateBlock(text.replace(/\0/g, '\uFFFD'), new MarkdownIt(), {}, []);
        const actual = new LinesState(linesOf(text), []);
        for (const field of fields) assert.deepEqual(actual[field], expected[field], field);
      }),
      { numRuns: 2000 },
    );
  });
});
