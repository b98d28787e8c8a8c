import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { archivePath, foldersOf, isPutAway, proposePlanPath, restorePath, slugOf } from '../../../core/plan/planPath';

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
      [['p/20260102_cache.md'], 'p/20260301_serve_thumbnails_fast.md'],
      [['plans/9.cache.md'], 'plans/10.serve-thumbnails-fast.md'],
      [['plans/0007-a.md', 'plans/0012-b.md', 'plans/readme-plan.md'], 'plans/0013-serve-thumbnails-fast.md'],
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
    assert.equal(slugOf('../../etc/passwd'), 'etc-passwd');
    assert.equal(slugOf('CON'), 'con-plan');
    assert.ok(slugOf('word '.repeat(40)).length <= 60);
    assert.equal(slugOf('x'.repeat(90)).length, 60);
  });
});

describe('a plan that is over', () => {
  it('lies in a folder of such plans', () => {
    assert.deepEqual(['plans/completed/a.md', 'docs/_archive/a.md', 'plans/done.md', 'plans/a.md'].map(isPutAway), [
      true,
      true,
      false,
      false,
    ]);
  });

  it('goes to the folder that is there for what became of it, and comes back to where plans in work lie', () => {
    for (const [path, others, done, abandoned, back] of [
      ['plans/a.md', [], 'plans/completed/a.md', 'plans/archive/a.md', 'plans/a.md'],
      ['a.md', [], 'completed/a.md', 'archive/a.md', 'a.md'],
      ['p/a.md', ['p/done/b.md', 'p/abandoned/c.md'], 'p/done/a.md', 'p/abandoned/a.md', 'p/a.md'],
      ['p/active/a.md', ['p/_Archive/b.md'], 'p/_Archive/a.md', 'p/_Archive/a.md', 'p/active/a.md'],
      ['p/a.md', ['q/finished/b.md'], 'p/finished/a.md', 'p/finished/a.md', 'p/a.md'],
    ] as const) {
      const folders = foldersOf([path, ...others]);
      assert.equal(archivePath(path, true, folders), done);
      assert.equal(archivePath(path, false, folders), abandoned);
      assert.equal(restorePath(done, folders), back);
      assert.equal(archivePath(done, true, folders), undefined);
      assert.equal(restorePath(path, folders), undefined);
    }
  });
});
