import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rules } from '../../../core/rules/list';
import { readFixture } from '../../support/fixture';
import { findingsOf, inPlan, readLintFixture, reportOf } from '../../support/lint';

/** What one rule says at an instant: its findings, and when they will be others. */
function at(id: string, text: string, instant: string, freshness = 15) {
  const used = rules.filter((rule) => rule.id === id);
  const now = Date.parse(instant);
  const { findings, due } = reportOf(text, { now, freshness, levels: { [id]: 'warning' } }, used);
  return { count: findings.length, due: due === undefined ? undefined : new Date(due).toISOString().slice(0, 16) };
}

describe('future-timestamp', () => {
  const one = (stamp: string) => inPlan(`- [x] (${stamp}) One`);

  it('says when its finding ends: five minutes before the time that it tells of', () => {
    const text = one('2026-03-01 12:00Z');
    assert.deepEqual(at('future-timestamp', text, '2026-03-01T09:00:00Z'), { count: 1, due: '2026-03-01T11:55' });
    assert.deepEqual(at('future-timestamp', text, '2026-03-01T11:54:59Z'), { count: 1, due: '2026-03-01T11:55' });
    assert.deepEqual(at('future-timestamp', text, '2026-03-01T11:55:00Z'), { count: 0, due: undefined });
  });

  it('gives a time without a zone the first clock on earth, and so a day', () => {
    assert.deepEqual(at('future-timestamp', one('2026-03-02 12:00'), '2026-03-01T12:00:00Z'), {
      count: 1,
      due: '2026-03-01T21:55',
    });
    assert.deepEqual(at('future-timestamp', one('2026-03-02'), '2026-03-01T09:00:00Z'), {
      count: 1,
      due: '2026-03-01T09:55',
    });
    assert.equal(at('future-timestamp', one('2026-03-02'), '2026-03-01T09:55:00Z').count, 0);
    assert.equal(at('future-timestamp', one('2026-03-02 12:00 CST'), '2026-03-01T22:00:00Z').count, 0);
  });

  it('is due at the first of several', () => {
    const text = inPlan('- [x] (2026-03-01 12:00Z) One\n- [x] (2026-03-01 11:00Z) Two');
    assert.deepEqual(at('future-timestamp', text, '2026-03-01T09:00:00Z'), { count: 2, due: '2026-03-01T10:55' });
  });
});

describe('stale-progress', () => {
  it('says when it will speak, and speaks then', () => {
    const text = inPlan('- [x] (2026-03-01 09:00Z) One\n- [ ] Two');
    assert.deepEqual(at('stale-progress', text, '2026-03-01T09:10:00Z'), { count: 0, due: '2026-03-01T09:15' });
    assert.deepEqual(at('stale-progress', text, '2026-03-01T09:15:00Z'), { count: 1, due: undefined });
    assert.deepEqual(at('stale-progress', text, '2026-03-01T09:15:00Z', 60), { count: 0, due: '2026-03-01T10:00' });
  });

  it('gives a time without a zone the last clock on earth', () => {
    const text = inPlan('- [x] (2026-03-01 09:00) One\n- [ ] Two');
    assert.equal(at('stale-progress', text, '2026-03-01T21:14:00Z').count, 0);
    assert.equal(at('stale-progress', text, '2026-03-01T21:15:00Z').count, 1);
  });

  it('says nothing of plans without a stamp or an open step, and needs no clock for them', () => {
    for (const text of ['- [ ] Two', '- [x] (2026-03-01 09:00Z) One'])
      assert.deepEqual(at('stale-progress', inPlan(text), '2026-03-01T12:00:00Z'), { count: 0, due: undefined });
  });
});

describe('rules by profile', () => {
  it('the strict one finds boxes of acceptance too, one finding a section', () => {
    const { text } = readFixture(readLintFixture('checkbox-outside-progress.none.md'));
    const lines = (profile: 'recommended' | 'cookbook') =>
      findingsOf('checkbox-outside-progress', text, { profile }).map(({ range }) => text.split('\n')[range.start.line]);
    assert.deepEqual(lines('recommended'), []);
    assert.deepEqual(lines('cookbook'), ['- [ ] 第一页在 100 毫秒内加载', '- [ ] 没有变慢']);
  });

  it('the strict one wants boxes in Progress, whatever milestones have', () => {
    const { text } = readFixture(readLintFixture('progress-without-checkbox.milestones.md'));
    assert.equal(findingsOf('progress-without-checkbox', text).length, 0);
    assert.equal(findingsOf('progress-without-checkbox', text, { profile: 'cookbook' }).length, 1);
  });
});

describe('rules about steps', () => {
  it('malformed boxes are the cause where a Progress seems to have none', () => {
    const text = inPlan('[x] One\n\n[ ] Two');
    const { findings } = reportOf(text, { profile: 'cookbook' });
    assert.deepEqual(
      findings.map(({ rule }) => rule.id).filter((id) => /box/.test(id)),
      ['malformed-checkbox', 'malformed-checkbox'],
    );
  });

  it('name all midnights in one finding', () => {
    const text = inPlan(
      '- [x] (2026-02-09 00:00Z) One\n- [x] (2026-02-10 00:00Z) Two\n- [x] (2026-02-11 00:00Z) Three',
    );
    const [finding, ...others] = findingsOf('midnight-timestamp', text);
    assert.deepEqual(others, []);
    assert.match(finding?.message ?? '', /3 timestamps/);
    assert.equal(finding?.related?.length, 2);
  });
});
