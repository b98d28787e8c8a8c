import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { IgnoreRules } from '../../files/ignoreRules';

const rulesOf = (files: Record<string, string>) => new IgnoreRules(async (path) => files[path]);

describe('the rules of .gitignore', () => {
  // Each case is also put to git itself, where there is one.
  const cases: [name: string, files: Record<string, string>, ignored: string[], kept: string[]][] = [
    [
      'hold for files and directories',
      { '.gitignore': 'build/\n*.tmp.md\n' },
      ['build/plans/a.md', 'x/b.tmp.md'],
      ['a.md'],
    ],
    [
      'of a deeper file win',
      { '.gitignore': '*.md\n', 'plans/.gitignore': '!*.md\n' },
      ['a.md', 'docs/a.md'],
      ['plans/a.md', 'plans/deep/a.md'],
    ],
    [
      'of a deeper file hold only there',
      { 'a/.gitignore': '/plans\n' },
      ['a/plans/x.md'],
      ['plans/x.md', 'a/b/plans/x.md'],
    ],
    [
      'leave nothing below an ignored directory, whatever stands in it',
      { '.gitignore': 'out/\n!out/keep.md\n', 'out/.gitignore': '!*\n' },
      ['out/keep.md', 'out/plans/a.md'],
      [],
    ],
    [
      'can re-include a directory from below, with all that is in it',
      { '.gitignore': 'plans/\n', 'a/.gitignore': '!plans/\n', 'a/plans/.gitignore': 'old.md\n' },
      ['plans/x.md', 'b/plans/x.md', 'a/plans/old.md'],
      ['a/plans/x.md', 'a/plans/deep/x.md'],
    ],
    ['mean capitals', { '.gitignore': 'Build/\n' }, ['Build/a.md'], ['build/a.md']],
    [
      'begin with those of the repository alone',
      { '.git/info/exclude': 'mine.md\nyours.md\n', '.gitignore': '!yours.md\n' },
      ['mine.md', 'a/mine.md'],
      ['yours.md'],
    ],
    ['read comments, blanks and CRLF', { '.gitignore': '# *.md\r\n\r\na.md\r\n' }, ['a.md'], ['b.md']],
    [
      'take a directory with brackets by its name',
      { '.gitignore': '*\n!*/\n', 'a/.gitignore': '![b]/\n!*.md' },
      ['x.md'],
      ['a/[b]/x.md'],
    ],
  ];
  for (const [name, files, ignored, kept] of cases)
    it(name, async () => {
      const rules = rulesOf(files);
      for (const path of ignored) assert.equal(await rules.ignores(path), true, path);
      for (const path of kept) assert.equal(await rules.ignores(path), false, path);
      const git = ignoredByGit(files, [...ignored, ...kept]);
      if (git) assert.deepEqual(git, ignored);
    });

  it('are read once, and only where somebody looks, until they are forgotten', async () => {
    const asked: string[] = [];
    const texts: Record<string, string> = { '.gitignore': 'a/\n' };
    const rules = new IgnoreRules(async (path) => {
      asked.push(path);
      return texts[path];
    });
    for (const path of ['a/x.md', 'a/b/y.md', 'c/z.md']) await rules.ignores(path);
    assert.deepEqual(asked, ['.git/info/exclude', '.gitignore', 'c/.gitignore']);
    texts['.gitignore'] = '';
    assert.equal(await rules.ignores('a/x.md'), true);
    rules.forget();
    assert.equal(await rules.ignores('a/x.md'), false);
  });
});

/** What git says of such a folder, in the order of `paths`; undefined where there is no git. */
function ignoredByGit(files: Record<string, string>, paths: readonly string[]): string[] | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'execplan-ignore-'));
  try {
    execFileSync('git', ['init', '-q'], { cwd: folder, stdio: 'ignore' });
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const args = ['-c', 'core.ignoreCase=false', '-c', 'core.excludesFile=', 'check-ignore', '-z', '--stdin'];
    const input = paths.map((path) => `${path}\0`).join('');
    return execFileSync('git', args, { cwd: folder, input, encoding: 'utf8' }).split('\0').filter(Boolean);
  } catch (error) {
    // 1: git ignores none of them.
    return (error as { status?: number }).status === 1 ? [] : undefined;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
