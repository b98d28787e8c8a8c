import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { changedLines } from '../../../core/calls/changedLines';
import { runs } from '../../support/sets';

describe('the lines that differ between two texts', () => {
  it('are told with the line that they stand in now', () => {
    assert.deepEqual(changedLines('a\nb\nc\n', 'a\nB\nc\n'), [{ line: 2, removed: ['b'], added: ['B'] }]);
    assert.deepEqual(changedLines('a\nb\nc', 'a\nc'), [{ line: 2, removed: ['b'], added: [] }]);
    assert.deepEqual(changedLines('', 'a\nb\n'), [{ line: 1, removed: [], added: ['a', 'b'] }]);
    assert.deepEqual(changedLines('\na', '\n\na'), [{ line: 2, removed: [], added: [''] }]);
    assert.deepEqual(changedLines('a\n', 'a\n'), []);
  });

  it('are told however many there are', () => {
    assert.equal(changedLines('', 'a\n'.repeat(300_000))[0]?.added.length, 300_000);
  });

  it('make the one of the other, wherever they stand', () => {
    const text = fc
      .array(fc.constantFrom('', 'a', 'b', '- [ ] a', 'a b'), { maxLength: 12 })
      .map((lines) => `${lines.join('\n')}\n`);
    fc.assert(
      fc.property(text, text, (before, after) => {
        const [lines, wanted] = [before, after].map((each) => each.slice(0, -1).split('\n')) as [string[], string[]];
        // From the first on: what stands above a change is as it is now.
        for (const { line, removed, added } of changedLines(before, after)) {
          assert.deepEqual(lines.slice(line - 1, line - 1 + removed.length), removed);
          lines.splice(line - 1, removed.length, ...added);
        }
        assert.deepEqual(lines, wanted);
      }),
      { numRuns: runs(2_000) },
    );
  });
});
