import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { version } from '../../package.json';
import { commandLine } from '../support/bundles';

describe('the command line keeps what V8 compiled', () => {
  let folder: string;
  const code = () => join(folder, 'cache', 'execplan', 'code');
  const kept = () => readdirSync(code()).filter((name) => name.endsWith('.bin'));
  const runIn = (XDG_CACHE_HOME: string, ...args: string[]) => {
    const env = { ...process.env, XDG_CACHE_HOME };
    const how = { encoding: 'utf8', env, timeout: 30_000 } as const;
    const { status, stdout, stderr } = spawnSync(process.execPath, [commandLine, ...args], how);
    return { status, stdout, stderr };
  };
  const run = (...args: string[]) => runIn(join(folder, 'cache'), ...args);
  const version0 = { status: 0, stdout: `${version}\n`, stderr: '' };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'execplan-code-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('in a file for each command, which the next run takes as it is', () => {
    for (const _ of [1, 2]) assert.deepEqual(run('--version'), version0);
    const [name, ...others] = kept() as [string];
    assert.deepEqual(others, []);
    const path = join(code(), name);
    const { ino } = statSync(path);
    run('--version');
    assert.equal(statSync(path).ino, ino);
    assert.equal(run('list', folder).status, 0);
    assert.equal(kept().length, 2);
  });

  it('and another for what the MCP server loads besides', () => {
    const serve = () => {
      const env = { ...process.env, XDG_CACHE_HOME: join(folder, 'cache') };
      const ask = { jsonrpc: '2.0', id: 1, method: 'ping' };
      const how = { encoding: 'utf8', env, input: `${JSON.stringify(ask)}\n`, timeout: 30_000 } as const;
      const { stdout, stderr } = spawnSync(process.execPath, [commandLine, 'mcp', '--root', folder], how);
      assert.deepEqual([JSON.parse(stdout).id, stderr], [1, '']);
    };
    const inodes = () => kept().map((name) => [name, statSync(join(code(), name)).ino]);
    serve();
    assert.deepEqual(
      kept()
        .map((name) => name.split('-').slice(0, 2))
        .sort(),
      [
        ['commands', 'mcp'],
        ['mcp', ''],
      ],
    );
    // Taken as they are, by the flags that the server sets for its heap, too.
    const before = inodes();
    serve();
    assert.deepEqual(inodes(), before);
  });

  it('and makes it anew where it is damaged', () => {
    run('--version');
    const path = join(code(), kept()[0] as string);
    const whole = readFileSync(path);
    writeFileSync(path, whole.subarray(0, whole.length / 2));
    assert.deepEqual(run('--version'), version0);
    assert.ok(statSync(path).size > whole.length / 2);
    writeFileSync(path, '');
    assert.deepEqual(run('--version'), version0);
  });

  it('and does without where there is no place for it', () => {
    mkdirSync(dirname(code()), { recursive: true });
    writeFileSync(code(), 'a file');
    assert.deepEqual(run('--version'), version0);
  });

  it('and ends where no folder can be made', () => {
    for (const nowhere of ['/dev/null', '/proc/none'])
      assert.deepEqual(runIn(nowhere, 'check', folder), run('check', folder), nowhere);
  });

  it('of the last twelve uses alone', () => {
    for (let i = 0; i < 14; i++) run(`no-such-${String.fromCharCode(97 + i)}`);
    assert.equal(kept().length, 12);
  });
});
