import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, before, describe, it } from 'node:test';
import {
  createProtocolConnection,
  DidOpenTextDocumentNotification,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { bundleOf } from './support/bundle';

describe('the server as a command', () => {
  let bundle: string;
  let server: ChildProcess;
  before(() => {
    bundle = bundleOf('server/src/node.ts');
  });
  const start = (...args: string[]) => {
    server = spawn(process.execPath, [bundle, ...args]);
    return server as ChildProcess & {
      stdin: NodeJS.WritableStream;
      stdout: NodeJS.ReadableStream;
      stderr: NodeJS.ReadableStream;
    };
  };
  afterEach(() => server.kill());

  it('serves any editor over --stdio, with links to pages that it brings along', async () => {
    const { stdin, stdout } = start('--stdio');
    const connection = createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
    const published = new Promise<PublishDiagnosticsParams>((resolve) =>
      connection.onNotification(PublishDiagnosticsNotification.type, resolve),
    );
    connection.listen();
    const { capabilities } = await connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri: null,
      capabilities: {},
    });
    assert.ok(capabilities.codeActionProvider);
    await connection.sendNotification(InitializedNotification.type, {});
    const text = '# T\n\n## Purpose\n\n## Progress\n\n- [ ] a\n\n## Surprises\n\n## Decision Log\n';
    await connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri: 'file:///t.md', languageId: 'markdown', version: 1, text },
    });
    const [diagnostic] = (await published).diagnostics;
    assert.equal(diagnostic?.code, 'missing-living-section');
    assert.match(diagnostic.codeDescription?.href ?? '', /^file:.*\/docs\/rules\/missing-living-section\.md$/);
    await connection.sendRequest(ShutdownRequest.type);
    await connection.sendNotification(ExitNotification.type);
    assert.deepEqual(await once(server, 'exit'), [0, null]);
  });

  it('says how to call it when no way to talk is named', async () => {
    const { stderr } = start();
    let said = '';
    stderr.on('data', (part) => {
      said += part;
    });
    assert.deepEqual(await once(server, 'close'), [2, null]);
    assert.match(said, /^Usage: execplan-language-server --stdio/);
  });
});
