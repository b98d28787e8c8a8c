import assert from 'node:assert/strict';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { machine } from '../../cli/machine/nodeMachine';
import { cacheFolder } from '../../node/cacheFolder';
import { userCacheFolder } from '../../node/userFolders';
import { callCommandLine } from '../support/callCommandLine';

const plan = `# Serve thumbnails from a cache

This ExecPlan is a living document, kept by the rules of [PLANS.md](PLANS.md).

## Purpose / Big Picture

Pages load at once.

## Progress

- [x] Add the cache table
- [ ] Fill it on the first request

## Surprises & Discoveries

None yet.

## Decision Log

None yet.

## Outcomes & Retrospective

None yet.
`;

describe('check remembers what it found', () => {
  let folder: string;
  let read = 0;
  const path = () => join(folder, 'plan.md');
  const cache = () => join(folder, 'cache');
  /** What a check prints, and whether it looked at the plan anew: a rule that asks for files does so then alone. */
  const check = async (other: Partial<typeof machine> = {}, ...args: string[]) => {
    read = 0;
    const { stdout, stderr } = await callCommandLine(
      ['check', '--format', 'json', '--profile', 'cookbook', '--cache-dir', cache(), ...args, path()],
      { cacheIn: (place) => counted(cacheFolder(place as string, join(folder, 'key'))), ...other },
    );
    assert.equal(stderr, '');
    return { stdout, isAnew: read > 0 };
  };
  const counted = (own: ReturnType<typeof cacheFolder>) => ({
    ...own,
    write: (name: string, text: string) => {
      read++;
      own.write(name, text);
    },
  });
  /** The same without a cache. */
  const afresh = async (other: Partial<typeof machine> = {}, ...args: string[]) =>
    (
      await callCommandLine(
        ['check', '--format', 'json', '--profile', 'cookbook', '--no-cache', ...args, path()],
        other,
      )
    ).stdout;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'execplan-cache-'));
    mkdirSync(join(folder, '.git'));
    writeFileSync(join(folder, 'PLANS.md'), '# Rules\n');
    writeFileSync(path(), plan);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('and prints the same, to the byte', async () => {
    const first = await check();
    const second = await check();
    assert.deepEqual([first.isAnew, second.isAnew], [true, false]);
    assert.equal(second.stdout, first.stdout);
    assert.equal(second.stdout, await afresh());
    assert.match(first.stdout, /done-without-timestamp/);
  });

  it('until a linked file is deleted, and when it is back', async () => {
    await check();
    rmSync(join(folder, 'PLANS.md'));
    const without = await check();
    assert.match(without.stdout, /broken-link/);
    assert.equal(without.stdout, await afresh());
    writeFileSync(join(folder, 'PLANS.md'), '# Rules\n');
    assert.doesNotMatch((await check()).stdout, /broken-link/);
  });

  it('until a deliverable is made', async () => {
    const milestone = '\n## Milestone 1: The table\n\nDeliverables:\n\n- Code: `src/table.py`\n';
    writeFileSync(path(), plan.replace('- [x] Add', '- [x] M1: Add') + milestone);
    assert.match((await check()).stdout, /missing-deliverable/);
    mkdirSync(join(folder, 'src'));
    writeFileSync(join(folder, 'src/table.py'), '');
    const after = await check();
    assert.doesNotMatch(after.stdout, /missing-deliverable/);
    assert.equal(after.stdout, await afresh());
  });

  it('until the clock overtakes a stamp, or goes back', async () => {
    writeFileSync(path(), plan.replace('- [x] Add', '- [x] (2026-02-09 11:19Z) Add'));
    const at = (text: string) => ({ now: () => Date.parse(text) });
    const early = await check(at('2026-02-09T09:00Z'));
    assert.match(early.stdout, /future-timestamp/);
    assert.equal((await check(at('2026-02-09T09:01Z'))).isAnew, false);
    const late = await check(at('2026-02-09T12:00Z'));
    assert.doesNotMatch(late.stdout, /future-timestamp/);
    assert.equal(late.stdout, await afresh(at('2026-02-09T12:00Z')));
    assert.match((await check(at('2026-02-09T09:00Z'))).stdout, /future-timestamp/);
  });

  it('until another zone counts, or another program checks', async () => {
    await check({ build: () => 'one, UTC' });
    assert.equal((await check({ build: () => 'one, UTC' })).isAnew, false);
    assert.equal((await check({ build: () => 'one, Asia/Seoul' })).isAnew, true);
  });

  it('until a rule has another option', async () => {
    await check();
    writeFileSync(join(folder, 'execplan.config.json'), '{ "rules": { "done-without-timestamp": "off" } }');
    const without = await check();
    assert.doesNotMatch(without.stdout, /done-without-timestamp/);
    assert.equal(without.stdout, await afresh());
    const recommended = await check({}, '--profile', 'minimal');
    assert.equal(recommended.stdout, await afresh({}, '--profile', 'minimal'));
  });

  it('until another text has the same size and time', async () => {
    await check();
    const { atime, mtime } = statSync(path());
    writeFileSync(path(), plan.replace('- [x] Add the cache table', '- [ ] Add the cache table'));
    utimesSync(path(), atime, mtime);
    const after = await check();
    assert.doesNotMatch(after.stdout, /done-without-timestamp/);
    assert.equal(after.stdout, await afresh());
  });

  it('and takes what is damaged, or was not written by this user, for missing', async () => {
    const { stdout } = await check();
    const bucket = join(cache(), readdirSync(cache())[0] as string);
    const whole = readFileSync(bucket, 'utf8');
    const forged = whole.replace('done-without-timestamp', 'nothing-is-wrong-here');
    assert.notEqual(forged, whole);
    for (const text of ['', '\n', whole.slice(0, -1), `x${whole}`, forged, forged.slice(forged.indexOf('\n'))]) {
      writeFileSync(bucket, text);
      assert.deepEqual(await check(), { stdout, isAnew: true });
    }
    writeFileSync(bucket, whole);
    assert.equal((await check()).isAnew, false);
    // What a repository brings along is sealed with somebody else's key, if at all.
    writeFileSync(join(folder, 'key/key'), Buffer.alloc(32));
    assert.deepEqual(await check(), { stdout, isAnew: true });
  });

  it('and writes nothing else, and nothing with --no-cache', async () => {
    await check();
    assert.ok(readdirSync(cache()).every((name) => /^checks-\d+$/.test(name)));
    rmSync(cache(), { recursive: true });
    await check({}, '--no-cache');
    assert.throws(() => readdirSync(cache()), { code: 'ENOENT' });
  });

  it('where the folder cannot be written, too', async () => {
    writeFileSync(cache(), 'a file');
    assert.equal((await check()).stdout, await afresh());
  });

  it('in the folder for what can be made again', () => {
    assert.equal(userCacheFolder({ XDG_CACHE_HOME: join('/', 'x') }, 'linux', '/home/ada'), join('/', 'x', 'execplan'));
    assert.equal(
      userCacheFolder({}, 'linux', join('/', 'home', 'ada')),
      join('/', 'home', 'ada', '.cache', 'execplan'),
    );
    assert.equal(
      userCacheFolder({ XDG_CACHE_HOME: 'c' }, 'linux', join('/', 'ada')),
      join('/', 'ada', '.cache', 'execplan'),
    );
    assert.match(userCacheFolder({}, 'darwin', join('/', 'ada')), /Caches/);
    assert.equal(userCacheFolder({ LOCALAPPDATA: 'C:\\L' }, 'win32', 'C:\\ada'), join('C:\\L', 'execplan'));
  });
});
