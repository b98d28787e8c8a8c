import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { guidePathsIn } from '../../../core/plan/guides';
import { neighbour, outermost } from '../../../core/plan/neighbours';

describe('the neighbours of a line', () => {
  const lines = [9, 3, 5];

  it('are the nearest ones on each side, never itself', () => {
    assert.equal(neighbour(lines, 3, 'next'), 5);
    assert.equal(neighbour(lines, 4, 'next'), 5);
    assert.equal(neighbour(lines, 9, 'next'), undefined);
    assert.equal(neighbour(lines, 9, 'previous'), 5);
    assert.equal(neighbour(lines, 3, 'previous'), undefined);
    assert.equal(neighbour([0], 3, 'previous'), 0);
    assert.equal(neighbour([], 0, 'next'), undefined);
  });

  it('are followed by the one at the other end', () => {
    assert.equal(outermost(lines, 'next'), 3);
    assert.equal(outermost(lines, 'previous'), 9);
    assert.equal(outermost([], 'previous'), undefined);
  });
});

describe('the paths of the rules for plans', () => {
  it('are found in whatever names them', () => {
    const text = [
      'Maintained in accordance with `.agent/PLANS.md`.',
      'See [the rules](./docs/PLANS.md#skeleton), docs/exec-plans/README.md; and PLANS.md.',
      'Again: .agent/PLANS.md',
    ];
    assert.deepEqual(guidePathsIn(text), ['.agent/PLANS.md', 'docs/PLANS.md', 'docs/exec-plans/README.md', 'PLANS.md']);
  });

  it('are no addresses and no other files', () => {
    assert.deepEqual(guidePathsIn(['https://a.b/PLANS.md', 'OUR-PLANS.md', 'plans.mdx', 'README.md']), []);
  });
});
