import * as vscode from 'vscode';
import type { Api } from '../../../client/src/extension';
import * as assert from '../assert';
import { bridge } from '../bridge';
import { eventually } from '../eventually';
import { file, findsRules, openFile } from '../plan';

describe('a window without a plan', () => {
  it('starts no server, though a Markdown file is open', async () => {
    const extension = vscode.extensions.getExtension<Api>(EXTENSION_ID);
    assert.ok(extension, `${EXTENSION_ID} is not installed`);
    await openFile(file('README.md'));
    const api = await extension.activate();
    await api.looked;
    assert.equal(api.isServerStarted, false);
  });

  it('says what was looked for, and offers a new plan', async () => {
    await vscode.commands.executeCommand('workbench.view.extension.execplan');
    await eventually(async () => assert.match(await bridge.text('.part.sidebar'), /No ExecPlan was found/));
    await bridge.click('.part.sidebar >> text=New ExecPlan');
    await eventually(async () => assert.match(await bridge.text('.quick-input-widget'), /What is to be done/));
    await bridge.type('Keep notes');
    await bridge.press('Enter');
    await eventually(async () => assert.match(await bridge.text('.quick-input-widget'), /Twelve sections/));
    await bridge.press('Enter');
    await eventually(async () => assert.match(await bridge.text('.quick-input-widget'), /Where does it lie/));
    await bridge.press('Enter');
    await eventually(() =>
      assert.match(vscode.window.activeTextEditor?.document.getText() ?? '', /^## Decision Log$/m),
    );
  });

  it('starts the server with the first plan, and finds nothing wrong with a new one', async () => {
    const api = vscode.extensions.getExtension<Api>(EXTENSION_ID)?.exports;
    assert.equal(api?.isServerStarted, true);
    const document = vscode.window.activeTextEditor?.document as vscode.TextDocument;
    await eventually(async () => assert.match(await bridge.webviewText('body'), /0 of 2/));
    await findsRules(document.uri, []);
    await eventually(async () => assert.match(await bridge.webviewText('body'), /Keep notes/));
    await bridge.type('People find them again.');
    await eventually(() => assert.match(document.getText(), /^# Keep notes$[\s\S]*^People find them again\.$/m));
  });
});
