import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { analyze } from '../../core/check';
import { generatedPlan } from '../../scripts/bench/generatedPlan';
import { analyzer } from '../../scripts/bench/openPlan';

describe('a generated plan', () => {
  for (const size of [160, 230, 400, 2_000, 10_000])
    it(`of ${size} lines is one clean plan, half of it Progress`, () => {
      const text = generatedPlan(size);
      assert.equal(text.match(/\n/g)?.length, size);
      assert.ok(text.endsWith('.\n') || text.endsWith('```\n'));
      const { document, findings } = analyze(text, 'file:///plan.md', analyzer);
      assert.deepEqual(findings, []);
      assert.equal(document.kind, 'plan');
      const [plan] = document.plans;
      assert.ok(plan);
      const progress = plan.sections.find(({ roles }) => roles.includes('progress'));
      assert.ok(progress);
      assert.equal(progress.range.end.line - progress.range.start.line, Math.floor(size / 2));
      assert.equal(plan.sections.length, 12);
      assert.ok(plan.steps.length > size / 3);
      for (const state of ['done', 'partial', 'open'])
        assert.ok(
          plan.steps.some((step) => step.state === state),
          state,
        );
      for (const step of plan.steps) assert.ok(step.state !== 'done' || step.stamps.length === 1, step.text);
      for (const each of plan.milestones) {
        assert.ok(each.scope && each.commands && each.expected, each.title);
        assert.equal(each.deliverables.length, 2);
      }
      for (const role of ['surprises', 'decisions', 'outcomes'])
        assert.ok(
          plan.entries.some((entry) => entry.role === role),
          role,
        );
    });

  it('has lines of the length that real plans have', () => {
    const { length } = generatedPlan(2_000);
    assert.ok(length > 60 * 2_000 && length < 75 * 2_000, `${length / 2_000} characters a line`);
  });

  it('is the same at every run, and another for another title', () => {
    assert.equal(generatedPlan(400), generatedPlan(400));
    assert.notEqual(generatedPlan(400), generatedPlan(400, 'Purge the cache'));
  });

  it('refuses to be shorter than its sections', () => {
    assert.throws(() => generatedPlan(100), RangeError);
  });
});
