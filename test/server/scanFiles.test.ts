import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { rules } from '../../core/rules/list';
import { scanFilesRequest } from '../../server/src/protocol';
import { serveWorker, type Utf8State, WorkerPool, type WorkerThread } from '../../server/src/workspace/workerPool';
import { type ClientOptions, TestClient } from '../support/client';

const plan = (done: number) =>
  `# T\n\n## Purpose\n\n## Progress\n\n${'- [x] a\n'.repeat(done)}- [~] b\n\n## Surprises\n\n## Decision Log\n`;
const uris = Array.from({ length: 20 }, (_, i) => `file:///plans/${i}.md`);

/** A disk in memory; what is not on it is gone. */
function diskOf(states: Record<string, Utf8State>) {
  return async (uri: string): Promise<Utf8State> => states[uri] ?? 'gone';
}

/** Runs in the same thread, and ends by itself before it answers so many files. */
function reader(read: (uri: string) => Promise<Utf8State>, life = Number.POSITIVE_INFINITY) {
  const seen = { started: 0, ended: 0, read: 0 };
  const start = (): WorkerThread => {
    seen.started++;
    let hear: Parameters<WorkerThread['onAnswer']>[0] = () => {};
    let endNow = () => {};
    const post = serveWorker(rules, read, Date.now, (answer) => {
      if (seen.read === life) return endNow();
      seen.read++;
      hear(structuredClone(answer));
    });
    return {
      post: (question) => post(structuredClone(question)),
      onAnswer: (listener) => {
        hear = listener;
      },
      onEnd: (listener) => {
        endNow = listener;
      },
      end: () => void seen.ended++,
    };
  };
  return { seen, start };
}

