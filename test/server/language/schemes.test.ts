import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { TestClient } from '../../support/client';
import { editorCapabilities, placeOf } from '../../support/language';

const text = `# Serve tiles

See [the decisions](#decision-log) and \`src/tiles.ts\`.

## Progress

- [x] (2026-02-09 11:19Z) M1: Read
- [ ] M1: Write the reader
- [ ] M2: Ship it
- [x] 

## Decision Log

- Decision: keep it
  Rationale: it works

## Plan of Work

### Milestone 1: The reader

Text.

### Milestone 2: The shipping

Text.
`;
const folder = 'file:///repo';
const at = (words: string, into = 0) => ({ position: placeOf(text, words, into) });
const everything = { range: { start: { line: 0, character: 0 }, end: { line: 24, character: 0 } } };
const requests: readonly (readonly [method: string, params: object])[] = [
  ['textDocument/completion', { ...at('- [ ] M2', 6), context: { triggerKind: 1 } }],
  ['textDocument/inlineCompletion', { ...at('- [x] \n', 6), context: { triggerKind: 1 } }],
  ['textDocument/hover', at('(2026-02-09', 3)],
  ['textDocument/hover', at('Milestone 1', 2)],
  ['textDocument/definition', at('M2', 1)],
  ['textDocument/references', { ...at('Milestone 1', 2), context: { includeDeclaration: true } }],
  ['textDocument/documentHighlight', at('Milestone 1', 2)],
  ['textDocument/prepareRename', at('Milestone 1', 2)],
  ['textDocument/rename', { ...at('Milestone 1', 2), newName: 'The parser' }],
  ['textDocument/documentLink', {}],
  ['textDocument/foldingRange', {}],
  ['textDocument/selectionRange', { positions: [at('Write the', 2).position] }],
  ['textDocument/semanticTokens/full', {}],
  ['textDocument/semanticTokens/range', everything],
  ['textDocument/codeLens', {}],
  ['textDocument/inlayHint', everything],
  ['textDocument/documentSymbol', {}],
  [
    'textDocument/codeAction',
    { range: { start: at('- [x] \n').position, end: at('- [x] \n').position }, context: { diagnostics: [] } },
  ],
  ['textDocument/diagnostic', {}],
];

const nothing = /^(?:null|\[\]|\{"data":\[\]\}|\{"kind":"full","items":\[\].*\})$/;

describe('a text that is no file on the disk', () => {
  let client: TestClient;
  afterEach(() => client.stop());
  const started = async (top = folder) => {
    client = await TestClient.start({
      folders: [top],
      capabilities: { ...editorCapabilities, textDocument: { ...editorCapabilities.textDocument, diagnostic: {} } },
      initializationOptions: { commands: ['execplan.revealPlace', 'execplan.addStep'], files: true },
      settings: { inlayHints: true, codeLens: true },
    });
  };
  /** What is answered to each request, with the URI of the text taken out. */
  const answers = async (uri: string) => {
    const found: [method: string, answer: unknown][] = [];
    for (const [method, params] of requests) {
      const answer = JSON.stringify((await client.ask(method, uri, params)) ?? null);
      found.push([method, JSON.parse(answer.replaceAll(uri, 'THE TEXT').replace(/"resultId":"[^"]*",?/, ''))]);
    }
    return found;
  };

  for (const [what, uri, top] of [
    ['untitled', 'untitled:Untitled-1', folder],
    ['of a virtual workspace', 'vscode-vfs://github/o/r/plans/tiles.md', 'vscode-vfs://github/o/r'],
    [
      'on another machine',
      'vscode-remote://ssh-remote%2Bhost/repo/plans/tiles.md',
      'vscode-remote://ssh-remote%2Bhost/repo',
    ],
    ['of an archive', 'zip:/a.zip/plans/tiles.md', folder],
  ] as const)
    it(`is answered for as a file is where it is ${what}`, async () => {
      await started();
      await client.open(`${folder}/plans/tiles.md`, text);
      const expected = await answers(`${folder}/plans/tiles.md`);
      for (const [method, answer] of expected)
        assert.doesNotMatch(JSON.stringify(answer), nothing, `${method} of a file`);
      client.stop();
      await started(top);
      await client.open(uri, text);
      assert.deepEqual(await answers(uri), expected);
    });

  it('is answered for by nothing, and without an error, where it was never opened', async () => {
    await started();
    await client.open(`${folder}/plans/tiles.md`, text);
    for (const uri of ['git:/repo/plans/tiles.md?HEAD', 'vscode-notebook-cell:/repo/a.ipynb#W0']) {
      for (const [method, params] of requests) {
        const answer = JSON.stringify((await client.ask(method, uri, params)) ?? null);
        assert.match(answer, nothing, `${method} of ${uri}`);
      }
    }
    assert.equal(client.logs.size, 0);
  });
});
