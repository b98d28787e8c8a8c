import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { manyOf } from '../scripts/bench/manyOf';
import { runProgram } from '../scripts/bench/program';
import type { Growth } from '../scripts/bench/work';

/** Of the work, where there is eight times as much of something. */
const most = 10;

// A process of its own: V8 counts the blocks of code that is compiled after it was told to, and does not count all that its
// optimizing compilers put into another function. When they do that depends on how long something takes.
const growths = runProgram<Growth[]>('work', ['--no-opt', '--no-maglev'], []);
const growthOf = ({ large, small }: Pick<Growth, 'large' | 'small'>) => large / small;

describe('work grows with the text, not with its square', () => {
  for (const kind of Object.keys(manyOf))
    it(`where there are many ${kind}`, async () => {
      const own = (await growths).filter((each) => each.kind === kind);
      assert.equal(own.length, 4);
      for (const { operation, steep, ...each } of own) {
        assert.deepEqual(steep, [], operation);
        assert.ok(growthOf(each) <= most, `${operation} takes ${growthOf(each).toFixed(1)} times the work`);
      }
    });

  it('and would be seen if it did not', async () => {
    const quadratic = (await growths).filter(({ operation }) => operation === 'quadratic');
    assert.equal(quadratic.length, 5);
    for (const each of quadratic) {
      assert.ok(growthOf(each) > 3 * most, `${each.kind}: ${growthOf(each)}`);
      assert.notDeepEqual(each.steep, [], each.kind);
    }
  });
});
