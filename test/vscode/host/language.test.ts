import * as vscode from 'vscode';
import * as assert from '../assert';
import { eventually } from '../eventually';
import { closeEditors, file, findsRules, openNew } from '../plan';

const text = `# Draw the map from tiles

See [the first part](#milestone-1-the-tile-table).

## Purpose / Big Picture

The QXR (quick cross reference) answers at once. The QXR is new.

## Progress

- [x] (2026-02-09 11:19Z) M1: Add the table
- [x] (2026-02-09 12:19Z) M1: Fill it
  row by row
- [ ] M2: Serve tiles

## Surprises & Discoveries

None yet.

## Outcomes & Retrospective

None yet.

## Plan of Work

### Milestone 1: The tile table

Add it.

### Milestone 2: Serving

After Milestone 1, and [what was found](#surprises--discoveries).
`;

describe('language features, beside those that VS Code has for Markdown', () => {
  afterEach(closeEditors);

  async function opened(path: string): Promise<vscode.TextDocument> {
    const { document } = await openNew(path, text);
    await findsRules(document.uri, ['missing-living-section']);
    await readByMarkdown(document.uri);
    return document;
  }
  /** VS Code's own service for Markdown has read a file. In the web host of these tests it does not run. */
  const readByMarkdown = async (uri: vscode.Uri) => {
    if (HOST !== 'node') return;
    await eventually(() => assert.ok(vscode.extensions.getExtension('vscode.markdown-language-features')?.isActive));
    await eventually(async () => assert.ok((await symbolsOf(uri)).some(({ name }) => name.startsWith('#'))));
  };
  const symbolsOf = async (uri: vscode.Uri) =>
    (await vscode.commands.executeCommand<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', uri)) ?? [];
  const at = (document: vscode.TextDocument, words: string, into = 1) =>
    document.positionAt(document.getText().indexOf(words) + into);
  const placesOf = (locations: readonly (vscode.Location | vscode.LocationLink)[]) =>
    locations.map((each) => {
      const { uri, range } = 'uri' in each ? each : { uri: each.targetUri, range: each.targetRange };
      return `${uri.path.split('/').at(-1)}:${range.start.line + 1}`;
    });
  const definitions = async (document: vscode.TextDocument, words: string, into = 1) =>
    placesOf(
      await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
        'vscode.executeDefinitionProvider',
        document.uri,
        at(document, words, into),
      ),
    );
  const references = async (document: vscode.TextDocument, words: string, into = 1) =>
    placesOf(
      await vscode.commands.executeCommand<vscode.Location[]>(
        'vscode.executeReferenceProvider',
        document.uri,
        at(document, words, into),
      ),
    );

  // What is left to VS Code's service for Markdown nobody answers in the web host of these tests.
  if (HOST === 'node')
    it('lead to each place once', async () => {
      const document = await opened('plans/names.md');
      assert.deepEqual(await definitions(document, 'M1: Add'), ['names.md:26']);
      assert.deepEqual(await definitions(document, '#milestone-1', 4), ['names.md:26']);
      assert.deepEqual(await definitions(document, '### Milestone 1', 6), ['names.md:26']);
      assert.deepEqual(await definitions(document, 'QXR is'), ['names.md:7']);
      const places = (await references(document, '### Milestone 1', 6)).sort();
      assert.deepEqual(places, [...new Set(places)]);
      assert.deepEqual(places, ['names.md:11', 'names.md:12', 'names.md:26', 'names.md:3', 'names.md:32']);
      assert.deepEqual((await references(document, 'M1: Add')).sort(), places);
      // A heading that is no milestone is left to VS Code.
      assert.deepEqual(await definitions(document, '#surprises', 4), ['names.md:16']);
      assert.deepEqual((await references(document, '## Surprises', 5)).sort(), ['names.md:16', 'names.md:32']);
    });

  it('rename a milestone as ours, with links from other plans; other headings stay with Markdown', async () => {
    const document = await opened('plans/renamed.md');
    const other = await openNew(
      'plans/linking.md',
      '# Other\n\nAfter [it](renamed.md#milestone-1-the-tile-table).\n\n## Progress\n\n- [ ] Begin\n\n## Decision Log\n\nNone yet.\n',
    );
    await readByMarkdown(other.document.uri);
    const renamed = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      at(document, '### Milestone 1', 6),
      'The tile store',
    );
    await vscode.workspace.applyEdit(renamed);
    assert.match(document.getText(), /^### Milestone 1: The tile store$/m);
    assert.match(document.getText(), /\(#milestone-1-the-tile-store\)/);
    const linking = await vscode.workspace.openTextDocument(file('plans/linking.md'));
    assert.match(linking.getText(), /renamed\.md#milestone-1-the-tile-store\)/);
    const numbered = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      at(document, 'M1: Add'),
      'M7',
    );
    await vscode.workspace.applyEdit(numbered);
    assert.match(document.getText(), /M7: Fill it[\s\S]*### Milestone 7: The tile store[\s\S]*After Milestone 7,/);
    if (HOST !== 'node') return;
    const heading = await vscode.commands.executeCommand<{ placeholder: string }>(
      'vscode.prepareRename',
      document.uri,
      at(document, '## Surprises', 5),
    );
    assert.match(heading.placeholder, /^Surprises/);
  });

  if (HOST === 'node')
    it('give no symbol, fold or link twice', async () => {
      const document = await opened('plans/places.md');
      const folds = await eventually(async () => {
        const all = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
          'vscode.executeFoldingRangeProvider',
          document.uri,
        );
        assert.ok(all.length > 3);
        return all.map(({ start, end }) => `${start + 1}-${end + 1}`);
      });
      assert.deepEqual(folds, [...new Set(folds)]);
      assert.ok(folds.includes('11-13'), folds.join());
      const outline = (await symbolsOf(document.uri)).flatMap(withChildren);
      const headings = outline.filter(({ name }) => /Progress|Milestone 1|tile table/.test(name));
      assert.deepEqual(headings.map(({ range }) => range.start.line + 1).sort(), [26, 9].sort());
      const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
        'vscode.executeWorkspaceSymbolProvider',
        'Serv',
      );
      const own = found
        .filter(({ location }) => location.uri.path.endsWith('/places.md'))
        .map(({ location }) => location.range.start.line + 1);
      assert.deepEqual(own, [...new Set(own)]);
      assert.ok(own.includes(14), own.join());
      const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
        'vscode.executeLinkProvider',
        document.uri,
      );
      const places = links.map(({ range }) => `${range.start.line + 1}:${range.start.character}`);
      assert.deepEqual(places, [...new Set(places)]);
    });

  it('colour a step by its state', async () => {
    const document = await opened('plans/colours.md');
    const legend = await vscode.commands.executeCommand<vscode.SemanticTokensLegend>(
      'vscode.provideDocumentSemanticTokensLegend',
      document.uri,
    );
    const { data } = await vscode.commands.executeCommand<vscode.SemanticTokens>(
      'vscode.provideDocumentSemanticTokens',
      document.uri,
    );
    const boxes: string[] = [];
    for (let i = 0; i < data.length; i += 5)
      if (legend.tokenTypes[data[i + 3] as number] === 'planBox')
        boxes.push(legend.tokenModifiers[Math.log2(data[i + 4] as number)] as string);
    assert.deepEqual(boxes, ['done', 'done', 'open']);
  });
});

function withChildren(symbol: vscode.DocumentSymbol): vscode.DocumentSymbol[] {
  return [symbol, ...symbol.children.flatMap(withChildren)];
}
