import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import fc from 'fast-check';
import { FormerTexts, type TextStorage } from '../../client/src/front/formerTexts';
import { runs } from '../support/sets';

const limit = 10_000;

/** Files in memory; `isFull` has each write fail. */
class MemoryStorage implements TextStorage {
  readonly files = new Map<string, string>();
  isFull = false;

  async read(name: string): Promise<string | undefined> {
    return this.files.get(name);
  }

  async write(name: string, text: string): Promise<void> {
    if (this.isFull) throw new Error('no space left');
    this.files.set(name, text);
  }

  async delete(name: string): Promise<void> {
    this.files.delete(name);
  }

  get size(): number {
    return [...this.files.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  }
}

describe('the former texts of plan files', () => {
  let storage: MemoryStorage;
  let texts: FormerTexts;
  const restart = async () => {
    texts = new FormerTexts(storage, limit);
    return texts.load();
  };
  beforeEach(async () => {
    storage = new MemoryStorage();
    await restart();
  });

  it('survive a restart, and a text that nobody needs is deleted', async () => {
    texts.put('file:///a.md', 'one', 1);
    await texts.save();
    texts.put('file:///a.md', 'two', 2);
    texts.view('file:///a.md', 'h0000000000000000');
    await texts.save();
    assert.equal(await restart(), true);
    assert.equal(await texts.text('file:///a.md'), 'two');
    assert.equal(texts.get('file:///a.md')?.viewed, 'h0000000000000000');
    assert.equal(storage.files.size, 2);
  });

  it('are told from none: of the first time nothing is known', async () => {
    assert.equal(await restart(), false);
    assert.equal(await texts.text('file:///a.md'), undefined);
  });

  it('are kept once where two files hold the same', async () => {
    texts.put('file:///a.md', 'same', 1);
    texts.put('file:///b.md', 'same', 2);
    await texts.save();
    texts.put('file:///a.md', 'other', 3);
    await texts.save();
    await restart();
    assert.equal(await texts.text('file:///b.md'), 'same');
  });

  it('go with their file to another name', async () => {
    texts.put('file:///a.md', 'one', 1);
    texts.rename('file:///a.md', 'file:///b.md');
    assert.equal(await texts.text('file:///b.md'), 'one');
    assert.equal(texts.get('file:///a.md'), undefined);
  });

  it('stay below the limit: the oldest goes, and what was seen stays known by name', async () => {
    for (const [i, letter] of ['a', 'b', 'c', 'd'].entries()) texts.put(`file:///${letter}.md`, letter.repeat(3000), i);
    assert.equal(await texts.text('file:///a.md'), undefined);
    assert.ok(texts.get('file:///a.md'));
    assert.equal(await texts.text('file:///d.md'), 'd'.repeat(3000));
  });

  it('never take more room than they may, whatever is put', async () => {
    const put = fc.record({ uri: fc.nat(30), length: fc.nat(9000), letter: fc.constantFrom('a', 'ö', '計') });
    await fc.assert(
      fc.asyncProperty(fc.array(put, { maxLength: 30 }), async (puts) => {
        storage = new MemoryStorage();
        await restart();
        for (const [i, { uri, length, letter }] of puts.entries()) {
          texts.put(`file:///${uri}.md`, letter.repeat(length), i);
          if (i % 3 === 0) await texts.save();
        }
        await texts.save();
        assert.ok(storage.size <= limit, `${storage.size}`);
      }),
      { numRuns: runs(200) },
    );
  });

  it('stay in memory where the storage is full, and are written once there is room', async () => {
    storage.isFull = true;
    texts.put('file:///a.md', 'one', 1);
    await assert.rejects(texts.save());
    assert.equal(await texts.text('file:///a.md'), 'one');
    storage.isFull = false;
    await texts.save();
    await restart();
    assert.equal(await texts.text('file:///a.md'), 'one');
  });

  it('are as if they were not there where the storage holds something else', async () => {
    for (const index of ['', '[', 'null', '{"file:///a.md":{"identity":"../x","seen":1,"size":1,"viewed":""}}']) {
      storage.files.set('index.json', index);
      await restart();
      assert.equal(texts.get('file:///a.md'), undefined);
    }
    texts.put('file:///a.md', 'one', 1);
    await texts.save();
    for (const name of storage.files.keys()) if (name.endsWith('.md')) storage.files.set(name, 'damaged');
    await restart();
    assert.equal(await texts.text('file:///a.md'), undefined);
  });
});
