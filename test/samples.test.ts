import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { newPlan } from '../server/src/edit/newPlan';
import { toText } from '../server/src/edit/template';
import { parseDocument } from '../server/src/plan/parse';
import { reportOf } from './support/lint';

const read = (path: string) => readFileSync(new URL(`../samples/${path}`, import.meta.url), 'utf8');
const findings = (text: string) =>
  reportOf(text, { now: Date.parse('2026-11-21T00:00:00Z') }).findings.map(({ rule }) => rule.id);

describe('the sample plans', () => {
  it('show a plan with three milestones, as in the drawing of the progress view', () => {
    const { kind, plans } = parseDocument(read('plans/thumbnails.md'));
    const [plan] = plans;
    const count = (state: string, milestone?: number) =>
      plan?.steps.filter((step) => step.state === state && (milestone ?? step.milestone) === step.milestone).length;
    assert.equal(kind, 'plan');
    assert.deepEqual([plan?.steps.length, count('done'), count('partial')], [29, 12, 1]);
    assert.deepEqual([count('done', 0), count('done', 1), count('done', 2)], [8, 4, 0]);
    assert.deepEqual(
      plan?.milestones.map(({ number }) => number),
      ['1', '2', '3'],
    );
  });

  it('have no finding where they say so, in either dialect', () => {
    assert.deepEqual(findings(read('plans/thumbnails.md')), []);
    assert.deepEqual(findings(read('plans/sign-in.md')), []);
  });

  it('tie every step to a milestone', () => {
    for (const path of ['plans/thumbnails.md', 'plans/sign-in.md']) {
      assert.ok(
        parseDocument(read(path)).plans[0]?.steps.every(({ milestone }) => milestone !== undefined),
        path,
      );
    }
  });

  it('show faults of several kinds in the one that needs work', () => {
    const found = new Set(findings(read('plans/needs-work.md')));
    for (const id of ['missing-living-section', 'done-without-timestamp', 'invalid-timestamp'])
      assert.ok(found.has(id), id);
  });

  it('come with a page that is no plan', () => assert.equal(parseDocument(read('README.md')).kind, 'other'));
});

describe('a new plan', () => {
  for (const dialect of ['cookbook', 'seed'] as const) {
    it(`has no finding (${dialect})`, () => {
      const text = toText(newPlan({ dialect, stamp: '2026-03-01 09:30Z' }));
      assert.equal(parseDocument(text).kind, 'plan');
      assert.deepEqual(findings(text), []);
    });
  }
});
