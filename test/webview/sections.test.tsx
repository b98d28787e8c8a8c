import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import type { ShownPlan } from '../../webview/messages';
import { richFront } from '../support/richPlan';
import { openPage, type Page } from '../support/webviewPage';
import { front, milestone, plan, step } from '../support/webviewPlans';

const now = Date.parse('2026-03-05T10:57:30Z');
const minute = 60_000;

let page: Page;
beforeEach(async () => {
  mock.timers.enable({ apis: ['Date', 'setInterval'], now });
  page = await openPage();
});
afterEach(async () => {
  await page.close();
  mock.timers.reset();
});

const rich = (over: Partial<ShownPlan> = {}) => ({ front: richFront(now, over) });
const row = (text: string) => {
  const words = [...page.document.querySelectorAll('.row :is(.text, .name)')].find((each) =>
    each.textContent?.startsWith(text),
  );
  const found = words?.closest<HTMLElement>('[role=treeitem]');
  assert.ok(found, `Expected a row “${text}”`);
  return found;
};
const press = (key: string) =>
  page.act(() =>
    page.document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })),
  );
const section = (title: string) => {
  const found = [...page.document.querySelectorAll<HTMLElement>('h2 .fold')].find(
    (each) => each.querySelector('.name')?.textContent === title,
  );
  assert.ok(found, `Expected a section “${title}”`);
  return found;
};
const open = (title: string) => page.act(() => section(title).click());
const focusedText = () => page.document.activeElement?.querySelector('.text, .name')?.textContent;

describe('the head', () => {
  it('says what the plan is as a whole, and why', async () => {
    await page.receive(rich());
    const status = page.document.querySelector('.status');
    assert.match(status?.getAttribute('title') ?? '', /^Steps are done and others are left: recorded 12 min ago/);
    assert.match(status?.textContent ?? '', /at work/);
    await page.receive({ front: front(plan([step({ state: 'done' }), step({ isBlocked: true })])) });
    assert.match(page.texts('.status')[0] ?? '', /blocked/);
    await page.receive({ front: front(plan([step()], { status: 'On hold' })) });
    assert.match(page.texts('.status')[0] ?? '', /On hold/);
  });

  it('calls a plan stalled after as long as the list of plans does', async () => {
    const recorded = (days: number) => {
      const at = now - days * 24 * 60 * minute;
      return { steps: [step({ state: 'done' }), step({ line: 1 })], recorded: { earliest: at, latest: at } };
    };
    const shown = async (days: number, stalledAfter: number) => {
      const { steps, ...over } = recorded(days);
      await page.receive({ front: front(plan(steps, { standing: 'active', ...over }), { stalledAfter }) });
      return page.document.querySelector('.status');
    };
    assert.match((await shown(2, 7 * 24 * 60 * minute))?.textContent ?? '', /at work/);
    assert.match((await shown(8, 7 * 24 * 60 * minute))?.textContent ?? '', /stalled/);
    const early = await shown(2, 24 * 60 * minute);
    assert.match(early?.getAttribute('title') ?? '', /^Nothing was recorded for more than 1 day: /);
  });

  it('does not say that an ExecPlan is one', async () => {
    await page.receive(rich());
    assert.deepEqual(page.texts('h1'), ['Serve thumbnails from a cache']);
  });

  it('says that changes are unsaved', async () => {
    await page.receive(rich({ isDirty: true }));
    assert.deepEqual(page.texts('.unsaved'), ['unsaved']);
  });

  it('offers the plans of a file that has several', async () => {
    const siblings = [
      { line: 0, title: 'One' },
      { line: 90, title: 'ExecPlan: Two' },
    ];
    await page.receive(rich({ siblings }));
    assert.deepEqual(page.texts('.siblings span'), ['Plan 1 of 2']);
    assert.deepEqual(page.texts('option'), ['One', 'Two']);
    const select = page.document.querySelector('select') as HTMLSelectElement;
    await page.act(() => {
      select.value = '90';
      select.dispatchEvent(new Event('change', { bubbles: true }));
    });
    assert.deepEqual(page.sent.at(-1), { type: 'choose', uri: 'file:///w/plans/thumbnails.md', line: 90 });
  });

  it('offers overwritten ticks again', async () => {
    await page.receive(rich({ overwritten: 2 }));
    assert.match(page.texts('.notice p')[0] ?? '', /overwritten 2 of your ticks/);
    await page.click('.notice .button');
    assert.deepEqual(page.sent.at(-1), { type: 'applyAgain', uri: 'file:///w/plans/thumbnails.md' });
  });
});

