import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { runs } from '../support/sets';
import { editAtRandom } from './differential';
import { sendAtRandom } from './messages';
import { sourceTexts } from './texts';

describe('what nobody has thought of', () => {
  const sources = sourceTexts();

  for (const seed of [1, 2])
    it(`leaves a server as a fresh one would be, by the messages of seed ${seed}`, async () => {
      const { messages, comparisons } = await sendAtRandom(sources, runs(500), seed);
      assert.ok(messages >= runs(500) && comparisons > 0);
    });

  it('leaves a text as it is read afresh, by its changes', () => {
    const { changes, comparisons } = editAtRandom(sources, runs(1_000), 1);
    assert.ok(changes >= runs(1_000) && comparisons > 0);
  });
});
