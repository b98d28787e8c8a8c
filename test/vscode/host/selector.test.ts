import * as vscode from 'vscode';
import * as assert from '../assert';
import { eventually } from '../eventually';
import { closeEditors, file, findings, findsRules, openFile, planText, replaceOnDisk } from '../plan';

/** A scheme whose texts are made and not written, as those of `git:`. */
const scheme = 'past';

describe('documents that nobody writes', () => {
  let provider: vscode.Disposable;
  before(() => {
    provider = vscode.workspace.registerTextDocumentContentProvider(scheme, {
      provideTextDocumentContent: () => planText('- [x] An older step'),
    });
  });
  after(async () => {
    await closeEditors();
    provider.dispose();
  });

  it('have no findings on the left of a diff, while the right side has its own', async () => {
    const right = file('plans/diff.md');
    const left = right.with({ scheme });
    await replaceOnDisk(right, planText());
    await vscode.commands.executeCommand('vscode.diff', left, right);
    await findsRules(right, ['missing-living-section']);
    const document = await eventually(() => {
      const shown = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === left.toString());
      assert.ok(shown, 'the left side is not there');
      return shown;
    });
    assert.equal(document.languageId, 'markdown');
    await assertSilent(left);
    assert.deepEqual(await actionsOf(left), []);
  });

  // No built-in extension that knows a notebook is there on the web.
  if (HOST === 'node')
    it('have no findings in the cells of a notebook', async () => {
      const cell = new vscode.NotebookCellData(vscode.NotebookCellKind.Markup, planText('- [x] In a cell'), 'markdown');
      const notebook = await vscode.workspace.openNotebookDocument('jupyter-notebook', new vscode.NotebookData([cell]));
      await assertSilent(notebook.cellAt(0).document.uri);
    });

  /** What another document was told, that was opened later, this one would have been told by then. */
  async function assertSilent(uri: vscode.Uri): Promise<void> {
    const later = file(`plans/later-${uri.scheme}.md`);
    await replaceOnDisk(later, planText());
    await openFile(later);
    await findsRules(later, ['missing-living-section']);
    assert.deepEqual(findings(uri), []);
  }

  async function actionsOf(uri: vscode.Uri): Promise<string[]> {
    const range = new vscode.Range(8, 0, 8, 4);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri,
      range,
    );
    return actions.map(({ kind }) => kind?.value ?? '').filter((kind) => kind.includes('execplan'));
  }
});