describe('files that the server reads itself', () => {
  let client: TestClient;
  afterEach(() => client.stop());
  const started = async (environment: ClientOptions['environment'], settings?: unknown) => {
    const initializationOptions = { progress: true, files: true };
    client = await TestClient.start({ initializationOptions, environment: environment ?? {}, settings });
    return client;
  };
  const look = (files: string[], isPlan = false) =>
    client.request(scanFilesRequest, { files: files.map((uri) => ({ uri, isPlan })) });
  const told = async (count: number) => {
    const all = await Promise.all(Array.from({ length: count }, () => client.progress.take()));
    return new Map(all.map(({ uri, plans }) => [uri, plans[0]?.figures.done]));
  };

  it('are what they are: plans, none, gone, large, locked, or in an odd encoding', async () => {
    const [a, b, c, d, e, f] = uris as [string, string, string, string, string, string];
    const states: Record<string, Utf8State> = { [a]: { text: plan(2) }, [b]: { text: '# B' } };
    Object.assign(states, { [c]: 'large', [d]: 'unknown', [e]: 'notUtf8' });
    await started({ readUtf8: diskOf(states) });
    assert.deepEqual(await look([a, b, c, d, e, f]), ['accepted', 'none', 'large', 'unknown', 'notUtf8', 'none']);
    assert.deepEqual(await told(1), new Map([[a, 2]]));
    assert.equal((await client.details(a))?.steps.length, 3);
    states[a] = 'unknown';
    assert.deepEqual(await look([a]), ['unknown']);
    states[a] = 'gone';
    assert.deepEqual(await look([a]), ['none']);
    assert.deepEqual(await told(1), new Map([[a, undefined]]));
    assert.deepEqual(await look([b], true), ['accepted']);
    assert.equal((await client.progress.take()).uri, b);
    assert.equal(client.progress.size, 0);
  });

  it('are all sent by the client where the server has no disk', async () => {
    await started({});
    assert.deepEqual(await look(uris.slice(0, 2)), ['notUtf8', 'notUtf8']);
  });

  it('are read elsewhere when they are many, by the same settings, and what reads them ends with them', async () => {
    const readUtf8 = diskOf(Object.fromEntries(uris.map((uri, i) => [uri, { text: plan(i) }])));
    const [one, other] = [reader(readUtf8), reader(readUtf8)];
    const settings = { marks: { '~': 'done' }, workspaceDiagnostics: true };
    await started({ readUtf8, workerPool: new WorkerPool([one.start, other.start]) }, settings);
    assert.deepEqual(new Set(await look(uris)), new Set(['accepted']));
    assert.deepEqual(await told(40), new Map(uris.map((uri, i) => [uri, i + 1])));
    assert.equal(one.seen.read + other.seen.read, 40);
    assert.deepEqual([one.seen.started, one.seen.ended, other.seen.started, other.seen.ended], [1, 1, 1, 1]);
    const { diagnostics } = await client.diagnostics.take();
    assert.equal(diagnostics[0]?.codeDescription?.href, 'file:///docs/rules/missing-living-section.md');
    await client.changeSettings({});
    assert.deepEqual(await told(20), new Map(uris.map((uri, i) => [uri, i])));
    assert.deepEqual([one.seen.started, one.seen.ended], [2, 2]);
  });

  it('have their figures told first, and their findings when all figures are known', async () => {
    const readUtf8 = diskOf(Object.fromEntries(uris.map((uri, i) => [uri, { text: plan(i) }])));
    const [one, last] = [reader(readUtf8), reader(readUtf8)];
    await started({ readUtf8, workerPool: new WorkerPool([one.start, last.start]) });
    await look(uris);
    const all = await Promise.all(Array.from({ length: 40 }, () => client.progress.take()));
    const firstFinding = all.findIndex(({ findings }) => findings);
    const figures = all.slice(0, firstFinding);
    // The last reader begins with it while the others still work on what they have before them.
    assert.ok(figures.length >= 20 - 6, `${figures.length} figures before the first finding`);
    assert.ok(figures.every(({ plans }) => plans[0]?.title === 'T'));
    const checked = all.filter(({ findings }) => findings);
    assert.deepEqual(new Set(checked.map(({ uri }) => uri)), new Set(uris));
    assert.ok(checked.every(({ findings }) => findings?.information === 3));
    assert.ok(one.seen.read <= 20 && last.seen.read >= 20, 'the last reader alone looks for findings');
  });

  it('are as new as their steps first, and as new as their entries when the rules have looked', async () => {
    const text = plan(1)
      .replace('- [x] a', '- [x] (2026-02-09 11:19Z) a')
      .concat('\n- Decision: B.\n  Date: 2026-03-01 08:00Z\n');
    const readUtf8 = diskOf(Object.fromEntries(uris.map((uri) => [uri, { text }])));
    await started({ readUtf8, workerPool: new WorkerPool([reader(readUtf8).start]) });
    await look(uris);
    for (let i = 0; i < 40; i++) {
      const { plans, findings } = await client.progress.take();
      const newest = findings ? '2026-03-01T08:00Z' : '2026-02-09T11:19Z';
      assert.equal(plans[0]?.recorded?.latest, Date.parse(newest));
    }
  });

  it('keep their findings when they are looked at again and are the same', async () => {
    const states = Object.fromEntries(uris.map((uri, i) => [uri, { text: plan(i) }]));
    const one = reader(diskOf(states));
    await started({ readUtf8: diskOf(states), workerPool: new WorkerPool([one.start]) });
    await look(uris);
    await told(40);
    states[uris[4] as string] = { text: plan(7) };
    await look(uris);
    const again = await Promise.all(Array.from({ length: 21 }, () => client.progress.take()));
    assert.deepEqual(
      again.filter(({ findings }) => !findings).map(({ uri }) => uri),
      [uris[4]],
    );
    assert.equal(one.seen.read, 61);
  });

  it('are not looked at by rules where nobody hears of findings', async () => {
    const readUtf8 = diskOf(Object.fromEntries(uris.map((uri, i) => [uri, { text: plan(i) }])));
    const one = reader(readUtf8);
    const environment = { readUtf8, workerPool: new WorkerPool([one.start]) };
    client = await TestClient.start({ initializationOptions: { files: true }, environment });
    await look(uris);
    assert.equal((await client.details(uris[3] as string))?.figures.done, 3);
    assert.deepEqual([one.seen.read, one.seen.ended], [20, 1]);
  });

  it('are not told of again by what was read before they changed', async () => {
    const states = Object.fromEntries(uris.map((uri, i) => [uri, { text: plan(i) }]));
    let reads = 0;
    const changed = uris[3] as string;
    let takeNew = async () => {};
    const slow = async (uri: string) => {
      const state = diskOf(states)(uri);
      if (uri === changed && ++reads === 2) await takeNew();
      return state;
    };
    await started({ readUtf8: diskOf(states), workerPool: new WorkerPool([reader(slow).start]) });
    takeNew = () => client.write(changed, plan(9));
    await look(uris);
    const all = await Promise.all(Array.from({ length: 40 }, () => client.progress.take()));
    assert.equal(all.findLast(({ uri }) => uri === changed)?.plans[0]?.figures.done, 9);
    await client.details('file:///none.md');
    assert.equal(client.progress.size, 0);
  });

  it('are read by the newest settings, also when these change meanwhile', async () => {
    let change = async () => {};
    const disk = diskOf(Object.fromEntries(uris.map((uri, i) => [uri, { text: plan(i) }])));
    const readUtf8 = async (uri: string) => {
      if (uri === uris[5]) await change();
      return disk(uri);
    };
    await started({ readUtf8, workerPool: new WorkerPool([reader(readUtf8).start]) });
    change = async () => {
      change = async () => {};
      await client.changeSettings({ marks: { '~': 'done' } });
      await client.details('file:///none.md'); // the server has the settings by then
    };
    await look(uris);
    const last = new Map<string, number | undefined>();
    while (uris.some((uri, i) => last.get(uri) !== i + 1)) for (const [uri, done] of await told(1)) last.set(uri, done);
  });

  it('are read here when what reads them ends too early', async () => {
    const readUtf8 = diskOf(Object.fromEntries(uris.map((uri, i) => [uri, { text: plan(i) }])));
    await started({ readUtf8, workerPool: new WorkerPool([reader(readUtf8, 4).start]) });
    assert.deepEqual(new Set(await look(uris)), new Set(['accepted']));
    assert.deepEqual(await told(20), new Map(uris.map((uri, i) => [uri, i])));
    assert.match(await client.logs.take(), /A thread that reads files has ended/);
  });
});
