import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import type { DocumentHighlight, Location, Range, SemanticTokens, WorkspaceEdit } from 'vscode-languageserver-protocol';
import { legend } from '../../../core/symbols/legend';
import { type ClientOptions, TestClient } from '../../support/client';
import { caretsOf, editedBy, editorCapabilities, placeOf, rangesIn } from '../../support/language';

const folder = 'file:///repo';
const uri = `${folder}/plans/tiles.md`;
const other = `${folder}/plans/other.md`;
const text = `# Draw the map from tiles

See [the first part](#milestone-1-the-tile-table) and [the log](#decision-log).

## Purpose / Big Picture

The QXR (quick cross reference) answers at once. 🗺️ The QXR is new.

## Progress

- [x] (2026-02-09 11:19Z) M1: Add the table
- [~] Milestone 1: The tile table, filled (completed: rows; remaining: QXR)
- [ ] M2: Serve tiles
- [!] 🧭 Wait for M2

## Decision Log

- Decision: keep M1 small.
  Rationale: \`M1\` is in code.
  Date/Author: 2026-02-09, Ada

## Plan of Work

### Milestone 1: The tile table

Say <what>.

### Milestone 2: Serving

After Milestone 1.
`;
const linking = `# Other plan

## Purpose / Big Picture

After [it](tiles.md#milestone-1-the-tile-table), see [here](#milestone-1-the-tile-table).

## Progress

- [ ] Begin

## Decision Log

None yet.
`;

