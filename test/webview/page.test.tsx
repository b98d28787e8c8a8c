import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import { openPage, type Page } from '../support/webviewPage';
import { drawnPlan, front, milestone, plan, step } from '../support/webviewPlans';

const uri = 'file:///w/plans/thumbnails.md';
const drawn = { front: front(drawnPlan()) };
/** The drawing's plan with one step's state changed, as the host would send it next. */
const withState = (index: number, state: 'done' | 'open', identity = 'v2') => {
  const { milestones, recorded, steps } = drawnPlan();
  const changed = steps.map((each, at) => (at === index ? { ...each, state } : each));
  const titled = milestones.map(({ title }, at) => milestone(at, changed, { title }));
  return { front: front(plan(changed, { milestones: titled, recorded }), { identity }) };
};

let page: Page;
beforeEach(async () => {
  mock.timers.enable({ apis: ['Date', 'setInterval'], now: Date.parse('2026-03-05T10:57:30Z') });
  page = await openPage();
});
afterEach(async () => {
  await page.close();
  mock.timers.reset();
});

const attribute = (selector: string, name: string) => page.document.querySelector(selector)?.getAttribute(name);
const row = (text: string) => {
  const words = [...page.document.querySelectorAll('.row :is(.text, .name)')].find((each) => each.textContent === text);
  const found = words?.closest<HTMLElement>('[role=treeitem]');
  assert.ok(found, `Expected a row “${text}”`);
  return found;
};
const box = (text: string) => row(text).querySelector('.box') as HTMLElement;
const headings = () => page.texts('h2 .name');

describe('the page', () => {
  it('says that it listens, and shows nothing until it is told', async () => {
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    assert.deepEqual(page.sent, [{ type: 'ready', timeZone }]);
    assert.equal(page.document.body.textContent, '');
    await page.receive({ front: undefined });
    assert.deepEqual(page.texts('.nothing'), ['Open a plan to see its progress.']);
  });

  it('shows a plan’s name, figures and age, which advances by itself', async () => {
    await page.receive(drawn);
    assert.deepEqual(page.texts('h1, .path'), ['Serve thumbnails from a cache', 'plans/thumbnails.md']);
    assert.deepEqual(page.texts('.figures > span'), ['12 of 29 · 1 partly', 'recorded 12 min ago']);
    await page.act(() => mock.timers.tick(60_000));
    assert.deepEqual(page.texts('.figures > span').at(-1), 'recorded 13 min ago');
  });

  it('names a plan without title by its file', async () => {
    await page.receive({ front: front(plan([], { title: undefined })) });
    assert.deepEqual(page.texts('h1'), ['thumbnails.md']);
  });

  it('says what it looked for when there are no boxes, and lists milestones all the same', async () => {
    await page.receive({ front: front(plan([], { milestones: [milestone(0, [])] })) });
    const text = page.document.body.textContent ?? '';
    assert.match(text, /No steps found: list them as - \[ \] items below a Progress heading\./);
    assert.doesNotMatch(text, /0 of 0/);
    assert.deepEqual(page.texts('.milestone .name'), ['1 · First part']);
    assert.equal(page.document.querySelector('[role=progressbar]'), null);
    assert.equal(page.document.querySelector('.next'), null);
  });

  it('counts what was recorded without boxes, and acceptance apart', async () => {
    const acceptance = { done: 1, partial: 0, open: 2 };
    await page.receive({
      front: front(plan([], { records: 14, acceptance, milestones: [milestone(0, [], { acceptance })] })),
    });
    assert.deepEqual(page.texts('.figures > span').at(0), '14 recorded, no boxes');
    assert.deepEqual(page.texts('.acceptance'), ['Acceptance: 1 of 3 done', 'Acceptance: 1 of 3 done']);
    assert.doesNotMatch(page.document.body.textContent ?? '', /No steps found|0 of 0/);
  });

  it('says why the file in the editor is not the plan that it shows', async () => {
    await page.receive({ ...drawn, notice: 'No ExecPlan was found in PLANS.md.' });
    assert.deepEqual(page.texts('.notice, h1'), [
      'No ExecPlan was found in PLANS.md.',
      'Serve thumbnails from a cache',
    ]);
    await page.receive(drawn);
    assert.deepEqual(page.texts('.notice'), []);
  });

  it('says that the file was changed while the plan is unsaved, and leads to what differs', async () => {
    await page.receive({ front: front(drawnPlan(), { isConflict: true }) });
    assert.match(page.texts('.notice p')[0] ?? '', /^Changed on disk: VS Code has not read/);
    await page.receive({ front: front(drawnPlan(), { isConflict: true, isDirty: true }) });
    assert.match(page.texts('.notice p')[0] ?? '', /^Changed on disk and unsaved/);
    await page.click('.notice .button');
    assert.deepEqual(page.sent.slice(1), [{ type: 'compare', uri }]);
    await page.receive(drawn);
    assert.deepEqual(page.texts('.notice'), []);
  });

  it('names the settings that make it another plan for others than this editor', async () => {
    await page.receive({ front: front(drawnPlan(), { editorOnly: ['marks', 'files.include'] }) });
    assert.deepEqual(page.texts('.editor-only'), [
      'Only this editor follows execplan.marks, execplan.files.include; the command line reads execplan.config.json alone.',
    ]);
    await page.receive(drawn);
    assert.deepEqual(page.texts('.editor-only'), []);
  });

  it('shows translations when the host has them', async () => {
    await page.receive(drawn, { Reveal: 'Zeigen', '{0} of {1}': 'von {1} sind {0}' });
    assert.ok(page.texts('.next .actions > *').includes('Zeigen'));
    assert.match(page.texts('.figures > span')[0] ?? '', /^von 29 sind 12/);
    await page.receive(drawn, {});
  });

  it('keeps the text of a plan text', async () => {
    const evil = '<img src=x onerror=alert(1)>';
    const steps = [step({ text: `${evil} \`${evil}\``, state: 'partial', remaining: evil, stamp: evil, milestone: 0 })];
    const milestones = [milestone(0, steps, { title: evil })];
    await page.receive({ front: front(plan(steps, { title: evil, milestones }), { path: evil }) });
    assert.equal(page.document.querySelector('img'), null);
    assert.deepEqual(page.texts('h1, .path, .step .text'), [evil, evil, `${evil} ${evil}`]);
  });
});