describe('a tick', () => {
  const steps = [step({ line: 4, text: 'One' }), step({ line: 5, text: 'Two' })];
  const state = (all: typeof steps, identity: string) => ({ front: front(plan(all), { identity }) });
  const ticked = [{ ...(steps[0] as (typeof steps)[0]), state: 'done' as const }, steps[1] as (typeof steps)[0]];
  const undo = () => page.document.querySelector<HTMLElement>('.undo button');

  it('made here can be taken back for the text that is there now', async () => {
    await page.receive(state(steps, 'v1'));
    await page.click('.box');
    assert.equal(undo(), null, 'the host has not made it yet');
    await page.receive(state(ticked, 'v2'));
    assert.deepEqual(page.texts('.undo p'), ['Ticked: One']);
    const moved = ticked.map((each) => ({ ...each, line: each.line + 3 }));
    await page.receive(state(moved, 'v3'));
    await page.act(() => undo()?.click());
    assert.deepEqual(page.sent.at(-1), {
      type: 'action',
      uri: 'file:///w/plans/thumbnails.md',
      action: 'untick',
      params: { identity: 'v3', lines: [7] },
    });
    await page.receive(state(steps, 'v4'));
    assert.equal(undo(), null);
  });

  it('that another has made, or that is gone, is not offered', async () => {
    await page.receive(state(steps, 'v1'));
    await page.receive(state(ticked, 'v2'));
    assert.equal(undo(), null);
    await page.receive(state(steps, 'v3'));
    await page.click('.box');
    await page.receive(state(ticked, 'v4'));
    await page.receive(state([steps[1] as (typeof steps)[0]], 'v5'));
    assert.equal(undo(), null);
  });

  it('leaves the step where it was, as long as somebody looks', async () => {
    const all = [...Array(5)].map((_, n) => step({ line: n, text: `Done ${n}`, state: 'done' }));
    const last = step({ line: 9, text: 'Last' });
    await page.receive(state([...all, last, step({ line: 10, text: 'More' })], 'v1'));
    assert.deepEqual(page.texts('.row .text, .row .name'), ['Last', 'More', '5 done']);
    await page.receive(state([...all, { ...last, state: 'done' }, step({ line: 10, text: 'More' })], 'v2'));
    assert.deepEqual(page.texts('.row .text, .row .name'), ['Last', 'More', '5 done']);
  });
});

describe('the milestones of a table', () => {
  const told = (text: string, state: 'done' | 'partial' | 'open' | undefined, isBlocked = false) => ({
    status: { line: 9, text, state, isBlocked },
  });

  it('show how far the table says they are, and fold those that are done', async () => {
    const milestones = [
      milestone(0, [], told('✅ Complete', 'done')),
      milestone(1, [], told('done', 'done')),
      milestone(2, [], told('Awaiting the board', undefined)),
      milestone(3, [], { ...told('⏸', 'open', true), title: 'Fourth' }),
    ];
    await page.receive({ front: front(plan([], { milestones })) });
    assert.equal(section('Milestones').querySelector('.count')?.textContent, '2 of 4');
    assert.deepEqual(page.texts('.tree .name'), ['2 finished milestones', '3 · Third part', '4 · Fourth']);
    assert.deepEqual(page.texts('.told'), ['Awaiting the board', 'blocked']);
    await page.act(() => row('2 finished milestones').click());
    assert.deepEqual(page.texts('.told').slice(0, 2), ['Complete', 'done']);
    assert.equal(page.document.querySelector('.told .box'), null);
  });

  it('show their steps where they have some, and no row of the table a second time', async () => {
    const steps = [step({ milestone: 0 }), step({ line: 2, text: 'Other', milestone: 0, state: 'done' })];
    const record = (line: number) => ({
      ...{ role: 'progress' as const, line, endLine: line, text: `Row ${line}`, stamp: undefined, author: undefined },
    });
    const milestones = [milestone(0, steps, told('in progress', 'partial'))];
    await page.receive({ front: front(plan(steps, { milestones, entries: [record(9), record(12)] })) });
    assert.deepEqual(page.texts('.told'), []);
    assert.equal(row('1 · First part').querySelector('.count')?.textContent, '1/2');
    await open('Records');
    assert.deepEqual(page.texts('#records .text'), ['Row 12']);
  });

  it('show of a decision that a tool has written its time', async () => {
    const decision = { role: 'decisions' as const, line: 9, endLine: 11, stamp: '2026-03-05 10:45Z', author: 'agent' };
    const own = { ...decision, text: 'Keep it', isWrittenByTool: true as const };
    const typed = { ...decision, text: 'Drop it', line: 14, endLine: 16 };
    await page.receive({ front: front(plan([step({})], { entries: [own, typed] })) });
    await open('Newest decisions and surprises');
    assert.deepEqual(page.texts('small time.by-tool'), ['2026-03-05 10:45Zwritten by a tool']);
    assert.deepEqual(page.texts('#newest small'), [
      '2026-03-05 10:45Z · agent',
      '2026-03-05 10:45Zwritten by a tool · agent',
    ]);
  });
});

