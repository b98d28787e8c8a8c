import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { proposePlanPath, slugOf } from '../../../core/plan/planPath';

const proposed = (paths: readonly string[], title = 'Serve thumbnails: fast!') => {
  const { folder, name } = proposePlanPath(title, paths, '2026-03-01');
  return folder === '' ? name : `${folder}/${name}`;
};

describe('where a new plan is to lie', () => {
  it('is plans/ and a slug where there is none yet', () => {
    assert.equal(proposed([]), 'plans/serve-thumbnails-fast.md');
    assert.equal(proposed(['PLANS.md', 'README.md']), 'plans/serve-thumbnails-fast.md');
  });

  it('is as most plans there lie and are named', () => {
    for (const [paths, path] of [
      [['docs/execplans/cache.md', 'docs/execplans/import.md'], 'docs/execplans/serve-thumbnails-fast.md'],
      [
        ['docs/plans/2026-02-08-cache.md', 'docs/plans/2026-02-09-import.md'],
        'docs/plans/2026-03-01-serve-thumbnails-fast.md',
      ],
      [['p/2026_02_08_cache.md'], 'p/2026_03_01_serve_thumbnails_fast.md'],
      [['.agent/plans/001-cache.md', '.agent/plans/009-import.md'], '.agent/plans/010-serve-thumbnails-fast.md'],
      [['plans/EP-0001-cache.md'], 'plans/EP-0002-serve-thumbnails-fast.md'],
      [['a/EXECPLAN_cache.md', 'a/EXECPLAN_import.md'], 'a/EXECPLAN_serve_thumbnails_fast.md'],
      [['a/cache-execplan.md'], 'a/serve-thumbnails-fast-execplan.md'],
      [['x/completed/one.md', 'x/completed/two.md', 'x/active/three.md'], 'x/active/serve-thumbnails-fast.md'],
      [['x/completed/001-one.md', 'x/completed/002-two.md'], 'x/003-serve-thumbnails-fast.md'],
    ] as const)
      assert.equal(proposed(paths), path);
  });

  it('is never that of a file that is there', () => {
    assert.equal(
      proposed(['plans/Serve-thumbnails-fast.md', 'plans/serve-thumbnails-fast-2.md']),
      'plans/serve-thumbnails-fast-3.md',
    );
  });
});

describe('a slug', () => {
  it('has letters and digits of any script, and is a name that any system takes', () => {
    assert.equal(slugOf('Émigré “Crème”'), 'emigre-creme');
    assert.equal(slugOf('キャッシュから配信 v2'), 'キャッシュから配信-v2');
    assert.equal(slugOf('!!!'), 'plan');
    assert.equal(slugOf('CON'), 'con-plan');
    assert.ok(slugOf('word '.repeat(40)).length <= 60);
    assert.equal(slugOf('x'.repeat(90)).length, 60);
  });
});
