import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { root } from '../../scripts/paths';
import { languageCapabilities } from '../../server/src/languageFeatures';

/** How the tests in a real VS Code ask for what a server declares. */
const asked: Readonly<Record<string, string>> = {
  hoverProvider: "'HoverProvider'",
  documentLinkProvider: "'LinkProvider'",
  workspaceSymbolProvider: "'vscode.executeWorkspaceSymbolProvider'",
  selectionRangeProvider: "'SelectionRangeProvider'",
  foldingRangeProvider: "'FoldingRangeProvider'",
  diagnosticProvider: 'findsRules(',
  codeLensProvider: "'CodeLensProvider'",
  inlayHintProvider: "'InlayHintProvider'",
  completionProvider: "'vscode.executeCompletionItemProvider'",
  inlineCompletionProvider: 'ghost-text',
  definitionProvider: "'DefinitionProvider'",
  referencesProvider: "'ReferenceProvider'",
  documentHighlightProvider: "'DocumentHighlights'",
  renameProvider: "'DocumentRenameProvider'",
  semanticTokensProvider: "'vscode.provideDocumentSemanticTokens'",
};

describe('what the server declares', () => {
  const folder = join(root, 'test/vscode');
  const tests = ['host', 'ui'].flatMap((each) =>
    readdirSync(join(folder, each)).map((name) => readFileSync(join(folder, each, name), 'utf8')),
  );
  const declared = languageCapabilities(
    { semanticTokens: true, inlineCompletion: true, inlayHints: true, pullsFindings: true },
    true,
  );

  for (const capability of Object.keys(declared))
    it(`${capability} is tried in a real VS Code, in each of its hosts and versions`, () => {
      const words = asked[capability];
      assert.ok(words, `${capability} is not in this test's table`);
      assert.ok(
        tests.some((test) => test.includes(words)),
        `no test in test/vscode/host or test/vscode/ui has ${words}`,
      );
    });
});
