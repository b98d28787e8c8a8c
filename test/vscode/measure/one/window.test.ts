import * as vscode from 'vscode';
import * as assert from '../../assert';
import { bridge } from '../../bridge';
import { file, findings } from '../../plan';
import { serverMemory, sleepingExtension, within } from '../extension';

describe('a window with one small plan', () => {
  it('tells the first finding', async () => {
    sleepingExtension();
    const uri = file('plans/plan.md');
    const found = new Promise<void>((resolve) => {
      vscode.languages.onDidChangeDiagnostics(() => findings(uri).length > 0 && resolve());
    });
    const started = performance.now();
    await vscode.commands.executeCommand('vscode.open', uri); // which activates the extension
    await within(15_000, 'the first finding', found);
    await bridge.report('first finding', performance.now() - started);
  });

  it('has a server', async () => {
    const memory = serverMemory();
    assert.ok(memory > 10);
    await bridge.report('server memory', memory);
  });
});
