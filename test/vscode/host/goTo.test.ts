import * as vscode from 'vscode';
import * as assert from '../assert';
import { eventually } from '../eventually';
import { closeEditors, deleteOnDisk, file, findsRules, openNew, planText, select, settled } from '../plan';

const cursorAt = (line: number) => new vscode.Selection(line, 0, line, 0);

describe('go to', () => {
  const front = () => {
    const editor = vscode.window.activeTextEditor;
    return `${editor?.document.uri.path.split('/').at(-1)}:${editor?.selection.active.line}`;
  };
  /** Where a command leads to. */
  const leads = async (command: string, to: string) => {
    await vscode.commands.executeCommand(`execplan.${command}`);
    await eventually(() => assert.equal(front(), to));
    // What VS Code still tells of the cursor before would be where the next command begins.
    await settled();
  };

  it('goes through the open steps of a plan, and round its ends', async () => {
    const steps = '- [ ] One\n- [x] (2026-02-09 11:19Z) Two\n- [~] Three\n- [ ] Four';
    const editor = await openNew('plans/go.md', planText(steps));
    await findsRules(editor.document.uri, ['missing-living-section']);
    // A plan is one once its state was told, which may be behind its findings.
    await eventually(async () => {
      await select(editor, cursorAt(8));
      await vscode.commands.executeCommand('execplan.nextOpenStep');
      assert.equal(front(), 'go.md:10');
    });
    await settled();
    for (const line of [11, 8]) await leads('nextOpenStep', `go.md:${line}`);
    for (const line of [11, 10, 8]) await leads('previousOpenStep', `go.md:${line}`);
    await closeEditors();
  });

  it('goes on in the next plan of the workspace', async () => {
    const first = await openNew('plans/zz-first.md', planText('- [ ] One\n- [ ] Two'));
    await findsRules(first.document.uri, ['missing-living-section']);
    await closeEditors();
    const editor = await openNew('plans/zz-second.md', planText('- [ ] One'));
    await findsRules(editor.document.uri, ['missing-living-section']);
    await select(editor, cursorAt(8));
    await leads('previousOpenStepInWorkspace', 'zz-first.md:9');
    await leads('nextOpenStepInWorkspace', 'zz-second.md:8');
    await closeEditors();
    for (const name of ['first', 'second']) await deleteOnDisk(file(`plans/zz-${name}.md`));
  });

  it('goes to what was found', async () => {
    const editor = await openNew('plans/go-finding.md', planText('- [x] One\n- [x] Two'));
    await findsRules(editor.document.uri, [
      'missing-living-section',
      'done-without-timestamp',
      'done-without-timestamp',
    ]);
    await select(editor, cursorAt(4));
    await leads('nextFinding', 'go-finding.md:8');
    await leads('nextFinding', 'go-finding.md:9');
    await leads('nextFinding', 'go-finding.md:0');
    await closeEditors();
  });

  it('goes from a step to its milestone, and back to what is open there', async () => {
    const steps = '- [x] (2026-02-09 11:19Z) Milestone 1: One\n- [ ] Milestone 1: Two\n- [ ] Milestone 2: Three';
    const text = `${planText(steps)}\n## Milestones\n\n### Milestone 1: Read\n\nIt reads.\n\n### Milestone 2: Write\n\nIt writes.\n`;
    const editor = await openNew('plans/go-milestone.md', text);
    const milestone = text.split('\n').indexOf('### Milestone 1: Read');
    await eventually(async () => {
      await select(editor, cursorAt(8));
      await vscode.commands.executeCommand('execplan.stepOrMilestone');
      assert.equal(front(), `go-milestone.md:${milestone}`);
    });
    await leads('stepOrMilestone', 'go-milestone.md:9');
    await closeEditors();
  });

  it('opens the rules that a plan names, and that lie above it', async () => {
    const guide = file('docs/rules/PLANS.md');
    await vscode.workspace.fs.writeFile(guide, await vscode.workspace.encode('# Rules\n', { uri: guide }));
    const editor = await openNew('plans/go-guide.md', planText().replace('Text.', 'It follows `docs/rules/PLANS.md`.'));
    await findsRules(editor.document.uri, ['missing-living-section']);
    await vscode.commands.executeCommand('execplan.openGuide');
    await eventually(() => assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), guide.toString()));
    await closeEditors();
    await deleteOnDisk(file('docs/rules'));
  });
});
