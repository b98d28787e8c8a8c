import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { newsBetween } from '../../client/src/front/planNews';
import type { MilestoneProgress, PlanSnapshot } from '../../server/src/protocol';
import { milestone, plan } from '../support/webviewPlans';

const figures = (done: number, open: number) => ({ done, partial: 0, open });

function snapshot(done: number, open: number, milestones: MilestoneProgress[] = []): PlanSnapshot {
  const only = { ...plan([]), title: 'A', figures: figures(done, open), milestones };
  return { uri: 'file:///a.md', identity: 'h1', kind: 'plan', decidedBy: 'content', found: [], plans: [only] };
}

describe('the news of a plan', () => {
  const one = (done: number, open: number) => [milestone(0, [], { title: 'Table', figures: figures(done, open) })];

  it('are a milestone that is finished, once', () => {
    assert.deepEqual(newsBetween(snapshot(1, 2, one(1, 1)), snapshot(2, 1, one(2, 0))), [
      { kind: 'milestoneDone', title: 'A', line: 0, milestone: '1 · Table' },
    ]);
    assert.deepEqual(newsBetween(snapshot(2, 1, one(2, 0)), snapshot(2, 1, one(2, 0))), []);
  });

  it('are steps that are no longer done', () => {
    assert.deepEqual(newsBetween(snapshot(3, 0), snapshot(1, 2)), [
      { kind: 'takenBack', title: 'A', line: 0, count: 2 },
    ]);
  });

  it('are not a step more that is done', () => {
    assert.deepEqual(newsBetween(snapshot(1, 2), snapshot(2, 1)), []);
  });
});
