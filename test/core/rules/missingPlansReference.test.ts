import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cleanPlan } from '../../seeded/cleanPlan';
import { findingsOf, inPlan } from '../../support/lint';

describe('missing-plans-reference', () => {
  const countWith = (has: (path: string) => boolean | undefined) =>
    findingsOf('missing-plans-reference', inPlan('- [ ] One'), { existence: { has } }).length;

  it('expects a reference only where there is something to refer to', () => {
    assert.equal(
      countWith((path) => path === '.agent/PLANS.md'),
      1,
    );
    assert.equal(
      countWith(() => false),
      0,
    );
    assert.equal(
      countWith(() => undefined),
      0,
    );
  });
  it('is told apart from the reference of the next plan in the file', () => {
    for (const number of [0, 1, 2, 3]) {
      const silent = cleanPlan(number).filter((line) => !line.includes('PLANS.md'));
      const text = [...silent, ...cleanPlan(number)].join('\n');
      const found = findingsOf('missing-plans-reference', text).map(({ range: { start } }) => start.line);
      assert.deepEqual(found, [0]);
    }
  });
});
