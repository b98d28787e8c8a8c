import assert from 'node:assert/strict';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { type JournalRecord, markOf } from '../../files/journal/records';
import { JournalStore } from '../../files/journal/store';
import { OwnLinesReader } from '../../node/fileJournals';
import { nodeJournalDisk } from '../../node/journalDisk';
import { toolWrittenNotification } from '../../server/src/protocol';
import { TestClient } from '../support/client';

const own = '- [x] (2026-02-09 11:19Z) Write the log.';
const text = `# Move the queue\n\n## Progress\n\n${own}\n- [x] (2026-02-09 11:20Z) Read it.\n- [ ] Replay it.\n\n## Decision Log\n\n## Surprises & Discoveries\n\n## Outcomes & Retrospective\n`;

describe('the lines of a plan that tools have written', () => {
  let folder: string;
  let path: string;
  let uri: string;
  let client: TestClient | undefined;
  /** What is to be done a moment later. */
  let later: (() => void)[];
  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'execplan-own-')));
    path = join(folder, 'plan.md');
    uri = pathToFileURL(path).href;
    writeFileSync(path, text);
    later = [];
  });
  afterEach(() => {
    client?.stop();
    rmSync(folder, { recursive: true });
  });

  const start = async () => {
    const reader = new OwnLinesReader(join(folder, 'journal'));
    client = await TestClient.start({
      initializationOptions: { progress: true, files: true },
      environment: {
        later: (_, callback) => {
          later.push(callback);
          return { dispose: () => void later.splice(later.indexOf(callback) >>> 0, 1) };
        },
        journals: {
          ownLines: () => reader.read(path),
          remember: (_, records) => remember(...records),
        },
      },
      files: { [uri]: text },
    });
    await client.open(uri, text);
    return client;
  };
  const store = () => new JournalStore(nodeJournalDisk(join(folder, 'journal')));
  const remember = (...records: JournalRecord[]) => store().add(path, ...records);
  const marked = async (of: TestClient) =>
    (await of.details(uri))?.steps.map(({ isWrittenByTool }) => isWrittenByTool ?? false);

  it('are told with its steps, and no others', async () => {
    store().add(
      path,
      { kind: 'reading', reading: emptyReading },
      { kind: 'lines', lines: [{ line: markOf(own), time: 1 }] },
    );
    assert.deepEqual(await marked(await start()), [true, false, false]);
  });

  it('are told with its entries, and no others', async () => {
    const [decided, found] = ['  Date/Author: 2026-02-09 11:19Z, agent', '- The log is empty (2026-02-09 11:20Z).'];
    const more = text
      .replace('## Decision Log\n', `## Decision Log\n\n- Decision: Keep it.\n  Rationale: Short.\n${decided}\n`)
      .replace('## Surprises & Discoveries\n', `## Surprises & Discoveries\n\n${found}\n`);
    const lines = [{ line: markOf(decided), time: 1 }];
    store().add(path, { kind: 'reading', reading: emptyReading }, { kind: 'lines', lines });
    const server = await start();
    await server.change(uri, 2, { text: more });
    assert.deepEqual(
      (await server.details(uri))?.entries.map(({ role, stamp, isWrittenByTool }) => [role, stamp, isWrittenByTool]),
      [
        ['decisions', '2026-02-09 11:19Z', true],
        ['surprises', '2026-02-09 11:20Z', undefined],
      ],
    );
  });

  it('are none where nothing is remembered', async () => {
    assert.deepEqual(await marked(await start()), [false, false, false]);
  });

  it('are told once more when they are put down behind the plan, and then no more', async () => {
    const server = await start();
    assert.deepEqual(await marked(server), [false, false, false]);
    store().add(
      path,
      { kind: 'reading', reading: emptyReading },
      { kind: 'lines', lines: [{ line: markOf(own), time: 1 }] },
    );
    while (server.progress.size > 0) await server.progress.take();
    const looks = later.splice(0);
    for (const look of looks) look();
    assert.equal((await server.progress.take()).uri, uri);
    assert.deepEqual(await marked(server), [true, false, false]);
    assert.equal(server.progress.size, 0);
  });

  it('are put down where a tool of the editor has written them, with how the file stands', async () => {
    const server = await start();
    await server.notify(toolWrittenNotification, { uri, lines: [own, ''], time: 7, isSaved: true });
    assert.deepEqual(await marked(server), [true, false, false]);
    const { reading, lines } = store().read(path) ?? assert.fail();
    assert.deepEqual(lines, [{ line: markOf(own), time: 7 }]);
    assert.deepEqual(
      reading?.steps?.map(({ state }) => state),
      ['done', 'done', 'open'],
    );
  });

  it('are put down without how the file stands where the file is not saved', async () => {
    const server = await start();
    await server.notify(toolWrittenNotification, { uri, lines: [own], time: 7, isSaved: false });
    assert.deepEqual(await marked(server), [true, false, false]);
    assert.equal(store().read(path)?.reading, undefined);
  });
});

const emptyReading = {
  text: 'h0',
  time: 1,
  steps: [],
  entries: [],
  rest: '',
  roles: [],
  title: undefined,
  next: undefined,
  plans: 1,
};
