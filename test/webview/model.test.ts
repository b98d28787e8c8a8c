import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { areAllDone } from '../../core/plan/allDone';
import { inlineParts } from '../../core/text/inlineParts';
import { figuresText, total } from '../../webview/figures';
import { foldsOpenAtFirst, groupSteps, milestoneLabel, stepKeys } from '../../webview/groups';
import { type Severity, stepMarks } from '../../webview/marks';
import { recordedText, splitStamp } from '../../webview/recorded';
import { planKey, readSaved, savedPlan, withPlan } from '../../webview/saved';
import { blankView, receive, withPending } from '../../webview/view';
import { assertLinear } from '../support/linear';
import { drawnPlan, front, milestone, plan, step } from '../support/webviewPlans';

const minute = 60_000;
const hour = 60 * minute;

describe('figures', () => {
  it('add up, and are finished only when every box is done', () => {
    assert.equal(total({ done: 12, partial: 1, open: 16 }), 29);
    assert.equal(areAllDone({ done: 8, partial: 0, open: 0 }), true);
    assert.equal(areAllDone({ done: 8, partial: 1, open: 0 }), false);
    assert.equal(areAllDone({ done: 0, partial: 0, open: 0 }), false);
  });

  it('are said in words', () => {
    assert.equal(figuresText({ done: 12, partial: 1, open: 16 }), '12 of 29 done, 1 partly');
    assert.equal(figuresText({ done: 0, partial: 0, open: 2 }), '0 of 2 done');
  });
});

describe('marks', () => {
  it('say the worst that was found in a step, on whatever line of it, and all in words', () => {
    const found = (line: number, severity: Severity, message: string) => ({
      rule: 'broken-link',
      related: [],
      hasFix: false,
      range: { start: { line, character: 0 }, end: { line, character: 1 } },
      severity,
      message,
    });
    const long = { ...step({ line: 10 }), endLine: 300 };
    const marks = stepMarks({
      steps: [long, step({ line: 400 })],
      findings: [found(250, 'error', 'bad'), found(10, 'warning', 'odd'), found(400, 'hint', 'well')],
    });
    assert.deepEqual([...marks], [[10, { severity: 'error', text: 'bad\nodd' }]]);
  });
});

describe('groups', () => {
  it('put each step below its milestone, and the others apart, in document order', () => {
    const steps = [
      step({ line: 1, milestone: 1 }),
      step({ line: 2 }),
      step({ line: 3, milestone: 1 }),
      step({ line: 4, milestone: 7 }),
    ];
    const groups = groupSteps(plan(steps, { milestones: [milestone(0, steps), milestone(1, steps)] }));
    assert.deepEqual(
      groups.milestones.map(({ steps: own }) => own.map(({ line }) => line)),
      [[], [1, 3]],
    );
    assert.deepEqual(
      groups.others.map(({ line }) => line),
      [2, 4],
    );
  });

  it('give milestones of one name different keys', () => {
    const same = { number: '', title: 'Again' };
    const groups = groupSteps(plan([], { milestones: [milestone(0, [], same), milestone(1, [], same)] }));
    assert.equal(new Set(groups.milestones.map(({ key }) => key)).size, 2);
  });

  it('keep a milestone’s key when lines move', () => {
    const key = (line: number) => groupSteps(plan([], { milestones: [milestone(0, [], { line })] })).milestones[0]?.key;
    assert.equal(key(3), key(400));
  });

  it('open the milestone of the next step, and what lies outside milestones while it has work', () => {
    const opened = foldsOpenAtFirst(drawnPlan());
    const keys = groupSteps(drawnPlan()).milestones.map(({ key }) => key);
    assert.deepEqual(
      keys.map((key) => opened.includes(key)),
      [false, true, false],
    );
    assert.ok(opened.includes('milestones'));
    const done = step({ state: 'done', milestone: 0 });
    const milestones = [milestone(0, [done])];
    assert.ok(!foldsOpenAtFirst(plan([done, step({ state: 'done' })], { milestones })).includes('steps'));
    assert.ok(foldsOpenAtFirst(plan([done, step()], { milestones })).includes('steps'));
    assert.ok(foldsOpenAtFirst(plan([step({ state: 'done' })])).includes('steps'));
  });

  it('number a milestone once', () => {
    assert.equal(milestoneLabel({ number: '2', title: 'Cache table' }), '2 · Cache table');
    assert.equal(milestoneLabel({ number: '', title: 'Cache table' }), 'Cache table');
    assert.equal(milestoneLabel({ number: '2', title: 'Milestone 2' }), 'Milestone 2');
  });

  it('tell steps apart by their words, so that a moved step stays the same', () => {
    const keys = stepKeys([step({ text: 'a' }), step({ text: 'b' }), step({ text: 'a' })]);
    assert.equal(new Set(keys).size, 3);
    assert.deepEqual(
      stepKeys([step({ text: 'new' }), step({ text: 'a' }), step({ text: 'b' }), step({ text: 'a' })]).slice(1),
      keys,
    );
  });
});

