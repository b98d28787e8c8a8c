import * as vscode from 'vscode';
import * as assert from '../assert';
import { bridge } from '../bridge';
import { eventually } from '../eventually';
import { actionsAt, openNew, planText } from '../plan';

describe('a window in German', () => {
  it('is one', () => assert.equal(vscode.env.language, 'de'));

  it('has findings, fixes and the view of a plan in German', async () => {
    const { document } = await openNew('plans/deutsch.md', planText('- [x] Add the table\n- [ ] Fill it'));
    await eventually(() => {
      const told = vscode.languages.getDiagnostics(document.uri).map(({ message }) => message);
      assert.ok(told.includes('Dieser erledigte Schritt hat keinen Zeitstempel'), told.join('\n'));
    });
    const line = document.getText().split('\n').indexOf('- [x] Add the table');
    // VS Code 1.100 cancels what is asked while its window still starts.
    await eventually(async () => {
      const actions = await actionsAt(document.uri, new vscode.Range(line, 3, line, 3), vscode.CodeActionKind.Empty);
      const titles = actions.map(({ title }) => title);
      assert.ok(titles.includes('Häkchen dieses Schritts entfernen'), titles.join('\n'));
    });
    await vscode.commands.executeCommand('workbench.view.extension.execplan');
    await vscode.commands.executeCommand('execplan.progress.focus');
    await eventually(async () => assert.match(await bridge.webviewText('body'), /Seit|Als Nächstes|in Arbeit/));
    assert.doesNotMatch(await bridge.webviewText('body'), /Next|at work/);
    await bridge.screenshot('german');
  });

  // The web host of these tests reads the manifest without the language.
  if (HOST === 'node')
    it('names its views and commands in German', async () => {
      await vscode.commands.executeCommand('workbench.view.extension.execplan');
      await eventually(async () => assert.match(await bridge.text('.part.sidebar'), /Fortschritt/i));
      // VS Code keeps the English title of a command beside the translated one.
      const extension = vscode.extensions.getExtension(EXTENSION_ID);
      assert.ok(extension);
      const { commands } = extension.packageJSON.contributes;
      const titles = commands.map(({ title }: { title: string | { value: string } }) =>
        typeof title === 'string' ? title : title.value,
      );
      assert.ok(titles.includes('Schritt abhaken'), titles[0]);
    });
});
