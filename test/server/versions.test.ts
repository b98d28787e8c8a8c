import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import {
  type CodeAction,
  CodeActionResolveRequest,
  LSPErrorCodes,
  type Range,
  type TextEdit,
} from 'vscode-languageserver-protocol/node';
import { planEditRequest } from '../../server/src/protocol';
import { type ClientOptions, TestClient } from '../support/client';

const uri = 'file:///plans/plan.md';
const planOf = (...steps: string[]) =>
  `# T\n\n## Purpose\n\n## Progress\n\n${steps.join('\n')}\n\n## Surprises\n\n## Decision Log\n\n## Outcomes\n`;
const at = (line: number, character = 0): Range => ({ start: { line, character }, end: { line, character } });
const firstStep = 6;

describe('versions that a client does not count up', () => {
  let client: TestClient;
  afterEach(() => client.stop());
  const opened = async (text: string, version: number, options: ClientOptions = {}) => {
    client = await TestClient.start({ initializationOptions: { progress: true }, ...options });
    await client.open(uri, text, version);
  };
  /** The lines of the findings that are published next, the texts of the steps, and the name of what was read. */
  const read = async () => {
    const { diagnostics } = await client.diagnostics.take();
    const { identity } = await client.progress.take();
    const steps = (await client.details(uri))?.steps ?? [];
    return { lines: diagnostics.map(({ range }) => range.start.line), steps: steps.map(({ text }) => text), identity };
  };

  it('leave no old analysis where a document is opened again', async () => {
    await opened(planOf('- [ ] one', '- [x] two', '- [x] three'), 3);
    assert.deepEqual(await read(), { lines: [7, 8], steps: ['one', 'two', 'three'], identity: 'v3' });
    await client.open(uri, planOf('- [x] other'), 3);
    assert.deepEqual(await read(), { lines: [6], steps: ['other'], identity: 'v3.1' });
    await client.open(uri, planOf('- [ ] older'), 1);
    assert.deepEqual(await read(), { lines: [], steps: ['older'], identity: 'v1.2' });
    await client.open(uri, planOf('- [ ] newer'), 4);
    assert.deepEqual(await read(), { lines: [], steps: ['newer'], identity: 'v4' });
    await client.change(uri, 5, { range: at(firstStep, 3), text: 'x' }, { range: at(9), text: '## Notes\n' });
    await client.diagnostics.take();
    await client.close(uri);
    await client.diagnostics.take();
    for (let i = 0; i < 2; i++) await client.progress.take();
    await client.open(uri, planOf('- [ ] anew'), 1);
    assert.deepEqual(await read(), { lines: [], steps: ['anew'], identity: 'v1' });
  });

  it('leave no old analysis where a text changes', async () => {
    await opened(planOf('- [ ] one'), 3);
    assert.deepEqual((await read()).lines, []);
    await client.change(uri, 3, { range: at(firstStep), text: '- [x] zero\n' });
    assert.deepEqual(await read(), { lines: [6], steps: ['zero', 'one'], identity: 'v3.1' });
    await client.change(uri, 2, { range: at(firstStep), text: '- [x] less\n' });
    assert.deepEqual(await read(), { lines: [6, 7], steps: ['less', 'zero', 'one'], identity: 'v2.2' });
    await client.change(uri, 4, { text: planOf('- [ ] all') });
    assert.deepEqual(await read(), { lines: [], steps: ['all'], identity: 'v4' });
  });

  it('are taken also where nothing changes with them', async () => {
    await opened(planOf('- [x] one'), 3);
    await read();
    await client.change(uri, 9);
    assert.deepEqual(await read(), { lines: [6], steps: ['one'], identity: 'v9' });
    const [action] = await client.actions(uri, at(firstStep, 3), ['quickfix']);
    assert.deepEqual(action?.edit?.documentChanges?.[0], {
      textDocument: { uri, version: 9 },
      edits: [{ range: at(firstStep, 6), newText: '(2026-03-01 09:30Z) ' }],
    });
  });

  it('name no text: an edit that somebody asked for by one of them is refused', async () => {
    await opened(planOf('- [ ] one', '- [ ] two'), 3);
    await read();
    await client.change(uri, 3, { range: at(firstStep), text: '- [ ] zero\n' });
    const { identity } = await read();
    const params = { lines: [firstStep] };
    const answer = await client.request(planEditRequest, {
      uri,
      action: 'tick',
      params: { ...params, identity: 'v3' },
    });
    assert.equal('refused' in answer && answer.refused, 'moved');
    const ticked = await client.request(planEditRequest, { uri, action: 'tick', params: { ...params, identity } });
    assert.equal('edit' in ticked && ticked.version, 3);
  });
});

