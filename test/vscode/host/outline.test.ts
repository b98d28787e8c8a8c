import * as vscode from 'vscode';
import * as assert from '../assert';
import { eventually } from '../eventually';
import { findsRules, openNew, planText } from '../plan';

describe('standard outline', () => {
  const setting = vscode.workspace.getConfiguration('execplan.outline');

  async function topNames(uri: vscode.Uri): Promise<string[]> {
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      uri,
    );
    return (symbols ?? []).flatMap(({ name, children }) => [name, ...children.map((child) => child.name)]);
  }

  it('shows the plan only by choice', async () => {
    const { document } = await openNew('plans/outline.md', planText());
    await findsRules(document.uri, ['missing-living-section']);
    assert.ok(!(await topNames(document.uri)).includes('Plan'));
    try {
      await setting.update('inStandardOutline', true, vscode.ConfigurationTarget.Global);
      await eventually(async () => assert.ok((await topNames(document.uri)).includes('Plan')));
    } finally {
      await setting.update('inStandardOutline', undefined, vscode.ConfigurationTarget.Global);
    }
    await eventually(async () => assert.ok(!(await topNames(document.uri)).includes('Plan')));
  });
});
