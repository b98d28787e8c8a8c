import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { existenceFrom, lookupPaths } from '../../files/existence';

describe('what lies around a plan', () => {
  it('is found from its folder, or from any folder up to the top', () => {
    const places = (path: string) => lookupPaths(path, 'docs/plans/p.md');
    assert.deepEqual(places('src/a.ts'), ['docs/plans/src/a.ts', 'docs/src/a.ts', 'src/a.ts']);
    assert.deepEqual(places('./src//a.ts'), ['docs/plans/src/a.ts']);
    assert.deepEqual(places('../guide.md'), ['docs/guide.md']);
    assert.deepEqual(places('/src/a.ts'), ['src/a.ts']);
    assert.deepEqual(places('.github/ci.yml').at(-1), '.github/ci.yml');
    assert.deepEqual(places('src/'), ['docs/plans/src', 'docs/src', 'src']);
    assert.deepEqual(places('../..'), ['']);
    assert.deepEqual(lookupPaths('src/a.ts', 'p.md'), ['src/a.ts']);
  });

  it('is unknown outside of the top, and while nobody can tell', () => {
    const known: Record<string, boolean> = { 'docs/here.md': true, 'docs/plans/gone.md': false };
    const asked: string[] = [];
    const { has } = existenceFrom('docs/plans/p.md', (path) => {
      asked.push(path);
      return known[path];
    });
    assert.equal(has('../here.md'), true);
    assert.equal(has('./gone.md'), false);
    assert.equal(has('here.md'), true, 'one place is enough, even when another is not known yet');
    assert.equal(has('gone.md'), undefined);
    asked.length = 0;
    assert.equal(has('../../../secret'), undefined);
    assert.equal(has('a/../../../../secret'), undefined);
    assert.deepEqual(asked, []);
  });
});