describe('the milestones', () => {
  it('that are finished are folded to one row, and the one at work is open', async () => {
    await page.receive(rich());
    assert.deepEqual(page.texts('.row .name'), [
      '2 finished milestones',
      '3 · Cache table and migration',
      '4 done',
      'About and proof',
      '4 · Turn it on for everyone',
    ]);
    await page.act(() => row('2 finished').click());
    assert.deepEqual(page.texts('.row .name').slice(1, 3), [
      '1 · Measure the gallery as it is',
      '2 · What the cache is for',
    ]);
  });

  it('are not repeated in front of their steps', async () => {
    await page.receive(rich());
    assert.equal(page.texts('.step .text')[0], 'Fill it on the first request');
    await page.receive({
      front: front(plan([step({ text: 'M2: Not its own', milestone: 0 })], { milestones: [milestone(0, [])] })),
    });
    assert.equal(page.texts('.step .text')[0], 'M2: Not its own');
  });

  it('tell what proves them: what is there, what is not, what to run', async () => {
    await page.receive(rich());
    await page.act(() => row('About and proof').click());
    assert.deepEqual(
      page.texts('.fact.deliverable').map((text) => text.trim()),
      ['Deliverable, there: Migration: migrations/001_cache.sql', 'Deliverable: Report: docs/cache.mdmissing'],
    );
    await page.click('.copy');
    assert.deepEqual(page.sent.at(-1), { type: 'copy', text: 'npm test -- cache' });
    await page.act(() => row('Report: docs/cache.md').querySelector<HTMLElement>('.text')?.click());
    assert.deepEqual(page.sent.at(-1), { type: 'reveal', uri: 'file:///w/plans/thumbnails.md', line: 129 });
  });

  it('are in the order of the plan where the reader wants that', async () => {
    await page.receive(rich({ openFirst: false }));
    assert.deepEqual(page.texts('.step .text').slice(0, 2), [
      'Add the cache table',
      'Write the migration 001_cache.sql',
    ]);
  });

  it('say a date once for the steps that share it', async () => {
    const stamps = ['2026-03-01 09:00Z', '2026-03-01 09:20Z', '2026-03-02 10:00Z', '2026-03-02'];
    const steps = stamps.map((stamp, line) => step({ line, state: 'done', stamp, text: `Step ${line}` }));
    await page.receive({ front: front(plan(steps)) });
    assert.deepEqual(page.texts('time'), ['2026-03-01 09:00Z', '09:20Z', '2026-03-02 10:00Z', '2026-03-02']);
  });
});

