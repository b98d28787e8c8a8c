import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { LateWrites } from '../../cli/plans/lateWrites';

/** A writing that a test brings into its place and to its end. */
function writing() {
  const calls: string[] = [];
  let onInPlace = () => {};
  let end = (_: Error | undefined) => {};
  const write = (tell: () => void) => {
    calls.push('begun');
    onInPlace = tell;
    return new Promise<void>((resolve, reject) => {
      end = (error) => (error ? reject(error) : resolve());
    });
  };
  return { calls, write, onInPlace: () => onInPlace(), end: (error?: Error) => end(error) };
}
const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('LateWrites', () => {
  it('answers when the text is in place; the next writing of the file waits for the end, that of another does not', async () => {
    const late = new LateWrites();
    const [first, second, other] = [writing(), writing(), writing()];
    const answered = late.begin('/a.md', first.write);
    first.onInPlace();
    await answered;
    const next = late.begin('/a.md', second.write);
    const beside = late.begin('/b.md', other.write);
    await turn();
    assert.deepEqual([second.calls, other.calls], [[], ['begun']]);
    first.end();
    await turn();
    assert.deepEqual(second.calls, ['begun']);
    second.end();
    other.end();
    await Promise.all([next, beside]);
  });

  it('rejects as the writing does before its text is in place, and keeps nothing of it', async () => {
    const late = new LateWrites();
    const first = writing();
    const answered = late.begin('/a.md', first.write);
    first.end(new Error('the disk is full'));
    await assert.rejects(answered, /the disk is full/);
    await turn();
    assert.equal(late.takeFailure('/a.md'), undefined);
  });

  it('tells a failure behind the answer once: to the writing that waited for it', async () => {
    const late = new LateWrites();
    const [first, second] = [writing(), writing()];
    const answered = late.begin('/a.md', first.write);
    first.onInPlace();
    await answered;
    const next = late.begin('/a.md', second.write);
    first.end(new Error('put back'));
    await assert.rejects(next, /may not be in the file any more.*\(put back\)/);
    assert.deepEqual([second.calls, late.takeFailure('/a.md')], [[], undefined]);
  });
});
