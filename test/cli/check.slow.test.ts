import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { checkFiles } from '../../cli/commands/check';
import type { Machine } from '../../cli/machine/machine';
import { commandLine } from '../support/bundles';
import { fixtures } from '../support/root';

const head = '# Move the queue to disk\n\n## Purpose\n\nNothing is lost.\n\n## Progress\n\n';
const tail =
  '\n## Surprises & Discoveries\n\nNone yet.\n\n## Decision Log\n\nNone yet.\n\n## Outcomes & Retrospective\n\nNone yet.\n';
/** Plans that differ in one step: nothing is found, a warning in line 9, an error there. */
const clean = `${head}- [x] (2026-01-05 09:00Z) Write the log.\n${tail}`;
const unstamped = `${head}- [x] Write the log.\n${tail}`;
const impossible = `${head}- [x] (2026-02-30 09:00Z) Write the log.\n${tail}`;
/** Silences all but the rules that these tests are about, whatever rules there are. */
const only = (...ids: string[]) => ({
  profile: 'minimal',
  rules: Object.fromEntries(ids.map((id) => [id, 'default'])),
});

describe('execplan check', () => {
  let folder: string;
  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'execplan-check-')));
    mkdirSync(join(folder, '.git'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const write = (files: Record<string, unknown>) => {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), typeof content === 'string' ? content : JSON.stringify(content, null, 2));
    }
  };
  const run = (args: string[], { input = '', cwd = folder, env = {} } = {}) =>
    spawnSync(process.execPath, [commandLine, 'check', ...args], {
      encoding: 'utf8',
      input,
      cwd,
      env: { ...process.env, ...env },
    });
  /** `file:line rule` of all findings. */
  const found = (args: string[], options: Parameters<typeof run>[1] = {}) =>
    JSON.parse(run(['--format', 'json', ...args], options).stdout).map(
      ({ file, line, rule }: { file: string; line: number; rule: string }) => `${file}:${line} ${rule}`,
    );
  const inFiles = (...files: string[]) => files.map((file) => `${file}:9 invalid-timestamp`);

  it('looks where execplan.config.json says, below each one, and reads as it says', () => {
    const quiet = { profile: 'minimal', rules: { 'done-without-timestamp': 'warning' } };
    write({
      'execplan.config.json': { ...quiet, files: { locations: ['work/*.md'], include: ['out/in/*.md'] } },
      '.gitignore': 'out/\n',
      'work/a.md': unstamped,
      'work/z.MD': unstamped,
      'work/deep/b.md': unstamped,
      'plans/c.md': unstamped,
      'out/in/d.md': unstamped,
      'out/e.md': unstamped,
      'sub/execplan.config.json': { ...quiet, files: { exclude: ['plans/no.md'] } },
      'sub/plans/no.md': unstamped,
      'sub/plans/yes.md': unstamped,
    });
    const rule = ':9 done-without-timestamp';
    assert.deepEqual(
      found([]),
      ['out/in/d.md', 'sub/plans/yes.md', 'work/a.md', 'work/z.MD'].map((file) => file + rule),
    );
    assert.deepEqual(found([], { cwd: join(folder, 'work') }), [`a.md${rule}`, `z.MD${rule}`]);
    // Who names a folder wants all in it, but for what is said to be no plan.
    assert.deepEqual(
      found(['sub', 'plans']),
      ['sub/plans/yes.md', 'plans/c.md'].map((file) => file + rule),
    );
    assert.deepEqual(found(['sub/plans/no.md']), []);
  });

  it('tells people what the rules find, file by file', () => {
    write({
      'execplan.config.json': { ...only(), rules: { 'done-without-timestamp': 'warning' } },
      'plans/a.md': unstamped,
      'plans/b.md': clean,
      'plans/c.md': `${head}- [x] Write the log.\n- [x] (2026-02-30 09:00Z) Read it.\n${tail}`,
    });
    const { status, stdout, stderr } = run([]);
    assert.equal(
      stdout,
      `plans/a.md:9:3  warning  This done step has no timestamp  done-without-timestamp

plans/c.md:9:3   warning  This done step has no timestamp  done-without-timestamp
plans/c.md:10:8  error    2026-02-30 is not a real date  invalid-timestamp

1 error, 2 warnings in 2 of 3 files with plans.
`,
    );
    assert.deepEqual([status, stderr], [1, '']);
    assert.deepEqual(
      [run(['plans/b.md']).stdout, run(['plans/b.md']).status],
      ['No findings in 1 file with plans.\n', 0],
    );
  });

  it('prints findings as JSON with 1-based places, and whether there is a fix', () => {
    write({ 'execplan.config.json': only(), 'plans/c.md': impossible });
    const { stdout, status } = run(['--format', 'json']);
    assert.deepEqual(JSON.parse(stdout), [
      {
        file: 'plans/c.md',
        rule: 'invalid-timestamp',
        severity: 'error',
        message: '2026-02-30 is not a real date',
        line: 9,
        column: 8,
        endLine: 9,
        endColumn: 25,
        fixable: true,
        safe: false,
      },
    ]);
    assert.equal(status, 1);
    assert.deepEqual(run(['--format', 'json', 'nothing/**/*.md']).stdout, '[]\n');
  });

  it('tells people how ready each plan is, whatever the profile', () => {
    const ready = readFileSync(new URL('readiness/all.pass.md', fixtures), 'utf8');
    write({ 'execplan.config.json': only(), 'plans/a.md': clean, 'plans/b.md': ready });
    const { status, stdout } = run(['--readiness']);
    assert.equal(
      stdout.replace(/\d+ days/, 'N days'),
      `plans/a.md:1  Move the queue to disk
  Self-contained              pass
  Living sections maintained  warn  19  All steps are done, but "Outcomes & Retrospective" has no entry  finished-without-outcome
  Novice-ready                fail   1  The plan does not say how things are today
                                     1  The plan names no file to change
                                     1  The plan does not say what to do and what to run
  Observable outcomes         fail   1  The plan does not say how to see that it is done
  Recovery paths              fail   1  The plan does not say what to do when a step fails
  Self-containment score      100 %: 5 of 5 decisions and sections stand alone
  Freshness                   no timestamp, or nothing left to do

plans/b.md:1  Serve thumbnails from a cache
  Self-contained              pass
  Living sections maintained  pass
  Novice-ready                pass
  Observable outcomes         pass
  Recovery paths              pass
  Self-containment score      100 %: 10 of 10 decisions and sections stand alone
  Freshness                   last timestamp N days ago, 15 minutes at most

No findings in 2 files with plans.
`,
    );
    assert.equal(status, 0);
    assert.equal(run(['--readiness', '--profile', 'cookbook', 'plans/a.md']).stdout.includes('Recovery paths'), true);
    assert.equal(run([]).stdout, 'No findings in 2 files with plans.\n');
  });

  it('prints readiness as JSON beside the findings', () => {
    write({ 'execplan.config.json': only(), 'plans/a.md': clean });
    const { findings, readiness } = JSON.parse(run(['--readiness', '--format', 'json']).stdout);
    assert.deepEqual([findings, readiness.length], [[], 1]);
    const [{ file, title, line, verdicts, selfContainment, freshness }] = readiness;
    assert.deepEqual(
      { file, title, line, selfContainment, freshness },
      {
        file: 'plans/a.md',
        title: 'Move the queue to disk',
        line: 1,
        selfContainment: { score: 1, own: 5, of: 5 },
        freshness: null,
      },
    );
    assert.deepEqual(verdicts[1], {
      id: 'living-sections',
      name: 'Living sections maintained',
      level: 'warn',
      reasons: [
        {
          level: 'warn',
          message: 'All steps are done, but "Outcomes & Retrospective" has no entry',
          rule: 'finished-without-outcome',
          line: 19,
          column: 4,
          endLine: 19,
          endColumn: 28,
        },
      ],
    });
  });

  it('ends with 1 for errors, and for more warnings than are let pass', () => {
    write({
      'execplan.config.json': { profile: 'minimal', rules: { 'done-without-timestamp': 'warning' } },
      'warnings.md': `${head}- [x] One.\n- [x] Two.\n- [ ] Three.\n- [ ] Four.\n- [ ] Five.\n${tail}`,
      'error.md': impossible,
      'hints/execplan.config.json': { profile: 'minimal', rules: { 'done-without-timestamp': 'hint' } },
      'hints/hint.md': unstamped,
      'hints/information.md': `<!-- execplan-disable -->\n${unstamped}`,
    });
    const status = (...args: string[]) => run(args).status;
    assert.deepEqual([status('warnings.md'), status('--max-warnings', '1', 'warnings.md')], [1, 1]);
    assert.equal(status('--max-warnings', '2', 'warnings.md'), 0);
    assert.equal(status('--max-warnings', '2', 'warnings.md', 'error.md'), 1);
    assert.equal(status('--max-warnings', '0', 'hints'), 0);
    assert.equal(found(['hints']).length, 2);
  });

  it('writes what is safe to fix, and nothing else', () => {
    const crooked = `\uFEFF${head}- [ x] Write the log.\n- [x] Read it.\n${tail}`.replaceAll('\n', '\r\n');
    write({
      'execplan.config.json': { ...only(), rules: { 'done-without-timestamp': 'warning' } },
      'plans/a.md': crooked,
      'plans/b.md': clean,
    });
    chmodSync(join(folder, 'plans/a.md'), 0o640);
    const before = statSync(join(folder, 'plans/b.md')).mtimeMs;
    const { status, stdout, stderr } = run(['--fix', '--max-warnings', '9']);
    assert.equal(stderr, '');
    assert.equal(status, 0);
    assert.match(stdout, /^1 file was fixed\.$/m);
    assert.match(stdout, /done-without-timestamp/, 'what is left is told');
    assert.doesNotMatch(stdout, /malformed-checkbox/);
    assert.equal(readFileSync(join(folder, 'plans/a.md'), 'utf8'), crooked.replace('[ x]', '[x]'));
    assert.equal(statSync(join(folder, 'plans/a.md')).mode & 0o777, 0o640);
    assert.equal(statSync(join(folder, 'plans/b.md')).mtimeMs, before);
    assert.deepEqual(readdirSync(join(folder, 'plans')).sort(), ['a.md', 'b.md']);
  });

  it('prints what it would fix as a diff that applies', () => {
    const crooked = `${head}- [ x] Write the log.\n${tail}`;
    write({ 'execplan.config.json': only('malformed-checkbox'), 'plans/a.md': crooked });
    const { status, stdout } = run(['--fix-dry-run']);
    assert.equal(status, 0);
    assert.match(stdout, /^--- a\/plans\/a\.md\n\+\+\+ b\/plans\/a\.md\n@@ -6,7 \+6,7 @@\n/);
    assert.match(stdout, /^-- \[ x\] Write the log\.\n\+- \[x\] Write the log\.$/m);
    assert.equal(readFileSync(join(folder, 'plans/a.md'), 'utf8'), crooked);
    const applied = spawnSync('git', ['apply'], { cwd: folder, input: stdout, encoding: 'utf8' });
    assert.equal(applied.stderr, '');
    assert.equal(readFileSync(join(folder, 'plans/a.md'), 'utf8'), crooked.replace('[ x]', '[x]'));
    assert.equal(run(['--fix-dry-run']).stdout, '');
  });

  it('fixes the newer text of a file that changed meanwhile', async () => {
    const crooked = `${head}- [ x] Write the log.\n${tail}`;
    write({ 'execplan.config.json': only('malformed-checkbox'), 'plans/a.md': crooked });
    const path = join(folder, 'plans/a.md');
    const { machine } = await import('../../cli/machine/nodeMachine');
    const complaints: string[] = [];
    const busy: Machine = {
      ...machine,
      // Somebody writes as soon as the file was read.
      read: async (file) => {
        const text = await machine.read(file);
        if (file === path) writeFileSync(path, `${text}More.\n`);
        return text;
      },
    };
    const options = { profile: undefined, targets: [path], withReadiness: false, fixes: 'write' } as const;
    const [checked] = await checkFiles(options, busy, (message) => complaints.push(message));
    const expected = `${crooked.replace('[ x]', '[x]')}More.\n`;
    assert.deepEqual([complaints, checked?.fixed?.after], [[], expected]);
    assert.equal(readFileSync(path, 'utf8'), expected);
  });

  it('finds plans where the editor does, and what somebody names wherever it is', () => {
    write({
      'execplan.config.json': only(),
      '.gitignore': 'build/\n.agent/\nsecret.md\n',
      'PLANS.md': impossible,
      'plans/a.md': impossible,
      'plans/deep/b.md': impossible,
      'plans/secret.md': impossible,
      'plans/notes.md': '# Notes\n',
      'docs/design.md': impossible,
      'build/plans/c.md': impossible,
      '.agent/d.md': impossible,
      'node_modules/x/PLANS.md': impossible,
    });
    assert.deepEqual(found([]), inFiles('PLANS.md', 'plans/a.md', 'plans/deep/b.md'));
    assert.deepEqual(found([], { cwd: join(folder, 'plans') }), inFiles('a.md', 'deep/b.md'));
    assert.deepEqual(found(['docs', './plans/']), inFiles('docs/design.md', 'plans/a.md', 'plans/deep/b.md'));
    assert.deepEqual(found(['.agent', 'build']), inFiles('.agent/d.md', 'build/plans/c.md'));
    assert.deepEqual(found(['plans/secret.md', join(folder, 'PLANS.md')]), [
      ...inFiles('plans/secret.md'),
      ...inFiles(join(folder, 'PLANS.md')),
    ]);
    assert.deepEqual(found(['**/{a,design}.md', 'plans']), inFiles('docs/design.md', 'plans/a.md', 'plans/deep/b.md'));
    assert.deepEqual(found(['../*.md', 'deep/*'], { cwd: join(folder, 'plans') }), inFiles('../PLANS.md', 'deep/b.md'));
    assert.deepEqual(found(['.']).length, 4, 'all Markdown of a folder that is named');
  });

  it('reads standard input, and a file whose name looks like a glob', () => {
    write({ 'execplan.config.json': only(), '[x].md': impossible });
    assert.deepEqual(found(['-', '[x].md'], { input: impossible }), inFiles('-', '[x].md'));
    assert.deepEqual(found(['-'], { input: `\uFEFF${impossible}` }), inFiles('-'));
    const { status, stdout } = run(['-'], { input: '# Notes\n' });
    assert.deepEqual([status, stdout], [0, 'No plan; 1 file holds no plan.\n']);
  });

  it('names what cannot be read, checks the others, and ends with 2', () => {
    write({ 'execplan.config.json': only(), 'plans/a.md': impossible });
    symlinkSync('gone.md', join(folder, 'plans/b.md'));
    const { status, stdout, stderr } = run(['--format', 'json', 'missing.md', 'plans', 'none/*.md', 'plans/b.md']);
    assert.equal(status, 2);
    assert.equal(JSON.parse(stdout).length, 1);
    assert.match(
      stderr,
      /^none\/\*\.md: no Markdown file matches\nmissing\.md: there is no such file \(ENOENT\)\nplans\/b\.md: there is no such file \(ENOENT\)\n$/,
    );
    assert.deepEqual([run(['plans']).status, run([], { cwd: join(folder, '.git') }).status], [1, 0]);
  });

  it('follows the nearest configuration file up to the folder that holds .git', () => {
    const off = { rules: { 'invalid-timestamp': 'off' } };
    write({
      'execplan.config.json': off,
      'one/plans/a.md': impossible,
      'two/execplan.config.json': only(),
      'two/plans/a.md': impossible,
      'three/.git': 'gitdir: elsewhere\n',
      'three/PLANS.md': impossible,
    });
    assert.deepEqual(
      found(['one', 'two', 'three']).filter((each: string) => each.endsWith('invalid-timestamp')),
      inFiles('two/plans/a.md', 'three/PLANS.md'),
    );
    assert.deepEqual(found(['-'], { input: impossible, cwd: join(folder, 'two/plans') }), inFiles('-'));
    assert.equal(run(['--profile', 'minimal', 'one']).status, 0, 'the levels of the file count in any profile');
  });

  it('takes the profile of the call rather than that of the file', () => {
    write({ 'execplan.config.json': { profile: 'minimal' }, 'plans/a.md': unstamped });
    assert.deepEqual(found(['plans']), []);
    const rules = found(['--profile', 'cookbook', 'plans']);
    assert.ok(rules.includes('plans/a.md:9 done-without-timestamp'), rules.join('\n'));
  });

  it('names on standard error what it does not understand in a configuration, and goes on', () => {
    write({
      'execplan.config.json': { profile: 'minimal', colour: 'red', rules: { nonsense: 'off' } },
      'plans/a.md': clean,
      'plans/b.md': clean,
    });
    const { status, stderr } = run([]);
    assert.equal(
      stderr,
      'execplan.config.json:3: Unknown key "colour"; known keys: timeZone, timestamp, zones, marks, files, handoff, profile, terms, freshness, rules\n' +
        'execplan.config.json:5: Unknown rule "nonsense"\n',
    );
    assert.equal(status, 0);
    write({ 'execplan.config.json': '{\n  "profile": "minimal"\n  "terms": []\n}' });
    assert.match(run([]).stderr, /^execplan\.config\.json:3: No valid JSON: a comma is missing\n/);
    assert.equal(run([]).status, 2, 'nothing was checked as somebody wants it');
  });

  it('forgets what another build has found, though the file that is started stays the same', () => {
    write({ 'execplan.config.json': { profile: 'cookbook' }, 'plans/a.md': unstamped, 'program/package.json': {} });
    const program = join(folder, 'program');
    for (const name of ['cli.js', 'commands.js']) copyFileSync(join(dirname(commandLine), name), join(program, name));
    const ids = () => {
      const args = ['check', '--format', 'json', '--cache-dir', join(folder, 'cache'), 'plans'];
      const env = { ...process.env, XDG_CACHE_HOME: join(folder, 'user') };
      const { stdout } = spawnSync(process.execPath, [join(program, 'cli.js'), ...args], {
        encoding: 'utf8',
        cwd: folder,
        env,
      });
      return JSON.parse(stdout).map(({ rule }: { rule: string }) => rule);
    };
    assert.ok(ids().includes('done-without-timestamp'));
    assert.ok(readdirSync(join(folder, 'cache')).length > 0, 'it remembers');
    const bundle = join(program, 'commands.js');
    writeFileSync(bundle, readFileSync(bundle, 'utf8').replaceAll('done-without-timestamp', 'of-another-build'));
    assert.ok(ids().includes('of-another-build'));
  });

  it('writes no colours when nobody looks, and nothing of a plan that steers a terminal', () => {
    write({ 'execplan.config.json': only(), 'plans/\u001b[31ma.md': impossible });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: this is about them.
    assert.doesNotMatch(run([], { env: { FORCE_COLOR: '1' } }).stdout, /\u001b/);
  });
});
