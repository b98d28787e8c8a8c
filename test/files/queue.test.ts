import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Queue, Turns } from '../../files/queue';

/** Work that ends when the test says so. */
function held() {
  const ends = new Map<string, () => void>();
  const seen: string[] = [];
  let most = 0;
  const work = (key: string) => {
    seen.push(key);
    return new Promise<void>((resolve) => {
      ends.set(key, () => {
        ends.delete(key);
        resolve();
      });
      most = Math.max(most, ends.size);
    });
  };
  const end = async (key: string) => {
    ends.get(key)?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { work, end, seen, running: () => [...ends.keys()], most: () => most };
}

describe('the queue of files to look at', () => {
  it('works on a bounded number at a time, in the order of their coming', async () => {
    const { work, end, seen, running } = held();
    const queue = new Queue(work, 2);
    queue.add('a', 'b', 'c', 'd');
    assert.deepEqual(running(), ['a', 'b']);
    await end('b');
    assert.deepEqual(running(), ['a', 'c']);
    await end('a');
    await end('c');
    await end('d');
    assert.deepEqual(seen, ['a', 'b', 'c', 'd']);
  });

  it('takes hundreds of events of a file that waits for one', async () => {
    const { work, end, seen } = held();
    const queue = new Queue(work, 1);
    queue.add('a');
    for (let i = 0; i < 300; i++) queue.add('b');
    await end('a');
    await end('b');
    assert.deepEqual(seen, ['a', 'b']);
  });

  it('works once more on what comes again meanwhile, never twice at a time', async () => {
    const { work, end, seen, running } = held();
    const queue = new Queue(work, 4);
    queue.add('a');
    queue.add('a');
    queue.add('a');
    assert.deepEqual(running(), ['a']);
    await end('a');
    assert.deepEqual(running(), ['a']);
    await end('a');
    assert.deepEqual(seen, ['a', 'a']);
  });

  it('says when it is idle, also after work that failed, and when it was cleared', async () => {
    const { work, end } = held();
    const queue = new Queue(work, 1);
    await queue.idle();
    queue.add('a', 'b');
    let idle = false;
    const waited = queue.idle().then(() => {
      idle = true;
    });
    queue.clear();
    assert.equal(idle, false);
    await end('a');
    await waited;
    assert.equal(idle, true);
  });
});

describe('turns', () => {
  it('are taken by a bounded number at a time, also after one has failed', async () => {
    const { work, end, running } = held();
    const turns = new Turns(2);
    const first = turns.run(() => work('a').then(() => Promise.reject(new Error('a'))));
    const others = ['b', 'c', 'd'].map((key) => turns.run(() => work(key)));
    assert.deepEqual(running(), ['a', 'b']);
    await Promise.all([assert.rejects(first, /a/), end('a')]);
    assert.deepEqual(running(), ['b', 'c']);
    for (const key of ['b', 'c', 'd']) await end(key);
    await Promise.all(others);
  });
});
