import * as vscode from 'vscode';
import * as assert from '../assert';
import { bridge } from '../bridge';
import { eventually } from '../eventually';
import { chooseFix, closeEditors, findsRules, openNew, planText, select, settled } from '../plan';

/**
 * Pastes come by the event of the browser: VS Code's commands for them read the clipboard there and insert its text, and ask no
 * provider (its `BrowserClipboardService.triggerPaste` does nothing).
 */
describe('a paste', () => {
  /** Opens a plan, and waits until VS Code knows that it is one, which may be behind its findings. */
  const openPlan = async (name: string, steps: string) => {
    const editor = await openNew(`plans/${name}.md`, planText(steps));
    await findsRules(editor.document.uri, ['missing-living-section']);
    await eventually(async () => {
      await select(editor, new vscode.Selection(0, 0, 0, 0));
      await vscode.commands.executeCommand('execplan.nextOpenStep');
      assert.equal(editor.selection.active.line, 8);
    });
    return editor;
  };

  const paste = async (editor: vscode.TextEditor, text: string, line: number, character = 0) => {
    await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
    await select(editor, new vscode.Selection(line, character, line, character));
    await bridge.paste(text);
  };

  /** Chooses from the menu that stands beside what was pasted. */
  const choose = async (title: string) => {
    await eventually(async () => assert.equal(await bridge.count('.post-edit-widget'), 1));
    // It is seen before its key counts: until then the key opens the light bulb's menu.
    const rows = '.action-widget .monaco-list-row';
    await eventually(async () => {
      if ((await bridge.count(rows)) > 0) await bridge.press('Escape');
      await bridge.press('Control+.');
      const isThere = async () => assert.ok((await bridge.texts(rows)).some((text) => text.includes(title)));
      await eventually(isThere, 5_000);
    });
    await chooseFix(title);
  };

  it('is plain text, and on demand the steps that its lines are', async () => {
    const editor = await openPlan('paste-steps', '- [ ] One\n');
    const { document } = editor;
    await paste(editor, 'Read it\nWrite it', 9);
    await eventually(() => assert.match(document.getText(), /\n- \[ \] One\nRead it\nWrite it\n/));
    await choose('Paste as Steps');
    await eventually(() => assert.match(document.getText(), /\n- \[ \] One\n- \[ \] Read it\n- \[ \] Write it\n/));
    await closeEditors();
  });

  it('becomes the first steps of a Progress without any', async () => {
    const editor = await openNew('plans/paste-first.md', planText('None yet.\n'));
    const { document } = editor;
    await findsRules(document.uri, ['missing-living-section']);
    await paste(editor, 'Read it\nWrite it', 9);
    await eventually(() => assert.match(document.getText(), /\nNone yet\.\nRead it\nWrite it\n/));
    await choose('Paste as Steps');
    await eventually(() => assert.match(document.getText(), /\nNone yet\.\n- \[ \] Read it\n- \[ \] Write it\n/));
    await closeEditors();
  });

  it('of an address is on demand a block for what it says', async () => {
    const editor = await openPlan('paste-address', '- [ ] One\n');
    const { document } = editor;
    await paste(editor, 'https://example.org/a?b=$c', 5);
    await eventually(() => assert.match(document.lineAt(5).text, /https:\/\/example\.org\/a\?b=\$c/));
    await choose('Paste as a Quote with Its Source');
    await eventually(() =>
      assert.match(document.getText(), /\n> What it says, .*\n>\n> Source: <https:\/\/example\.org\/a\?b=\$c>\n/),
    );
    await closeEditors();
  });

  it('is left to VS Code alone where it would be indented anew', async () => {
    const editor = await openPlan('paste-indented', '- [ ] One\n  ');
    const { document } = editor;
    await paste(editor, 'Read it\nWrite it', 9, 2);
    await eventually(() => assert.match(document.getText(), /\n- \[ \] One\n {2}Read it\nWrite it\n/));
    // The menu of a paste comes just behind its text.
    await settled();
    assert.equal(await bridge.count('.post-edit-widget'), 0);
    await closeEditors();
  });
});
