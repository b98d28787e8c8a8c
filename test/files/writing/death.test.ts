import assert from 'node:assert/strict';
import { linkSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { WritableDisk } from '../../../files/writing/disk';
import { interrupted, updateFile } from '../../../files/writing/update';
import { slowIt } from '../../support/sets';
import { refusalOfUpdate, type Scratch, scratch } from '../../support/writing';

const before = 'one\n'.repeat(500);
const after = 'two\n'.repeat(400);
const longer = 'two\n'.repeat(600);

describe('a process that dies while it writes', () => {
  let here: Scratch;
  let path: string;
  beforeEach(() => {
    here = scratch();
    path = here.at('PLANS.md');
  });
  afterEach(() => here.remove());

  /** A disk of a process that dies at its nth step; half of what it was writing is written. */
  const dying = (step: number): WritableDisk => {
    let left = step;
    let time = 0;
    // Its time passes by what it does, so that it comes to its end in some hundred steps.
    const ours = {
      ...next(),
      elapsed: () => {
        time += 0.05;
        return time;
      },
      pause: async (milliseconds: number) => {
        time += milliseconds * 5;
      },
    };
    const die = () => {
      throw new Error('it has died');
    };
    const mortal = Object.entries(ours).map(([name, act]) => [
      name,
      typeof act !== 'function' || ['elapsed', 'now', 'isSame', 'join', 'split', 'hash', 'unique'].includes(name)
        ? act
        : (...args: unknown[]) => {
            if (--left > 0) return (act as (...each: unknown[]) => unknown)(...args);
            if (left === 0 && name === 'write') {
              const [descriptor, bytes, position] = args as Parameters<WritableDisk['write']>;
              here.disk.write(descriptor, bytes.subarray(0, bytes.length >> 1), position);
            }
            return die();
          },
    ]);
    return { ...(Object.fromEntries(mortal) as unknown as WritableDisk), owner: 'dead-1-1' };
  };
  /** For whoever comes next that process has died. */
  const next = (): WritableDisk => ({
    ...here.disk,
    isRunning: (owner, since) => owner !== 'dead-1-1' && here.disk.isRunning(owner, since),
    // Nobody else is here, and it takes its time to find that out.
    writersOf: () => [],
  });

  const dieAtEachStep = async (text: string, check: (present: string, step: number) => Promise<void>) => {
    for (let step = 1; ; step++) {
      try {
        await updateFile(dying(step), path, here.repository, () => text);
        // It came to its end before.
        return step;
      } catch (error) {
        assert.equal((error as Error).message, 'it has died');
      }
      await check(readFileSync(path, 'utf8'), step);
    }
  };

  slowIt(
    'leaves the old or the new text where it replaces the file, and nothing beside it once another one has written',
    async () => {
      const reset = () => {
        writeFileSync(path, before);
        utimesSync(path, 1_700_000_000, 1_700_000_000);
      };
      reset();
      const steps = await dieAtEachStep(after, async (present, step) => {
        assert.ok(present === before || present === after, `step ${step}`);
        await updateFile(next(), path, here.repository, () => 'three\n');
        assert.deepEqual(
          [readFileSync(path, 'utf8'), here.names(), here.state('locks')],
          ['three\n', ['PLANS.md'], []],
        );
        reset();
      });
      assert.ok(steps > 50);
    },
  );

  slowIt('leaves the old or the new text where it writes in place, or offers both', async () => {
    for (const text of [after, longer]) {
      let torn = 0;
      const reset = () => {
        writeFileSync(path, before);
        utimesSync(path, 1_700_000_000, 1_700_000_000);
      };
      reset();
      linkSync(path, here.at('other.md'));
      await dieAtEachStep(text, async (present, step) => {
        const offer = await interrupted(next(), path);
        if (offer === undefined) assert.ok(present === before || present === text, `step ${step}`);
        else {
          torn++;
          const folder = join(here.disk.stateFolder, 'copies', here.disk.hash(path));
          assert.ok(offer.includes(folder));
          assert.equal(readFileSync(join(folder, 'before-PLANS.md'), 'utf8'), before);
          assert.equal(readFileSync(join(folder, 'after-PLANS.md'), 'utf8'), text);
          assert.equal(await refusalOfUpdate(next(), path, here.repository, () => 'three\n'), offer);
          rmSync(folder, { recursive: true });
        }
        await updateFile(next(), path, here.repository, () => 'three\n');
        assert.deepEqual([here.state('copies'), here.names()], [[], ['PLANS.md', 'other.md']]);
        assert.equal(readFileSync(here.at('other.md'), 'utf8'), 'three\n');
        reset();
      });
      assert.ok(torn > 0);
      rmSync(here.at('other.md'));
    }
  });

  it('leaves what another program wrote to the old file, and the next one says so', async () => {
    let isKept = false;
    for (let step = 1; !isKept; step++) {
      writeFileSync(path, before);
      utimesSync(path, 1_700_000_000, 1_700_000_000);
      await assert.rejects(
        updateFile(dying(step), path, here.repository, () => after),
        /it has died/,
      );
      const old = here.names().find((name) => name.endsWith('.old'));
      isKept = readFileSync(path, 'utf8') === after && old !== undefined;
      if (!old || !isKept) continue;
      writeFileSync(here.at(old), `${before}late\n`);
      const refusal = await refusalOfUpdate(next(), path, here.repository, () => 'three\n');
      assert.match(refusal, /^another program wrote to it while it was being replaced/);
      assert.ok(refusal.includes(here.at(old)));
      assert.deepEqual([readFileSync(path, 'utf8'), here.names()], [after, [old, 'PLANS.md']]);
    }
  });
});
