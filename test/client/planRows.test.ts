import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ageText } from '../../client/src/views/age';
import {
  type Arrangement,
  arrange,
  mergeWorktrees,
  outsideGroup,
  type PlanRow,
  plainTitle,
  rowsOf,
  type Standing,
} from '../../client/src/views/planRows';
import type { PlanProgress, PlanSnapshot } from '../../server/src/protocol';
import { plan as details } from '../support/webviewPlans';

const now = Date.parse('2026-03-05T12:00:00Z');
const day = 86_400_000;
const collator = new Intl.Collator('en', { numeric: true });

function snapshot(plans: Partial<PlanProgress>[], over: Partial<PlanSnapshot> = {}): PlanSnapshot {
  const whole = plans.map((each) => ({ ...details([]), ...each }));
  return {
    uri: 'file:///w/plans/a.md',
    identity: 'h1',
    kind: 'plan',
    decidedBy: 'content',
    found: [],
    plans: whole,
    ...over,
  };
}

function rows(plans: Partial<PlanProgress>[], path = 'plans/a.md', over: Partial<PlanSnapshot> = {}): PlanRow[] {
  const context = {
    uri: `file:///w/${path}`,
    path,
    isMoved: false,
    isStale: false,
    isOutside: path.startsWith('/'),
    now,
    stalledAfter: 7 * day,
  };
  return rowsOf(snapshot(plans, over), context);
}

const at = (time: string) => ({ earliest: Date.parse(time), latest: Date.parse(time) });

describe('a row of the list of plans', () => {
  const cases: [name: string, plan: Partial<PlanProgress>, path: string, expected: Standing][] = [
    ['at work', { standing: 'active', recorded: at('2026-03-05T09:00Z') }, 'plans/a.md', 'atWork'],
    ['at work, though no time is known', { standing: 'active' }, 'plans/a.md', 'atWork'],
    [
      'stalled, after a week without a record',
      { standing: 'active', recorded: at('2026-02-20T09:00Z') },
      'a.md',
      'stalled',
    ],
    [
      'blocked, where all that is left waits for something',
      { standing: 'active', nextStep: { line: 3, text: 'Ship', isBlocked: true } },
      'plans/a.md',
      'blocked',
    ],
    ['not begun', { standing: 'new' }, 'plans/a.md', 'notBegun'],
    ['done', { standing: 'done' }, 'plans/a.md', 'done'],
    ['archived, by what it says', { standing: 'superseded' }, 'plans/a.md', 'archived'],
    ['archived, by its folder', { standing: 'done' }, 'plans/completed/a.md', 'archived'],
  ];
  for (const [name, plan, path, expected] of cases)
    it(`is ${name}`, () => {
      assert.equal(rows([plan], path)[0]?.standing, expected);
    });

  it('is there for each plan of a file, for a guide, and for nothing else', () => {
    assert.deepEqual(
      rows([{ title: 'One' }, { title: 'Two' }]).map(({ title }) => title),
      ['One', 'Two'],
    );
    assert.deepEqual(
      rows([], 'PLANS.md', { kind: 'guide' }).map(({ title, standing }) => [title, standing]),
      [['PLANS.md', 'guide']],
    );
    assert.deepEqual(rows([], 'README.md', { kind: 'other' }), []);
    assert.deepEqual(rows([], 'PLANS.md', { kind: 'guide', identity: '' }), []);
  });

  it('has a title without marks and without what all plans say; where there is none, the name of its file', () => {
    assert.equal(plainTitle('ExecPlan: Move `log.ts` **now**'), 'Move log.ts now');
    assert.equal(plainTitle('Plan – Move'), 'Move');
    assert.equal(plainTitle('Plan:'), 'Plan:');
    assert.equal(plainTitle('Plane tickets'), 'Plane tickets');
    assert.equal(rows([{ title: undefined }])[0]?.title, 'a.md');
  });
});

