import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { Machine } from '../../cli/machine/machine';
import { machine } from '../../cli/machine/nodeMachine';
import { callCommandLine } from '../support/callCommandLine';
import { slowIt } from '../support/sets';

const plan =
  '# Move the queue to disk\n\n## Purpose\n\nNothing is lost in the caf\u00e9.\n\n## Progress\n\n- [x] (2026-02-30 09:00Z) Write the log.\n\n## Surprises & Discoveries\n\nNone yet.\n\n## Decision Log\n\nNone yet.\n\n## Outcomes & Retrospective\n\nNone yet.\n';
const utf16 = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le');
const fifos = { skip: process.platform === 'win32' && 'Windows has no FIFOs below a folder.' };

describe('what cannot be looked at', () => {
  let folder: string;
  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'execplan-unreadable-')));
    write({ '.git/HEAD': 'ref: refs/heads/main\n', 'execplan.config.json': '{ "profile": "minimal" }' });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const write = (files: Record<string, string | Buffer>) => {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
  };
  const makeFifo = (path: string) => {
    rmSync(join(folder, path), { force: true });
    assert.equal(spawnSync('mkfifo', [join(folder, path)]).status, 0);
  };
  const call = (args: string[], other: Partial<Machine> = {}) =>
    callCommandLine(args, { resolve: (path) => resolve(folder, path).replace(/\/$/, ''), ...other });
  /** The place and rule of each finding. */
  const found = (stdout: string) =>
    JSON.parse(stdout).map(({ file, line, rule }: Record<string, unknown>) => `${file}:${line} ${rule}`);
  const check = (...args: string[]) => call(['check', '--format', 'json', ...args]);

  it('is a file that is no UTF-8: its place is named, and it is checked as it may have been meant', async () => {
    write({ 'plans/latin.md': Buffer.from(plan, 'latin1'), 'plans/wide.md': utf16(plan) });
    for (const args of [[], ['plans'], ['plans/*.md'], ['plans/latin.md', 'plans/wide.md']]) {
      const { status, stdout, stderr } = await check(...args);
      assert.deepEqual(found(stdout), ['plans/latin.md:9 invalid-timestamp', 'plans/wide.md:9 invalid-timestamp']);
      assert.match(
        stderr,
        /^plans\/latin\.md: byte 0xE9 is no UTF-8 \(byte 64, line 5, column 27\)\. .*\nplans\/wide\.md: the text is UTF-16 LE \(byte 0, line 1, column 1\)\. Save it as UTF-8\.\n$/,
      );
      assert.equal(status, 2);
    }
    const inspected = await call(['inspect', 'plans/wide.md']);
    assert.deepEqual([inspected.status, inspected.stdout], [2, '']);
    assert.match(inspected.stderr, /^plans\/wide\.md: the text is UTF-16 LE/);
  });

  it('is no other Markdown below a folder, in whatever letters', async () => {
    write({ 'docs/notes.md': Buffer.from('# Caf\u00e9\n', 'latin1'), 'docs/wide.md': utf16('# Notes\n') });
    assert.deepEqual(await check('docs'), { status: 0, stdout: '[]\n', stderr: '' });
    assert.equal((await check('docs/notes.md')).status, 2, 'somebody named it');
  });

  it('is a FIFO or a device in place of a file, and nobody waits for it', fifos, async () => {
    write({ 'plans/a.md': plan });
    makeFifo('plans/b.md');
    const reason = 'it is a FIFO, a socket or a device, and no file.\n';
    for (const args of [['plans'], ['plans/*'], ['plans/a.md', 'plans/b.md']]) {
      const { status, stdout, stderr } = await check(...args);
      assert.deepEqual([status, stderr], [2, `plans/b.md: ${reason}`]);
      assert.deepEqual(found(stdout), ['plans/a.md:9 invalid-timestamp']);
    }
    const device = await call(['inspect', '/dev/zero']);
    assert.deepEqual(device, { status: 2, stdout: '', stderr: `/dev/zero: ${reason}` });
    rmSync(join(folder, 'plans/b.md'));
    for (const path of ['.gitignore', 'execplan.config.json']) {
      makeFifo(path);
      const { status, stdout, stderr } = await check('plans');
      assert.deepEqual([status, stderr], [2, `${path}: ${reason}`]);
      assert.equal(found(stdout).includes('plans/a.md:9 invalid-timestamp'), true);
      rmSync(join(folder, path));
    }
  });

  it('is a folder that cannot be listed', async () => {
    write({ 'plans/a.md': plan, 'plans/locked/b.md': plan });
    const list: Machine['list'] = async (path) => {
      if (path.endsWith('/locked')) throw Object.assign(new Error('EACCES'), { code: 'EACCES' });
      return machine.list(path);
    };
    const { status, stdout, stderr } = await call(['check', '--format', 'json', 'plans'], { list });
    assert.deepEqual([status, stderr], [2, 'plans/locked: the system does not let us read it (EACCES)\n']);
    assert.deepEqual(found(stdout), ['plans/a.md:9 invalid-timestamp']);
  });

  slowIt('is no file for being one of very many, deep below, or long', async () => {
    const count = 10_050;
    const deep = 'd/'.repeat(30);
    const list: Machine['list'] = async (path) => {
      if (path === `${folder}/many`)
        return [
          ...Array.from({ length: count }, (_, i) => ({ name: `${i}.md`, type: 'file' as const })),
          { name: 'd', type: 'directory' as const },
        ];
      return machine.list(path);
    };
    write({ [`many/${deep}a.md`]: plan, [`many/${deep}long.md`]: plan + 'x'.repeat(2 * 1024 * 1024) });
    const isMade = (path: string) => /\/many\/\d+\.md$/.test(path);
    const { status, stdout, stderr } = await call(['check', '--format', 'json', 'many'], {
      list,
      look: async (path) => (isMade(path) ? { isFolder: false } : machine.look(path)),
      read: async (path) =>
        isMade(path) ? (path.endsWith(`/${count - 1}.md`) ? plan : '# Notes\n') : machine.read(path),
    });
    assert.deepEqual([status, stderr], [1, '']);
    assert.deepEqual(
      found(stdout),
      [`${count - 1}`, `${deep}a`, `${deep}long`].map((name) => `many/${name}.md:9 invalid-timestamp`),
    );
  });

  it('is a link that leads nowhere only when somebody names it', async () => {
    write({ 'plans/a.md': plan });
    symlinkSync('gone.md', join(folder, 'plans/.#a.md'));
    assert.deepEqual([(await check('plans')).status, (await check('plans')).stderr], [1, '']);
    const named = await check('plans/.#a.md');
    assert.deepEqual([named.status, named.stderr], [2, 'plans/.#a.md: there is no such file (ENOENT)\n']);
  });

  it('is nothing in a folder whose name looks like a glob', async () => {
    write({ 'w[1]/a.md': plan, 'w[1]/{x}/b.md': plan, 'w1/c.md': plan });
    const inFiles = (...files: string[]) => files.map((file) => `${file}:9 invalid-timestamp`);
    const foundBy = async (...args: string[]) => found((await check(...args)).stdout);
    assert.deepEqual(await foundBy('w[1]/*.md'), inFiles('w[1]/a.md'));
    assert.deepEqual(await foundBy('w[1]'), inFiles('w[1]/a.md', 'w[1]/{x}/b.md'));
    assert.deepEqual(await foundBy('./w[1]/{x}/*'), inFiles('w[1]/{x}/b.md'));
    assert.deepEqual(await foundBy(`${folder}/w[1]/**/b.md`), inFiles(`${folder}/w[1]/{x}/b.md`));
    assert.deepEqual(await foundBy('w[0-9]/*.md'), inFiles('w1/c.md'));
    assert.equal((await check('w[1]/gone.md')).stderr, 'w[1]/gone.md: there is no such file (ENOENT)\n');
  });

  it('is standard input that is no UTF-8', async () => {
    const { textOf } = await import('../../cli/machine/text');
    const readInput = async () => textOf(Buffer.from(plan, 'latin1'));
    const { status, stderr } = await call(['check', '-'], { readInput });
    assert.deepEqual([status, stderr.split(' (')[0]], [2, '-: byte 0xE9 is no UTF-8']);
  });
});
