import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  chmodSync,
  chownSync,
  closeSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { updateFile } from '../../../files/writing/update';
import { refusalOfUpdate, type Scratch, scratch } from '../../support/writing';

const isRoot = process.getuid?.() === 0;
const isLinux = process.platform === 'linux';
/** A file that nobody has touched for a while. */
function write(path: string, content: string | Uint8Array): void {
  writeFileSync(path, content);
  utimesSync(path, 1_700_000_000, 1_700_000_000);
}
const upper = (text: string) => text.replace('one', 'ONE');

describe('updateFile', () => {
  let here: Scratch;
  let path: string;
  beforeEach(() => {
    here = scratch();
    path = here.at('PLANS.md');
  });
  afterEach(() => here.remove());
  const update = (change = upper, disk = here.disk) => updateFile(disk, path, here.repository, change);
  const refused = (disk = here.disk, change = upper) => refusalOfUpdate(disk, path, here.repository, change);
  const bytes = () => readFileSync(path);

  it('keeps byte order mark, line ends and mode, and leaves nothing behind', async () => {
    write(path, '\uFEFFone\r\ntwo\rthree');
    chmodSync(path, 0o640);
    assert.deepEqual(await update(), { text: 'ONE\r\ntwo\rthree', isWritten: true });
    assert.deepEqual([bytes().toString(), statSync(path).mode & 0o7777], ['\uFEFFONE\r\ntwo\rthree', 0o640]);
    assert.deepEqual([here.names(), here.state('locks'), here.state('copies')], [['PLANS.md'], [], []]);
  });

  it('writes nothing where there is nothing to change', async () => {
    write(path, 'two\n');
    const { ino } = statSync(path);
    assert.deepEqual(await update(), { text: 'two\n', isWritten: false });
    assert.deepEqual([statSync(path).ino, statSync(path).mtimeMs], [ino, 1_700_000_000_000]);
  });

  it('refuses what is not UTF-8, and says where', async () => {
    const cases: [number[] | Buffer, RegExp][] = [
      [Buffer.from('two\none caf\xe9 x', 'latin1'), /^byte 0xE9 is no UTF-8 \(byte 11, line 2, column 8\)/],
      [
        [0x6f, 0x6e, 0x65, 0xed, 0xa0, 0x80],
        /^the bytes 0xED 0xA0 0x80 are half of a surrogate pair.*\(byte 3, line 1, column 4\)/,
      ],
      [Buffer.from('\uFEFFone', 'utf16le'), /^the text is UTF-16 LE \(byte 0, line 1, column 1\)/],
      [Buffer.from('one two', 'utf16le'), /^the text is UTF-16 LE without a byte order mark/],
    ];
    for (const [content, expected] of cases) {
      write(path, Uint8Array.from(content));
      assert.match(await refused(), expected);
      assert.deepEqual([...bytes()], [...content]);
    }
  });

  it('refuses a new text that UTF-8 cannot say', async () => {
    write(path, 'one\n');
    assert.match(await refused(here.disk, () => 'half \uD800'), /surrogate/);
    assert.equal(bytes().toString(), 'one\n');
  });

  it('refuses a read-only file, also to root', async () => {
    write(path, 'one\n');
    chmodSync(path, 0o444);
    assert.match(await refused(), /^it is read-only/);
    assert.equal(bytes().toString(), 'one\n');
  });

  it('keeps the owner', { skip: !isRoot }, async () => {
    write(path, 'one\n');
    chownSync(path, 65534, 65534);
    await update();
    assert.deepEqual([statSync(path).uid, statSync(path).gid], [65534, 65534]);
  });

  it('writes in place what belongs to somebody else, if it may be written at all', { skip: !isRoot }, async () => {
    write(path, 'one\n');
    chownSync(path, 65534, 65534);
    const { ino } = statSync(path);
    const setOwner = () => {
      throw Object.assign(new Error('no'), { code: 'EPERM' });
    };
    await update(upper, { ...here.disk, setOwner });
    assert.deepEqual([bytes().toString(), statSync(path).ino, statSync(path).uid], ['ONE\n', ino, 65534]);
    assert.deepEqual([here.names(), here.state('copies')], [['PLANS.md'], []]);
  });

  it('writes in place what has more than one name', async () => {
    for (const [before, after] of [
      ['one two', 'ONE'],
      ['one', 'ONE two'],
      ['one', 'ONE'],
    ] as const) {
      write(path, before);
      linkSync(path, here.at('other.md'));
      await update(() => after);
      assert.deepEqual([bytes().toString(), readFileSync(here.at('other.md'), 'utf8')], [after, after]);
      rmSync(here.at('other.md'));
    }
    assert.deepEqual(here.state('copies'), []);
  });

  it('follows a link to its file in the repository, and refuses one that leads out', async () => {
    mkdirSync(here.at('deep'));
    write(here.at('deep/real.md'), 'one\n');
    symlinkSync('deep/real.md', path);
    await update();
    assert.equal(readFileSync(here.at('deep/real.md'), 'utf8'), 'ONE\n');
    assert.deepEqual(here.names(), ['PLANS.md', 'deep']);

    write(`${here.repository}-x.md`, 'one\n');
    symlinkSync(`${here.repository}-x.md`, here.at('out.md'));
    symlinkSync('..', here.at('up'));
    for (const name of ['out.md', 'up/repository-x.md']) {
      path = here.at(name);
      assert.match(await refused(), /^it is a link that leads out of/);
    }
    assert.equal(readFileSync(`${here.repository}-x.md`, 'utf8'), 'one\n');
  });

  it('refuses at once what is no file', { skip: !isLinux, timeout: 5000 }, async () => {
    spawnSync('mkfifo', [path]);
    assert.match(await refused(), /^it is a FIFO, a socket or a device/);
    path = here.at('folder.md');
    mkdirSync(path);
    assert.match(await refused(), /^it is a folder/);
    assert.match(await refusalOfUpdate(here.disk, '/dev/null', '/', upper), /^it is a FIFO, a socket or a device/);
  });

  it('reads again what an editor has just emptied to save it, or has written half of', async () => {
    for (const half of ['', 'on']) {
      writeFileSync(path, half);
      const { pause } = here.disk;
      let pauses = 0;
      const saving = {
        ...here.disk,
        pause: (milliseconds: number) => {
          if (pauses++ === 0) write(path, 'one\n');
          return pause(milliseconds);
        },
      };
      assert.deepEqual(await update(upper, saving), { text: 'ONE\n', isWritten: true });
    }
  });

  it('refuses while another program has it open for writing, and not for a reader', { skip: !isLinux }, async () => {
    write(path, 'one\n');
    const hold = async (mode: string) => {
      const child = spawn('sh', ['-c', `exec 3${mode}"$0"; echo open; read x`, path], {
        stdio: ['pipe', 'pipe', 'inherit'],
      });
      await once(child.stdout, 'data');
      return child;
    };
    const writer = await hold('>>');
    assert.match(await refused(), /^another program has it open for writing \(sh, process \d+\)/);
    assert.equal(bytes().toString(), 'one\n');
    writer.kill();
    await once(writer, 'exit');
    const reader = await hold('<');
    await update();
    reader.kill();
    await once(reader, 'exit');
    assert.equal(bytes().toString(), 'ONE\n');
  });

  describe('when another program writes exactly between the comparison and the rename', () => {
    /** Does something right before the first rename of the plan itself. */
    const between = (act: () => void) => {
      let isDone = false;
      const { rename } = here.disk;
      return {
        ...here.disk,
        writersOf: () => [],
        rename: (from: string, to: string) => {
          if (to === path && !isDone) {
            isDone = true;
            act();
          }
          rename(from, to);
        },
      };
    };
    beforeEach(() => write(path, 'one\n'));

    it('keeps what is appended', async () => {
      assert.deepEqual(
        await update(
          upper,
          between(() => appendFileSync(path, 'more\n')),
        ),
        {
          text: 'ONE\nmore\n',
          isWritten: true,
        },
      );
      assert.equal(bytes().toString(), 'ONE\nmore\n');
    });

    it('keeps what is written in place', async () => {
      await update(
        upper,
        between(() => writeFileSync(path, 'two\n')),
      );
      assert.equal(bytes().toString(), 'two\n');
    });

    it('loses a file that is put in its place by a rename: nobody can see that one', async () => {
      const act = () => {
        writeFileSync(here.at('theirs'), 'two\n');
        renameSync(here.at('theirs'), path);
      };
      await update(upper, between(act));
      assert.equal(bytes().toString(), 'ONE\n');
    });

    afterEach(() => assert.deepEqual(here.names(), ['PLANS.md']));
  });

  it('waits for a program that is about to put a file in its place', async () => {
    write(path, 'one\n');
    const { pause, list } = here.disk;
    const theirs = here.at('PLANS.md.tmp');
    let isDone = false;
    const busy = {
      ...here.disk,
      list: (folder: string) => {
        if (folder === here.repository && !isDone) writeFileSync(theirs, 'one and two\n');
        return list(folder);
      },
      pause: (milliseconds: number) => {
        if (!isDone && milliseconds === 2) {
          isDone = true;
          renameSync(theirs, path);
        }
        return pause(milliseconds);
      },
    };
    assert.deepEqual(await update(upper, busy), { text: 'ONE and two\n', isWritten: true });
  });

  it('keeps the lines of one who has it open, seen or not, for 200 ms after and longer', async () => {
    for (const wait of [0, 20, 180]) {
      write(path, 'one\n');
      const open = openSync(path, 'a');
      let isDone = false;
      const { rename } = here.disk;
      // A clock of its own, which each look moves on: on a busy machine a pause may well last until the wait is over.
      let now = 0;
      let replaced = Number.POSITIVE_INFINITY;
      const late = {
        ...here.disk,
        writersOf: () => [],
        elapsed: () => (now += 0.1),
        rename: (from: string, to: string) => {
          rename(from, to);
          if (to === path) replaced = Math.min(replaced, now);
        },
        pause: async (milliseconds: number) => {
          now += milliseconds;
          if (isDone || now - replaced < wait) return;
          isDone = true;
          writeSync(open, 'late\n');
        },
      };
      await update(upper, late);
      assert.ok(isDone);
      closeSync(open);
      assert.equal(bytes().toString(), 'ONE\nlate\n');
    }
    assert.deepEqual(here.names(), ['PLANS.md']);
  });

  it('carries over what is appended to the old file when others have written to the new one', async () => {
    write(path, 'one\n');
    const open = openSync(path, 'a');
    let pauses = 0;
    const { pause } = here.disk;
    const late = {
      ...here.disk,
      writersOf: () => [],
      pause: (milliseconds: number) => {
        if (milliseconds === 4 && pauses++ === 3) {
          appendFileSync(path, 'to the new\n');
          writeSync(open, 'to the old\n');
        }
        return pause(milliseconds);
      },
    };
    await update(upper, late);
    closeSync(open);
    assert.equal(bytes().toString(), 'ONE\nto the new\nto the old\n');
  });

  it('knows its own change in what others have written behind its last attempt', async () => {
    write(path, 'one\n');
    const calls: boolean[] = [];
    let isDone = false;
    const { pause } = here.disk;
    const late = {
      ...here.disk,
      pause: (milliseconds: number) => {
        if (milliseconds === 4 && !isDone) {
          isDone = true;
          appendFileSync(path, 'behind the last\n');
        }
        return pause(milliseconds);
      },
    };
    const change = (text: string, wasWritten: boolean) => {
      calls.push(wasWritten);
      if (calls.length < 4) appendFileSync(path, 'meanwhile\n');
      return text.replace('one', 'ONE');
    };
    const { text, isWritten } = await updateFile(late, path, here.repository, change);
    assert.deepEqual([text, isWritten], [`ONE\n${'meanwhile\n'.repeat(3)}behind the last\n`, true]);
    assert.deepEqual(calls, [false, false, false, false, true]);
  });

  it('gives up, and says so, where another program never rests', async () => {
    let writes = 0;
    const restless = () => {
      write(path, `one ${++writes}\n`);
      return 'ours\n';
    };
    write(path, 'one\n');
    assert.match(await refused(here.disk, restless), /^another program goes on changing it/);
    assert.equal(bytes().toString(), `one ${writes}\n`);
    assert.deepEqual(here.names(), ['PLANS.md']);
  });
});
