import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { FileChangeType } from 'vscode-languageserver-protocol/node';
import type { Rule } from '../../core/rules/rule';
import { scanFilesRequest } from '../../server/src/protocol';
import type { Environment } from '../../server/src/workspace/environment';
import { WorkerPool } from '../../server/src/workspace/workerPool';
import { type ClientOptions, TestClient } from '../support/client';
import { threadInMemory } from '../support/threadInMemory';

/** Finds each word with a slash that names no file, and plans that see none. */
const nowhere: Rule = {
  id: 'nowhere',
  severity: { recommended: 'warning' },
  summary: '',
  *check(_, { existence, text }) {
    const at = (line: number) => ({ start: { line, character: 0 }, end: { line, character: 1 } });
    if (!existence) yield { range: at(0), message: 'blind' };
    for (const [line, words] of text.lines.entries())
      for (const [word] of words.matchAll(/\S*\/\S*/g))
        if (existence?.has(word) === false) yield { range: at(line), message: word };
  },
};

const planOf = (...words: string[]) =>
  `# T\n\n## Aim\n\n${words.join('\n')}\n\n## Progress\n\n- [ ] a\n\n## Surprises\n\n## Decision Log\n`;
const uri = 'file:///w/docs/plans/a.md';
const other = 'file:///w/docs/plans/b.md';

