import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import type { DocumentDiagnosticReport, FullDocumentDiagnosticReport, Hover } from 'vscode-languageserver-protocol';
import { type ClientOptions, TestClient } from '../../support/client';
import { editorCapabilities } from '../../support/language';

const folder = 'file:///repo';
const uri = `${folder}/plans/tiles.md`;
const text = `# Plan 🗺️

## Purpose / Big Picture

Text.

## Progress

- [x] 🗺️ One
- [ ] Two

## Decision Log

None yet.
`;
const pulling = { ...editorCapabilities, textDocument: { ...editorCapabilities.textDocument, diagnostic: {} } };

describe('requests', () => {
  let client: TestClient;
  const started = async (options: ClientOptions = {}) => {
    client = await TestClient.start({ folders: [folder], capabilities: editorCapabilities, ...options });
  };
  afterEach(() => client.stop());
  const pull = (previousResultId?: string) =>
    client.ask<DocumentDiagnosticReport>('textDocument/diagnostic', uri, previousResultId ? { previousResultId } : {});

  it('for findings are answered to a client that asks, to which none are sent', async () => {
    await started({ capabilities: pulling });
    assert.deepEqual(client.server.capabilities.diagnosticProvider, {
      identifier: 'execplan',
      interFileDependencies: false,
      workspaceDiagnostics: false,
    });
    await client.open(uri, text);
    const report = (await pull()) as FullDocumentDiagnosticReport;
    assert.deepEqual(
      report.items.map(({ code, range }) => [code, range.start.line, range.start.character]),
      [
        ['missing-living-section', 0, 2],
        ['missing-living-section', 0, 2],
        ['done-without-timestamp', 8, 2],
      ],
    );
    assert.deepEqual(await pull(report.resultId), { kind: 'unchanged', resultId: report.resultId });
    await client.change(uri, 2, {
      range: { start: { line: 8, character: 0 }, end: { line: 9, character: 0 } },
      text: '',
    });
    const next = (await pull(report.resultId)) as FullDocumentDiagnosticReport;
    assert.equal(next.items.length, 2);
    assert.equal(client.diagnostics.size, 0);
  });

  it('for findings are not offered to a client to which they are sent', async () => {
    await started();
    assert.equal(client.server.capabilities.diagnosticProvider, undefined);
    await client.open(uri, text);
    assert.equal((await client.diagnostics.take()).diagnostics.length, 3);
  });

  it('that a change overtakes are not answered for the text that was', async () => {
    let answer = () => {};
    const isAnswered = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await started({ initializationOptions: { files: true } });
    const isRead = new Promise<void>((resolve) => {
      client.onRead = async (asked) => {
        if (!asked.endsWith('package.json')) return;
        resolve();
        await isAnswered;
      };
    });
    await client.open(uri, '# Plan\n\n## Progress\n\n- [ ] One\n\n## Decision Log\n\n```sh\nmake \n```\n');
    const asked = client.ask('textDocument/completion', uri, { position: { line: 9, character: 5 } });
    await isRead;
    await client.change(uri, 2, {
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
      text: '\n',
    });
    const seen = client.ask<Hover | null>('textDocument/hover', uri, { position: { line: 0, character: 0 } });
    answer();
    await assert.rejects(asked, { code: -32801 });
    assert.equal(await seen, null);
  });
});
