import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import type { Rule } from '../../core/rules/rule';
import { Timers } from '../../server/src/workspace/timers';
import { TestClient } from '../support/client';
import { TestClock } from '../support/clock';

const minute = 60_000;
const start = '2026-03-01T09:30:00Z';

/** Finds a plan that says when it begins, until then. */
const tooEarly: Rule = {
  id: 'too-early',
  severity: { recommended: 'warning' },
  summary: '',
  *check(plan, { now, dueAt, text }) {
    const begin = Date.parse(/begins (\S+)/.exec(text.lines.join('\n'))?.[1] ?? '');
    if (!(begin > now)) return;
    dueAt(begin);
    yield { range: plan.title?.range ?? plan.range, message: 'too early' };
  },
};

const planAt = (time: string) =>
  `# T\n\nIt begins 2026-03-01T${time}Z\n\n## Purpose\n\n## Progress\n\n- [ ] a\n\n## Surprises\n\n## Decision Log\n`;

describe('time that passes', () => {
  let client: TestClient;
  let clock: TestClock;
  afterEach(() => client.stop());
  const started = async (settings: unknown = {}, progress = true) => {
    clock = new TestClock(start);
    client = await TestClient.start({
      settings,
      initializationOptions: { progress, files: true },
      environment: { rules: [tooEarly], now: clock.now, later: clock.later },
    });
  };
  const published = async () => {
    const { uri, version, diagnostics } = await client.diagnostics.take();
    return [uri, version, diagnostics.length];
  };
  const counted = async () => {
    const { uri, findings } = await client.progress.take();
    return [uri, findings?.warning];
  };
  const uri = 'file:///a.md';
  const other = 'file:///b.md';

  it('takes a finding away without an edit, at its instant', async () => {
    await started({}, false);
    await client.open(uri, planAt('09:40'), 3);
    assert.deepEqual(await published(), [uri, 3, 1]);
    assert.deepEqual(clock.waits, [10 * minute]);
    clock.pass(10 * minute - 1);
    assert.deepEqual([client.diagnostics.size, clock.waits], [0, [1]]);
    clock.pass(1);
    assert.deepEqual(await published(), [uri, 3, 0]);
    assert.deepEqual(clock.waits, []);
  });

  it('is watched by one timer for all, which follows edits and documents that are closed', async () => {
    await started({}, false);
    await client.open(uri, planAt('09:50'));
    await client.open(other, planAt('09:40'));
    await Promise.all([published(), published()]);
    assert.deepEqual(clock.waits, [10 * minute]);
    const time = { start: { line: 2, character: 21 }, end: { line: 2, character: 26 } };
    await client.change(other, 2, { range: time, text: '10:00' });
    await published();
    assert.deepEqual(clock.waits, [20 * minute]);
    clock.pass(20 * minute);
    assert.deepEqual(await published(), [uri, 1, 0]);
    assert.deepEqual([client.diagnostics.size, clock.waits], [0, [10 * minute]]);
    await client.close(other);
    await published();
    assert.deepEqual(clock.waits, []);
  });

  it('changes what is counted of closed files, and published of them by choice', async () => {
    await started();
    await client.write(uri, planAt('09:40'));
    await client.write(other, planAt('09:50'));
    assert.deepEqual(
      [await counted(), await counted()],
      [
        [uri, 1],
        [other, 1],
      ],
    );
    clock.pass(10 * minute);
    assert.deepEqual(await counted(), [uri, 0]);
    assert.deepEqual([client.progress.size, client.diagnostics.size, clock.waits], [0, 0, [10 * minute]]);
    await client.changeSettings({ workspaceDiagnostics: true });
    assert.deepEqual(await published(), [other, undefined, 1]);
    clock.pass(10 * minute);
    assert.deepEqual(await published(), [other, undefined, 0]);
    assert.deepEqual(clock.waits, []);
  });

  it('is that of the file on disk once its editor is closed', async () => {
    await started();
    await client.write(uri, planAt('09:40'));
    await client.open(uri, planAt('09:50'));
    await Promise.all([counted(), counted()]);
    assert.deepEqual(clock.waits, [20 * minute]);
    await client.close(uri);
    assert.deepEqual(await counted(), [uri, 1]);
    assert.deepEqual(clock.waits, [10 * minute]);
    await client.write(uri, null);
    assert.deepEqual(await counted(), [uri, 0]);
    assert.deepEqual(clock.waits, []);
  });
});

describe('timers', () => {
  it('wait no longer than a timer can, and again where that is too early', () => {
    const clock = new TestClock(start);
    const due: string[][] = [];
    const timers = new Timers(clock, (keys) => due.push([...keys]));
    const longest = 2 ** 31 - 1;
    timers.set('far', clock.now() + longest + 5);
    timers.set('near', clock.now() + longest + 5);
    assert.deepEqual(clock.waits, [longest]);
    clock.pass(longest);
    assert.deepEqual([due, clock.waits], [[], [5]]);
    clock.pass(5);
    assert.deepEqual([due, clock.waits], [[['far', 'near']], []]);
  });

  it('are called once, and those that have passed at once', () => {
    const clock = new TestClock(start);
    const due: string[][] = [];
    const timers = new Timers(clock, (keys) => due.push([...keys]));
    timers.set('a', clock.now() - 5);
    assert.deepEqual(clock.waits, [0]);
    timers.set('a', undefined);
    assert.deepEqual(clock.waits, []);
    clock.pass(5);
    assert.deepEqual(due, []);
  });
});
