import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { FileChangeType } from 'vscode-languageserver-protocol/node';
import { PlanFinder } from '../../server/src/workspace/planFinder';
import { TestClient } from '../support/client';
import { MemoryDisk } from '../support/memoryDisk';

const text = '# T\n\n## Purpose\n\n## Progress\n\n- [x] a\n\n## Surprises\n\nNone.\n\n## Decision Log\n\nNone.\n';

describe('one file in two spellings', () => {
  let client: TestClient;
  const started = async (folder: string, files: Record<string, string>, settings: object = {}) => {
    client = await TestClient.start({
      folders: [folder],
      settings: { workspaceDiagnostics: true, ...settings },
      initializationOptions: { progress: true },
      environment: { planFinder: (host) => new PlanFinder(new MemoryDisk(new Map(Object.entries(files))), host) },
    });
  };
  const changed = (...uris: string[]) =>
    client.notify('workspace/didChangeWatchedFiles', {
      changes: uris.map((uri) => ({ uri, type: FileChangeType.Changed })),
    });
  /** Whatever was published when a document that is opened now has been. */
  const published = async () => {
    await client.open('file:///last.md', '# Last\n');
    const all: [string, number][] = [];
    for (;;) {
      const { uri, diagnostics } = await client.diagnostics.take();
      if (uri === 'file:///last.md') return all;
      all.push([uri, diagnostics.length]);
    }
  };
  afterEach(() => client.stop());

  for (const [open, told, folder] of [
    ['file:///a%40b/PLANS.md', 'file:///a@b/PLANS.md', 'file:///'],
    ['file:///a@b/PLANS.md', 'file:///a%40b/PLANS.md', 'file:///a@b'],
    ['file:///c%3A/w/PLANS.md', 'file:///C:/w/PLANS.md', 'file:///c%3A/w'],
    ['file:///C:/w/PLANS.md', 'file:///c%3A/w/PLANS.md', 'file:///C:/w/'],
  ] as const) {
    it(`is published once, as its document is spelled: ${open}, told as ${told}`, async () => {
      await started(folder, {});
      await client.open(open, text);
      const { uri, diagnostics } = await client.diagnostics.take();
      assert.deepEqual([uri, diagnostics.length], [open, 2]);
      assert.equal((await client.progress.take()).uri, open);
      assert.equal(client.progress.size, 0);
      await client.write(told, text.replace('[x]', '[ ]'));
      await client.write(told, text);
      assert.deepEqual(await published(), []);
      assert.equal((await client.progress.take()).uri, 'file:///last.md');
      await client.close(open);
      const closed = await client.diagnostics.take();
      assert.deepEqual([closed.uri, closed.diagnostics.length], [open, 2]);
      assert.equal((await client.progress.take()).uri, open);
    });
  }

  it('is found once where the server finds it itself, and told of as the client spells its folder', async () => {
    await started('file:///a@b', { 'file:///a%40b/PLANS.md': text });
    const first = await client.diagnostics.take();
    assert.equal(first.uri, 'file:///a@b/PLANS.md');
    await client.open('file:///a@b/PLANS.md', '# Notes\n');
    assert.equal((await client.diagnostics.take()).diagnostics.length, 0);
    await changed('file:///a@b/PLANS.md', 'file:///a%40b/PLANS.md');
    assert.deepEqual(await published(), []);
  });

  it('leaves nothing behind under the spelling that the server had made up', async () => {
    await started('file:///w', { 'file:///w/plans/a%40b.md': text });
    assert.equal((await client.diagnostics.take()).uri, 'file:///w/plans/a%40b.md');
    await client.open('file:///w/plans/a@b.md', text);
    assert.deepEqual(await published(), [
      ['file:///w/plans/a%40b.md', 0],
      ['file:///w/plans/a@b.md', 2],
    ]);
  });

  it('is meant by the same globs, and has the same configuration', async () => {
    const configuration = '{ "rules": { "done-without-timestamp": "off" } }';
    await started(
      'file:///a@b',
      { 'file:///a%40b/execplan.config.json': configuration },
      { files: { include: ['x.md'] } },
    );
    await client.open('file:///a%40b/x.md', text);
    assert.equal((await client.diagnostics.take()).diagnostics.length, 1);
  });
});
