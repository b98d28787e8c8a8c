import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { isRunning, owner } from '../../../cli/machine/processes';
import { withLock } from '../../../files/writing/lock';
import { stateFolder } from '../../../node/userFolders';
import { type Scratch, scratch } from '../../support/writing';

const isLinux = process.platform === 'linux';
const [host] = owner.get().split('-') as [string];

describe('withLock', () => {
  let here: Scratch;
  beforeEach(() => {
    here = scratch();
  });
  afterEach(() => here.remove());
  const claim = (name: string) => {
    const path = join(here.disk.stateFolder, 'locks', name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, '');
  };

  it('lets one at a time in for each key', async () => {
    let inside = 0;
    let most = 0;
    const visit = (key: string) =>
      withLock(here.disk, key, async () => {
        most = Math.max(most, ++inside);
        await here.disk.pause(3);
        inside--;
      });
    await Promise.all(Array.from({ length: 8 }, () => visit('a')));
    assert.equal(most, 1);
    await Promise.all([visit('a'), visit('b')]);
    assert.equal(most, 2);
    assert.deepEqual(here.state('locks'), []);
  });

  it('is let go when what was run fails', async () => {
    await assert.rejects(
      withLock(here.disk, 'a', async () => {
        throw new Error('no');
      }),
      /no/,
    );
    assert.deepEqual(here.state('locks'), []);
  });

  it('takes over from a process that has died, and from another one that got its number', {
    skip: !isLinux,
  }, async () => {
    const { pid } = spawnSync('true');
    claim(`a.${host}-${pid}-12345.x`);
    claim(`a.${host}-${process.pid}-1.x`);
    claim('b.another-1-1.x');
    await withLock(here.disk, 'a', async () => {
      assert.equal(here.state('locks').filter((name) => name.startsWith('a.')).length, 1);
    });
    assert.deepEqual(here.state('locks'), ['b.another-1-1.x']);
  });

  it('waits for one that lives, and says at last who it is', async () => {
    const name = `a.${owner}.x`;
    claim(name);
    let passed = 0;
    const hasty = {
      ...here.disk,
      elapsed: () => passed,
      pause: async () => {
        passed += 1000;
      },
    };
    await assert.rejects(
      withLock(hasty, 'a', async () => {}),
      ({ message }: Error) => message.startsWith('another execplan has been writing it') && message.includes(name),
    );
    assert.deepEqual(here.state('locks'), [name]);
    rmSync(join(here.disk.stateFolder, 'locks', name));
    await withLock(hasty, 'a', async () => {});
  });

  it('says what to do where no lock can be taken', async () => {
    writeFileSync(here.disk.stateFolder, '');
    await assert.rejects(
      withLock(here.disk, 'a', async () => {}),
      /^Error: no lock can be taken in .* Set XDG_STATE_HOME/,
    );
  });

  it('lies in a folder of this user alone', { skip: process.platform === 'win32' }, async () => {
    await withLock(here.disk, 'a', async () => {
      assert.equal(statSync(here.disk.stateFolder).mode & 0o777, 0o700);
    });
  });
});

describe('isRunning', () => {
  it('tells a process by its number and its start', async () => {
    assert.ok(isRunning(owner.get(), Date.now()));
    const child = spawn('sleep', ['9']);
    const name = `${host}-${child.pid}-0`;
    assert.ok(isRunning(name, Date.now()), 'without a start time, for a minute');
    assert.ok(!isRunning(name, Date.now() - 61_000));
    child.kill('SIGKILL');
    await new Promise((resolve) => child.on('exit', resolve));
    assert.ok(!isRunning(name, Date.now()));
  });

  it('believes another host for a minute', () => {
    assert.ok(isRunning('elsewhere-1-1', Date.now()));
    assert.ok(!isRunning('elsewhere-1-1', Date.now() - 61_000));
  });
});

describe('stateFolder', () => {
  it('lies where the system wants it', () => {
    const home = join('/', 'home', 'ada');
    assert.equal(stateFolder({ XDG_STATE_HOME: join('/', 'x') }, 'linux', home), join('/', 'x', 'execplan'));
    assert.equal(stateFolder({}, 'linux', home), join(home, '.local', 'state', 'execplan'));
    assert.equal(stateFolder({ XDG_STATE_HOME: 'state' }, 'linux', home), join(home, '.local', 'state', 'execplan'));
    assert.equal(stateFolder({}, 'darwin', home), join(home, 'Library', 'Application Support', 'execplan'));
    assert.equal(stateFolder({ LOCALAPPDATA: join('/', 'l') }, 'win32', home), join('/', 'l', 'execplan'));
  });
});
