import * as vscode from 'vscode';
import * as assert from '../assert';
import { bridge } from '../bridge';
import { eventually } from '../eventually';
import { file, openNew } from '../plan';

describe('a window in German', () => {
  it('is one', () => assert.equal(vscode.env.language, 'de'));

  it('has findings, fixes and the view of a plan in German', async () => {
    const { document } = await openNew(
      'plans/deutsch.md',
      '# Miss the cache\n\n## Progress\n\n- [x] Add the table\n- [ ] Fill it\n\n## Decision Log\n\nNone yet.\n',
    );
    await eventually(() => {
      const told = vscode.languages.getDiagnostics(document.uri).map(({ message }) => message);
      assert.ok(told.includes('Dieser erledigte Schritt hat keinen Zeitstempel'), told.join('\n'));
    });
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      new vscode.Range(4, 3, 4, 3),
    );
    assert.ok(
      actions.some(({ title }) => title === 'Häkchen dieses Schritts entfernen'),
      actions.map(({ title }) => title).join('\n'),
    );
    await vscode.commands.executeCommand('execplan.progress.focus');
    await eventually(async () => assert.match(await bridge.webviewText('body'), /Seit|Als Nächstes|in Arbeit/));
    assert.doesNotMatch(await bridge.webviewText('body'), /Next|at work/);
    await bridge.screenshot('german');
  });

  it('names its views and commands in German', async () => {
    assert.match(await bridge.text('.part.sidebar'), /Fortschritt/);
    const own = vscode.extensions.getExtension(EXTENSION_ID)?.packageJSON.contributes.commands as {
      command: string;
      title: string;
    }[];
    assert.ok(
      own.some(({ title }) => title === 'Schritt abhaken'),
      own[0]?.title,
    );
    assert.ok(file('plans/deutsch.md'));
  });
});
