import assert from 'node:assert/strict';
import { linkSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { WritableDisk } from '../../../files/writing/disk';
import { refusalOfUpdate, type Scratch, scratch } from '../../support/writing';

const before = 'one\n'.repeat(1000);
const longer = () => 'two\n'.repeat(2000);

describe('a disk that fills', () => {
  let here: Scratch;
  let path: string;
  beforeEach(() => {
    here = scratch();
    path = here.at('PLANS.md');
    writeFileSync(path, before);
  });
  afterEach(() => here.remove());

  /** Takes so many bytes in all: of what goes beyond, what still fits; and then says nothing, or that it is full. */
  const filling = (room: number, says: 'nothing' | 'full', over: Partial<WritableDisk> = {}): WritableDisk => ({
    ...here.disk,
    ...over,
    write: (descriptor, bytes, position) => {
      const fits = Math.min(bytes.length, room);
      if (fits === 0 && bytes.length > 0 && says === 'full') throw Object.assign(new Error('full'), { code: 'ENOSPC' });
      room -= fits;
      return fits === 0 ? 0 : here.disk.write(descriptor, bytes.subarray(0, fits), position);
    },
  });
  const isAsBefore = () => {
    assert.equal(readFileSync(path, 'utf8'), before);
    assert.deepEqual(
      here.names().filter((name) => name !== 'other.md'),
      ['PLANS.md'],
    );
    assert.deepEqual(here.state('copies'), []);
  };

  it('is told, and the file is as it was, however few bytes fit', async () => {
    for (const says of ['nothing', 'full'] as const)
      for (const room of [0, 1, 4000, 7999]) {
        const refusal = await refusalOfUpdate(filling(room, says), path, here.repository, longer);
        assert.equal(refusal, 'the disk is full; it was left as it was.');
        isAsBefore();
      }
  });

  it('is told by the size alone, where the system claims to have written all', async () => {
    const lying: WritableDisk = {
      ...here.disk,
      write: (descriptor, bytes, position) => {
        here.disk.write(descriptor, bytes.subarray(0, 100), position);
        return bytes.length;
      },
    };
    assert.equal(
      await refusalOfUpdate(lying, path, here.repository, longer),
      'the disk is full; it was left as it was.',
    );
    isAsBefore();
  });

  it('is told when it fills while a file is written in place, or its copy', async () => {
    linkSync(path, here.at('other.md'));
    // The copy takes 4,000 and 8,000 bytes and a path; the file 4,000 more.
    for (const room of [0, 3999, 4001, 12_000, 12_000 + path.length + 1, 12_000 + path.length + 2000]) {
      const refusal = await refusalOfUpdate(filling(room, 'full'), path, here.repository, longer);
      assert.equal(refusal, 'the disk is full; it was left as it was.');
      isAsBefore();
    }
  });

  it('keeps the copy, and offers it, where not even the old text can be written again', async () => {
    linkSync(path, here.at('other.md'));
    // Beyond the first bytes of the file nothing is taken.
    const failing = filling(12_000 + path.length + 1 + 4000 + 10, 'full');
    const refusal = await refusalOfUpdate(failing, path, here.repository, longer);
    assert.match(refusal, /^the disk is full, and it is damaged now: its text is kept in /);
    const [name = ''] = here.state('copies');
    const folder = join(here.disk.stateFolder, 'copies', name);
    assert.equal(readFileSync(join(folder, 'before-PLANS.md'), 'utf8'), before);
    assert.equal(readFileSync(join(folder, 'after-PLANS.md'), 'utf8'), longer());
    const again = await refusalOfUpdate(here.disk, path, here.repository, longer);
    assert.match(again, /^an earlier writing of it was interrupted/);
    assert.ok(again.includes(join(folder, 'before-PLANS.md')));
    writeFileSync(path, before);
    const { updateFile } = await import('../../../files/writing/update');
    await updateFile(here.disk, path, here.repository, longer);
    assert.deepEqual([here.state('copies'), readFileSync(path, 'utf8')], [[], longer()]);
  });

  it('drops what an earlier process began to copy, and what bears the end mark', async () => {
    const { updateFile } = await import('../../../files/writing/update');
    const folder = join(here.disk.stateFolder, 'copies', here.disk.hash(path));
    for (const marked of [`${folder}.begun.x`, `${folder}.ended.x`]) {
      mkdirSync(marked, { recursive: true });
      writeFileSync(join(marked, 'before-PLANS.md'), 'something else');
    }
    await updateFile(here.disk, path, here.repository, longer);
    assert.deepEqual(readdirSync(join(here.disk.stateFolder, 'copies')), []);
  });
});
