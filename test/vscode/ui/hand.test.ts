import * as vscode from 'vscode';
import * as assert from '../assert';
import { bridge } from '../bridge';
import { eventually } from '../eventually';
import {
  closeEditors,
  file,
  findsRules,
  notifications,
  openNew,
  planText,
  presentHour,
  select,
  showProgress,
  textOnDisk,
} from '../plan';

describe('one gesture', () => {
  afterEach(closeEditors);

  it('toggles all selected steps, and one undo takes it back', async () => {
    const editor = await openNew('plans/toggle.md', planText('- [ ] One\n- [ ] Two\n- [ ] Three'));
    const { document } = editor;
    await findsRules(document.uri, ['missing-living-section']);
    editor.selections = [new vscode.Selection(8, 0, 9, 3), new vscode.Selection(10, 4, 10, 4)];
    await vscode.commands.executeCommand('execplan.toggle');
    await eventually(() => assert.equal(document.getText().match(/- \[x\] /g)?.length, 3));
    await vscode.commands.executeCommand('undo');
    await eventually(() => assert.match(document.getText(), /- \[ \] One\n- \[ \] Two\n- \[ \] Three\n/));
  });

  it('drops a step with a place for the reason, and sets the status that is chosen', async () => {
    const editor = await openNew('plans/drop.md', planText('- [ ] One\n- [ ] Two'));
    const { document } = editor;
    await findsRules(document.uri, ['missing-living-section']);
    await select(editor, new vscode.Selection(9, 7, 9, 7));
    await vscode.commands.executeCommand('execplan.drop');
    await vscode.commands.executeCommand('type', { text: 'late' });
    await eventually(() => assert.equal(document.lineAt(9).text, '- [ ] ~~Two~~ (dropped: late)'));
    void vscode.commands.executeCommand('execplan.setStatus');
    await eventually(async () => assert.match(await bridge.text('.quick-input-widget'), /Abandoned/));
    await bridge.click('.quick-input-list .monaco-list-row:has-text("Active")');
    await eventually(() => assert.match(document.getText(), /\n\nStatus: active\n\n/));
  });

  it('moves a finished plan with its links, and back', async () => {
    const other = file('plans/other.md');
    await openNew('plans/other.md', planText('- [ ] Behind [it](finished.md)'));
    await findsRules(other, ['missing-living-section']);
    const { document } = await openNew('plans/finished.md', planText('- [x] (2026-02-09 11:19Z) One'));
    await findsRules(document.uri, ['missing-living-section']);
    await vscode.commands.executeCommand('execplan.archive');
    const archived = file('plans/completed/finished.md');
    await eventually(async () => assert.match(await textOnDisk(archived), /\nStatus: done \d{4}-\d\d-\d\d\n/));
    await eventually(async () => assert.match(await textOnDisk(other), /\[it\]\(completed\/finished\.md\)/));
    await eventually(() => assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), archived.toString()));
    await findsRules(archived, ['missing-living-section']);
    await vscode.commands.executeCommand('execplan.restore');
    await eventually(async () => assert.match(await textOnDisk(file('plans/finished.md')), /\nStatus: active\n/));
    await eventually(async () => assert.match(await textOnDisk(other), /\[it\]\(finished\.md\)/));
  });

  it('makes a new plan as a file, named like the others, with places to type at', async () => {
    void vscode.commands.executeCommand('execplan.newPlan');
    await eventually(async () => assert.match(await bridge.text('.quick-input-widget'), /What is to be done/));
    await bridge.type('Serve thumbnails');
    await bridge.press('Enter');
    await eventually(async () => assert.match(await bridge.text('.quick-input-widget'), /Twelve sections/));
    await bridge.click('.quick-input-list .monaco-list-row:has-text("Short")');
    await eventually(async () => assert.match(await bridge.text('.quick-input-widget'), /Where does it lie/));
    await bridge.press('Enter');
    await eventually(() => {
      const { document } = vscode.window.activeTextEditor as vscode.TextEditor;
      assert.match(document.uri.path, /serve-thumbnails\.md$/);
      assert.match(document.getText(), /^# Serve thumbnails\n[\s\S]*## Validation and Acceptance\n/);
      assert.ok(!document.isDirty);
    });
  });

  if (VSCODE !== '1.100')
    it("works in VS Code's own editors for Markdown", async () => {
      const { document } = await openNew('plans/preview.md', planText('- [x] (2026-02-09 11:19Z) One\n- [ ] Two'));
      await findsRules(document.uri, ['missing-living-section']);
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      // It settles once the page is there, which nothing here waits for.
      void vscode.commands.executeCommand('vscode.openWith', document.uri, 'vscode.markdown.preview.editor');
      await eventually(() => {
        const { activeTab } = vscode.window.tabGroups.activeTabGroup;
        assert.ok(activeTab?.input instanceof vscode.TabInputCustom && !vscode.window.activeTextEditor);
      });
      void vscode.commands.executeCommand('execplan.tick');
      await eventually(async () => assert.match(await bridge.text('.quick-input-widget'), /1 Selected/));
      await bridge.press('Enter');
      const ticked = new RegExp(`- \\[x\\] ${presentHour().source} Two`);
      // It is saved, too: whoever closes the editor before that has it fail.
      await eventually(async () => assert.match(await textOnDisk(document.uri), ticked));
      const now = await vscode.workspace.openTextDocument(document.uri);
      await eventually(() => assert.equal(now.isDirty, false));
      assert.deepEqual(
        (await notifications()).filter((text) => text.includes('preview.md')),
        [],
      );
      await vscode.commands.executeCommand('notifications.hideList');
    });

  // The web host of these tests has no build of VS Code's own Markdown extension: nothing answers in that editor there.
  if (VSCODE !== '1.100' && HOST === 'node')
    it("ticks, splits, decides and takes it all back in VS Code's editor for Markdown, from the palette and the sidebar", async () => {
      const text = planText('- [ ] One\n- [ ] Two\n- [ ] Three');
      const { document: opened } = await openNew('plans/markdown-editor.md', text);
      const { uri } = opened;
      await findsRules(uri, ['missing-living-section']);
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      // It settles once the page is there, which nothing here waits for.
      void vscode.commands.executeCommand('vscode.openWith', uri, 'vscode.markdown.editor');
      await eventually(() => {
        const { activeTab } = vscode.window.tabGroups.activeTabGroup;
        assert.ok(activeTab?.input instanceof vscode.TabInputCustom && !vscode.window.activeTextEditor);
      });
      await showProgress();
      // That editor's page is a webview, too.
      const figures = 'header .figures';
      await eventually(async () => assert.match(await bridge.webviewText(figures), /0 of 3/));
      const stamp = presentHour().source;

      // A tick is saved at once, what else is done is there to be looked at.
      await bridge.webviewClick('.next .button >> nth=0');
      await eventually(async () => assert.match(await textOnDisk(uri), new RegExp(`- \\[x\\] ${stamp} One\n`)));
      const document = await vscode.workspace.openTextDocument(uri);
      await focusCustomEditor(uri);
      void vscode.commands.executeCommand('execplan.split');
      await accept(/1 Selected/);
      await answer(/What is done of this step/, 'half of it');
      await answer(/What remains of it/, 'the rest');
      await eventually(() =>
        assert.match(
          document.getText(),
          new RegExp(`- \\[x\\] ${stamp} Two .*half of it.*\n- \\[ \\] Two: the rest\n`),
        ),
      );
      await focusCustomEditor(uri);
      void vscode.commands.executeCommand('execplan.addDecision');
      // A word is looked up in the plan meanwhile: the box stays, and what is typed in it.
      await eventually(async () => assert.match(await bridge.text('.quick-input-widget'), /What does it say/));
      await bridge.fill('.quick-input-box input', 'Keep it');
      await focusCustomEditor(uri);
      assert.equal(await bridge.value('.quick-input-box input'), 'Keep it');
      await answer(/What does it say/, 'Keep it small');
      await answer(/Why was it decided/, 'It is cheap');
      await eventually(() => assert.match(document.getText(), /Decision: Keep it small[\s\S]*It is cheap/));
      await eventually(async () => assert.match(await bridge.webviewText(figures), /2 of 4/));

      await focusCustomEditor(uri);
      for (let i = 0; i < 3; i++) await vscode.commands.executeCommand('undo');
      await eventually(() => assert.equal(document.getText(), text));
      await document.save();
      assert.equal(await textOnDisk(uri), text);
      await eventually(async () => assert.match(await bridge.webviewText(figures), /0 of 3/));
    });
});

/** Types what an input box asks for. */
async function answer(prompt: RegExp, words: string): Promise<void> {
  await eventually(async () => assert.match(await bridge.text('.quick-input-widget'), prompt));
  await bridge.fill('.quick-input-box input', words);
  await accept(prompt);
}

/** Presses Enter until what asks is answered: VS Code drops a key of a box that has only just come. */
async function accept(asked: RegExp): Promise<void> {
  await eventually(async () => assert.match(await bridge.text('.quick-input-widget'), asked));
  await eventually(async () => {
    const isShown = (await bridge.box('.quick-input-widget')) !== null;
    if (!isShown || !asked.test(await bridge.text('.quick-input-widget'))) return;
    // A custom editor may have taken the focus meanwhile: its page is there at its own time.
    await bridge.press('Enter', '.quick-input-box input');
    assert.fail('it is not answered yet');
  });
}

/** Puts the editor of a file in front again that is none for text: what has been clicked elsewhere has the focus. */
async function focusCustomEditor(uri: vscode.Uri): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
  const { activeTab } = vscode.window.tabGroups.activeTabGroup;
  assert.ok(activeTab?.input instanceof vscode.TabInputCustom && activeTab.input.uri.toString() === uri.toString());
}
