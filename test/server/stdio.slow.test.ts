import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import {
  ConfigurationRequest,
  createProtocolConnection,
  DidChangeWatchedFilesNotification,
  DidOpenTextDocumentNotification,
  ExitNotification,
  FileChangeType,
  InitializedNotification,
  InitializeRequest,
  LogMessageNotification,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { type PlanSnapshot, progressNotification, scanFilesRequest } from '../../server/src/protocol';
import { languageServer } from '../support/bundles';

describe('the server as a command', () => {
  let server: ChildProcess;
  const start = (...args: string[]) => {
    server = spawn(process.execPath, [languageServer, ...args]);
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

  it('finds the plans of a folder on disk for any editor that wants them', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'execplan-stdio-'));
    try {
      mkdirSync(join(folder, 'plans'));
      const text = '# T\n\n## Purpose\n\n## Progress\n\n- [ ] a\n\n## Surprises\n\n## Decision Log\n';
      for (const name of ['plans/a.md', 'plans/ignored.md', 'notes.md']) writeFileSync(join(folder, name), text);
      writeFileSync(join(folder, 'plans/large.md'), text + 'x'.repeat(2 * 1024 * 1024));
      writeFileSync(join(folder, '.gitignore'), 'ignored.md\n');
      const { stdin, stdout } = start('--stdio');
      const connection = createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
      const published: PublishDiagnosticsParams[] = [];
      let heard = () => {};
      connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
        published.push(params);
        heard();
      });
      const warned = new Promise<string>((resolve) =>
        connection.onNotification(LogMessageNotification.type, ({ message }) => resolve(message)),
      );
      connection.onRequest(ConfigurationRequest.type, () => [{ workspaceDiagnostics: true }]);
      connection.listen();
      const next = () =>
        new Promise<void>((resolve) => {
          heard = resolve;
        });
      const first = next();
      await connection.sendRequest(InitializeRequest.type, {
        processId: process.pid,
        rootUri: null,
        workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'w' }],
        capabilities: { workspace: { configuration: true } },
      });
      await connection.sendNotification(InitializedNotification.type, {});
      await first;
      assert.match(await warned, /plans\/large\.md is larger than 2 MiB/);
      const uri = pathToFileURL(join(folder, 'plans/a.md')).href;
      assert.deepEqual(
        published.map((each) => [each.uri, each.diagnostics.some(({ code }) => code === 'missing-living-section')]),
        [[uri, true]],
      );
      const second = next();
      rmSync(join(folder, 'plans/a.md'));
      await connection.sendNotification(DidChangeWatchedFilesNotification.type, {
        changes: [{ uri, type: FileChangeType.Deleted }],
      });
      await second;
      assert.deepEqual(published[1], { uri, diagnostics: [] });
      connection.dispose();
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('reads many files in a thread of its own for a client on the same machine', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'execplan-many-'));
    try {
      const text = '\uFEFF# T\n\n## Purpose\n\n## Progress\n\n- [ ] a\n\n## Surprises\n\n## Decision Log\n';
      const files = Array.from({ length: 100 }, (_, i) => join(folder, `${i} ü.md`));
      for (const [i, file] of files.entries())
        writeFileSync(file, i === 7 ? Buffer.from(text, 'utf16le') : i === 8 ? '# Notes' : text);
      const { stdin, stdout } = start('--stdio');
      const connection = createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
      const told: PlanSnapshot[] = [];
      let hear = () => {};
      const heard = () =>
        new Promise<void>((resolve) => {
          hear = resolve;
        });
      connection.onNotification(progressNotification, (snapshot) => {
        told.push(snapshot);
        hear();
      });
      connection.listen();
      await connection.sendRequest(InitializeRequest.type, {
        processId: process.pid,
        rootUri: null,
        capabilities: {},
        initializationOptions: { progress: true, files: true },
      });
      await connection.sendNotification(InitializedNotification.type, {});
      const params = { files: files.map((file) => ({ uri: pathToFileURL(file).href, isPlan: false })) };
      const looks = await connection.sendRequest(scanFilesRequest, params);
      assert.deepEqual(
        looks,
        files.map((_, i) => (i === 7 ? 'notUtf8' : i === 8 ? 'none' : 'accepted')),
      );
      const warned = ({ findings }: PlanSnapshot) => findings?.warning === 1;
      while (told.filter(warned).length < 98) await heard();
      assert.equal(told.length, 2 * 98);
      assert.ok(told.every((each) => each.kind === 'plan' && (warned(each) || each.findings === undefined)));
      assert.equal(new Set(told.map(({ identity }) => identity)).size, 1);
      connection.dispose();
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('ends with the code that LSP has for it', async () => {
    const ends: Record<string, [messages: string[], code: number]> = {
      'without a word': [[], 1],
      'without shutdown': [['initialize'], 1],
      'after a shutdown before initialize': [['shutdown'], 1],
      'after shutdown': [['initialize', 'shutdown'], 0],
    };
    for (const [name, [messages, code]] of Object.entries(ends)) {
      const { stdin, stdout } = start('--stdio');
      const connection = createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
      connection.listen();
      const params = { processId: process.pid, rootUri: null, capabilities: {} };
      for (const message of messages)
        await connection.sendRequest(message, message === 'initialize' ? params : undefined).catch(() => undefined);
      await connection.sendNotification(ExitNotification.type);
      assert.deepEqual(await once(server, 'exit'), [code, null], name);
      connection.dispose();
    }
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
