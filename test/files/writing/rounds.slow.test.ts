import assert from 'node:assert/strict';
import { it } from 'node:test';
import { playRounds } from '../../support/writerRounds';

// npm run writer plays 2,000 of them.
it('loses nothing of what another program writes at the same time', async () => {
  const { rounds, written, refused, overwritten, theirs, lost } = await playRounds(
    60,
    ['append', 'inPlace', 'rename'],
    {
      seed: 7,
    },
  );
  assert.deepEqual([lost, overwritten, written + refused], [0, 0, rounds]);
  assert.ok(written > rounds / 2 && theirs > rounds);
});

for (const [name, over] of [
  ['seen', {}],
  ['not seen', { writersOf: () => [] }],
] as const)
  it(`loses no line of one that keeps the file open, and is ${name}`, async () => {
    const { lost } = await playRounds(20, ['held'], { seed: 7, over });
    assert.equal(lost, 0);
  });
