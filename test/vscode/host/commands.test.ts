import * as vscode from 'vscode';
import * as assert from '../assert';
import { eventually } from '../eventually';
import {
  actionsAt,
  closeEditors,
  findsRules,
  openNew,
  planText,
  presentHour,
  select,
  settled,
  textOnDisk,
} from '../plan';
import { withSettings } from '../settings';

describe('commands', () => {
  it('are all registered that the manifest has', async () => {
    const contributed: { command: string }[] =
      vscode.extensions.getExtension(EXTENSION_ID)?.packageJSON.contributes.commands;
    assert.ok(contributed.length > 8);
    const registered = new Set(await vscode.commands.getCommands());
    const missing = contributed.filter(({ command }) => !registered.has(command));
    assert.deepEqual(missing, []);
  });

  it('tick the step at the cursor with the present time, and untick it', async () => {
    const editor = await openNew('plans/tick.md', planText());
    const { document } = editor;
    await findsRules(document.uri, ['missing-living-section']);
    editor.selection = new vscode.Selection(9, 8, 9, 8);
    await vscode.commands.executeCommand('execplan.tick');
    assert.match(document.lineAt(9).text, new RegExp(`^- \\[x\\] ${presentHour().source} Two$`));
    await vscode.commands.executeCommand('execplan.untick');
    assert.equal(document.getText(), planText());
    await vscode.commands.executeCommand('undo');
    await eventually(() => assert.match(document.lineAt(9).text, presentHour()));
  });

  it('tick every step of a selection, and none behind it, whichever end the cursor is at', async () => {
    const steps = '- [ ] One\n- [ ] Two\n  wrapped\n- [ ] Three\n- [ ] Four';
    const editor = await openNew('plans/tick-selection.md', planText(steps));
    const { document } = editor;
    await findsRules(document.uri, ['missing-living-section']);
    for (const [anchor, active, ticked] of [
      [8, 11, ['One', 'Two']],
      [11, 8, ['One', 'Two']],
      [9, 12, ['Two', 'Three']],
    ] as const) {
      await select(editor, new vscode.Selection(anchor, 0, active, 0));
      await vscode.commands.executeCommand('execplan.tick');
      const done = document.getText().match(/(?<=^- \[x\] .*Z\) ).+$/gm);
      assert.deepEqual([...(done ?? [])], [...ticked]);
      await vscode.commands.executeCommand('undo');
      await eventually(() => assert.equal(document.getText(), planText(steps)));
    }
  });

  it('ask what became of the remainder of a partial step before they tick it', async () => {
    const half = '- [ ] Two (completed: a; remaining: b)';
    const editor = await openNew('plans/tick-remainder.md', planText(`- [ ] One\n${half}`));
    const { document } = editor;
    await findsRules(document.uri, ['missing-living-section']);
    editor.selection = new vscode.Selection(9, 8, 9, 8);
    const answer = async (command: string) => {
      const ticked = vscode.commands.executeCommand('execplan.tick');
      let done = false;
      ticked.then(() => {
        done = true;
      });
      // The question takes commands once it is shown.
      await eventually(async () => {
        await vscode.commands.executeCommand(command);
        assert.ok(done, 'nothing was asked, or it waits');
      });
    };
    await answer('workbench.action.closeQuickOpen');
    assert.equal(document.lineAt(9).text, half, 'nothing without an answer');
    await answer('workbench.action.acceptSelectedQuickOpenItem');
    assert.match(document.lineAt(9).text, new RegExp(`^- \\[x\\] ${presentHour().source} Two$`));
    await vscode.commands.executeCommand('undo');
    await eventually(() => assert.equal(document.lineAt(9).text, half));
    await settled();
    const { range } = document.lineAt(9);
    const titles = (await actionsAt(document.uri, range, vscode.CodeActionKind.RefactorRewrite)).map(
      ({ title }) => title,
    );
    assert.equal(titles.filter((title) => title.startsWith('Tick this step')).length, 2, titles.join('; '));
  });

  it('put on the clipboard what the next session needs', async () => {
    const { document } = await openNew('plans/handoff.md', planText('- [x] (2026-02-09 11:19Z) One\n- [ ] Two'));
    await findsRules(document.uri, ['missing-living-section']);
    await vscode.env.clipboard.writeText('');
    void vscode.commands.executeCommand('execplan.handoff');
    await eventually(async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      assert.match(await vscode.env.clipboard.readText(), /^Go on with the plan below/);
    });
    const text = await vscode.env.clipboard.readText();
    assert.match(text, /\nPlan: `plans\/handoff\.md` · 1 of 2 steps done/);
    assert.match(text, /\n## Next step\n\n- \[ \] Two\n/);
    assert.equal(document.isDirty, false);
  });

  it('save a tick with what the person has run on save, unless that is not wanted or more was unsaved', async () => {
    const formatter = vscode.languages.registerDocumentFormattingEditProvider('markdown', {
      provideDocumentFormattingEdits: () => [vscode.TextEdit.insert(new vscode.Position(3, 0), 'Formatted. ')],
    });
    const ticked = async (name: string, isDirty = false) => {
      const editor = await openNew(`plans/save-${name}.md`, planText());
      const { document } = editor;
      await findsRules(document.uri, ['missing-living-section']);
      const typed = new vscode.WorkspaceEdit();
      typed.insert(document.uri, new vscode.Position(4, 0), 'Typed. ');
      if (isDirty) await vscode.workspace.applyEdit(typed);
      editor.selection = new vscode.Selection(9, 8, 9, 8);
      await vscode.commands.executeCommand('execplan.tick');
      assert.match(document.lineAt(9).text, presentHour());
      const saved = await textOnDisk(document.uri);
      assert.equal(document.isDirty, saved !== document.getText());
      return [document.isDirty, document.getText().includes('Formatted.'), presentHour().test(saved)];
    };
    try {
      await withSettings({ '[markdown]': { 'editor.formatOnSave': true } }, async () => {
        assert.deepEqual(await ticked('clean'), [false, true, true]);
        assert.deepEqual(await ticked('dirty', true), [true, false, false]);
        await withSettings({ 'execplan.saveAfterTick': 'never' }, async () => {
          assert.deepEqual(await ticked('never'), [true, false, false]);
        });
      });
    } finally {
      formatter.dispose();
      await closeEditors();
    }
  });

  it('tick by a code action, several lines at once', async () => {
    const { document } = await openNew('plans/tick-several.md', planText('- [ ] One\n- [ ] Two\n- [ ] Three'));
    await findsRules(document.uri, ['missing-living-section']);
    const range = new vscode.Range(8, 0, 9, 3);
    const [tick] = await ticksAt(document.uri, range, 1);
    assert.match(tick?.title ?? '', new RegExp(`^Tick 2 steps \\(${presentHour().source.slice(2, -2)}\\)$`));
    await run(tick);
    assert.match(document.getText(), /- \[x\] \(.+Z\) One\n- \[x\] \(.+Z\) Two\n- \[ \] Three/);
  });

  it('tick by a code action that says what became of what remained', async () => {
    const step = '- [ ] One (completed: a; remaining: b)';
    const { document } = await openNew('plans/tick-remainder.md', planText(`${step}\n- [ ] Two`));
    await findsRules(document.uri, ['missing-living-section']);
    const range = new vscode.Range(8, 0, 8, 3);
    const [, split] = await actionsAt(
      document.uri,
      range,
      vscode.CodeActionKind.RefactorRewrite.append('execplan.tick'),
    );
    await run(split);
    assert.match(document.getText(), /- \[x\] \(.+Z\) One \(completed: a\)\n- \[ \] One: b\n- \[ \] Two/);
    assert.equal(document.isDirty, false);
  });

  it('add a stamped entry with places to type at', async () => {
    const editor = await openNew('plans/entry.md', planText());
    await findsRules(editor.document.uri, ['missing-living-section']);
    editor.selection = new vscode.Selection(8, 0, 8, 0);
    await vscode.commands.executeCommand('execplan.addSurprise');
    await eventually(() =>
      assert.match(editor.document.getText(), /- Observation: .+ \(.+Z\)\n {2}Evidence: .+\n\n## Outcomes/),
    );
    const typed = await eventually(() => {
      assert.ok(!editor.selection.isEmpty, 'no place to type at is selected');
      return editor.document.getText(editor.selection);
    });
    assert.match(editor.document.getText(), new RegExp(`Observation: ${typed}`));
  });

  it('add all missing sections', async () => {
    const { document } = await openNew('plans/sections.md', planText());
    await findsRules(document.uri, ['missing-living-section']);
    await vscode.commands.executeCommand('execplan.addMissingSections');
    await findsRules(document.uri, []);
    assert.equal(document.getText().match(/^## /gm)?.length, 12);
  });
});

/** The entries of the light bulb that tick. VS Code cancels the first request while extensions are still coming, or has it empty. */
function ticksAt(uri: vscode.Uri, range: vscode.Range, count: number): Promise<vscode.CodeAction[]> {
  const kind = vscode.CodeActionKind.RefactorRewrite.append('execplan.tick');
  return eventually(async () => {
    const actions = await actionsAt(uri, range, kind);
    assert.equal(actions.length, count);
    return actions;
  });
}

/** Does what a code action does by its command. */
async function run(action: vscode.CodeAction | undefined): Promise<void> {
  assert.ok(action?.command);
  await vscode.commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
}
