import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findingsOf, inPlan } from './support/lint';

describe('missing-plans-reference', () => {
  const countWith = (has: (path: string) => boolean | undefined) =>
    findingsOf('missing-plans-reference', inPlan('- [ ] One'), { files: { has } }).length;

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
});
