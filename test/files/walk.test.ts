import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { IgnoreRules } from '../../files/ignoreRules';
import { defaultBounds, type Entry, type Walk, walk } from '../../files/walk';

/** A tree in memory: paths of files. */
function tree(...paths: string[]) {
  const listed: string[] = [];
  const list = async (directory: string): Promise<Entry[]> => {
    listed.push(directory);
    const names = new Map<string, Entry['type']>();
    for (const path of paths.filter((each) => each.startsWith(directory))) {
      const [name, ...deeper] = path.slice(directory.length).split('/') as [string, ...string[]];
      names.set(name, deeper.length > 0 ? 'directory' : 'file');
    }
    return [...names].map(([name, type]) => ({ name, type }));
  };
  const token = { isCancellationRequested: false };
  const go = (options: Partial<Walk> = {}) =>
    walk({ list, isWanted: (path) => path.endsWith('.md'), isSkipped: () => false, token, ...options });
  return { listed, go, token, list };
}

describe('the walk through a folder without search', () => {
  it('finds what is wanted, the upper ones first, but nothing in node_modules and .git', async () => {
    const { go, listed } = tree('plans/a.md', 'b.md', 'x.ts', 'node_modules/p/c.md', '.git/d.md', 'docs/deep/e.md');
    assert.deepEqual(await go(), { files: ['b.md', 'plans/a.md', 'docs/deep/e.md'], isTruncated: false });
    assert.deepEqual(listed, ['', 'docs/', 'plans/', 'docs/deep/']);
  });

  it('enters no directory that is skipped, as by the rules of .gitignore', async () => {
    const rules = new IgnoreRules(async (path) => (path === '.gitignore' ? 'build/\n' : undefined));
    const { go, listed } = tree('build/plans/a.md', 'plans/b.md');
    const { files } = await go({ isSkipped: (directory) => rules.ignores(directory) });
    assert.deepEqual(files, ['plans/b.md']);
    assert.deepEqual(listed, ['', 'plans/']);
  });

  it('ends at its bounds, and says so', async () => {
    const deep = tree('a/b/c/d.md', 'e.md');
    assert.deepEqual(await deep.go({ bounds: { ...defaultBounds, depth: 2 } }), { files: ['e.md'], isTruncated: true });
    const many = tree('a/1.md', 'b/2.md', 'c/3.md');
    const { files, isTruncated } = await many.go({ bounds: { ...defaultBounds, directories: 3 } });
    assert.deepEqual([files, isTruncated], [['a/1.md', 'b/2.md'], true]);
    const full = await tree('1.md', '2.md', '3.md').go({ bounds: { ...defaultBounds, files: 2 } });
    assert.deepEqual(full, { files: ['1.md', '2.md'], isTruncated: true });
    const exact = await tree('1.md', '2.md').go({ bounds: { ...defaultBounds, files: 2 } });
    assert.equal(exact.isTruncated, false);
  });

  it('ends when it is cancelled', async () => {
    const { go, token, listed, list } = tree('a/1.md', 'b/2.md');
    const found = await go({
      list: async (directory) => {
        token.isCancellationRequested = true;
        return list(directory);
      },
    });
    assert.deepEqual([found.files, listed], [[], ['']]);
  });

  it('goes on where a directory cannot be read', async () => {
    const { go, list } = tree('a/1.md', 'b/2.md');
    const { files } = await go({
      list: (directory) => (directory === 'a/' ? Promise.reject(new Error('no')) : list(directory)),
    });
    assert.deepEqual(files, ['b/2.md']);
  });
});
