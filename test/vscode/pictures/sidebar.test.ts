import * as vscode from 'vscode';
import * as assert from '../assert';
import { bridge } from '../bridge';
import { eventually } from '../eventually';
import { file, findsRules, openFile, openNew } from '../plan';

const acceptancePlan = `# Serve from the edge

## Purpose / Big Picture

Pages load at once.

## Progress

- [x] (2026-03-05 10:45Z) M1: Add the cache table
- [-] M2: Warm it at night
- [~] M2: Serve from it (completed: reads; remaining: writes)
- [ ] M2: Purge it

## Decision Log

None yet.

## Plan of Work

### Milestone 1: Cache table

- [x] A row is found in 1 ms

### Milestone 2: Serving

- [ ] The page loads in 100 ms

## Validation and Acceptance

- [ ] Nobody notices
`;

// Not part of `npm test`: pictures to look at, and those of the README.
//   npm run test:vscode -- --suite pictures --vscode 1.139 --host node
describe('pictures', function () {
  this.timeout(120_000);
  const themes = {
    dark: 'Default Dark Modern',
    light: 'Default Light Modern',
    contrast: 'Default High Contrast',
    'contrast-light': 'Default High Contrast Light',
  };
  const workbench = vscode.workspace.getConfiguration('workbench');

  before(async () => {
    await bridge.setViewport(1280, 900);
    await openFile(file('plans/thumbnails.md'));
    await vscode.commands.executeCommand('workbench.view.extension.execplan');
  });

  for (const [name, theme] of Object.entries(themes))
    for (const width of [200, 320, 500]) {
      it(`${name} at ${width} px`, async () => {
        await workbench.update('colorTheme', theme, vscode.ConfigurationTarget.Global);
        await bridge.resizeSidebar(width);
        const editor = await openFile(file('plans/thumbnails.md'));
        editor.revealRange(new vscode.Range(14, 0, 14, 0), vscode.TextEditorRevealType.AtTop);
        await eventually(async () => assert.match(await bridge.webviewText('body'), /12 of 29/));
        await eventually(async () => assert.ok((await bridge.texts('.pane .monaco-list-row')).length > 2));
        await bridge.screenshot(`sidebar-${name}-${width}`);
      });
    }

  it('squiggles with fixes', async () => {
    await workbench.update('colorTheme', themes.dark, vscode.ConfigurationTarget.Global);
    const { document } = await openFile(file('plans/needs-work.md'));
    await findsRules(document.uri, ['missing-living-section', 'done-without-timestamp', 'invalid-timestamp']);
    const editor = vscode.window.activeTextEditor as vscode.TextEditor;
    editor.selection = new vscode.Selection(12, 3, 12, 3);
    await vscode.commands.executeCommand('editor.action.quickFix');
    await eventually(async () => assert.match(await bridge.text('.action-widget'), /Stamp with the present time/));
    await bridge.screenshot('fixes-dark');
    await bridge.press('Escape');
  });

  for (const [name, theme] of Object.entries(themes))
    it(`a notice, acceptance and a dropped step, ${name}`, async () => {
      await workbench.update('colorTheme', theme, vscode.ConfigurationTarget.Global);
      const settings = vscode.workspace.getConfiguration('execplan');
      await settings.update('marks', { '-': 'dropped' }, vscode.ConfigurationTarget.Global);
      await bridge.resizeSidebar(name === 'light' ? 200 : name === 'contrast-light' ? 500 : 320);
      await openNew('plans/acceptance.md', acceptancePlan);
      await eventually(async () => assert.match(await bridge.webviewText('body'), /Acceptance: 1 of 3 done/));
      await openNew('PLANS.md', '# ExecPlans\n\nWhat they are.\n');
      await eventually(async () => assert.match(await bridge.webviewText('body'), /speaks about ExecPlans/));
      await bridge.screenshot(`notice-${name}`);
    });

  it('the outline', async () => {
    await workbench.update('colorTheme', themes.dark, vscode.ConfigurationTarget.Global);
    await openFile(file('plans/thumbnails.md'));
    await vscode.commands.executeCommand('execplan.outline.focus');
    await vscode.commands.executeCommand('execplan.progress.toggleVisibility');
    await eventually(async () =>
      assert.ok((await bridge.texts('.pane .monaco-list-row')).some((row) => /12 of 29/.test(row))),
    );
    await bridge.screenshot('outline-dark');
  });
});
