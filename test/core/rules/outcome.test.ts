import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rules } from '../../../core/rules/list';
import type { Outcome } from '../../../core/rules/outcome';
import { profiles } from '../../../core/rules/profiles';
import type { LintOptions } from '../../../core/rules/run';
import { readFixture } from '../../support/fixture';
import { inPlan, lintFixtures, readLintFixture, reportOf } from '../../support/lint';
import { slowIt } from '../../support/sets';

function outcomesOf(text: string, options: Partial<LintOptions> = {}): Outcome[] {
  const outcomes: Outcome[] = [];
  reportOf(text, { ...options, trace: (outcome) => outcomes.push(outcome) });
  return outcomes;
}

/** `kind rule line` of some rules, 1-based, by line. */
function shortly(outcomes: readonly Outcome[], ...ids: string[]): string[] {
  return outcomes
    .filter(({ rule }) => ids.includes(rule.id))
    .map(({ kind, rule, problem }) => `${kind} ${rule.id} ${problem.range.start.line + 1}`)
    .sort();
}

describe('the trace of a run over the rules', () => {
  slowIt('tells all that is reported, and changes nothing of it', () => {
    for (const name of lintFixtures()) {
      const { text } = readFixture(readLintFixture(name));
      for (const profile of profiles) {
        const outcomes: Outcome[] = [];
        const { findings, due } = reportOf(text, { profile, trace: (outcome) => outcomes.push(outcome) });
        const plain = reportOf(text, { profile });
        const told = (all: readonly { rule: { id: string }; message: string }[]) =>
          all.map(({ rule, message }) => `${rule.id} ${message}`);
        assert.deepEqual(told(findings), told(plain.findings), name);
        assert.equal(due, plain.due, name);
        const reported = outcomes.filter(({ kind }) => kind === 'reported');
        assert.deepEqual(
          told(reported.map(({ rule, problem }) => ({ rule, message: problem.message }))).sort(),
          told(findings).sort(),
          name,
        );
      }
    }
  });

  it('runs no rule that is off when nobody listens', () => {
    let ran = 0;
    const [one] = rules;
    const check = () => {
      ran++;
      return [];
    };
    const off = { ...(one as (typeof rules)[number]), id: 'off', severity: {}, check };
    reportOf(inPlan('- [ ] a'), {}, [off]);
    assert.equal(ran, 0);
    reportOf(inPlan('- [ ] a'), { trace: () => {} }, [off]);
    assert.equal(ran, 1);
  });

  it('tells what a comment silences, and by which', () => {
    const text = inPlan('<!-- execplan-disable-next-line done-without-timestamp: lost -->\n- [x] One\n- [x] Two');
    const outcomes = outcomesOf(text);
    assert.deepEqual(shortly(outcomes, 'done-without-timestamp'), [
      'reported done-without-timestamp 11',
      'silenced done-without-timestamp 10',
    ]);
    const silenced = outcomes.find(({ kind }) => kind === 'silenced');
    assert.deepEqual(silenced?.kind === 'silenced' && [silenced.by.line, silenced.by.reason], [8, 'lost']);
  });

  it('tells what is said once for several, also where that is silenced', () => {
    const steps = '- [x] One\n- [x] Two\n- [x] Three';
    assert.deepEqual(shortly(outcomesOf(inPlan(steps)), 'done-without-timestamp'), [
      'gathered done-without-timestamp 10',
      'gathered done-without-timestamp 11',
      'gathered done-without-timestamp 9',
      'reported done-without-timestamp 7',
    ]);
    const silent = inPlan(steps).replace(
      '## Progress',
      '<!-- execplan-disable-next-line done-without-timestamp: lost -->\n## Progress',
    );
    const outcomes = outcomesOf(silent);
    assert.deepEqual(shortly(outcomes, 'done-without-timestamp').slice(3), ['silenced done-without-timestamp 8']);
    const [into] = outcomes.flatMap((each) => (each.kind === 'gathered' ? [each.into] : []));
    assert.ok(outcomes.some(({ kind, problem }) => kind === 'silenced' && problem === into));
  });

  it('tells what another rule says better', () => {
    const yielding = lintFixtures().flatMap((name) =>
      outcomesOf(readFixture(readLintFixture(name)).text, { profile: 'cookbook' }).flatMap((each) =>
        each.kind === 'yielded' ? [[each.rule.id, each.to.rule]] : [],
      ),
    );
    assert.ok(yielding.length > 0);
    for (const [id, to] of yielding) {
      const { here = [], inPlan: anywhere = [] } = rules.find((rule) => rule.id === id)?.yieldsTo ?? {};
      assert.ok([...here, ...anywhere].includes(to as string), `${id} → ${to}`);
    }
  });

  it('tells what a rule would find that is off', () => {
    const text = inPlan('- [x] One');
    assert.deepEqual(shortly(outcomesOf(text, { profile: 'minimal' }), 'done-without-timestamp'), [
      'off done-without-timestamp 9',
    ]);
    const levels = { 'done-without-timestamp': 'off' } as const;
    assert.deepEqual(shortly(outcomesOf(text, { levels }), 'done-without-timestamp'), ['off done-without-timestamp 9']);
  });
});
