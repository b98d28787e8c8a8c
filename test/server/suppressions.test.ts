import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import type { ClientCapabilities, CodeAction, TextDocumentEdit } from 'vscode-languageserver-protocol/node';
import { rules } from '../../core/rules/list';
import { type ClientOptions, TestClient } from '../support/client';

const uri = 'file:///w/plans/a.md';
const text =
  '# T\n\n## Purpose\n\nAsk the BXT.\n\n## Progress\n\n- [ ] b\n- [x] a\n\n## Surprises\n\n## Decision Log\n\n## Outcomes\n';
const at = (line: number, character: number) => ({ start: { line, character }, end: { line, character } });
const edits = (workspaceEdit: ClientCapabilities['workspace'] = {}): ClientCapabilities => ({
  workspace: { configuration: true, ...workspaceEdit },
});
const able = edits({
  workspaceEdit: { documentChanges: true, resourceOperations: ['create'], snippetEditSupport: true },
});

describe('what can be done about a finding that is none', () => {
  let client: TestClient;
  afterEach(() => client.stop());
  const opened = async (options: ClientOptions = {}) => {
    client = await TestClient.start({
      folders: ['file:///w'],
      initializationOptions: { files: true },
      capabilities: able,
      ...options,
    });
    await client.open(uri, text);
    await client.diagnostics.take();
  };
  const offered = (line: number, character = 3): Promise<CodeAction[]> =>
    client.actions(uri, at(line, character), ['quickfix']);
  const titled = (actions: readonly CodeAction[], start: string) =>
    actions.find(({ title }) => title.startsWith(start));

  it('is offered last, never preferred, and asks for the reason', async () => {
    await opened();
    const actions = await offered(9);
    assert.deepEqual(
      actions.map(({ title, isPreferred }) => [title, isPreferred]),
      [
        ['Stamp with the current time (2026-03-01 09:30Z)', undefined],
        ['Suppress "done-without-timestamp" on this line', undefined],
        ['Suppress "done-without-timestamp" in this plan', undefined],
        ['Switch "done-without-timestamp" off in execplan.config.json', undefined],
      ],
    );
    const change = actions[1]?.edit?.documentChanges?.[0];
    assert.deepEqual(change, {
      textDocument: { uri, version: 1 },
      edits: [
        {
          range: { start: { line: 9, character: 0 }, end: { line: 9, character: 0 } },
          snippet: {
            kind: 'snippet',
            value: `  <!-- execplan-disable-next-line done-without-timestamp: \${1:why it is right as it is} -->\n`,
          },
        },
      ],
    });
  });

  it('makes a configuration file at the top of the workspace, where the client can', async () => {
    await opened();
    const create = { kind: 'create', uri: 'file:///w/execplan.config.json' };
    const start = { line: 0, character: 0 };
    const newText = '{\n  "rules": {\n    "done-without-timestamp": "off"\n  }\n}\n';
    const textDocument = { uri: create.uri, version: null };
    assert.deepEqual(titled(await offered(9), 'Switch')?.edit?.documentChanges, [
      create,
      { textDocument, edits: [{ range: { start, end: start }, newText }] },
    ]);
    client.stop();
    await opened({ capabilities: edits({ workspaceEdit: { documentChanges: true } }) });
    assert.equal(titled(await offered(9), 'Switch'), undefined);
  });

  it('edits the nearest configuration file, and leaves a malformed one alone', async () => {
    const nearer = 'file:///w/plans/execplan.config.json';
    const files = { 'file:///w/execplan.config.json': '{}', [nearer]: '{\n\t"terms": ["X"]\n}\n' };
    await opened({ files, capabilities: edits({ workspaceEdit: { documentChanges: true } }) });
    const end = { line: 1, character: 15 };
    assert.deepEqual(titled(await offered(9), 'Switch')?.edit?.documentChanges, [
      {
        textDocument: { uri: nearer, version: null },
        edits: [{ range: { start: end, end }, newText: ',\n\t"rules": {\n\t\t"done-without-timestamp": "off"\n\t}' }],
      },
    ]);
    client.stop();
    await opened({ files: { ...files, [nearer]: '{ "terms": ' } });
    assert.equal(titled(await offered(9), 'Switch'), undefined);
    client.stop();
    await opened({ files, capabilities: edits() });
    assert.deepEqual(Object.keys(titled(await offered(9), 'Switch')?.edit?.changes ?? {}), [nearer]);
  });

  it('takes a term into the configuration', async () => {
    const undefinedTerm = rules.filter(({ id }) => id === 'undefined-term');
    await opened({ environment: { rules: undefinedTerm }, settings: { profile: 'cookbook' } });
    const add = titled(await offered(4, 9), 'Add "BXT" to the terms in execplan.config.json');
    const change = add?.edit?.documentChanges?.[1] as TextDocumentEdit | undefined;
    assert.deepEqual(
      change?.edits.map((edit) => 'newText' in edit && edit.newText),
      ['{\n  "terms": [\n    "BXT"\n  ]\n}\n'],
    );
  });
});
