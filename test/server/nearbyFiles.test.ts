import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import type { TextDocumentEdit } from 'vscode-languageserver-protocol/node';
import { rules } from '../../core/rules/list';
import { type ClientOptions, TestClient } from '../support/client';
import { MemoryDisk } from '../support/memoryDisk';

const uri = 'file:///w/docs/plans/a.md';
const text =
  '# T\n\n## Purpose\n\nSee [it](../chache.md#top) and `/w/src/a.ts`, not `/home/mara/w/src/a.ts`.\n\n## Progress\n\n- [ ] b\n\n## Surprises\n\n## Decision Log\n';
const files = { 'file:///w/docs/cache.md': '', 'file:///w/src/a.ts': '' };

describe('the files near a path that leads nowhere', () => {
  let client: TestClient;
  afterEach(() => client.stop());
  /** Opens the plan, and yields the quick fixes at a character of its words. */
  const fixes = async (character: number, options: ClientOptions) => {
    const used = rules.filter(({ id }) => id === 'broken-link' || id === 'machine-path');
    client = await TestClient.start({
      folders: ['file:///w'],
      settings: { profile: 'cookbook' },
      ...options,
      environment: { rules: used, ...options.environment },
    });
    await client.open(uri, text);
    while ((await client.diagnostics.take()).diagnostics.length < 2);
    const place = { line: 4, character };
    const actions = await client.actions(uri, { start: place, end: place }, ['quickfix']);
    return actions.flatMap(({ title, edit, isPreferred }) => {
      const [change] = (edit?.documentChanges ?? []) as TextDocumentEdit[];
      return isPreferred ? [[title, change?.edits.map((each) => 'newText' in each && each.newText)]] : [];
    });
  };

  it('are asked of a client that finds files, when a person asks for a remedy', async () => {
    const options = { initializationOptions: { files: true }, files };
    assert.deepEqual(await fixes(12, options), [['Link to "../cache.md"', ['../cache.md']]]);
    client.stop();
    assert.deepEqual(await fixes(60, options), [['Write "src/a.ts"', ['src/a.ts']]]);
  });

  it('are looked for by the server itself for an editor that only speaks the protocol', async () => {
    const disk = new MemoryDisk(new Map(Object.entries({ ...files, [uri]: text })));
    const exists = async (each: string) => [...disk.files.keys()].some((file) => `${file}/`.startsWith(`${each}/`));
    const options = { environment: { exists, list: (directory: string) => disk.list(directory) } };
    assert.deepEqual(await fixes(12, options), [['Link to "../cache.md"', ['../cache.md']]]);
  });

  it('are none where nobody can look', async () => {
    const exists = async (each: string) => Object.keys(files).includes(each);
    assert.deepEqual(await fixes(12, { environment: { exists } }), []);
  });
});
