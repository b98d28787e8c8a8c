import * as vscode from 'vscode';
import * as assert from '../assert';
import { bridge } from '../bridge';
import { eventually } from '../eventually';
import { file, openFile } from '../plan';

/** The colours that webview/*.css names; VS Code knows some hundreds more. */
const used =
  /^--vscode-(?:foreground|sideBar-|sideBarSectionHeader-|widget-border|charts-|contrast|badge-|button-|input|dropdown-|list-(?:hover|warning)|focusBorder|toolbar-hover|text|editor-font-family|font-(?:size|family))/;

// Not part of `npm test`: what the tests of test/webview/ know of VS Code's themes.
//   npm run test:vscode -- --suite themes --vscode 1.139 --host node
describe('themes', function () {
  this.timeout(240_000);

  it('are written down with the colours that a webview gets', async () => {
    const themes = vscode.extensions.all.flatMap(({ packageJSON }) => packageJSON.contributes?.themes ?? []) as {
      id?: string;
      label: string;
    }[];
    const names = themes.map(({ id, label }) => id ?? label);
    assert.ok(names.length > 15);
    await openFile(file('plans/thumbnails.md'));
    await vscode.commands.executeCommand('workbench.view.extension.execplan');
    await eventually(async () => assert.match(await bridge.webviewText('body'), /12 of 29/));
    const workbench = vscode.workspace.getConfiguration('workbench');
    const found: Record<string, { kind: string; colours: Record<string, string> }> = {};
    for (const name of names) {
      await workbench.update('colorTheme', name, vscode.ConfigurationTarget.Global);
      const id = () => bridge.webviewAttribute('body', 'data-vscode-theme-id');
      await eventually(async () => assert.equal(await id(), name));
      const style = (await bridge.webviewAttribute('html', 'style')) ?? '';
      const colours = Object.fromEntries(
        style
          .split(';')
          .map((each) => each.trim().split(/:\s*/, 2) as [string, string])
          .filter(([key]) => used.test(key)),
      );
      const kind = (await bridge.webviewAttribute('body', 'data-vscode-theme-kind')) ?? '';
      found[name] = { kind, colours };
    }
    // Then: cp .vscode-test/screenshots/1.139-node-themes/themes.json test/fixtures/
    await bridge.writeDown('themes.json', `${JSON.stringify(found, undefined, 2)}\n`);
  });
});
