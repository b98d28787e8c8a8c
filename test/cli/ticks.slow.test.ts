import assert from 'node:assert/strict';
import { it } from 'node:test';
import { commandLine } from '../support/bundles';
import { playTicks } from '../support/tickRounds';

// npm run writer plays 500 of each.
for (const withOther of [false, true])
  it(`has each tick of four processes in the file or refused, ${withOther ? 'while another program appends' : 'alone'}`, async () => {
    const {
      rounds,
      written,
      refused,
      milliseconds: _,
      ...wrong
    } = await playTicks(24, { commandLine, seed: 3, withOther });
    assert.deepEqual(wrong, { failed: [], lost: [], unknown: [], missing: [], altered: [] });
    assert.equal(written + Object.values(refused).reduce((sum, count) => sum + count, 0), rounds);
    assert.ok(written > rounds / 2, JSON.stringify(refused));
  });