describe('inline marks', () => {
  const shown = (text: string) =>
    inlineParts(text)
      .map((part) => (part.code ? `<${part.text}>` : part.text))
      .join('');

  it('become code, or go', () => {
    assert.equal(shown('Add `cache.ts` and **test** it'), 'Add <cache.ts> and test it');
    assert.equal(shown('``a ` b`` and _this_ and __that__ and *such*'), '<a ` b> and this and that and such');
    assert.equal(shown('**use `x` now**'), 'use <x> now');
    assert.equal(shown('See [the guide](docs/a.md)'), 'See the guide');
    assert.equal(shown('~~old~~ new'), 'old new');
  });

  it('stay where they are no marks', () => {
    for (const text of [
      '2 * 3 * 4',
      'snake_case_name',
      'a ` b',
      '**',
      '[x] y',
      '<img src=x onerror=alert(1)>',
      '__init__.py',
      '*.md and *.ts',
    ])
      assert.equal(shown(text), text);
  });

  it('are read in linear time, and long text is cut', () => {
    for (const piece of ['`', '*a ', '[a](', '**a', '` `` ']) {
      assert.ok(shown(piece.repeat(20_000)).length < 4100);
      assertLinear(piece, (size) => shown(piece.repeat(size)), 20_000);
    }
  });

  it('are never cut within a character', () => {
    assert.doesNotMatch(shown('😀'.repeat(5000)), /[\ud800-\udbff](?![\udc00-\udfff])/);
  });
});

describe('recorded', () => {
  const now = new Date(2026, 2, 5, 15, 10).getTime();
  const at = (instant: number) => recordedText({ earliest: instant, latest: instant }, now, 'en');

  it('says how long ago an instant is', () => {
    assert.equal(at(now), 'recorded just now');
    assert.equal(at(now - 59_000), 'recorded just now');
    assert.equal(at(now - 12 * minute - 59_000), 'recorded 12 min ago');
    assert.equal(at(now - 3 * hour - 59 * minute), 'recorded 3 hr ago');
    assert.equal(at(now - 23 * hour), 'recorded 23 hr ago');
    assert.equal(at(now - 50 * hour), 'recorded 2 days ago');
    assert.equal(at(now - 70 * 24 * hour), 'recorded 2 months ago');
    assert.equal(at(now - 800 * 24 * hour), 'recorded 2 years ago');
  });

  it('says that nothing was recorded', () => {
    assert.equal(recordedText(undefined, now, 'en'), 'no time recorded');
  });

  it('never lets the future pass as past', () => {
    assert.equal(at(now + 3 * minute), 'stamped in the future');
    assert.equal(at(now + 300 * 24 * hour), 'stamped in the future');
    assert.equal(at(now + 20_000), 'recorded just now', 'two clocks may differ by some seconds');
  });

  it('says only what a stamp without time or zone can mean', () => {
    const day = (date: string) => {
      const start = Date.parse(`${date}T00:00Z`);
      return recordedText({ earliest: start - 14 * hour, latest: start + 36 * hour }, now, 'en');
    };
    assert.equal(day('2026-03-05'), 'recorded today');
    assert.equal(day('2026-03-04'), 'recorded yesterday');
    assert.equal(day('2026-03-03'), 'recorded 2 days ago');
    assert.equal(day('2026-02-20'), 'recorded 13 days ago');
    assert.equal(day('2026-03-08'), 'stamped in the future');
    const zoneless = Date.parse('2026-03-05T12:00Z');
    assert.equal(
      recordedText({ earliest: zoneless - 14 * hour, latest: zoneless + 12 * hour }, now, 'en'),
      'recorded today',
    );
  });

  it('says “about” where the interval is wider than its words', () => {
    assert.equal(
      recordedText({ earliest: now - 4 * hour, latest: now - 2 * hour }, now, 'en'),
      'recorded about 3 hr ago',
    );
    assert.equal(
      recordedText({ earliest: now - 200 * 24 * hour, latest: now - 200 * 24 * hour + 3 * hour }, now, 'en'),
      'recorded 6 months ago',
    );
    assert.equal(
      recordedText({ earliest: now - 4 * hour, latest: now + 2 * hour }, now, 'en'),
      'recorded in the last 4 hours',
    );
  });

  it('never throws on an impossible interval or language', () => {
    assert.equal(recordedText({ earliest: Number.NaN, latest: Number.NaN }, now, 'en'), 'no time recorded');
    assert.equal(recordedText({ earliest: 0, latest: 1e18 }, now, 'en'), 'no time recorded');
    assert.match(recordedText({ earliest: now - hour, latest: now - hour }, now, 'not a language'), /^recorded 1 /);
  });
});