describe('the next step', () => {
  it('can be ticked, split, revealed and handed over', async () => {
    await page.receive(drawn);
    assert.deepEqual(page.texts('.next p'), ['Fill it on the first request', 'remaining: purge']);
    assert.deepEqual(page.texts('.next h2 span'), ['Next', '2 · Cache table and migration']);
    for (const nth of [1, 2, 3, 4]) await page.click(`.next .actions > :nth-child(${nth})`);
    assert.deepEqual(page.sent.slice(1), [
      { type: 'action', uri, action: 'tick', params: { identity: 'v1', lines: [22] } },
      { type: 'reveal', uri, line: 22 },
      { type: 'command', command: 'handoff', uri, identity: 'v1', line: 0 },
    ]);
    await page.receive(drawn);
    await page.click('.next .actions > :nth-child(2)');
    assert.deepEqual(page.sent.at(-1), { type: 'command', command: 'split', uri, identity: 'v1', line: 22 });
  });

  it('is absent when all is done', async () => {
    await page.receive({ front: front(plan([step({ state: 'done' })])) });
    assert.equal(page.document.querySelector('.next'), null);
    assert.equal(page.texts('.figures > span')[0], '1 of 1 ✓');
  });

  it('is not ticked by a double click on the one before, nor by a key held down', async () => {
    await page.receive(drawn);
    const button = page.document.querySelector('.next .actions > *');
    await page.act(() => button?.dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 1 })));
    await page.receive(withState(12, 'done'));
    await page.act(() => button?.dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 2 })));
    assert.equal(page.sent.length, 2);
    const held = new KeyboardEvent('keydown', { key: 'Enter', repeat: true, bubbles: true, cancelable: true });
    await page.act(() => button?.dispatchEvent(held));
    assert.equal(held.defaultPrevented, true);
    assert.equal(button?.localName, 'button');
  });
});

