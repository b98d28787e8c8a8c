import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ProtocolConnection } from 'vscode-languageserver-protocol/node';
import { connectToServer } from '../support/client';

const uri = 'file:///plan.md';
const text = '# T\n\n## Purpose\n\n## Progress\n\n- [x] a\n\n## Surprises\n\n## Decision Log\n\n## Outcomes\n';
const start = { line: 0, character: 0 };
const initialize = { processId: null, rootUri: null, capabilities: {} };
/** Requests of LSP, of ours, and of nobody. */
const requests: Record<string, unknown> = {
  'textDocument/codeAction': {
    textDocument: { uri },
    range: { start, end: start },
    context: { diagnostics: [] },
  },
  'textDocument/documentSymbol': { textDocument: { uri } },
  'execplan/plan': { uri },
  'execplan/planFile': { uri, text },
  'execplan/scanFiles': { files: [] },
  'execplan/handoff': { uri, params: {} },
  'execplan/planEdit': { uri, action: 'tick', params: {} },
  'nobody/knows': {},
  shutdown: undefined,
};

/** The code that a request is answered with; 0 for a result. */
async function codeOf(connection: ProtocolConnection, method: string, params: unknown): Promise<number> {
  return connection.sendRequest(method, params).then(
    () => 0,
    (error) => error.code,
  );
}

async function codesOf(connection: ProtocolConnection): Promise<number[]> {
  const codes: number[] = [];
  for (const [method, params] of Object.entries(requests)) codes.push(await codeOf(connection, method, params));
  return codes;
}

const open = (connection: ProtocolConnection, opened: string, version = 1) =>
  connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri: opened, languageId: 'markdown', version, text },
  });

/** Whose findings are published. */
function publishedTo(connection: ProtocolConnection): string[] {
  const uris: string[] = [];
  connection.onNotification('textDocument/publishDiagnostics', (params) => void uris.push(params.uri));
  return uris;
}

describe("the life of a server's connection", () => {
  it('begins with initialize: no other request is answered before, and no notification heard', async () => {
    const connection = connectToServer();
    const published = publishedTo(connection);
    await open(connection, 'file:///early.md');
    assert.deepEqual(
      await codesOf(connection),
      Object.keys(requests).map(() => -32002),
    );
    assert.equal(await codeOf(connection, 'initialize', initialize), 0);
    await connection.sendNotification('initialized', {});
    assert.equal(await codeOf(connection, 'initialize', initialize), -32600);
    await open(connection, uri);
    assert.equal(await codeOf(connection, 'textDocument/documentSymbol', { textDocument: { uri } }), 0);
    assert.deepEqual(published, [uri]);
    connection.dispose();
  });

  it('begins later where initialize has failed', async () => {
    const connection = connectToServer();
    assert.equal(await codeOf(connection, 'initialize', { capabilities: null }), -32603);
    assert.equal(await codeOf(connection, 'execplan/plan', { uri }), -32002);
    assert.equal(await codeOf(connection, 'initialize', initialize), 0);
    connection.dispose();
  });

  it('goes on for a client that does not send initialized', async () => {
    const connection = connectToServer();
    assert.equal(await codeOf(connection, 'initialize', initialize), 0);
    assert.equal(await codeOf(connection, 'execplan/plan', { uri }), 0);
    connection.dispose();
  });

  it('ends with shutdown: no further request is answered, no notification but exit heard', async () => {
    const connection = connectToServer();
    const published = publishedTo(connection);
    await codeOf(connection, 'initialize', initialize);
    await connection.sendNotification('initialized', {});
    assert.equal(await codeOf(connection, 'shutdown', undefined), 0);
    await open(connection, uri);
    assert.deepEqual(
      await codesOf(connection),
      Object.keys(requests).map(() => -32600),
    );
    assert.equal(await codeOf(connection, 'initialize', initialize), -32600);
    assert.deepEqual(published, []);
    connection.dispose();
  });

  it('goes on where a client refuses to tell of things, and tells of none', async () => {
    const connection = connectToServer();
    const asked: string[] = [];
    const [heard, hear] = promised();
    connection.onRequest('client/registerCapability', ({ registrations }) => {
      asked.push(registrations[0].method);
      if (asked.length === 2) hear();
      throw new Error('not here');
    });
    const dynamicRegistration = true;
    const workspace = {
      didChangeWatchedFiles: { dynamicRegistration },
      didChangeConfiguration: { dynamicRegistration },
    };
    await codeOf(connection, 'initialize', { ...initialize, capabilities: { workspace } });
    await connection.sendNotification('initialized', {});
    await heard;
    assert.deepEqual(asked, ['workspace/didChangeWatchedFiles', 'workspace/didChangeConfiguration']);
    connection.dispose();
  });

  it('goes on where a client refuses the outline, by the settings that asked for it', async () => {
    const connection = connectToServer();
    const [published, publish] = promised();
    connection.onRequest('client/registerCapability', () => {
      throw new Error('not here');
    });
    connection.onRequest('workspace/configuration', () => [
      { outline: { inStandardOutline: true }, rules: { 'done-without-timestamp': 'off' } },
    ]);
    const counts: number[] = [];
    connection.onNotification('textDocument/publishDiagnostics', ({ diagnostics }) => {
      counts.push(diagnostics.length);
      publish();
    });
    await codeOf(connection, 'initialize', {
      ...initialize,
      initializationOptions: { ownOutline: true },
      capabilities: {
        workspace: { configuration: true },
        textDocument: { documentSymbol: { dynamicRegistration: true } },
      },
    });
    await connection.sendNotification('initialized', {});
    await open(connection, uri);
    await published;
    assert.deepEqual(counts, [0]);
    connection.dispose();
  });
});

function promised(): [Promise<void>, () => void] {
  let resolve = () => {};
  const promise = new Promise<void>((each) => {
    resolve = each;
  });
  return [promise, () => resolve()];
}