describe('edits for a client that knows no versions of documents', () => {
  let client: TestClient;
  afterEach(() => client.stop());
  const changesOf = ({ edit }: CodeAction): TextEdit[] | undefined => edit?.changes?.[uri];

  it('are plain ones of the newest text', async () => {
    client = await TestClient.start({ capabilities: { workspace: {} } });
    await client.open(uri, planOf('- [x] one'));
    await client.change(uri, 2, { range: at(firstStep), text: '- [ ] zero\n' });
    const actions = await client.actions(uri, at(firstStep + 1, 3));
    assert.ok(actions.length > 0);
    for (const { edit } of actions) assert.deepEqual(Object.keys(edit ?? {}), ['changes']);
    assert.deepEqual(changesOf(actions[0] as CodeAction), [
      { range: at(firstStep + 1, 6), newText: '(2026-03-01 09:30Z) ' },
    ]);
    const params = { lines: [firstStep], identity: 'v2' };
    const answer = await client.request(planEditRequest, { uri, action: 'tick', params });
    assert.ok('edit' in answer && answer.edit.changes?.[uri]);
  });

  it('have no tab stops, whatever else the client says', async () => {
    client = await TestClient.start({ capabilities: { workspace: { workspaceEdit: { snippetEditSupport: true } } } });
    await client.open(uri, planOf('- [ ] one'));
    const actions = await client.actions(uri, at(firstStep, 3));
    assert.ok(actions.length > 0);
    for (const action of actions) for (const edit of changesOf(action) ?? []) assert.ok('newText' in edit);
  });
});

describe('kinds of code actions that are asked for', () => {
  let client: TestClient;
  afterEach(() => client.stop());

  it('are all where the empty one is, or none', async () => {
    client = await TestClient.start();
    await client.open(uri, planOf('- [x] one'));
    const all = await client.actions(uri, at(firstStep, 3));
    assert.ok(all.length > 2);
    for (const only of [[''], [], ['refactor', '']])
      assert.deepEqual(await client.actions(uri, at(firstStep, 3), only), all);
    assert.deepEqual(await client.actions(uri, at(firstStep, 3), ['none']), []);
  });
});

describe('a client that makes files by edits, and does not say that it compares versions', () => {
  const resolving = { dataSupport: true, resolveSupport: { properties: ['edit'] } };
  let client: TestClient;
  afterEach(() => client.stop());
  const offered = async (codeAction: object = resolving) => {
    client = await TestClient.start({
      capabilities: {
        workspace: { workspaceEdit: { resourceOperations: ['create'] } },
        textDocument: { codeAction },
      },
    });
    await client.open(uri, planOf('- [x] one'), 0);
    await client.diagnostics.take();
    const [action] = await client.actions(uri, at(firstStep, 3), ['quickfix']);
    assert.ok(action);
    return action;
  };
  const stamped = { range: at(firstStep, 6), newText: '(2026-03-01 09:30Z) ' };
  const edit = { documentChanges: [{ textDocument: { uri, version: 0 }, edits: [stamped] }] };

  it('is told versions, as LSP has edits by URIs alone only for one that does neither', async () => {
    assert.deepEqual((await offered({})).edit, edit);
    const { codeActionProvider } = client.server.capabilities;
    assert.ok(typeof codeActionProvider === 'object' && !codeActionProvider.resolveProvider);
  });

  it('gets an edit when one is chosen', async () => {
    const action = await offered();
    assert.equal(action.edit, undefined);
    assert.deepEqual((await client.request(CodeActionResolveRequest.type, action)).edit, edit);
  });

  it('gets none where the text has changed meanwhile, whatever versions it counts', async () => {
    const action = await offered();
    await client.change(uri, 0, { range: at(0), text: '\n' });
    await assert.rejects(client.request(CodeActionResolveRequest.type, action), {
      code: LSPErrorCodes.ContentModified,
      message: /has changed since/,
    });
    await client.close(uri);
    await assert.rejects(client.request(CodeActionResolveRequest.type, action), /has changed since/);
  });
});
