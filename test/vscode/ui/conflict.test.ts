import * as vscode from 'vscode';
import * as assert from '../assert';
import { bridge } from '../bridge';
import { eventually } from '../eventually';
import { closeEditors, notifications, openNew, planText, replaceOnDisk, showProgress, textOnDisk } from '../plan';

// What VS Code has for whoever saves a text whose file is another one by now, and its own words for it.
describe('ways out of unsaved changes to a plan that was changed on disk', () => {
  before(showProgress);
  afterEach(async () => {
    await vscode.commands.executeCommand('notifications.clearAll');
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await closeEditors();
  });

  const written = planText('- [x] (2026-02-09 11:19Z) One\n- [x] (2026-02-09 12:00Z) Found\n- [ ] Two');
  const view = () => bridge.webviewText('body');
  const says = (text: RegExp) => eventually(async () => assert.match(await view(), text));
  const saysNot = (text: RegExp) => eventually(async () => assert.doesNotMatch(await view(), text));

  /** A plan with a word that a person typed, of whose file another program has made a later one. */
  const conflict = async (name: string) => {
    const { document } = await openNew(`plans/conflict-${name}.md`, planText());
    await says(new RegExp(`conflict-${name}\\.md[\\s\\S]*1 of 2`));
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(4, 0), 'Typed. ');
    await vscode.workspace.applyEdit(edit);
    await says(/unsaved/);
    await replaceOnDisk(document.uri, written);
    await says(/Changed on disk and unsaved/);
    return document;
  };
  /** Saves, which VS Code refuses, and takes one of the ways that it offers. */
  const saveAnd = async (button: string) => {
    await vscode.commands.executeCommand('workbench.action.files.save');
    await eventually(async () => assert.match((await notifications()).join(), /Failed to save/));
    await bridge.click(`.notifications-center .monaco-button:has-text("${button}")`);
  };
  /** The view is what the text is, and that is on disk. */
  const isClean = async (document: vscode.TextDocument, text: string, figures: RegExp) => {
    await eventually(async () => assert.equal(await textOnDisk(document.uri), text));
    await eventually(() => assert.equal(document.getText(), text));
    await eventually(() => assert.equal(document.isDirty, false));
    await says(figures);
    await saysNot(/Changed on disk|unsaved/);
  };
  const typed = planText().replace('Text.', 'Typed. Text.');

  it('the file is overwritten', async () => {
    const document = await conflict('overwritten');
    await saveAnd('Overwrite');
    await isClean(document, typed, /conflict-overwritten\.md[\s\S]*1 of 2/);
  });

  for (const [name, button, text, figures] of [
    ['the file is overwritten in the comparison', 'Use your changes', typed, /1 of 2/],
    ['the changes are given up in the comparison', 'Discard your changes', written, /2 of 3/],
  ] as const)
    it(name, async () => {
      const document = await conflict(button.split(' ')[0]?.toLowerCase() ?? '');
      await saveAnd('Compare');
      await eventually(() => {
        const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
        assert.ok(input instanceof vscode.TabInputTextDiff, 'no comparison is open');
      });
      await bridge.click(`.editor-actions [aria-label*="${button}"]`);
      await eventually(() => assert.equal(document.isDirty, false));
      await isClean(document, text, figures);
    });

  it('the changes are given up', async () => {
    const document = await conflict('reverted');
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await isClean(document, written, /conflict-reverted\.md[\s\S]*2 of 3/);
  });

  it('the changes are taken back, after which VS Code is asked to read the file', async () => {
    const document = await conflict('undone');
    await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
    await vscode.commands.executeCommand('undo');
    await eventually(() => assert.equal(document.isDirty, false));
    await isClean(document, written, /conflict-undone\.md[\s\S]*2 of 3/);
  });

  it('both come to the same', async () => {
    const document = await conflict('same');
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), written);
    await vscode.workspace.applyEdit(edit);
    await saysNot(/Changed on disk/);
    await vscode.commands.executeCommand('workbench.action.files.save');
    await isClean(document, written, /conflict-same\.md[\s\S]*2 of 3/);
  });
});