describe('names in a plan', () => {
  let client: TestClient;
  const started = async (options: ClientOptions = {}) => {
    client = await TestClient.start({
      folders: [folder],
      capabilities: editorCapabilities,
      files: { [other]: linking },
      ...options,
    });
    await client.open(uri, text, 3);
  };
  afterEach(() => client.stop());

  const definitions = async (words: string, into = 1) =>
    caretsOf(
      text,
      rangesIn(
        uri,
        await client.ask<Location[]>('textDocument/definition', uri, { position: placeOf(text, words, into) }),
      ),
    );
  const rename = (words: string, newName: string, into = 1) =>
    client.ask<WorkspaceEdit | null>('textDocument/rename', uri, { position: placeOf(text, words, into), newName });

  it('lead from a step, a mention and a link to the milestone, from a term to where it is explained', async () => {
    await started();
    const heading = '### Milestone 1: The tile table\n    ^^^^^^^^^^^^^^^^^^^^^^^^^^^';
    assert.equal(await definitions('M1: Add'), heading);
    assert.equal(await definitions('Milestone 1.'), heading);
    assert.equal(await definitions('#milestone-1', 3), heading);
    assert.equal(await definitions('### Milestone 1', 6), heading);
    assert.equal(await definitions('#decision-log', 3), '## Decision Log\n^^^^^^^^^^^^^^^');
    assert.equal(
      await definitions('QXR is new'),
      'The QXR (quick cross reference) answers at once. 🗺️ The QXR is new.\n    ^^^',
    );
    assert.equal(await definitions('Serve tiles'), '');
    assert.equal(await definitions('`M1`', 2), '');
  });

  it('leave headings and links to a client that knows Markdown', async () => {
    await started({ initializationOptions: { markdown: true } });
    assert.notEqual(await definitions('M1: Add'), '');
    assert.equal(await definitions('#milestone-1', 3), '');
    assert.equal(await definitions('### Milestone 1', 6), '');
    const found = await client.ask<Location[]>('textDocument/references', uri, {
      position: placeOf(text, '### Milestone 1', 6),
      context: { includeDeclaration: true },
    });
    assert.doesNotMatch(caretsOf(text, rangesIn(uri, found)), /###|See/);
  });

  it('are found in words and links, here and in other plans', async () => {
    await started({ initializationOptions: { files: true } });
    await client.write(other, linking);
    const found = await client.ask<Location[]>('textDocument/references', uri, {
      position: placeOf(text, 'M1: Add', 1),
      context: { includeDeclaration: true },
    });
    assert.equal(
      caretsOf(text, rangesIn(uri, found)),
      `See [the first part](#milestone-1-the-tile-table) and [the log](#decision-log).
                      ^^^^^^^^^^^^^^^^^^^^^^^^^^
- [x] (2026-02-09 11:19Z) M1: Add the table
                          ^^
- [~] Milestone 1: The tile table, filled (completed: rows; remaining: QXR)
      ^^^^^^^^^^^
- Decision: keep M1 small.
                 ^^
### Milestone 1: The tile table
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^
After Milestone 1.
      ^^^^^^^^^^^`,
    );
    assert.equal(
      caretsOf(linking, rangesIn(other, found)),
      'After [it](tiles.md#milestone-1-the-tile-table), see [here](#milestone-1-the-tile-table).\n                    ^^^^^^^^^^^^^^^^^^^^^^^^^^',
    );
    const highlights = await client.ask<DocumentHighlight[]>('textDocument/documentHighlight', uri, {
      position: placeOf(text, 'M2: Serve', 1),
    });
    assert.equal(
      caretsOf(
        text,
        highlights.map(({ range }) => range),
      ),
      `- [ ] M2: Serve tiles
      ^^
- [!] 🧭 Wait for M2
                  ^^
### Milestone 2: Serving
    ^^^^^^^^^^^^^^^^^^^^`,
    );
  });

  it('are offered for a rename with what they are now; other headings are not', async () => {
    await started();
    const prepare = (words: string, into: number) =>
      client.ask<{ range: Range; placeholder: string } | null>('textDocument/prepareRename', uri, {
        position: placeOf(text, words, into),
      });
    assert.equal((await prepare('### Milestone 1', 6))?.placeholder, 'Milestone 1: The tile table');
    assert.equal((await prepare('M1: Add', 1))?.placeholder, 'M1');
    assert.equal((await prepare('QXR is', 1))?.placeholder, 'QXR');
    assert.equal(await prepare('## Decision Log', 5), null);
    assert.equal(await prepare('#decision-log', 5), null);
  });

  it('change everywhere: the title in headings, steps and links, also of other plans', async () => {
    await started({ initializationOptions: { files: true } });
    await client.write(other, linking);
    const edit = await rename('### Milestone 1', 'The tile store', 6);
    const edited = editedBy(edit, { [uri]: text, [other]: linking });
    assert.equal(
      edited[uri],
      text
        .replace('### Milestone 1: The tile table', '### Milestone 1: The tile store')
        .replace('Milestone 1: The tile table, filled', 'Milestone 1: The tile store, filled')
        .replace('#milestone-1-the-tile-table', '#milestone-1-the-tile-store'),
    );
    assert.equal(
      edited[other],
      linking.replace('tiles.md#milestone-1-the-tile-table', 'tiles.md#milestone-1-the-tile-store'),
    );
    const [own] = edit?.documentChanges ?? [];
    assert.ok(own && 'textDocument' in own);
    assert.equal(own.textDocument.version, 3);
    assert.deepEqual(Object.keys(edit?.changeAnnotations ?? {}).sort(), ['definition', 'link', 'mention', 'otherFile']);
  });

  it('change everywhere: the number, in the style of each place', async () => {
    await started();
    const edited = editedBy(await rename('M1: Add', 'M4'), { [uri]: text });
    assert.equal(
      edited[uri],
      text
        .replace('M1: Add', 'M4: Add')
        .replace('Milestone 1: The tile table, filled', 'Milestone 4: The tile table, filled')
        .replace('keep M1 small', 'keep M4 small')
        .replace('### Milestone 1:', '### Milestone 4:')
        .replace('After Milestone 1.', 'After Milestone 4.')
        .replace('#milestone-1-the-tile-table', '#milestone-4-the-tile-table'),
    );
    await assert.rejects(rename('M1: Add', 'M2'), /"Milestone 2: Serving" is there already/);
    await assert.rejects(rename('M1: Add', 'Fast'), /with a number/);
  });

  it('change everywhere: a term, but in code; edits have no version for a client that knows none', async () => {
    await started({ capabilities: { workspace: { configuration: true } } });
    const edit = await rename('QXR is', 'CRX');
    assert.equal(edit?.documentChanges, undefined);
    assert.equal(editedBy(edit, { [uri]: text })[uri], text.replaceAll('QXR', 'CRX'));
  });

  it('are coloured, with the state of each step', async () => {
    await started();
    const { data } = await client.ask<SemanticTokens>('textDocument/semanticTokens/full', uri);
    const places: (Range & { label: string })[] = [];
    let [line, character] = [0, 0];
    for (let i = 0; i < data.length; i += 5) {
      const [down, right, length, type, bits] = data.slice(i, i + 5) as [number, number, number, number, number];
      line += down;
      character = down > 0 ? right : character + right;
      const modifier = legend.tokenModifiers[Math.log2(bits)];
      places.push({
        start: { line, character },
        end: { line, character: character + length },
        label: modifier ?? (legend.tokenTypes[type] as string),
      });
    }
    assert.equal(
      caretsOf(text, places),
      `- [x] (2026-02-09 11:19Z) M1: Add the table
  ^^^ done
       ^^^^^^^^^^^^^^^^^ planStamp
                          ^^ planMilestone
- [~] Milestone 1: The tile table, filled (completed: rows; remaining: QXR)
  ^^^ partial
      ^^^^^^^^^^^ planMilestone
- [ ] M2: Serve tiles
  ^^^ open
      ^^ planMilestone
- [!] 🧭 Wait for M2
  ^^^ partial
                  ^^ planMilestone
- Decision: keep M1 small.
  ^^^^^^^^ planKey
                 ^^ planMilestone
  Rationale: \`M1\` is in code.
  ^^^^^^^^^ planKey
  Date/Author: 2026-02-09, Ada
  ^^^^^^^^^^^ planKey
               ^^^^^^^^^^ planStamp
### Milestone 1: The tile table
    ^^^^^^^^^^^ planMilestone
### Milestone 2: Serving
    ^^^^^^^^^^^ planMilestone
After Milestone 1.
      ^^^^^^^^^^^ planMilestone`,
    );
  });
});