it('is in a group of its own, behind all others, where it lies outside of the workspace', () => {
  const all = [
    ...rows([{ title: 'Theirs', standing: 'active' }], '/home/ada/.agent/plans/theirs.md'),
    ...rows([], 'PLANS.md', { kind: 'guide' }),
    ...rows([{ title: 'Ours', standing: 'active' }], 'x/ours.md'),
  ];
  for (const by of ['status', 'folder'] as const) {
    const groups = arrange(all, { by, order: 'name', isOpenOnly: false }, new Intl.Collator('en'));
    assert.deepEqual(groups.map(({ key }) => key).slice(-2), ['guide', outsideGroup]);
    assert.deepEqual(
      groups.at(-1)?.rows.map(({ title }) => title),
      ['Theirs'],
    );
  }
});

describe('the list of plans', () => {
  const figures = (done: number, open: number) => ({ done, partial: 0, open });
  const some = [
    ...rows(
      [{ title: 'B 10', standing: 'active', figures: figures(1, 3), recorded: at('2026-03-04T09:00Z') }],
      'x/b.md',
    ),
    ...rows(
      [{ title: 'B 2', standing: 'active', figures: figures(3, 1), recorded: at('2026-03-03T09:00Z') }],
      'y/c.md',
    ),
    ...rows([{ title: 'A', standing: 'done', figures: figures(4, 0), recorded: at('2026-03-05T09:00Z') }], 'x/a.md'),
    ...rows([], 'PLANS.md', { kind: 'guide' }),
  ];
  const shown = (arrangement: Partial<Arrangement>) =>
    arrange(some, { by: 'status', order: 'recorded', isOpenOnly: false, ...arrangement }, collator).map(
      ({ key, rows }) => `${key}: ${rows.map(({ title }) => title).join(', ')}`,
    );

  it('is grouped by status in the order of work, and sorted by the last record', () => {
    assert.deepEqual(shown({}), ['atWork: B 10, B 2', 'done: A', 'guide: PLANS.md']);
  });

  it('is grouped by folder, guides behind all', () => {
    assert.deepEqual(shown({ by: 'folder' }), ['x: A, B 10', 'y: B 2', 'guide: PLANS.md']);
  });

  it('is sorted by name as people count, and by progress', () => {
    assert.deepEqual(shown({ order: 'name' })[0], 'atWork: B 2, B 10');
    assert.deepEqual(shown({ order: 'progress' })[0], 'atWork: B 2, B 10');
    assert.deepEqual(shown({ by: 'folder', order: 'name' })[0], 'x: A, B 10');
  });

  it('leaves out what nothing is left of', () => {
    assert.deepEqual(shown({ isOpenOnly: true }), ['atWork: B 10, B 2']);
  });

  it('has one row for a plan in two worktrees: the one that was recorded last, with the other in it', () => {
    const [older, newer] = ['w1', 'w2'].map((worktree, i) =>
      rows([{ title: worktree, recorded: at(`2026-03-0${i + 1}T09:00Z`) }], `${worktree}/plans/a.md`),
    ) as [PlanRow[], PlanRow[]];
    const placeOf = (uri: string) => ({ repository: 'r', path: uri.replace(/^.*\/w\d\//, '') });
    const merged = mergeWorktrees([...older, ...newer, ...some], (uri) =>
      /\/w\d\//.test(uri) ? placeOf(uri) : undefined,
    );
    assert.equal(merged.length, 1 + some.length);
    assert.deepEqual([merged[0]?.title, merged[0]?.others.map(({ title }) => title)], ['w2', ['w1']]);
  });
});

describe('the age of a record', () => {
  it('is as short as a language has it, and is none for no stamp and for the future', () => {
    const told = (time: string, locale = 'en') => ageText(at(time), now, locale);
    assert.deepEqual(
      ['2026-03-05T11:59:30Z', '2026-03-05T11:48Z', '2026-03-05T09:00Z', '2026-03-03T12:00Z', '2026-01-01T00:00Z'].map(
        (time) => told(time),
      ),
      ['now', '12m ago', '3h ago', '2d ago', '2mo ago'],
    );
    assert.equal(told('2026-03-05T09:00Z', 'de'), 'vor 3 Std.');
    assert.equal(told('2026-03-06T09:00Z'), undefined);
    assert.equal(ageText(undefined, now, 'en'), undefined);
  });
});
