import * as vscode from 'vscode';
import * as assert from '../assert';
import { bridge } from '../bridge';
import { eventually } from '../eventually';
import { closeEditors, findsRules, openNew, planText, select } from '../plan';

const steps = '- [x] (2026-02-09 11:19Z) M1: Read\n- [ ] M2: Write';
const text = `${planText(steps)}\n## Plan of Work\n\n### Milestone 1: Reader\n\nIt reads.\n\n### Milestone 2: Writer\n\nAfter Milestone 1.\n`;

describe('F2 on a milestone', () => {
  afterEach(closeEditors);

  it('shows on Ctrl+Enter what will change, and changes it in one step', async () => {
    const editor = await openNew('plans/rename-preview.md', text);
    const { document } = editor;
    await findsRules(document.uri, ['missing-living-section']);
    await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
    await select(editor, new vscode.Selection(8, 27, 8, 27));
    // Nobody is asked before the extension host has told VS Code who renames.
    await eventually(async () => {
      await bridge.press('F2');
      await eventually(async () => assert.equal(await bridge.value('.rename-box input'), 'M1'), 3_000);
    });
    await bridge.fill('.rename-box input', 'M7');
    await bridge.press('Control+Enter');
    const rows = '.bulk-edit-panel .monaco-list-row';
    await eventually(async () =>
      assert.ok((await bridge.texts(rows)).some((row) => row.includes('rename-preview.md'))),
    );
    assert.equal(document.getText(), text, 'nothing has changed yet');
    await vscode.commands.executeCommand('refactorPreview.apply');
    await eventually(() =>
      assert.match(document.getText(), /M7: Read\n[\s\S]*### Milestone 7: Reader[\s\S]*After Milestone 7\.\n/),
    );
    await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
    await vscode.commands.executeCommand('undo');
    await eventually(() => assert.equal(document.getText(), text));
    await vscode.commands.executeCommand('workbench.action.closePanel');
  });
});
