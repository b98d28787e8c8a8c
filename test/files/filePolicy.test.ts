import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { planGlobs } from '../../core/plan/locations';
import type { FileGlobs } from '../../files/fileGlobs';
import { FilePolicy, type FileReason, isLookedAt } from '../../files/filePolicy';

function policy(options: Partial<FileGlobs> & { hidden?: string[]; ignored?: string[] } = {}) {
  const { hidden = [], ignored = [], ...own } = options;
  const globs = { locations: planGlobs, include: [], exclude: [], ...own };
  const asked: string[] = [];
  const made = new FilePolicy({
    globsOf: () => globs,
    hidden,
    isIgnored: async (path) => {
      asked.push(path);
      return ignored.some((each) => path.startsWith(each));
    },
  });
  return { made, asked };
}

describe('why a file is looked at', () => {
  it('is one of a few reasons', async () => {
    const { made } = policy({
      include: ['notes/*.md', 'out/b.md', '**/secret/*.md'],
      exclude: ['plans/no.md', 'notes/no.md'],
      hidden: ['**/secret', 'gone.md'],
      ignored: ['out/'],
    });
    const reasons: Record<string, FileReason> = {
      'plans/a.md': 'located',
      'deep/PLANS.md': 'located',
      'notes/a.md': 'included',
      'notes/A.MD': 'included',
      'plans/A.MD': 'located',
      'plans/no.MD': 'excluded',
      'deep/PLANS.Md': 'located',
      'docs/A.MD': 'elsewhere',
      'notes/a.txt': 'elsewhere',
      'plans/no.md': 'excluded',
      'notes/no.md': 'excluded',
      'docs/a.md': 'elsewhere',
      'out/plans/a.md': 'ignored',
      'out/b.md': 'included',
      'secret/plans/a.md': 'hidden',
      'x/secret/a.md': 'hidden',
      'gone.md': 'hidden',
      'node_modules/x/PLANS.md': 'hidden',
      '.git/plans/a.md': 'hidden',
    };
    for (const [path, reason] of Object.entries(reasons)) assert.equal(await made.reasonFor(path), reason, path);
  });

  it('is that somebody had it open, unless a setting speaks of it', async () => {
    const { made } = policy({ include: ['a.md'], exclude: ['b.md'], hidden: ['h'], ignored: ['out/'] });
    const reasons = await Promise.all(
      ['a.md', 'b.md', 'c.md', 'h/c.md', 'out/plans/a.md', 'plans/a.md'].map((path) => made.reasonFor(path, true)),
    );
    assert.deepEqual(reasons, ['included', 'excluded', 'followed', 'followed', 'followed', 'located']);
    assert.deepEqual(reasons.map(isLookedAt), [true, false, true, true, true, true]);
  });

  it('asks git only of what is located', async () => {
    const { made, asked } = policy({ include: ['x.md'] });
    for (const path of ['x.md', 'docs/a.md', 'plans/a.md']) await made.reasonFor(path);
    assert.deepEqual(asked, ['plans/a.md']);
  });

  it('is told of directories, too: one that git ignores is entered where an included file may lie', async () => {
    const { made } = policy({ include: ['out/in/*.md'], hidden: ['h'], ignored: ['out/', 'dist/'] });
    const skipped: Record<string, boolean> = {
      'out/': false,
      'out/in/': false,
      'out/in/deeper/': false,
      'out/other/': true,
      'dist/': true,
      'docs/': false,
      'h/': true,
      'h/x/': true,
      'node_modules/': true,
    };
    for (const [directory, isSkipped] of Object.entries(skipped))
      assert.equal(await made.skips(directory), isSkipped, directory);
    const anywhere = policy({ include: ['**/x.md'], ignored: ['out/'] });
    assert.equal(await anywhere.made.skips('out/'), false);
  });
});
