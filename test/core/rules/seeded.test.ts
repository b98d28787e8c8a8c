import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rules } from '../../../core/rules/list';
import { cleanPlan } from '../../seeded/cleanPlan';
import { seedDefects } from '../../seeded/seed';
import { reportOf } from '../../support/lint';
import { slowIt } from '../../support/sets';

describe('defects that a script has planted', () => {
  const existence = { has: () => true };

  it('stand in plans that have no fault before', () => {
    for (let number = 0; number < 60; number++) {
      const { findings } = reportOf(cleanPlan(number).join('\n'), { profile: 'cookbook', existence });
      assert.deepEqual(
        findings.map(({ rule, message, range }) => [rule.id, range.start.line + 1, message]),
        [],
        `plan ${number}`,
      );
    }
  });

  slowIt('are found to 95 % and more, and those of each rule to a half', () => {
    const outcomes = seedDefects();
    assert.deepEqual(
      outcomes.map(({ rule }) => rule).filter((id) => !rules.some((rule) => rule.id === id)),
      [],
      'defects of rules that are not there',
    );
    const sum = (of: 'planted' | 'found') => outcomes.reduce((total, outcome) => total + outcome[of], 0);
    const missed = outcomes.flatMap(({ rule, missed }) => missed.map(({ turn }) => `${rule} ${turn}`)).join(', ');
    assert.ok(sum('planted') >= 200 && outcomes.length >= 48);
    assert.ok(sum('found') >= 0.95 * sum('planted'), `${sum('found')} of ${sum('planted')}; not: ${missed}`);
    for (const { rule, planted, found } of outcomes) assert.ok(found * 2 >= planted, `${rule}: ${found} of ${planted}`);
  });
});