describe('the keys', () => {
  it('lead from row to row of one tab stop, fold, tick and reveal', async () => {
    await page.receive(rich());
    const stops = page.document.querySelectorAll<HTMLElement>('.tree [tabindex="0"]');
    assert.equal(stops.length, 1);
    await page.act(() => stops[0]?.focus());
    assert.equal(focusedText(), 'Fill it on the first request', 'the next step comes first');
    await press('ArrowUp');
    assert.equal(focusedText(), '3 · Cache table and migration');
    await press('ArrowLeft');
    assert.equal(page.document.activeElement?.getAttribute('aria-expanded'), 'false');
    await press('ArrowRight');
    await press('ArrowRight');
    assert.equal(focusedText(), 'Fill it on the first request');
    await press(' ');
    assert.equal((page.sent.at(-1) as { action?: string }).action, 'tick');
    await press('Enter');
    assert.equal(page.sent.at(-1)?.type, 'reveal');
    await press('ArrowLeft');
    assert.equal(focusedText(), '3 · Cache table and migration');
    await press('End');
    assert.equal(focusedText(), '4 · Turn it on for everyone');
    assert.equal(page.document.querySelectorAll('.tree [tabindex="0"]').length, 1);
  });

  it('go on beside a row that went away under them', async () => {
    const [one, two, three] = ['One', 'Two', 'Three'].map((text, line) => step({ line, text }));
    assert.ok(one && two && three);
    await page.receive({ front: front(plan([one, two, three])) });
    await page.act(() => row('Two').focus());
    await page.receive({ front: front(plan([one, three]), { identity: 'v2' }) });
    assert.equal(focusedText(), 'Three');
  });

  it('lead along the buttons of a finding', async () => {
    await page.receive(rich());
    await open('Findings');
    const stops = () => [...page.document.querySelectorAll<HTMLElement>('#findings [tabindex="0"]')];
    assert.equal(stops().length, 1);
    await page.act(() => stops()[0]?.focus());
    await press('ArrowDown');
    await press('ArrowRight');
    assert.equal(page.document.activeElement?.textContent, 'Fix…');
    assert.equal(stops().length, 1);
  });
});

describe('what was found', () => {
  it('is counted by severity, marked at its step, and leads to place and fix', async () => {
    await page.receive(rich());
    assert.equal(section('Findings').querySelector('.count')?.textContent, '1 error, 2 warnings, 2 notes');
    assert.equal(row('Serve from').querySelector('.mark')?.getAttribute('title'), 'Say what remains of this step');
    await open('Findings');
    assert.deepEqual(page.texts('#findings .text').slice(0, 2), [
      'Unresolved merge conflict',
      'This decision does not say why it was made',
    ]);
    await page.click('#findings .text');
    assert.deepEqual(page.sent.at(-1), { type: 'reveal', uri: 'file:///w/plans/thumbnails.md', line: 140 });
    await page.click('#findings .quiet');
    assert.deepEqual(page.sent.at(-1), { type: 'fix', uri: 'file:///w/plans/thumbnails.md', line: 150, character: 0 });
    await page.click('#findings .actions .button');
    assert.deepEqual(page.sent.at(-1), {
      type: 'action',
      uri: 'file:///w/plans/thumbnails.md',
      action: 'fixAll',
      params: { identity: 'v1' },
    });
  });

  it('in great number is shown in part, and all of it on demand', async () => {
    const [finding] = richFront(now).plan.findings;
    assert.ok(finding);
    await page.receive({ front: front(plan([step()], { findings: Array(40).fill(finding) })) });
    await open('Findings');
    assert.equal(page.document.querySelectorAll('#findings .text').length, 12);
    await page.act(() => [...page.document.querySelectorAll<HTMLElement>('#findings .quiet')].at(-1)?.click());
    assert.equal(page.document.querySelectorAll('#findings .text').length, 40);
  });
});

describe('how ready the plan is', () => {
  it('is five verdicts with reasons, and two metrics', async () => {
    await page.receive(rich());
    assert.equal(section('Ready?').querySelector('.count')?.textContent, '3 of 5');
    assert.equal(page.document.querySelectorAll('#ready .verdict').length, 5);
    assert.deepEqual(page.texts('#ready .verdict .text'), [
      'A decision leans on an external link',
      'No word on a failed migration',
    ]);
    assert.deepEqual(page.texts('#ready .metric .count'), ['11 of 12 · 92%', 'recorded 12 min ago']);
    await page.click('#ready .verdict .text');
    assert.equal(page.sent.at(-1)?.type, 'reveal');
  });

  it('stays as it was seen last while somebody types', async () => {
    await page.receive(rich());
    const { plan: typed } = richFront(now);
    await page.receive({ front: front({ ...typed, readiness: undefined }, { identity: 'v2' }) });
    assert.equal(section('Ready?').querySelector('.count')?.textContent, '3 of 5');
  });
});