describe('a step', () => {
  it('says of a stamp that a tool has written it, in words for who does not see the point', async () => {
    const stamp = '2026-03-05 10:45Z';
    const own = step({ text: 'Write it', state: 'done', stamp, isWrittenByTool: true });
    await page.receive({ front: front(plan([own, step({ line: 1, text: 'Read it', state: 'done', stamp })])) });
    assert.equal(row('Write it').querySelector('time.by-tool .heard')?.textContent, 'written by a tool');
    assert.equal(row('Write it').querySelector('time')?.getAttribute('title'), `${stamp}, written by a tool`);
    assert.equal(row('Read it').querySelector('.by-tool'), null);
    assert.equal(row('Read it').querySelector('time')?.getAttribute('title'), stamp);
  });

  it('has a box, its words, and a stamp or what remains', async () => {
    await page.receive(drawn);
    const states = () => [...page.document.querySelectorAll('.step')].map((each) => each.getAttribute('aria-checked'));
    assert.deepEqual(states(), ['mixed', 'false', 'false', 'false', 'false']);
    assert.deepEqual(page.texts('.step .note'), ['remaining: purge']);
    await page.act(() => row('4 done').click());
    assert.deepEqual(states().slice(5), ['true', 'true', 'true', 'true']);
    assert.deepEqual(page.texts('.step time'), Array(4).fill('10:45Z'), 'of today');
    assert.equal(attribute('.step time', 'title'), '2026-03-05 10:45Z');
  });

  it('that was dropped is struck out and counts nowhere', async () => {
    const steps = [step({ line: 1, state: 'done' }), step({ line: 2, state: 'dropped', text: 'Given up' })];
    const figures = { done: 1, partial: 0, open: 0 };
    await page.receive({ front: front(plan(steps, { figures, next: undefined, milestones: [milestone(0, [])] })) });
    assert.deepEqual(page.texts('.dropped .text'), ['Given up']);
    assert.equal(row('Given up').getAttribute('aria-checked'), 'false');
    assert.deepEqual(page.texts('.figures > span').at(0), '1 of 1 ✓');
  });

  it('is ticked only when the host says so', async () => {
    await page.receive(drawn);
    await page.act(() => box('Purge old entries').click());
    assert.deepEqual(page.sent.at(-1), {
      type: 'action',
      uri,
      action: 'tick',
      params: { identity: 'v1', lines: [24] },
    });
    assert.equal(row('Purge old entries').getAttribute('aria-checked'), 'false');
    assert.equal(row('Purge old entries').getAttribute('aria-busy'), 'true');
    await page.act(() => box('Purge old entries').click());
    assert.equal(page.sent.length, 2, 'a second click waits for the answer to the first');
    await page.receive(withState(14, 'done'));
    assert.equal(row('Purge old entries').getAttribute('aria-checked'), 'true');
    assert.equal(row('Purge old entries').getAttribute('aria-busy'), 'false');
  });

  it('is free again when the host refused', async () => {
    await page.receive(drawn);
    await page.act(() => box('Purge old entries').click());
    await page.receive(drawn);
    assert.equal(row('Purge old entries').getAttribute('aria-checked'), 'false');
    assert.equal(row('Purge old entries').getAttribute('aria-busy'), 'false');
  });

  it('that is done is unticked, and is revealed by its words', async () => {
    await page.receive(drawn);
    await page.act(() => row('4 done').click());
    await page.act(() => box('Add the cache table').click());
    await page.act(() => (row('Add the cache table').querySelector('.text') as HTMLElement).click());
    assert.deepEqual(page.sent.slice(1), [
      { type: 'action', uri, action: 'untick', params: { identity: 'v1', lines: [18] } },
      { type: 'reveal', uri, line: 18 },
    ]);
  });

  it('keeps its element, and so the focus, when lines are inserted above', async () => {
    const steps = [step({ line: 5, text: 'a' }), step({ line: 6, text: 'b' })];
    await page.receive({ front: front(plan(steps)) });
    const before = row('b');
    const moved = [step({ line: 5, text: 'new' }), step({ line: 6, text: 'a' }), step({ line: 7, text: 'b' })];
    await page.receive({ front: front(plan(moved), { identity: 'v2' }) });
    assert.equal(row('b'), before);
  });

  it('is one of seven hundred', async () => {
    const steps = Array.from({ length: 700 }, (_, line) => step({ line, state: line < 300 ? 'done' : 'open' }));
    await page.receive({ front: front(plan(steps), { openFirst: false }) });
    assert.equal(page.document.querySelectorAll('.step').length, 700);
    assert.equal(page.texts('.figures > span')[0], '300 of 700');
  });
});

