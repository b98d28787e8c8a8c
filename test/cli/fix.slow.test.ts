import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { nodeDisk } from '../../cli/machine/nodeDisk';
import { commandLine } from '../support/bundles';

const mayMount = process.platform === 'linux' && process.getuid?.() === 0;
const plan = (step: string) =>
  `# Move the queue to disk\n\n## Purpose\n\nNothing is lost.\n\n## Progress\n\n${step}\n\n## Surprises & Discoveries\n\nNone yet.\n\n## Decision Log\n\nNone yet.\n\n## Outcomes & Retrospective\n\nNone yet.\n`;
const crooked = plan('- [ x] (2026-01-05 09:00Z) Write the log.');
const mended = plan('- [x] (2026-01-05 09:00Z) Write the log.');

describe('execplan check --fix', () => {
  let folder: string;
  let state: string;
  let path: string;
  beforeEach(() => {
    const top = realpathSync(mkdtempSync(join(tmpdir(), 'execplan-fix-')));
    folder = join(top, 'repository');
    state = join(top, 'state');
    mkdirSync(join(folder, '.git'), { recursive: true });
    mkdirSync(state);
    writeFileSync(
      join(folder, 'execplan.config.json'),
      '{ "profile": "minimal", "rules": { "malformed-checkbox": "warning" } }',
    );
    path = join(folder, 'PLANS.md');
  });
  afterEach(() => rmSync(join(folder, '..'), { recursive: true }));
  const options = () => ({ cwd: folder, env: { ...process.env, XDG_STATE_HOME: state } });
  const fix = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [commandLine, 'check', '--fix', ...args], {
      encoding: 'utf8',
      ...options(),
    });
    return { status, stdout, stderr };
  };
  /** It was refused: exit 2, a reason, the findings all the same, the file and the folder as they were. */
  const assertRefused = (reason: RegExp, content: string | Buffer = crooked) => {
    const names = readdirSync(folder);
    const { status, stdout, stderr } = fix('PLANS.md');
    assert.match(stderr, reason);
    assert.match(stdout, /^PLANS\.md:9:\d+ {2}warning .*malformed-checkbox$/m);
    assert.match(stdout, /^1 warning in 1 of 1 file with plans\.$/m);
    assert.equal(status, 2);
    assert.deepEqual(readFileSync(path), Buffer.from(content));
    assert.deepEqual(readdirSync(folder), names);
  };

  it('refuses Latin-1, a read-only file and a link that leads out, and prints what it found', () => {
    const latin = Buffer.from(crooked.replace('log', 'caf\u00e9'), 'latin1');
    writeFileSync(path, latin);
    assertRefused(/^PLANS\.md: byte 0xE9 is no UTF-8 \(byte \d+, line 9, column \d+\)\. Save it as UTF-8\.$/m, latin);
    writeFileSync(path, crooked);
    chmodSync(path, 0o444);
    assertRefused(/^PLANS\.md: it is read-only/);
    rmSync(path);
    writeFileSync(join(folder, '../outside.md'), crooked);
    symlinkSync('../outside.md', path);
    assertRefused(/^PLANS\.md: it is a link that leads out of/);
  });

  it('writes both names of a file that has two, and through a link within the repository', () => {
    writeFileSync(path, crooked);
    linkSync(path, join(folder, 'second.md'));
    symlinkSync('PLANS.md', join(folder, 'link.md'));
    assert.deepEqual(fix('link.md'), {
      status: 0,
      stderr: '',
      stdout: '1 file was fixed.\n\nNo findings in 1 file with plans.\n',
    });
    assert.deepEqual([readFileSync(path, 'utf8'), readFileSync(join(folder, 'second.md'), 'utf8')], [mended, mended]);
    assert.equal(fix('link.md').stdout, 'No findings in 1 file with plans.\n');
  });

  it('writes a single file that is mounted', { skip: !mayMount }, () => {
    writeFileSync(join(folder, '../mounted.md'), crooked);
    writeFileSync(path, '');
    spawnSync('mount', ['--bind', join(folder, '../mounted.md'), path]);
    try {
      assert.equal(fix('PLANS.md').stderr, '');
      assert.equal(readFileSync(join(folder, '../mounted.md'), 'utf8'), mended);
    } finally {
      spawnSync('umount', [path]);
    }
  });

  it('leaves the file as it was on a full disk', { skip: !mayMount }, () => {
    const small = join(folder, 'small');
    mkdirSync(small);
    const filler = 'Filler.\n'.repeat(2200);
    spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=32k', 'tmpfs', small]);
    try {
      path = join(small, 'PLANS.md');
      writeFileSync(path, crooked + filler);
      const { status, stderr } = fix('small/PLANS.md');
      assert.equal(stderr, 'small/PLANS.md: the disk is full; it was left as it was.\n');
      assert.equal(status, 2);
      assert.equal(readFileSync(path, 'utf8'), crooked + filler);
      assert.deepEqual(readdirSync(small), ['PLANS.md']);
    } finally {
      spawnSync('umount', [small]);
    }
  });

  it('lets two of itself fix the same file at one time', async () => {
    for (let round = 0; round < 5; round++) {
      writeFileSync(path, crooked);
      const children = Array.from({ length: 3 }, () =>
        spawn(process.execPath, [commandLine, 'check', '--fix', 'PLANS.md'], { stdio: 'inherit', ...options() }),
      );
      const codes = await Promise.all(children.map(async (child) => (await once(child, 'exit'))[0]));
      assert.deepEqual(codes, [0, 0, 0]);
      assert.equal(readFileSync(path, 'utf8'), mended);
    }
  });

  // Each single step at which it can die: test/files/writing/death.test.ts.
  it('leaves the old or the new text, or both beside a damaged one, when it is killed', async () => {
    const long = (text: string) => `${text}\n## Notes\n\n${'Some more of it.\n'.repeat(20_000)}`;
    const run = () =>
      spawn(process.execPath, [commandLine, 'check', '--fix', 'PLANS.md'], { stdio: 'ignore', ...options() });
    for (const names of [1, 2]) {
      writeFileSync(path, long(crooked));
      if (names === 2) linkSync(path, join(folder, 'second.md'));
      const started = Date.now();
      await once(run(), 'exit');
      const usual = Date.now() - started;
      for (let round = 0; round < 12; round++) {
        writeFileSync(path, long(crooked));
        const child = run();
        const end = once(child, 'exit');
        await nodeDisk.pause(usual * (0.3 + (0.7 * round) / 12));
        child.kill('SIGKILL');
        await end;
        const present = readFileSync(path, 'utf8');
        const { status, stderr } = fix('PLANS.md');
        if (stderr === '') {
          assert.ok(present === long(crooked) || present === long(mended));
          assert.deepEqual([status, readFileSync(path, 'utf8')], [0, long(mended)]);
        } else {
          assert.match(stderr, /an earlier writing of it was interrupted/);
          const copies = join(state, 'execplan/copies');
          assert.equal(readFileSync(join(copies, nodeDisk.hash(path), 'before-PLANS.md'), 'utf8'), long(crooked));
          rmSync(copies, { recursive: true });
        }
      }
    }
  });

  it('offers the text of a writing that was interrupted, whoever checks next', () => {
    writeFileSync(path, crooked.slice(0, 100));
    const copies = join(state, 'execplan/copies', nodeDisk.hash(path));
    mkdirSync(copies, { recursive: true });
    writeFileSync(join(copies, 'before-PLANS.md'), crooked);
    writeFileSync(join(copies, 'after-PLANS.md'), mended);
    const { status, stderr } = fix('PLANS.md');
    assert.equal(status, 2);
    assert.match(stderr, /^PLANS\.md: an earlier writing of it was interrupted/);
    assert.ok(stderr.includes(join(copies, 'before-PLANS.md')));
    assert.equal(readFileSync(path, 'utf8'), crooked.slice(0, 100));
    const checked = spawnSync(process.execPath, [commandLine, 'check', 'PLANS.md'], { encoding: 'utf8', ...options() });
    assert.equal(checked.stderr, stderr);
    // As the message says.
    writeFileSync(path, readFileSync(join(copies, 'before-PLANS.md')));
    rmSync(copies, { recursive: true });
    assert.deepEqual([fix('PLANS.md').status, readFileSync(path, 'utf8')], [0, mended]);
  });
});
