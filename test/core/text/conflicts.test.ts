import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { conflictsIn, withoutConflictMarks } from '../../../core/text/conflicts';

const ours = ['a', '<<<<<<< HEAD', 'b', '=======', 'c', '>>>>>>> theirs', 'd'];
const diff3 = ['<<<<<<< HEAD', 'b', '||||||| 1a2b3c4', 'old', '=======', 'c', '>>>>>>> theirs'];

describe('conflictsIn', () => {
  it('finds the lines of all marks, with the common ancestor and without', () => {
    assert.deepEqual(conflictsIn(ours), [{ start: 1, base: undefined, middle: 3, end: 5 }]);
    assert.deepEqual(conflictsIn([...diff3, ...ours]), [
      { start: 0, base: 2, middle: 4, end: 6 },
      { start: 8, base: undefined, middle: 10, end: 12 },
    ]);
  });

  it('needs every mark, as git writes it', () => {
    assert.deepEqual(conflictsIn(['Title', '=======', 'text']), []);
    assert.deepEqual(conflictsIn(['<<<<<<< HEAD', 'b', '=======', 'c']), []);
    assert.deepEqual(conflictsIn(['<<<<<<<HEAD', '=======', '>>>>>>> x']), []);
    assert.deepEqual(conflictsIn(['<<<<<<< HEAD', 'b', '<<<<<<< HEAD', 'b', '=======', '>>>>>>> x']), [
      { start: 2, base: undefined, middle: 4, end: 5 },
    ]);
  });

  it('finds none in code, unless it is a plan that is quoted', () => {
    assert.deepEqual(conflictsIn(['```text', ...ours, '```']), []);
    assert.equal(conflictsIn(['```md', ...ours, '```']).length, 1);
    assert.equal(conflictsIn(['```', 'x', '```', ...ours]).length, 1);
  });
});

describe('withoutConflictMarks', () => {
  it('leaves both sides where they stand', () => {
    assert.deepEqual(withoutConflictMarks(ours, conflictsIn(ours)), ['a', '', 'b', '', 'c', '', 'd']);
    assert.deepEqual(withoutConflictMarks(diff3, conflictsIn(diff3)), ['', 'b', '', '', '', 'c', '']);
    assert.equal(withoutConflictMarks(['a'], []).length, 1);
  });
});