describe('what lies around a plan', () => {
  let client: TestClient;
  afterEach(() => client.stop());
  const started = async (files: string[], { environment, ...options }: ClientOptions = {}) => {
    client = await TestClient.start({
      folders: ['file:///w'],
      initializationOptions: { progress: true, files: true },
      files: Object.fromEntries(files.map((path) => [`file:///w/${path}`, ''])),
      environment: { rules: [nowhere], ...environment },
      ...options,
    });
  };
  const published = async () => {
    const { uri, diagnostics } = await client.diagnostics.take();
    return [uri, ...diagnostics.map(({ message }) => message)];
  };
  const asked = async () => (await client.questions.take()).map((each) => each.replace('file:///w/', '')).sort();
  const tell = (path: string, type: FileChangeType) =>
    client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: `file:///w/${path}`, type }] });
  /** Resolves once the server has done what it was told before. */
  const settled = () => client.details('file:///unknown.md');

  it('is asked for in one go, and then the plan is checked again', async () => {
    await started(['src/a b.ts', 'docs/plans/near/x.ts']);
    await client.open(uri, planOf('src/a%20b.ts', 'src/gone.ts', 'near/x.ts', './src/none.ts', '../../../out.md'), 4);
    assert.deepEqual(await published(), [uri]);
    assert.deepEqual(
      await asked(),
      [
        'docs/near/x.ts',
        'docs/plans/near/x.ts',
        'docs/plans/src/a%2520b.ts',
        'docs/plans/src/gone.ts',
        'docs/plans/src/none.ts',
        'docs/src/a%2520b.ts',
        'docs/src/gone.ts',
        'near/x.ts',
        'src/a%2520b.ts',
        'src/gone.ts',
      ].sort(),
    );
    assert.deepEqual(await published(), [uri, 'src/a%20b.ts', 'src/gone.ts', './src/none.ts']);
    await settled();
    assert.deepEqual([client.diagnostics.size, client.questions.size], [0, 0]);
  });

  it('is asked for once: a keystroke asks for what it writes alone', async () => {
    await started(['docs/plans/x/1']);
    await client.open(uri, planOf('./x/1', './x/2'));
    await published();
    await asked();
    assert.deepEqual(await published(), [uri, './x/2']);
    await client.change(uri, 2, {
      range: { start: { line: 0, character: 3 }, end: { line: 0, character: 3 } },
      text: 'i',
    });
    assert.deepEqual(await published(), [uri, './x/2']);
    await client.change(uri, 3, {
      range: { start: { line: 5, character: 5 }, end: { line: 5, character: 5 } },
      text: '3',
    });
    assert.deepEqual(await published(), [uri]);
    assert.deepEqual(await asked(), ['docs/plans/x/23']);
    assert.deepEqual(await published(), [uri, './x/23']);
    assert.equal(client.questions.size, 0);
  });

  it('is asked for again where something comes or goes, alone or with its folder', async () => {
    await started(['src/old/a.ts']);
    await client.open(uri, planOf('/src/old/a.ts', '/src/new.ts'));
    await client.open(other, planOf('/other.ts'));
    for (let told = 0; told < 4; told++) await published();
    while (client.questions.size > 0) await asked();
    client.files.set('file:///w/src/new.ts', '');
    await tell('src/new.ts', FileChangeType.Created);
    assert.deepEqual([await published(), await asked()], [[uri], ['src/new.ts']]);
    client.files.clear();
    await tell('src/old', FileChangeType.Deleted);
    assert.deepEqual([await published(), await asked()], [[uri, '/src/old/a.ts'], ['src/old/a.ts']]);
    await tell('elsewhere/new.ts', FileChangeType.Created);
    await tell('src/old', FileChangeType.Deleted);
    await asked();
    await settled();
    assert.deepEqual([client.diagnostics.size, client.questions.size], [0, 0]);
  });

  it('is asked for again where a plan is saved, or opened again', async () => {
    await started([]);
    await client.open(uri, planOf('./x/1'));
    await published();
    assert.deepEqual([await published(), await asked()], [[uri, './x/1'], ['docs/plans/x/1']]);
    client.files.set('file:///w/docs/plans/x/1', '');
    await client.notify('textDocument/didSave', { textDocument: { uri } });
    assert.deepEqual([await published(), await asked()], [[uri], ['docs/plans/x/1']]);
    await client.close(uri);
    await published();
    client.files.clear();
    await client.open(uri, planOf('./x/1'));
    assert.deepEqual([await published(), await asked()], [[uri], ['docs/plans/x/1']]);
    assert.deepEqual(await published(), [uri, './x/1']);
  });

  it('is unknown where nobody can tell, and outside of the workspace', async () => {
    await started([]);
    await client.open(uri, planOf('./x/locked'));
    assert.deepEqual([await published(), await asked()], [[uri], ['docs/plans/x/locked']]);
    await client.open('file:///elsewhere/a.md', planOf('./x/1'));
    assert.deepEqual(await published(), ['file:///elsewhere/a.md', 'blind']);
    assert.equal(client.questions.size, 0);
  });

  it('is not asked for around files that no editor has open, unless their findings are published', async () => {
    const settings = { workspaceDiagnostics: true };
    await started(['docs/plans/x/1']);
    await client.write(uri, planOf('./x/1', './x/2'));
    await client.write(other, planOf('./x/1'));
    assert.equal((await client.progress.take()).findings?.warning, 1);
    await settled();
    assert.equal(client.questions.size, 0);
    await client.changeSettings(settings);
    assert.deepEqual(await asked(), ['docs/plans/x/1', 'docs/plans/x/2']);
    assert.deepEqual(await published(), [uri, './x/2']);
    await client.write(other, planOf('./x/3'));
    assert.deepEqual(await published(), [other, './x/3']);
    client.files.set('file:///w/docs/plans/x/3', '');
    await tell('docs/plans/x/3', FileChangeType.Created);
    assert.deepEqual(await published(), [other]);
    await client.changeSettings({});
    assert.deepEqual(await published(), [uri]);
    while (client.questions.size > 0) await asked();
    await tell('docs/plans/x/3', FileChangeType.Created);
    await settled();
    assert.equal(client.questions.size, 0);
  });

  it('is asked for around files that other threads read, and told to them', async () => {
    const plans = Array.from({ length: 20 }, (_, i) => `file:///w/docs/plans/${i}.md`);
    const readUtf8: Environment['readUtf8'] = async (uri) => {
      const i = plans.indexOf(uri);
      return i < 0 ? 'gone' : { text: planOf(`./x/${i}`) };
    };
    const start = () => threadInMemory([nowhere], readUtf8);
    await started(
      plans.map((_, i) => `docs/plans/x/${i}`).filter((_, i) => i % 2 === 0),
      {
        settings: { workspaceDiagnostics: true },
        environment: { readUtf8, workerPool: new WorkerPool([start, start]) },
      },
    );
    await client.request(scanFilesRequest, { files: plans.map((uri) => ({ uri, isPlan: true })) });
    const told = new Map<unknown, unknown>();
    while (told.size < 10) {
      const [uri, message] = await published();
      if (message) told.set(uri, message);
    }
    assert.deepEqual(told, new Map(plans.map((uri, i) => [uri, `./x/${i}`] as const).filter((_, i) => i % 2 === 1)));
  });

  it('is looked at by the server itself for an editor that only speaks the protocol', async () => {
    const exists = async (uri: string) => uri === 'file:///w/docs/plans/x/1';
    await started([], { initializationOptions: {}, environment: { exists } });
    await client.open(uri, planOf('./x/1', './x/2'));
    assert.deepEqual([await published(), await published()], [[uri], [uri, './x/2']]);
    await client.open('untitled:a.md', planOf('./x/1'));
    assert.deepEqual(await published(), ['untitled:a.md', 'blind']);
    assert.equal(client.questions.size, 0);
    client.stop();
    await started([], { initializationOptions: {} });
    await client.open(uri, planOf('./x/1'));
    assert.deepEqual(await published(), [uri, 'blind']);
  });
});
