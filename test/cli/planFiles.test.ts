import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { outputOf } from '../support/outputSchema';
import { PlanFolder } from '../support/planFolder';

const plan = `# Move the queue

See [the log](../src/log.ts), [the other](b.md#progress) and [nothing](gone.md).

## Purpose

Nothing is lost.

## Progress

- [x] (2026-02-08 09:00Z) Write the log.

## Surprises & Discoveries

None yet.

## Decision Log

None yet.
`;
const other = plan
  .replace('Move the queue', 'Another')
  .replace('[x] (2026-02-08 09:00Z)', '[ ]')
  .replace('[the other](b.md#progress)', '[that](a.md) and [that again](<./a.md>)');

async function inFolder(files: Record<string, string>, run: (folder: PlanFolder) => Promise<void>) {
  const folder = new PlanFolder(files);
  try {
    await run(folder);
  } finally {
    folder.remove();
  }
}

describe('execplan new', { concurrency: 4 }, () => {
  it('makes a plan where plans lie, by the name that their names suggest, and never overwrites one', () =>
    inFolder({ 'docs/plans/0009-a.md': plan, 'docs/plans/0010-b.md': other }, async (folder) => {
      const made = await folder.call(['new', 'Move it!']);
      assert.match(made.stdout, /^docs\/plans\/0011-move-it\.md\nhash h[0-9a-f]{16}\n$/);
      assert.match(
        folder.read('docs/plans/0011-move-it.md'),
        /^# Move it!\n[\s\S]*\nRevision note \(2026-02-09 11:19Z\)/,
      );
      const again = await folder.call(['new', 'Move it', '--file', 'docs/plans/0010-b.md', '--json']);
      assert.deepEqual([again.status, outputOf('refusal', again.stdout).refused], [3, 'alreadyThere']);
      assert.equal(folder.read('docs/plans/0010-b.md'), other);
      assert.deepEqual(readdirSync(join(folder.path, 'docs/plans')).length, 3);
    }));

  it('takes a form, a template of the project, or the one beside the plans', () =>
    inFolder(
      { '.agent/templates/bug.md': '# TITLE\n\n## Progress\n\n- [ ] Find it.\n', 'src/x.ts': '' },
      async (folder) => {
        const text = async (...args: string[]) => {
          const { status, stdout, stderr } = await folder.call(
            ['new', 'Mend it', '--json', ...args],
            {},
            { below: 'src' },
          );
          assert.deepEqual([status, stderr], [0, '']);
          const { file } = outputOf('written', stdout);
          return folder.read(file.slice(folder.path.length + 1));
        };
        assert.match(await text('--template', 'short', '--file', '../plans/1.md'), /^# Mend it\n[\s\S]*\n## Progress/);
        assert.match(await text('--template', 'seed', '--file', '../plans/2.md'), /^# ExecPlan: Mend it\n/);
        assert.equal(
          await text('--template', 'bug', '--file', '../plans/3.md'),
          '# Mend it\n\n## Progress\n\n- [ ] Find it.\n',
        );
        folder.write('plans/_template.md', '<!-- execplan: ignore -->\n\n# Name\n\n## Purpose\n');
        assert.equal(await text('--file', '../plans/4.md'), '# Mend it\n\n## Purpose\n');
        const none = await folder.call(['new', 'Mend it', '--template', 'xyz']);
        assert.match(
          none.stderr,
          /^there is no template "xyz"; there are cookbook, seed, short, plans\/_template.md, bug\.?\n/,
        );
      },
    ));

  it('names the guide of the repository, prints a diff for a dry run, and makes nothing outside of it', () =>
    inFolder({ '.agent/PLANS.md': '# How to write plans\n' }, async (folder) => {
      const dry = await folder.call(['new', 'Move it', '--dry-run']);
      assert.match(dry.stdout, /^hash h.*\n--- a\/plans\/move-it\.md\n[\s\S]*\+.*`\.agent\/PLANS\.md`/);
      assert.ok(!existsSync(join(folder.path, 'plans')));
      const outside = mkdtempSync(join(tmpdir(), 'execplan-outside-'));
      symlinkSync(outside, join(folder.path, 'linked'));
      const linked = await folder.call(['new', 'Move it', '--file', 'linked/sub/a.md']);
      assert.deepEqual([linked.status, /leads out of/.test(linked.stderr), readdirSync(outside)], [3, true, []]);
      rmSync(outside, { recursive: true });
    }));
});

describe('execplan archive', { concurrency: 4 }, () => {
  it('puts a plan away that is over, sets its status, and lets links in it and to it follow; and back', () =>
    inFolder({ 'plans/a.md': plan, 'plans/b.md': other, 'src/log.ts': '' }, async (folder) => {
      mkdirSync(join(folder.path, 'plans/completed'));
      const call = await folder.call(['archive', '--json']);
      assert.deepEqual([call.status, call.stderr], [0, '']);
      const moved = outputOf('moved', call.stdout);
      assert.deepEqual([moved.from, moved.file, moved.others.length], ['plans/a.md', 'plans/completed/a.md', 1]);
      assert.ok(!existsSync(join(folder.path, 'plans/a.md')));
      const text = folder.read('plans/completed/a.md');
      assert.match(
        text,
        /\[the log\]\(\.\.\/\.\.\/src\/log\.ts\), \[the other\]\(\.\.\/b\.md#progress\) and \[nothing\]\(gone\.md\)/,
      );
      assert.match(text, /^Status: done 2026-02-09$/m);
      assert.match(
        folder.read('plans/b.md'),
        /\[that\]\(completed\/a\.md\) and \[that again\]\(<\.\/completed\/a\.md>\)/,
      );
      const back = await folder.call(['archive', '--back']);
      assert.match(back.stdout, /^plans\/completed\/a\.md → plans\/a\.md\nplans\/b\.md:3\n/);
      assert.equal(folder.read('plans/a.md').replace(/^Status: active\n\n/m, ''), plan);
      assert.equal(folder.read('plans/b.md'), other);
    }));

  it('refuses one that is not over, and what is there already; and takes a word for what became of it', () =>
    inFolder({ 'plans/b.md': other, 'plans/archive/b.md': '# Old\n' }, async (folder) => {
      const open = await folder.call(['archive', 'plans/b.md', '--json']);
      assert.deepEqual([open.status, outputOf('refusal', open.stdout).refused], [3, 'notOver']);
      const there = await folder.call(['archive', 'plans/b.md', '--as', 'abandoned', '--json']);
      assert.deepEqual([there.status, outputOf('refusal', there.stdout).refused], [3, 'alreadyThere']);
      assert.equal(folder.read('plans/b.md'), other);
      const dry = await folder.call([
        'archive',
        'plans/b.md',
        '--as',
        'abandoned',
        '--to',
        'plans/archive/c.md',
        '--dry-run',
      ]);
      assert.match(dry.stdout, /^plans\/b\.md → plans\/archive\/c\.md\nhash h.*\n--- a\/plans\/b\.md\n/);
      assert.equal(folder.read('plans/b.md'), other);
      const expected = await folder.call(['archive', 'plans/b.md', '--as', 'abandoned', '--expect', 'h1']);
      assert.equal(expected.status, 3);
      const done = await folder.call([
        'archive',
        'plans/b.md',
        '--as',
        'superseded',
        '--by',
        'plans/c.md',
        '--to',
        'plans/archive/c.md',
      ]);
      assert.equal(done.status, 0);
      assert.match(folder.read('plans/archive/c.md'), /^Status: superseded by plans\/c\.md$/m);
      assert.equal(folder.read('plans/archive/b.md'), '# Old\n');
    }));

  it('takes the folders that there are', () =>
    inFolder({ 'docs/active/plans/x.md': '', 'exec-plans/active/a.md': plan }, async (folder) => {
      const { stdout } = await folder.call(['archive']);
      assert.match(stdout, /^exec-plans\/active\/a\.md → exec-plans\/completed\/a\.md\n/);
      assert.match((await folder.call(['archive', '--back'])).stdout, / → exec-plans\/active\/a\.md\n/);
    }));
});
