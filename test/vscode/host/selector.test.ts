import * as vscode from 'vscode';
import * as assert from '../assert';
import { eventually } from '../eventually';
import {
  closeEditors,
  file,
  findings,
  findsRules,
  notifications,
  openFile,
  openNew,
  planText,
  replaceOnDisk,
  ruleOf,
  select,
} from '../plan';

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

describe('documents that are no files on this disk', () => {
  const step = 8;

  /** What each feature tells of a text whose first step is open. */
  async function assertFeatures({ uri }: vscode.TextDocument): Promise<void> {
    const at = new vscode.Position(step, 3);
    const ask = <T>(command: string, ...params: unknown[]) =>
      vscode.commands.executeCommand<T>(`vscode.${command}`, uri, ...params);
    const kinds = (await ask<vscode.CodeAction[]>('executeCodeActionProvider', new vscode.Range(at, at))).map(
      ({ kind }) => kind?.value,
    );
    assert.ok(kinds.includes('refactor.rewrite.execplan.tick'), String(kinds));
    const hovers = await ask<vscode.Hover[]>('executeHoverProvider', new vscode.Position(step - 2, 4));
    assert.ok(hovers.length > 0, 'a heading has no hover');
    const { items } = await ask<vscode.CompletionList>(
      'executeCompletionItemProvider',
      new vscode.Position(step + 1, 0),
    );
    assert.ok(
      items.some(({ filterText }) => filterText?.startsWith('plan-step')),
      'no step is offered',
    );
    const tokens = await ask<vscode.SemanticTokens>('provideDocumentSemanticTokens');
    assert.ok(tokens.data.length > 0, 'nothing has a colour');
  }

  /** What is found where the settings of the workspace's file do not count. */
  const findsSomething = (uri: vscode.Uri) =>
    eventually(() => assert.ok(findings(uri).map(ruleOf).includes('missing-living-section')));

  async function tick(editor: vscode.TextEditor): Promise<void> {
    await select(editor, new vscode.Selection(step, 3, step, 3));
    await vscode.commands.executeCommand('execplan.tick');
  }

  it('are plans where they have no name yet, and are ticked', async () => {
    const document = await vscode.workspace.openTextDocument({
      language: 'markdown',
      content: planText('- [ ] One\n'),
    });
    const editor = await vscode.window.showTextDocument(document);
    await findsSomething(document.uri);
    await assertFeatures(document);
    await tick(editor);
    await eventually(() => assert.match(document.lineAt(step).text, /^- \[x\] \(.*Z\) One$/));
    assert.ok(document.isUntitled && document.isDirty, 'it was saved');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('are plans in a file system of an extension', async () => {
    const files = new MemoryFiles(planText('- [ ] One\n'));
    const provider = vscode.workspace.registerFileSystemProvider('memory', files);
    try {
      const uri = vscode.Uri.parse('memory:/plans/memory.md');
      const editor = await openFile(uri);
      await findsSomething(uri);
      await assertFeatures(editor.document);
      await tick(editor);
      await eventually(() => assert.match(files.text, /^- \[x\] \(.*Z\) One$/m));
    } finally {
      await closeEditors();
      provider.dispose();
    }
  });

  it('are no plans in a file system that nobody can write to', async () => {
    const files = new MemoryFiles(planText('- [x] One\n'));
    const provider = vscode.workspace.registerFileSystemProvider('archive', files, { isReadonly: true });
    try {
      const uri = vscode.Uri.parse('archive:/plans/archive.md');
      const editor = await openFile(uri);
      await assertSilent(uri);
      await openFile(uri);
      await vscode.commands.executeCommand('execplan.untick');
      assert.match(editor.document.lineAt(step).text, /^- \[x\] One$/);
    } finally {
      await closeEditors();
      provider.dispose();
    }
  });

  it('say why they stay as they are where their editor is read-only', async () => {
    const editor = await openNew('plans/locked.md', planText('- [ ] One\n'));
    const { document } = editor;
    await findsRules(document.uri, ['missing-living-section']);
    const before = document.getText();
    await vscode.commands.executeCommand('workbench.action.files.setActiveEditorReadonlyInSession');
    try {
      await assertFeatures(document);
      await tick(editor);
      await eventually(async () =>
        assert.match((await notifications()).join('\n'), /locked\.md was not edited: it may be/),
      );
      assert.equal(document.getText(), before);
      assert.ok(!document.isDirty);
      // What is not saved by itself would stay on the screen, and nowhere else.
      await vscode.commands.executeCommand('notifications.clearAll');
      await vscode.commands.executeCommand('execplan.addMissingSections');
      await eventually(async () =>
        assert.match((await notifications()).join('\n'), /locked\.md was not edited: it may be/),
      );
      assert.equal(document.getText(), before);
    } finally {
      await vscode.commands.executeCommand('workbench.action.files.resetActiveEditorReadonlyInSession');
    }
    await vscode.commands.executeCommand('notifications.clearAll');
    await closeEditors();
  });
});

/** What another document was told, that was opened later, this one would have been told by then. */
async function assertSilent(uri: vscode.Uri): Promise<void> {
  const later = file(`plans/later-${uri.scheme}.md`);
  await replaceOnDisk(later, planText());
  await openFile(later);
  await findsRules(later, ['missing-living-section']);
  assert.deepEqual(findings(uri), []);
}

/** A file system whose files all are one text. */
class MemoryFiles implements vscode.FileSystemProvider {
  readonly #changes = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changes.event;
  #version = 1;

  constructor(public text: string) {}

  watch() {
    return { dispose() {} };
  }
  stat(uri: vscode.Uri): vscode.FileStat {
    const type = uri.path.endsWith('.md') ? vscode.FileType.File : vscode.FileType.Directory;
    return { type, ctime: 0, mtime: this.#version, size: new TextEncoder().encode(this.text).length };
  }
  readFile(): Uint8Array {
    return new TextEncoder().encode(this.text);
  }
  writeFile(_: vscode.Uri, content: Uint8Array): void {
    this.text = new TextDecoder().decode(content);
    this.#version++;
  }
  readDirectory(): [string, vscode.FileType][] {
    return [];
  }
  createDirectory(): void {}
  delete(): void {}
  rename(): void {}
}