describe('the newest decisions and surprises', () => {
  it('come with what they lack, and with buttons to add one', async () => {
    await page.receive(rich());
    await open('Newest decisions and surprises');
    assert.deepEqual(page.texts('#newest .text'), [
      'Use SQLite',
      'Keep an entry for a week: the disk is small and the pictures change seldom',
      'The first request takes 900 ms, as sharp is loaded with it',
    ]);
    assert.deepEqual(page.texts('#newest .tag'), ['no reason', 'no evidence']);
    for (const nth of [1, 2]) await page.click(`#newest .button:nth-child(${nth})`);
    assert.deepEqual(
      page.sent.slice(-2).map((message) => (message as { command?: string }).command),
      ['addDecision', 'addSurprise'],
    );
  });

  it('leave what was recorded without boxes to a list of its own', async () => {
    const entries = ['First look', 'Second look'].map((text, line) => ({
      role: 'progress' as const,
      line,
      endLine: line,
      text,
      stamp: undefined,
      author: undefined,
    }));
    await page.receive({ front: front(plan([], { records: 2, entries })) });
    await open('Records');
    assert.deepEqual(page.texts('#records .text'), ['First look', 'Second look']);
  });
});

describe('what was recorded over time', () => {
  it('is drawn without HTML of its own, and told as a table', async () => {
    await page.receive(rich());
    assert.ok((page.document.querySelector('#history path.done')?.getAttribute('d') ?? '').length > 40);
    assert.equal(page.document.querySelectorAll('#history path.stall').length, 1);
    assert.equal(page.document.querySelectorAll('#history path.invented').length, 1);
    assert.match(
      page.document.querySelector('#history svg')?.getAttribute('aria-label') ?? '',
      /^Steps done from .*: 14$/,
    );
    assert.deepEqual(page.texts('#history tbody td:last-child'), ['8', '14']);
    assert.match(page.texts('#history .key').join(), /Longest time without a record: 1 day 1 hr/);
  });

  it('takes the same day of two years for two days', async () => {
    const at = (iso: string) => ({ earliest: Date.parse(iso), latest: Date.parse(iso) });
    const done = ['2025-03-05T10:00Z', '2026-03-05T09:00Z'].map((iso, line) =>
      step({ line, text: `Step ${line}`, state: 'done', recorded: at(iso) }),
    );
    await page.receive({ front: front(plan([...done, step({ line: 9, text: 'Left' })])) });
    assert.equal(page.texts('#history tbody th').length, 2);
    assert.match(page.texts('#history tbody th').join(), /2025.*2026/);
    assert.deepEqual(page.texts('#history tbody td:last-child'), ['1', '2']);
  });

  it('says so where no step has a time', async () => {
    await page.receive({ front: front(plan([step({ state: 'done' }), step()])) });
    assert.match(page.texts('#history').join(), /No done step has a time yet/);
  });
});

describe('looking for steps', () => {
  const type = (text: string) =>
    page.act(() => {
      const input = page.document.querySelector('input') as HTMLInputElement;
      input.value = text;
      input.dispatchEvent(new Event('input', { bubbles: true }));
    });
  const chip = (label: string) =>
    page.act(() =>
      [...page.document.querySelectorAll<HTMLElement>('.chip')]
        .find(({ textContent }) => textContent === label)
        ?.click(),
    );

  it('finds them by their words, wherever they are folded', async () => {
    await page.receive(rich());
    await type('GALLERY part 3');
    assert.deepEqual(page.texts('.row .text'), ['Measure the gallery, part 3 of bench/gallery.ts']);
    await type('no such thing');
    assert.deepEqual(page.texts('.quietly'), ['No step is like that.']);
    await type('');
    assert.equal(page.texts('.row .name')[0], '2 finished milestones');
  });

  it('finds what is open, what has findings, and what names the reader', async () => {
    await page.receive(rich());
    await chip('Open');
    assert.equal(page.document.querySelectorAll('.step').length, 16);
    await chip('Open');
    await chip('Findings');
    assert.deepEqual(
      page.texts('.step .text').map((text) => text.slice(0, 12)),
      ['Measure the ', 'Serve from t'],
    );
    await chip('Findings');
    await chip('Mine');
    assert.deepEqual(page.texts('.step .text'), ['@ada: log hits and misses']);
  });
});

