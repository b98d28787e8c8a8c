import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { newPlan } from '../../core/edits/newPlan';
import { toText } from '../../core/edits/template';
import { parseDocument } from '../../core/plan/parse';
import { fixesOf, problemsOf } from '../../core/rules/fixes/fixes';
import type { Profile } from '../../core/rules/profiles';
import { fixContext } from '../support/fixes';
import { readFixture } from '../support/fixture';
import { fixedFixtures, readLintFixture, reportOf } from '../support/lint';
import { MemoryFiles } from '../support/memoryFiles';
import { root } from '../support/root';

const read = (path: string) => readFileSync(new URL(`samples/${path}`, root), 'utf8');
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

describe('the sample for the light bulb', () => {
  const text = read('needs-work.md');
  const now = Date.parse('2026-11-21T00:00:00Z');
  const paths = readdirSync(new URL('samples', root), { recursive: true, encoding: 'utf8' });
  const existence = new MemoryFiles(
    'needs-work.md',
    paths.map((path) => path.replaceAll('\\', '/')),
  );
  const findingsIn = (profile: Profile) => reportOf(text, { profile, now, existence }).findings;
  const idsOf = (found: ReturnType<typeof findingsIn>) => new Set(found.map(({ rule }) => rule.id));

  it('has something for nearly all rules to find, and most of it without a setting', () => {
    assert.ok(idsOf(findingsIn('cookbook')).size >= 46);
    assert.ok(idsOf(findingsIn('recommended')).size >= 30);
  });

  it('has a fix for all that a program can mend', () => {
    const clock = { now, timeZone: 'UTC' };
    const nearby = () => [{ path: 'src/links.ts', fromPlan: 'src/links.ts', isCertain: true }];
    const fail = () => assert.fail();
    const found = findingsIn('cookbook');
    const mended = found.filter((finding) =>
      problemsOf(finding).some(
        (problem) => fixesOf(finding, problem, { ...fixContext(text, clock), nearby }, fail).length > 0,
      ),
    );
    const fixed = idsOf(mended);
    // A rule that mends all that it finds in its fixtures mends the sample, too.
    const ofRule = (id: string) => fixedFixtures().filter((name) => name.split('.')[0] === id);
    const leaves = (name: string) => readFixture(readLintFixture(name)).marks.length > 0;
    assert.deepEqual(
      [...idsOf(found)].filter((id) => !fixed.has(id) && ofRule(id).length > 0 && !ofRule(id).some(leaves)),
      [],
    );
    assert.ok(fixed.size >= 40);
  });
});

describe('a new plan', () => {
  for (const dialect of ['cookbook', 'seed'] as const) {
    it(`has no finding (${dialect})`, () => {
      const text = toText(newPlan({ template: dialect, stamp: '2026-03-01 09:30Z' }));
      assert.equal(parseDocument(text).kind, 'plan');
      assert.deepEqual(findings(text), []);
    });
  }
});
