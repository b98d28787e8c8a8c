import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { lineMap } from '../../../core/text/lineMap';

/** Where the lines of the first text are in the second; `-` for one that is nowhere for certain. */
function mapped(oldText: string, newText: string): string {
  const [oldLines, newLines] = [oldText.split(' '), newText.split(' ')];
  const { newLineOf } = lineMap(oldLines, newLines);
  return oldLines.map((_, line) => newLineOf(line) ?? '-').join(' ');
}

describe('lineMap', () => {
  it('finds what stands between two changes by its text', () => {
    assert.equal(mapped('t a b c d e', 't A b c D e'), '0 - 2 3 - 5');
    assert.equal(mapped('t a b c d e', 't A new b c D e'), '0 - 3 4 - 6');
    assert.equal(mapped('t a b c d e', 't c b A D e'), '0 - 2 1 - 5');
  });

  it('leaves open where a line was that is there twice, before or afterwards', () => {
    assert.equal(mapped('t a x b x c e', 't A x b x C e'), '0 - - 3 - - 6');
    assert.equal(mapped('t a x b c e', 't A x b x C e'), '0 - - 3 - 6');
    assert.equal(mapped('t a x b x c e', 't A x b C e'), '0 - - 3 - - 5');
  });

  it('is certain of what stands above and below all changes, though it is there twice', () => {
    assert.equal(mapped('x x a x x', 'x x b b x x'), '0 1 - 4 5');
    assert.equal(mapped('a b', 'a b c d'), '0 1');
    assert.equal(mapped('a b', 'c d a b'), '2 3');
    assert.equal(mapped('a a', 'a a a'), '0 1');
    assert.equal(mapped('a b', 'a b'), '0 1');
  });

  it('knows no line outside of the text', () => {
    const { newLineOf, changed } = lineMap(['a', 'b'], ['a', 'c', 'b']);
    assert.deepEqual([newLineOf(-1), newLineOf(2), newLineOf(Number.NaN)], [undefined, undefined, undefined]);
    assert.deepEqual(changed, { start: 1, end: 1 });
  });
});