describe('milestones', () => {
  const open = () =>
    [...page.document.querySelectorAll('.row.milestone')].map((each) => each.getAttribute('aria-expanded'));
  const chevron = (nth: number) =>
    page.act(() => page.document.querySelectorAll<HTMLElement>('.milestone .chevron')[nth]?.click());

  it('have figures, and start folded but for the one of the next step', async () => {
    await page.receive(drawn);
    assert.deepEqual(page.texts('h2 .name, h2 .count').slice(0, 2), ['Milestones', '1 of 3']);
    assert.deepEqual(page.texts('.row .count'), ['8/8 ✓', '4/9', '0/12']);
    assert.deepEqual(open(), ['false', 'true', 'false']);
  });

  it('are revealed by their titles', async () => {
    await page.receive(drawn);
    await page.click('.milestone .name');
    assert.deepEqual(page.sent.at(-1), { type: 'reveal', uri, line: 100 });
  });

  it('fold and unfold, which the page remembers when it is made anew', async () => {
    await page.receive(drawn);
    await chevron(0);
    await chevron(1);
    assert.deepEqual(open(), ['true', 'false', 'false']);
    assert.equal(page.document.querySelectorAll('.step').length, 8);
    const stored = page.stored();
    assert.doesNotMatch(JSON.stringify(stored), /Add the cache table|identity/, 'no host data');
    await page.close();
    page = await openPage(JSON.parse(JSON.stringify(stored)));
    await page.receive(withState(13, 'done'));
    assert.deepEqual(open(), ['true', 'false', 'false']);
    await page.receive({ front: front(drawnPlan(), { uri: 'file:///w/other.md' }) });
    assert.deepEqual(open(), ['false', 'true', 'false'], 'another plan has folds of its own');
  });

  it('fold as a whole', async () => {
    await page.receive(drawn);
    await page.click('h2 .fold');
    assert.equal(attribute('h2 .fold', 'aria-expanded'), 'false');
    assert.equal(page.document.querySelector('.milestone'), null);
  });

  it('without steps are listed without bar and fold', async () => {
    const steps = [step({ milestone: 0 })];
    await page.receive({ front: front(plan(steps, { milestones: [milestone(0, steps), milestone(1, steps)] })) });
    assert.deepEqual(page.texts('.row .name'), ['1 · First part', '2 · Second part']);
    assert.deepEqual(page.texts('.row .count'), ['0/1', '–']);
    assert.equal(page.document.querySelectorAll('.milestone .bar').length, 1);
    assert.deepEqual(open(), ['true', null]);
  });

  it('leave the steps of none to a section of their own', async () => {
    const steps = [step({ line: 1, milestone: 0 }), step({ line: 2 }), step({ line: 3, state: 'done' })];
    await page.receive({ front: front(plan(steps, { milestones: [milestone(0, steps)] })) });
    assert.deepEqual(headings().slice(0, 2), ['Milestones', 'Other steps']);
    assert.deepEqual(page.texts('#steps .text'), ['Step at line 2', 'Step at line 3']);
    await page.receive({ front: front(plan([step()])) });
    assert.equal(headings()[0], 'Steps');
  });
});

describe('those who do not see the page', () => {
  it('hear how far the plan and each milestone are', async () => {
    await page.receive(drawn);
    const bars = [...page.document.querySelectorAll('[role=progressbar]')].map((bar) =>
      ['aria-label', 'aria-valuemin', 'aria-valuenow', 'aria-valuemax', 'aria-valuetext'].map((name) =>
        bar.getAttribute(name),
      ),
    );
    assert.deepEqual(bars, [['Progress of the plan', '0', '12', '29', '12 of 29 done, 1 partly']]);
    assert.equal(page.texts('.milestone .heard')[0], '8 of 8 done');
  });

  it('hear of figures only when they change', async () => {
    await page.receive(drawn);
    assert.deepEqual(page.texts('[role=status]'), ['']);
    await page.receive(withState(13, 'done'));
    assert.deepEqual(page.texts('[role=status]'), ['13 of 29 done, 1 partly']);
    const region = page.document.querySelector('[role=status]')?.firstChild;
    await page.receive(withState(13, 'done', 'v3'));
    assert.equal(page.document.querySelector('[role=status]')?.firstChild, region, 'the same words are not said again');
  });
});

describe('the place in the page', () => {
  it('is kept for each plan', async () => {
    const other = { front: front(drawnPlan(), { uri: 'file:///w/other.md' }) };
    await page.receive(drawn);
    await page.act(() => {
      window.scrollTo(0, 120);
      window.dispatchEvent(new Event('scroll'));
    });
    await page.receive(other);
    assert.equal(window.scrollY, 0);
    await page.receive(drawn);
    assert.equal(window.scrollY, 120);
    const stored = page.stored();
    await page.close();
    page = await openPage(stored);
    await page.receive(drawn);
    assert.equal(window.scrollY, 120);
  });
});

it('takes every colour from the theme', () => {
  for (const name of ['page', 'lists']) {
    const styles = readFileSync(`webview/${name}.css`, 'utf8').replace(/\/\*.*?\*\//gs, '');
    assert.doesNotMatch(styles, /#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?)\(|:\s*(?:white|black|red|gr[ae]y)\b/i);
  }
});