describe('a step’s stamp', () => {
  const now = Date.parse('2026-03-05T15:10Z');

  it('is split into date and time, and of today only where both are in the same zone', () => {
    assert.deepEqual(splitStamp('2026-03-05 10:45Z', now), { date: '2026-03-05', time: '10:45Z', today: true });
    assert.deepEqual(splitStamp('2026-03-04T10:45Z', now), { date: '2026-03-04', time: '10:45Z', today: false });
    assert.deepEqual(splitStamp('2026-03-05', now), { date: '2026-03-05', time: '', today: false });
    assert.deepEqual(splitStamp('5 March, noon', now), { date: '5 March, noon', time: '', today: false });
  });
});

describe('the view', () => {
  it('takes over a whole snapshot, and ends what was pending', () => {
    const first = receive(blankView, { front: front(drawnPlan()) });
    const pending = withPending(first, 22);
    assert.deepEqual([...pending.pending], [22]);
    assert.deepEqual([...receive(pending, { front: front(drawnPlan()) }).pending], []);
  });

  it('announces figures that changed in the same plan, and nothing else', () => {
    const first = receive(blankView, { front: front(drawnPlan()) });
    assert.equal(first.announcement, '');
    assert.equal(receive(first, { front: front(drawnPlan(), { identity: 'v2' }) }).announcement, '');
    const steps = drawnPlan().steps.map((each, index) => (index === 13 ? { ...each, state: 'done' as const } : each));
    const second = receive(first, { front: front(plan(steps)) });
    assert.equal(second.announcement, '13 of 29 done, 1 partly');
    assert.equal(receive(second, { front: front(plan(steps)) }).announcement, '13 of 29 done, 1 partly');
    assert.equal(receive(second, { front: front(plan([step()]), { uri: 'file:///other.md' }) }).announcement, '');
    assert.equal(receive(second, { front: undefined }).announcement, '');
  });

  it('opens the milestone that is next without closing the one before', () => {
    const steps = [step({ milestone: 0 }), step({ milestone: 1 })];
    const of = (all: typeof steps) => front(plan(all, { milestones: [milestone(0, all), milestone(1, all)] }));
    const keys = groupSteps(of(steps).plan).milestones.map(({ key }) => key);
    const first = receive(blankView, { front: of(steps) });
    assert.deepEqual(
      keys.map((key) => first.opened.has(key)),
      [true, false],
    );
    const second = receive(first, { front: of([step({ milestone: 0, state: 'done' }), step({ milestone: 1 })]) });
    assert.deepEqual(
      keys.map((key) => second.opened.has(key)),
      [true, true],
    );
    assert.deepEqual(
      keys.map((key) => receive(blankView, { front: second.front }).opened.has(key)),
      [false, true],
    );
  });
});

describe('what the page keeps', () => {
  it('is read back, whatever was stored', () => {
    const junk = [
      undefined,
      null,
      3,
      'x',
      [],
      { plans: 3 },
      { plans: [3, null] },
      { plans: [{ key: 1, folds: {}, scroll: 0 }] },
    ];
    for (const stored of junk) assert.deepEqual(readSaved(stored), { plans: [] });
    const odd = { plans: [{ key: 'a', folds: { m: 'yes', n: false }, scroll: 'far' }] };
    assert.deepEqual(readSaved(odd), { plans: [{ key: 'a', folds: { n: false }, scroll: 0 }] });
    const saved = withPlan({ plans: [] }, { key: 'a', folds: { m: true }, scroll: 12 });
    assert.deepEqual(readSaved(JSON.parse(JSON.stringify(saved))), saved);
  });

  it('belongs to a plan, and the plans not seen for longest go first', () => {
    let saved = readSaved(undefined);
    for (let n = 0; n < 100; n++) saved = withPlan(saved, { key: `plan ${n}`, folds: {}, scroll: n });
    assert.ok(saved.plans.length < 50);
    assert.equal(savedPlan(saved, 'plan 99').scroll, 99);
    assert.deepEqual(savedPlan(saved, 'plan 0'), { key: 'plan 0', folds: {}, scroll: 0 });
    assert.notEqual(planKey(front(drawnPlan())), planKey(front(drawnPlan(), { uri: 'file:///b.md' })));
    assert.notEqual(planKey(front(drawnPlan())), planKey(front(plan([], { title: 'Another plan of the file' }))));
  });
});