it('tells VS Code’s menu what it is about when it is asked for', async () => {
  await page.receive(rich());
  const root = JSON.parse(page.document.querySelector('main')?.getAttribute('data-vscode-context') ?? '');
  assert.equal(root.preventDefaultContextMenuItems, true);
  assert.equal(root.identity, 'v1');
  const target = row('Serve from');
  await page.act(() => target.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true })));
  assert.deepEqual(JSON.parse(target.getAttribute('data-vscode-context') ?? ''), {
    webviewSection: 'step-open',
    line: 25,
  });
});

it('keeps its clock', async () => {
  await page.receive(rich());
  await page.act(() => mock.timers.tick(3 * minute));
  assert.match(page.texts('.figures').join(), /recorded 15 min ago/);
});

describe('what others have changed since the reader looked', () => {
  const uri = 'file:///w/plans/thumbnails.md';
  const since: ShownPlan['since'] = {
    since: now - 90 * minute,
    isKept: true,
    changes: [
      { kind: 'ticked', line: 24, text: 'M3: Fill it', before: null },
      { kind: 'finishedAltered', line: 12, text: 'Measured', before: '`Measure` it' },
      { kind: 'stepRemoved', line: null, text: 'Buy a disk', before: null },
      { kind: 'status', line: null, text: 'Done', before: 'Active' },
    ],
  };

  it('is told, marked at its rows, and leads there', async () => {
    await page.receive(rich({ since }));
    assert.equal(section('Since you last looked').querySelector('.count')?.textContent, '4 changes');
    assert.deepEqual(page.texts('#since small'), ['Ticked', 'Finished text altered', 'Step removed', 'Status']);
    assert.equal(page.document.querySelector('#since [title="Before: Measure it"]')?.textContent, 'Measured');
    assert.deepEqual(page.texts('.step.new .text'), ['Fill it on the first request']);
    await page.click('#since .text');
    assert.deepEqual(page.sent.at(-1), { type: 'reveal', uri, line: 24 });
    for (const nth of [1, 2]) await page.click(`#since .actions .button:nth-child(${nth})`);
    assert.deepEqual(page.sent.slice(-2), [
      { type: 'seen', uri },
      { type: 'compareSeen', uri },
    ]);
  });

  it('is not told where there is nothing, and cannot be where the former text is gone', async () => {
    await page.receive(rich({ since: { ...since, changes: [] } }));
    assert.equal(page.document.querySelector('#since'), null);
    await page.receive(rich({ since: { ...since, changes: [], isKept: false } }));
    assert.match(page.texts('#since .quietly')[0] ?? '', /is not kept any more/);
    assert.deepEqual(page.texts('#since .button'), ['Seen']);
  });
});

it('keeps what was said last when no server reads plans any more, and leads out of that', async () => {
  await page.receive({ ...rich(), hasEnded: true });
  assert.match(page.texts('.notice p')[0] ?? '', /^The language server has ended/);
  assert.ok(page.document.querySelector('main.stale h1'));
  for (const nth of [1, 2]) await page.click(`.notice .button:nth-child(${nth})`);
  assert.deepEqual(page.sent.slice(1), [{ type: 'restart' }, { type: 'showLog' }]);
  await page.receive(rich());
  assert.equal(page.document.querySelector('.stale'), null);
});

it('leaves a number in front of a step’s words where it names no milestone', async () => {
  const steps = [step({ text: 'Fill 1: it', milestone: 0 }), step({ line: 1, text: 'M1: Fill it', milestone: 0 })];
  await page.receive({ front: front(plan(steps, { milestones: [milestone(0, steps)] })) });
  assert.deepEqual(page.texts('.step .text'), ['Fill 1: it', 'Fill it']);
});
