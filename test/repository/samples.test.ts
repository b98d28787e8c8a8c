import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { newPlan } from '../../core/edits/newPlan';
import { toText } from '../../core/edits/template';
import { parseDocument } from '../../core/plan/parse';
import { fixesOf, problemsOf } from '../../core/rules/fixes/fixes';
import { rules } from '../../core/rules/list';
import type { Profile } from '../../core/rules/profiles';
import { linesOf } from '../../core/text/blocks';
import { reportOf } from '../support/lint';
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

  /** A rule that is new needs a place in the sample, or a reason here. */
  const notShown = {
    'fence-closes-early': 'the file has no fence around its plans',
    'stale-progress': 'off in each profile: it would find fault with each sample as time goes by',
  };
  const withoutFix = {
    'link-instead-of-knowledge': 'what stands behind the link is for the author to tell',
    'external-link': 'as above',
    'undefined-reference': 'what was meant is for the author to tell',
    'table-in-plan': 'prose is for the author to write',
    'static-requirements': 'what the surprises have changed is for the author to tell',
    'placeholder-text': 'a paragraph is for the author to write; an entry is removed',
  };

  it('has something for all rules to find, and most of it without a setting', () => {
    const shown = idsOf(findingsIn('cookbook'));
    assert.deepEqual(
      rules.map(({ id }) => id).filter((id) => !shown.has(id)),
      Object.keys(notShown),
    );
    assert.ok(idsOf(findingsIn('recommended')).size >= 30);
  });

  it('has a fix for all that a program can mend', () => {
    const clock = { now, timeZone: 'UTC' };
    const nearby = () => [{ path: 'src/links.ts', fromPlan: 'src/links.ts', isCertain: true }];
    const fail = () => assert.fail();
    const found = findingsIn('cookbook');
    const mended = found.filter((finding) =>
      problemsOf(finding).some(
        (problem) => fixesOf(finding, problem, { lines: linesOf(text), clock, nearby }, fail).length > 0,
      ),
    );
    const fixed = idsOf(mended);
    assert.deepEqual([...idsOf(found)].filter((id) => !fixed.has(id)).sort(), Object.keys(withoutFix).sort());
    assert.ok(fixed.size >= 40);
  });
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
