import assert from 'node:assert/strict';
import { it } from 'node:test';
import { isPutAway, newPlanPath } from '../../files/newPlanPath';

const cases: [plans: string[], title: string, expected: string][] = [
  [[], 'Move the queue to disk!', 'plans/move-the-queue-to-disk.md'],
  [['PLANS.md'], 'Move it', 'plans/move-it.md'],
  [
    ['docs/exec-plans/active/a.md', 'docs/exec-plans/completed/b.md', 'docs/exec-plans/completed/c.md'],
    'Move it',
    'docs/exec-plans/active/move-it.md',
  ],
  [['.agent/2026-01-02-a.md', '.agent/2026-01-03-b.md', '.agent/notes.md'], 'Move it', '.agent/2026-02-09-move-it.md'],
  [['plans/20260102_a.md'], 'Move it', 'plans/20260209_move-it.md'],
  [['plans/0007-a.md', 'plans/0012-b.md', 'plans/readme-plan.md'], 'Move it', 'plans/0013-move-it.md'],
  [['plans/9.a.md'], 'Move it', 'plans/10.move-it.md'],
  [[], 'キューをディスクへ移す', 'plans/キューをディスクへ移す.md'],
  [[], 'Élan für Ärger', 'plans/elan-fur-arger.md'],
  [[], '../../etc/passwd', 'plans/etc-passwd.md'],
  [[], '!!!', 'plans/plan.md'],
];
for (const [plans, title, expected] of cases)
  it(`a new plan "${title}" beside ${plans.join(', ') || 'none'}`, () =>
    assert.equal(newPlanPath({ plans, title, date: '2026-02-09' }), expected));

it('a name is not longer than a file system takes', () => {
  const path = newPlanPath({ plans: [], title: `${'word '.repeat(100)}`, date: '2026-02-09' });
  assert.ok(path.length < 80 && !path.endsWith('-.md'), path);
  assert.ok(newPlanPath({ plans: [], title: '語'.repeat(500), date: '2026-02-09' }).length < 80);
});

it('a plan that is put away lies in a folder of what is over', () => {
  assert.deepEqual(['plans/completed/a.md', 'docs/_archive/a.md', 'plans/done.md', 'plans/a.md'].map(isPutAway), [
    true,
    true,
    false,
    false,
  ]);
});
