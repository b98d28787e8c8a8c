import * as vscode from 'vscode';
import * as assert from '../assert';
import { bridge } from '../bridge';
import { eventually } from '../eventually';
import { file, findings, openFile, openNew, ruleOf } from '../plan';
import { withSettings } from '../settings';

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

// Not part of `npm test`: pictures to look at.
//   npm run test:vscode -- --suite pictures --vscode 1.139 --host node
describe('pictures', function () {
  this.timeout(120_000);
  const themes = {
    dark: 'Default Dark Modern',
    light: 'Default Light Modern',
    contrast: 'Default High Contrast',
    'contrast-light': 'Default High Contrast Light',
  };
  /** A rule of the sample, and the fix that is the first one in its list. */
  const listed = {
    'done-without-timestamp': /Stamp with the current time/,
    'missing-section': /Add section/,
    'partial-without-remainder': /completed: …/,
    'malformed-checkbox': /Fix all 2/,
    'missing-title': /Complete the title/,
    'undefined-term': /Explain/,
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

  for (const [name, theme] of Object.entries(themes))
    it(`the light bulb's list, ${name}`, async () => {
      await workbench.update('colorTheme', theme, vscode.ConfigurationTarget.Global);
      await withSettings({ 'execplan.profile': 'cookbook' }, async () => {
        const editor = await openFile(file('needs-work.md'));
        await eventually(() => assert.ok(findings(editor.document.uri).length > 40));
        for (const [rule, title] of Object.entries(listed)) {
          const found = findings(editor.document.uri).find((each) => ruleOf(each) === rule);
          assert.ok(found, `${rule} finds nothing`);
          editor.selection = new vscode.Selection(found.range.start, found.range.start);
          editor.revealRange(found.range, vscode.TextEditorRevealType.InCenter);
          // A list goes when the editor draws anew: it is asked for until it stays.
          await eventually(async () => {
            if ((await bridge.count('.action-widget:visible')) === 0)
              await vscode.commands.executeCommand('editor.action.quickFix');
            assert.match((await bridge.texts('.action-widget:visible')).join(), title);
          });
          await bridge.screenshot(`fixes-${rule}-${name}`);
          await bridge.press('Escape');
          await eventually(async () => assert.equal(await bridge.count('.action-widget:visible'), 0));
        }
      });
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
      await eventually(async () => assert.match(await bridge.webviewText('body'), /is about ExecPlans/));
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
