import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { rules } from '../../core/rules/list';
import { cacheFolder } from '../../node/cacheFolder';
import { type PlanSnapshot, scanFilesRequest } from '../../server/src/protocol';
import type { Environment } from '../../server/src/workspace/environment';
import { type WorkerFile, WorkerPool } from '../../server/src/workspace/workerPool';
import { TestClient } from '../support/client';
import { threadInMemory } from '../support/threadInMemory';

const folderUri = 'file:///work';
const uris = Array.from({ length: 10 }, (_, i) => `${folderUri}/plans/${i}.md`);
const plan = (i: number, step = '- [x] (2026-02-20 10:07Z) Add the table') =>
  `# Plan ${i}

This ExecPlan is a living document.

## Purpose / Big Picture

Pages load at once. See [the notes](notes-${i}.md) for how they do.

## Progress

${step}
- [ ] Fill it on the first request

## Surprises & Discoveries

None yet.

## Decision Log

None yet.

## Outcomes & Retrospective

None yet.
`;

describe('readings that are kept', () => {
  let storage: string;
  /** The files on disk, by URI. */
  let disk: Map<string, string>;
  let clients: TestClient[];
  beforeEach(() => {
    storage = mkdtempSync(join(tmpdir(), 'execplan-readings-'));
    disk = new Map(uris.flatMap((uri, i) => [[uri, plan(i)] as const, [noteOf(i), '# Notes\n'] as const]));
    clients = [];
  });
  afterEach(() => {
    for (const client of clients) client.stop();
    rmSync(storage, { recursive: true });
  });
  const noteOf = (i: number) => `${folderUri}/plans/notes-${i}.md`;

  interface Window {
    settings?: object;
    environment?: Partial<Environment>;
    isKept?: boolean;
  }

  /** A server of its own that is asked for all plans; `end` has it shut down. `readAnew` has a thread read them. */
  async function open({ settings = {}, environment = {}, isKept = true }: Window = {}) {
    const readUtf8 = async (uri: string) => {
      const text = disk.get(uri);
      return text === undefined ? ('gone' as const) : { text };
    };
    const readAnew: string[] = [];
    class CountingPool extends WorkerPool {
      override read(file: WorkerFile, ...others: [never]) {
        readAnew.push(file.uri);
        return super.read(file, ...others);
      }
    }
    const client = await TestClient.start({
      folders: [folderUri],
      initializationOptions: { progress: true, files: true, ...(isKept && { storage: pathToFileURL(storage).href }) },
      settings,
      files: Object.fromEntries(disk),
      environment: {
        readUtf8,
        rules,
        workerPool: new CountingPool([() => threadInMemory(rules, readUtf8, environment.now)]),
        storage: { folder: () => cacheFolder(storage, storage), build: () => 'this build' },
        ...environment,
      },
    });
    clients.push(client);
    const results = await client.request(scanFilesRequest, { files: uris.map((uri) => ({ uri, isPlan: false })) });
    const snapshots = new Map<string, PlanSnapshot>();
    const arrives = async (isAll: () => boolean) => {
      while (!isAll()) {
        const snapshot = await client.progress.take();
        snapshots.set(snapshot.uri, snapshot);
      }
    };
    const accepted = results.filter((each) => each === 'accepted').length;
    await arrives(() => snapshots.size === accepted && [...snapshots.values()].every(({ findings }) => findings));
    const told = () => Object.fromEntries([...snapshots].sort(([a], [b]) => (a < b ? -1 : 1)));
    return { client, readAnew, told, arrives, snapshots, end: () => client.ask('shutdown', '') };
  }

  /** All that a window without a store tells. */
  async function afresh(window: Window = {}) {
    const { told } = await open({ ...window, isKept: false });
    return told();
  }

  const warm = async (window: Window = {}) => (await open(window)).end();

  it('are told of at once by the next server, with their findings', async () => {
    const first = await open();
    assert.equal(first.readAnew.length, 20);
    await first.end();
    const second = await open();
    assert.deepEqual(second.readAnew, []);
    assert.deepEqual(second.told(), first.told());
  });

  it('are read anew where the text is another one of the same size and time', async () => {
    await warm();
    const [uri] = uris as [string];
    disk.set(uri, plan(0).replace('[ ]', '[x]'));
    const { readAnew, told } = await open();
    assert.deepEqual(new Set(readAnew), new Set([uri]));
    assert.deepEqual(told(), await afresh());
    assert.equal(told()[uri]?.plans[0]?.figures.done, 2);
  });

  it('are gone where the file is', async () => {
    await warm();
    disk.delete(uris[3] as string);
    const { told } = await open();
    assert.equal(told()[uris[3] as string], undefined);
  });

  it('do not outlive the instant when the clock overtakes a stamp, nor one that is set back', async () => {
    const [uri] = uris as [string];
    const at = (time: string): Window => ({ environment: { now: () => Date.parse(time) } });
    disk.set(uri, plan(0, '- [x] (2026-03-01 10:00Z) Add the table'));
    await warm(at('2026-03-01T09:30:00Z'));
    for (const time of ['2026-03-01T11:00:00Z', '2026-03-01T09:31:00Z', '2026-03-01T08:00:00Z'])
      assert.deepEqual((await open(at(time))).told(), await afresh(at(time)), time);
    const later = await open(at('2026-03-01T11:00:00Z'));
    const sooner = await open(at('2026-03-01T09:31:00Z'));
    assert.notDeepEqual(later.told()[uri]?.findings, sooner.told()[uri]?.findings);
    assert.deepEqual(new Set(later.readAnew), new Set([uri]));
  });

  it('are read anew by another zone, other options of a rule, and another build', async () => {
    await warm();
    const others: Window[] = [
      { environment: { timeZone: 'Asia/Tokyo' } },
      { settings: { rules: { 'done-without-timestamp': 'error' } } },
      { environment: { storage: { folder: () => cacheFolder(storage, storage), build: () => 'another' } } },
    ];
    for (const other of others) {
      const { readAnew, told } = await open(other);
      assert.equal(readAnew.length, 20);
      assert.deepEqual(told(), await afresh(other));
    }
    assert.deepEqual((await open()).readAnew, []);
  });

  it('are checked anew where a file has come or gone that they link to, and only these', async () => {
    const settings = { workspaceDiagnostics: true };
    const settled = async (window: Awaited<ReturnType<typeof open>>, hasFinding: boolean) => {
      const { arrives, snapshots } = window;
      await arrives(() => (snapshots.get(uris[5] as string)?.findings?.information ?? 0) > 0 === hasFinding);
    };
    const first = await open({ settings });
    // All are checked once more, when it is known what is there.
    let count = 0;
    await first.arrives(() => count++ === uris.length);
    await first.end();
    disk.delete(noteOf(5));
    const second = await open({ settings });
    await settled(second, true);
    // That one is read by the server itself.
    assert.deepEqual(second.readAnew, []);
    await second.end();
    const third = await open({ settings });
    await settled(third, true);
    assert.deepEqual(third.readAnew, []);
    await third.end();
    disk.set(noteOf(5), '# Notes\n');
    const fourth = await open({ settings });
    await settled(fourth, false);
    assert.deepEqual(fourth.readAnew, []);
  });

  it('count as missing where they are damaged, cut off, or of another user', async () => {
    await warm();
    const expected = await afresh();
    const damages: ((text: string) => string)[] = [
      (text) => text.replace('"done":1', '"done":7'),
      (text) => text.slice(0, text.length / 2),
      () => '',
      (text) => text.slice(text.indexOf('\n') + 1),
    ];
    for (const damage of damages) {
      for (const name of readdirSync(storage).filter((each) => each.startsWith('checks-')))
        writeFileSync(join(storage, name), damage(readFileSync(join(storage, name), 'utf8')));
      const { told, readAnew, end } = await open();
      assert.deepEqual(told(), expected);
      assert.equal(readAnew.length, 20);
      await end();
    }
    rmSync(join(storage, 'key'));
    const { told, readAnew } = await open();
    assert.deepEqual(told(), expected);
    assert.equal(readAnew.length, 20);
  });

  it('are kept by two windows at once, of both', async () => {
    const one = await open();
    disk.set(uris[1] as string, plan(1).replace('[ ]', '[x]'));
    const other = await open();
    await Promise.all([one.end(), other.end()]);
    const next = await open();
    assert.deepEqual(new Set(next.readAnew), new Set([]));
    assert.deepEqual(next.told(), await afresh());
  });

  it('are kept for this user alone, and nothing is where the client names no folder', async () => {
    await (await open({ isKept: false })).end();
    assert.deepEqual(readdirSync(storage), []);
    await warm();
    for (const name of readdirSync(storage)) assert.equal(statSync(join(storage, name)).mode & 0o77, 0, name);
  });
});
