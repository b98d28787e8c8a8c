import * as vscode from 'vscode';
import * as assert from '../assert';
import { bridge } from '../bridge';
import { eventually } from '../eventually';
import { file, openFile } from '../plan';

// Not part of `npm test`: the pictures of docs/language.md.
//   npm run test:vscode -- --suite pictures --vscode 1.139 --host node --grep language
describe('pictures of the language features', function () {
  this.timeout(120_000);

  async function opened(line: number): Promise<vscode.TextEditor> {
    await vscode.commands.executeCommand('workbench.action.closeSidebar');
    const editor = await openFile(file('plans/thumbnails.md'));
    editor.selection = new vscode.Selection(line, 0, line, 0);
    editor.revealRange(new vscode.Range(Math.max(0, line - 4), 0, line, 0), vscode.TextEditorRevealType.AtTop);
    await bridge.click('.monaco-editor .view-lines');
    return editor;
  }
  const lineOf = (editor: vscode.TextEditor, words: RegExp) =>
    editor.document
      .getText()
      .split('\n')
      .findLastIndex((line) => words.test(line));

  before(async () => {
    await bridge.setViewport(1000, 560);
    await vscode.workspace
      .getConfiguration('workbench')
      .update('colorTheme', 'Default Light Modern', vscode.ConfigurationTarget.Global);
    await vscode.workspace
      .getConfiguration('editor')
      .update('minimap.enabled', false, vscode.ConfigurationTarget.Global);
  });
  afterEach(async () => {
    await bridge.press('Escape');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('completion', async () => {
    const editor = await opened(0);
    const line = lineOf(editor, /^- \[x\] /) + 1;
    await editor.edit((edit) => edit.insert(new vscode.Position(line, 0), '- \n'));
    editor.selection = new vscode.Selection(line, 2, line, 2);
    editor.revealRange(new vscode.Range(line - 4, 0, line, 0), vscode.TextEditorRevealType.AtTop);
    await vscode.commands.executeCommand('editor.action.triggerSuggest');
    await eventually(async () => assert.ok((await bridge.count('.suggest-widget.visible .monaco-list-row')) > 1));
    await bridge.screenshot('language-completion');
  });

  it('hover', async () => {
    const editor = await opened(0);
    const line = lineOf(editor, /^- \[x\] \(/);
    editor.selection = new vscode.Selection(line, 10, line, 10);
    editor.revealRange(new vscode.Range(line - 4, 0, line, 0), vscode.TextEditorRevealType.AtTop);
    await eventually(async () => {
      await vscode.commands.executeCommand('editor.action.showHover');
      assert.match((await bridge.texts('.monaco-hover')).join(''), /UTC/);
    });
    await bridge.screenshot('language-hover');
  });

  it('lens', async () => {
    const editor = await opened(0);
    const line = lineOf(editor, /^## Progress/);
    editor.revealRange(new vscode.Range(line - 4, 0, line, 0), vscode.TextEditorRevealType.AtTop);
    await eventually(async () => assert.match((await bridge.texts('.codelens-decoration')).join(' '), /Next step/));
    await bridge.screenshot('language-lens');
  });

  it('rename', async () => {
    const editor = await opened(0);
    const line = lineOf(editor, /^#+ Milestone 1/);
    editor.selection = new vscode.Selection(line, 8, line, 8);
    editor.revealRange(new vscode.Range(line - 4, 0, line, 0), vscode.TextEditorRevealType.AtTop);
    void vscode.commands.executeCommand('editor.action.rename');
    await eventually(async () => assert.ok((await bridge.count('.rename-box')) > 0));
    await bridge.screenshot('language-rename');
  });
});
