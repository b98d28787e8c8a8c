import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { FileChangeType, WatchKind } from 'vscode-languageserver-protocol/node';
import { PlanFinder, type PlanFinderHost } from '../../server/src/workspace/planFinder';
import { type ClientOptions, TestClient } from '../support/client';
import { MemoryDisk } from '../support/memoryDisk';

const text = '# T\n\n## Purpose\n\n## Progress\n\n- [x] a\n\n## Surprises\n\nNone.\n\n## Decision Log\n\nNone.\n';

describe("the server's own files, for a client that finds none", () => {
  let client: TestClient;
  const disk = new MemoryDisk(new Map());
  const started = async (files: Record<string, string>, options: ClientOptions = {}) => {
    disk.files.clear();
    for (const [path, content] of Object.entries(files)) disk.files.set(`file:///w/${encodeURI(path)}`, content);
    client = await TestClient.start({
      folders: ['file:///w'],
      initializationOptions: { progress: true },
      environment: { planFinder: (host) => new PlanFinder(disk, host) },
      ...options,
    });
    return client;
  };
  const told = async () => {
    const { uri, plans } = await client.progress.take();
    return [uri, plans.length];
  };
  /** Changes a file, or deletes it, and tells the server. */
  const write = (path: string, content: string | null) => {
    const uri = `file:///w/${path}`;
    if (content === null) disk.files.delete(uri);
    else disk.files.set(uri, content);
    const type = content === null ? FileChangeType.Deleted : FileChangeType.Created;
    return client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri, type }] });
  };
  afterEach(() => client.stop());

  it('are found where plans lie, but for what git ignores, and followed as the client tells', async () => {
    await started({
      'plans/a b.md': text,
      'plans/notes.md': '# Notes\n',
      'docs/other.md': text,
      'build/plans/c.md': text,
      '.gitignore': 'build/\n',
    });
    assert.deepEqual(await told(), ['file:///w/plans/a%20b.md', 1]);
    await write('plans/new.md', text);
    assert.deepEqual(await told(), ['file:///w/plans/new.md', 1]);
    await write('plans/a%20b.md', null);
    assert.deepEqual(await told(), ['file:///w/plans/a%20b.md', 0]);
    await write('build/plans/c.md', text);
    await write('docs/other.md', text);
    await write('.gitignore', '');
    assert.deepEqual(await told(), ['file:///w/build/plans/c.md', 1]);
    assert.equal(client.progress.size, 0);
  });

  it('are found where the configuration files say, each for what lies below it, and anew when those change', async () => {
    await started(
      {
        'docs/a.md': text,
        'plans/b.md': text,
        'one/execplan.config.json':
          '{ "files": { "locations": ["work/*.md"], "include": ["out/c.md"], "exclude": ["work/no.md"] } }',
        'one/work/a.md': text,
        'one/work/no.md': text,
        'one/out/c.md': '# C\n',
        'one/plans/x.md': text,
        'two (old)/execplan.config.json': '{ "files": { "include": ["notes.md"] } }',
        'two (old)/notes.md': '# Notes\n',
        '.gitignore': 'out\n',
      },
      { settings: { files: { locations: ['docs/*.md', 'one/plans/*.md'] } } },
    );
    const known = new Map<unknown, unknown>();
    /** Resolves once these are the plans that are known. */
    const areKnown = async (...expected: string[]) => {
      const uris = expected
        .map((path) => `file:///w/${path}`)
        .sort()
        .join('\n');
      while ([...known.keys()].sort().join('\n') !== uris) {
        const [uri, plans] = await told();
        if (plans === 0) known.delete(uri);
        else known.set(uri, plans);
      }
    };
    const two = 'two%20%28old%29/notes.md';
    // What a configuration file says of locations counts below its folder, instead of what the settings say.
    await areKnown('docs/a.md', 'one/out/c.md', 'one/work/a.md', two);
    await write('one/execplan.config.json', '{ "files": { "exclude": ["work/**"] } }');
    await areKnown('docs/a.md', 'one/plans/x.md', two);
    await write('execplan.config.json', '{ "files": { "locations": ["plans/*.md"] } }');
    await areKnown('plans/b.md', 'one/plans/x.md', two);
    await write('execplan.config.json', null);
    await areKnown('docs/a.md', 'one/plans/x.md', two);
  });

  it('are found where the settings say, and found anew when those change', async () => {
    await started(
      { 'docs/a.md': text, 'plans/b.md': text, 'private/c.md': '# C\n', '.gitignore': 'private\n' },
      { settings: { files: { locations: ['docs/*.md'], include: ['private/*.md'] } } },
    );
    assert.deepEqual([await told(), await told()].sort(), [
      ['file:///w/docs/a.md', 1],
      ['file:///w/private/c.md', 1],
    ]);
    await client.changeSettings({ files: { exclude: ['plans/x.md'] } });
    const now = new Map([await told(), await told(), await told()] as [string, number][]);
    // What is known is read anew, too, and may be told once before it goes.
    while (now.get('file:///w/docs/a.md') !== 0 || now.get('file:///w/private/c.md') !== 0 || now.size < 3)
      now.set(...((await told()) as [string, number]));
    assert.equal(now.get('file:///w/plans/b.md'), 1);
  });

  it('have their findings published by choice, and those of an open document win', async () => {
    await started({ 'plans/a.md': text }, { initializationOptions: {}, settings: { workspaceDiagnostics: true } });
    const published = async () => {
      const { uri, diagnostics } = await client.diagnostics.take();
      return [uri, diagnostics.length];
    };
    const uri = 'file:///w/plans/a.md';
    assert.deepEqual(await published(), [uri, 2]);
    await client.open(uri, '# Notes\n');
    assert.deepEqual(await published(), [uri, 0]);
    await write('plans/a.md', text.replace('[x]', '[ ]'));
    await client.close(uri);
    assert.deepEqual(await published(), [uri, 1]);
    await client.changeSettings({});
    assert.deepEqual(await published(), [uri, 0]);
  });

  it('are left alone for a client that has no use for them, or finds them itself', async () => {
    const watching = { workspace: { configuration: true, didChangeWatchedFiles: { dynamicRegistration: true } } };
    await started({ 'plans/a.md': text }, { capabilities: watching });
    assert.equal(await client.registrations.take(), '+workspace/didChangeWatchedFiles');
    assert.deepEqual(
      client.watched.map(({ globPattern, kind }) => [globPattern, kind]),
      [
        ['**/*.[mM][dD]', undefined],
        ['**/.gitignore', undefined],
        ['**/*', WatchKind.Delete],
        ['**/execplan.config.json', undefined],
      ],
    );
    client.stop();
    let listed = 0;
    const counting = { list: async () => void listed++ as never, read: () => disk.read('') };
    for (const initializationOptions of [{}, { progress: true, files: true }]) {
      const environment = { planFinder: (host: PlanFinderHost) => new PlanFinder(counting, host) };
      await started({}, { capabilities: watching, initializationOptions, environment });
      await client.open('file:///x.md', text);
      await client.diagnostics.take();
      assert.equal(listed, 0);
      client.stop();
    }
    client = await TestClient.start();
  });

  it('go and come with a directory, though the client tells of the directory alone', async () => {
    await started(
      { 'a/plans/1.md': text, 'a/plans/deep/2.md': text, 'a/plansx/PLAN.md': text },
      { settings: { workspaceDiagnostics: true } },
    );
    const published = async (count: number) => {
      const all = await Promise.all(Array.from({ length: count }, () => client.diagnostics.take()));
      return all.map(({ uri, diagnostics }) => `${uri.slice('file:///w/'.length)} ${diagnostics.length}`).sort();
    };
    assert.deepEqual(await published(3), ['a/plans/1.md 2', 'a/plans/deep/2.md 2', 'a/plansx/PLAN.md 2']);
    for (const path of ['a/plans/1.md', 'a/plans/deep/2.md']) disk.files.delete(`file:///w/${path}`);
    const tell = (type: FileChangeType) =>
      client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: 'file:///w/a/plans', type }] });
    await tell(FileChangeType.Deleted);
    assert.deepEqual(await published(2), ['a/plans/1.md 0', 'a/plans/deep/2.md 0']);
    disk.files.set('file:///w/a/plans/3.md', text);
    await tell(FileChangeType.Created);
    assert.deepEqual(await published(1), ['a/plans/3.md 2']);
    assert.equal(client.diagnostics.size, 0);
  });

  it('are found whatever the case of their ending', async () => {
    await started(
      { 'plans/c.MD': text, 'docs/d.Md': text },
      { settings: { files: { locations: ['{plans,docs}/*.md'] } } },
    );
    assert.deepEqual([await told(), await told()].sort(), [
      ['file:///w/docs/d.Md', 1],
      ['file:///w/plans/c.MD', 1],
    ]);
    await write('plans/e.mD', text);
    assert.deepEqual(await told(), ['file:///w/plans/e.mD', 1]);
  });

  it('go with their folder', async () => {
    await started(
      { 'a/plans/1.md': text, 'b/plans/2.md': text },
      {
        capabilities: { workspace: { configuration: true, workspaceFolders: true } },
        folders: ['file:///w/a', 'file:///w/b'],
      },
    );
    assert.deepEqual(
      [await told(), await told()].map(([, plans]) => plans),
      [1, 1],
    );
    const removed = [{ uri: 'file:///w/a', name: 'a' }];
    await client.notify('workspace/didChangeWorkspaceFolders', { event: { added: [], removed } });
    let last = await told();
    while (last[1] !== 0) last = await told(); // what stays is read anew, and may be told first
    assert.deepEqual(last, ['file:///w/a/plans/1.md', 0]);
  });
});
