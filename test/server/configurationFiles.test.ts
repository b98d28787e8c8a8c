import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { FileChangeType } from 'vscode-languageserver-protocol/node';
import { rules } from '../../core/rules/list';
import { planEditRequest, planRequest, scanFilesRequest } from '../../server/src/protocol';
import type { Environment } from '../../server/src/workspace/environment';
import { PlanFinder } from '../../server/src/workspace/planFinder';
import { WorkerPool } from '../../server/src/workspace/workerPool';
import { type ClientOptions, TestClient } from '../support/client';
import { MemoryDisk } from '../support/memoryDisk';
import { threadInMemory } from '../support/threadInMemory';

const text = '# T\n\n## Purpose\n\n## Progress\n\n- [x] a\n\n## Surprises\n\n## Decision Log\n';
const top = 'file:///w/execplan.config.json';
const nearer = 'file:///w/plans/execplan.config.json';
const uri = 'file:///w/plans/deep/a.md';
const other = 'file:///w/docs/b.md';
/** Two rules find something in the text; what a level says of one of them is seen by that. */
const levels = (done: string, missing = 'off') =>
  JSON.stringify({ profile: 'minimal', rules: { 'done-without-timestamp': done, 'missing-living-section': missing } });

describe('execplan.config.json', () => {
  let client: TestClient;
  afterEach(() => client.stop());
  const started = async (files: Record<string, string>, options: ClientOptions = {}) => {
    client = await TestClient.start({
      folders: ['file:///w'],
      initializationOptions: { progress: true, files: true },
      files,
      ...options,
    });
  };
  /** The next diagnostics: the file and, by rule, the severity. */
  const published = async () => {
    const { uri, diagnostics } = await client.diagnostics.take();
    return [uri, Object.fromEntries(diagnostics.map(({ code, severity }) => [code, severity]))];
  };
  const counted = async () => {
    const { uri, findings } = await client.progress.take();
    return [uri, Object.values(findings ?? {}).join(' ')];
  };
  /** Changes a file on disk, or deletes it, and tells what the client's watchers tell. */
  const save = async (uri: string, content: string | null) => {
    const type = content === null ? FileChangeType.Deleted : FileChangeType.Changed;
    if (content === null) client.files.delete(uri);
    else client.files.set(uri, content);
    await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri, type }] });
  };

  it('wins over the settings where it says something, the nearest one alone', async () => {
    await started(
      { [top]: levels('hint'), 'file:///execplan.config.json': levels('error', 'error') },
      { settings: { profile: 'cookbook', rules: { 'missing-living-section': 'information' } } },
    );
    await client.open(uri, text);
    assert.deepEqual(await published(), [uri, { 'done-without-timestamp': 4 }]);
    await client.open('file:///elsewhere/c.md', text);
    const [, elsewhere] = await published();
    assert.equal((elsewhere as Record<string, number>)['missing-living-section'], 3);
    await save(nearer, '{ "rules": { "done-without-timestamp": "off" } }');
    const [, now] = await published();
    assert.equal((now as Record<string, number>)['missing-living-section'], 3);
    assert.equal((now as Record<string, number>)['done-without-timestamp'], undefined);
  });

  it('counts at once where it changes, comes and goes, for open plans and closed ones below it', async () => {
    await started({ [top]: levels('hint') });
    await client.write(uri, text);
    await client.write(other, text);
    assert.deepEqual(
      [await counted(), await counted()],
      [
        [uri, '0 0 0 1'],
        [other, '0 0 0 1'],
      ],
    );
    await client.open(uri, text);
    assert.deepEqual(
      [await published(), await counted()],
      [
        [uri, { 'done-without-timestamp': 4 }],
        [uri, '0 0 0 1'],
      ],
    );
    await save(nearer, levels('error'));
    assert.deepEqual(
      [await published(), await counted()],
      [
        [uri, { 'done-without-timestamp': 1 }],
        [uri, '1 0 0 0'],
      ],
    );
    await save(top, levels('off', 'error'));
    assert.deepEqual(await counted(), [other, '1 0 0 0']);
    await save(nearer, null);
    assert.deepEqual(
      [await published(), await counted()],
      [
        [uri, { 'missing-living-section': 1 }],
        [uri, '1 0 0 0'],
      ],
    );
    await save(top, levels('off', 'error'));
    await client.details(uri);
    assert.deepEqual([client.diagnostics.size, client.progress.size], [0, 0]);
    await client.close(uri);
    assert.deepEqual(await counted(), [uri, '1 0 0 0']);
  });

  it('says how plans are read, too, and they are read anew when it changes', async () => {
    await started(
      { [top]: '{ "marks": { "!": "done" }, "files": { "exclude": ["docs/**"] } }' },
      {
        settings: { marks: { '!': 'dropped', '-': 'dropped' }, timeZone: 'Asia/Tokyo' },
      },
    );
    const figures = async () => (await client.progress.take()).plans.map((plan) => plan.figures);
    const steps = text.replace('- [x] a', '- [!] a\n- [-] b');
    await client.open(uri, steps);
    assert.deepEqual(await figures(), [{ done: 1, partial: 1, open: 0 }]);
    await client.write(other, steps);
    assert.deepEqual(await figures(), []);
    await save(top, '{ "files": { "include": ["docs/**"] } }');
    const both = await Promise.all([figures(), figures()]);
    assert.deepEqual(both, [[{ done: 0, partial: 0, open: 0 }], [{ done: 0, partial: 0, open: 0 }]]);
    await save(top, null);
    await Promise.all([figures(), figures()]);
  });

  it('says the zone of new stamps', async () => {
    await started({ [top]: '{ "timeZone": "UTC+5:30" }' }, { settings: { timeZone: 'Asia/Tokyo' } });
    const ticked = async (uri: string) => {
      await client.open(uri, text.replace('- [x] a', '- [ ] a'));
      const answer = await client.request(planEditRequest, {
        uri,
        action: 'tick',
        params: { identity: 'v1', lines: [6] },
      });
      return JSON.stringify(answer);
    };
    assert.match(await ticked(uri), /2026-03-01 15:00\+05:30/);
    assert.match(await ticked('file:///elsewhere/c.md'), /2026-03-01 18:30\+09:00/);
  });

  it('leaves settings to one editor, which are told with the plan', async () => {
    await started({ [nearer]: '{ "marks": {} }' }, { settings: { marks: { '-': 'dropped' }, freshness: 15 } });
    const told = async (uri: string) => {
      await client.open(uri, text);
      return (await client.request(planRequest, { uri }))?.editorOnly;
    };
    assert.deepEqual(await told(other), ['marks']);
    assert.equal(await told(uri), undefined);
  });

  it('is what stands on disk, not what somebody types', async () => {
    await started({ [top]: levels('hint') });
    await client.open(uri, text);
    await published();
    await client.open(top, levels('error'));
    assert.deepEqual(await published(), [top, {}]);
    await client.details(uri);
    assert.equal(client.diagnostics.size, 0);
  });

  it('is complained of once a change, and what is right in it counts', async () => {
    await started({ [top]: `{\n  "profil": "minimal",\n  ${levels('hint').slice(1)}` });
    await client.open(uri, text);
    assert.deepEqual(await published(), [uri, { 'done-without-timestamp': 4 }]);
    await client.open(other, text);
    await published();
    assert.match(
      await client.logs.take(),
      /^file:\/\/\/w\/execplan\.config\.json:2: Unknown key "profil"; known keys: /,
    );
    assert.equal(client.logs.size, 0);
    await save(top, '{ "rules": ');
    assert.match(await client.logs.take(), /No valid JSON: /);
    assert.equal(client.logs.size, 0);
  });

  it('is read once for all plans below its folder, and not before there is one', async () => {
    const read: string[] = [];
    await started({ [top]: levels('hint') });
    client.onRead = async (uri) => void read.push(uri);
    await save(top, levels('hint'));
    await client.write('file:///elsewhere/c.md', text);
    assert.deepEqual(read, []);
    await client.write(uri, text);
    await client.write(uri.replace('a.md', 'b.md'), text);
    await client.write(other, text);
    assert.deepEqual(read.sort(), [
      'file:///w/docs/execplan.config.json',
      top,
      'file:///w/plans/deep/execplan.config.json',
      nearer,
    ]);
  });

  it('is looked for again where its folder has gone and come again, and where a plan is saved', async () => {
    await started({ [nearer]: levels('hint') });
    await client.write(uri, text);
    assert.deepEqual(await counted(), [uri, '0 0 0 1']);
    await client.write(uri, null);
    await counted();
    client.files.set(nearer, levels('error'));
    await client.write(uri, text);
    assert.deepEqual(await counted(), [uri, '1 0 0 0']);
    await client.open(uri, text);
    await Promise.all([published(), counted()]);
    client.files.set(nearer, levels('warning'));
    await client.notify('textDocument/didSave', { textDocument: { uri } });
    assert.deepEqual(await published(), [uri, { 'done-without-timestamp': 2 }]);
  });

  it('that cannot be read counts as it did before', async () => {
    await started({ [top]: levels('hint') });
    await client.open(uri, text);
    await published();
    client.onRead = () => Promise.reject(new Error('locked'));
    await save(top, levels('error'));
    assert.match(await client.logs.take(), /execplan\.config\.json could not be read: .*locked/);
    await client.details(uri);
    assert.equal(client.diagnostics.size, 0);
  });

  it('is the one below the innermost folder of the workspace', async () => {
    await started(
      { [top]: levels('hint'), [nearer]: levels('error') },
      {
        folders: ['file:///w', 'file:///w/plans/deep'],
        capabilities: { workspace: { configuration: true, workspaceFolders: true } },
      },
    );
    await client.open(uri, text);
    assert.deepEqual((await published())[1], { 'missing-living-section': 2, 'done-without-timestamp': 2 });
    const removed = [{ uri: 'file:///w/plans/deep', name: 'deep' }];
    await client.notify('workspace/didChangeWorkspaceFolders', { event: { added: [], removed } });
    assert.deepEqual(await published(), [uri, { 'done-without-timestamp': 1 }]);
  });

  it('is watched by a client that can', async () => {
    await started({}, { capabilities: { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } } });
    assert.equal(await client.registrations.take(), '+workspace/didChangeWatchedFiles');
    assert.deepEqual(client.watched, [{ globPattern: '**/execplan.config.json' }]);
  });

  it('counts for files that other threads read, each by the nearest one', async () => {
    const plans = Array.from({ length: 20 }, (_, i) => `file:///w/${['plans', 'docs', 'plans/deep'][i % 3]}/${i}.md`);
    const disk = new Map([...plans.map((plan): [string, string] => [plan, text]), [top, levels('hint')]]);
    disk.set('file:///w/plans/deep/execplan.config.json', levels('error'));
    const readUtf8: Environment['readUtf8'] = async (uri) => {
      const found = disk.get(uri);
      return found === undefined ? 'gone' : { text: found };
    };
    const start = () => threadInMemory(rules, readUtf8);
    await started({}, { environment: { readUtf8, workerPool: new WorkerPool([start, start]) } });
    await client.request(scanFilesRequest, { files: plans.map((uri) => ({ uri, isPlan: true })) });
    const told = async (count: number) =>
      new Map((await Promise.all(Array.from({ length: count }, counted))) as [string, string][]);
    // The figures of each, and its findings.
    assert.deepEqual(await told(40), new Map(plans.map((each, i) => [each, i % 3 === 2 ? '1 0 0 0' : '0 0 0 1'])));
    disk.set(top, levels('warning'));
    await save(top, '');
    const below = plans.filter((_, i) => i % 3 !== 2);
    assert.deepEqual(await told(14), new Map(below.map((each) => [each, '0 1 0 0'])));
    assert.equal(client.progress.size, 0);
  });

  it('is read from the disk for an editor that only speaks the protocol', async () => {
    const disk = new MemoryDisk(
      new Map([
        [top, levels('hint')],
        ['file:///w/plans/a.md', text],
      ]),
    );
    await started(
      {},
      {
        initializationOptions: { progress: true },
        environment: { planFinder: (host) => new PlanFinder(disk, host) },
      },
    );
    assert.deepEqual(await counted(), ['file:///w/plans/a.md', '0 0 0 1']);
    disk.files.set(top, levels('error'));
    await save(top, '');
    assert.deepEqual(await counted(), ['file:///w/plans/a.md', '1 0 0 0']);
  });
});
