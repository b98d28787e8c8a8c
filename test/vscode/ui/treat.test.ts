import * as vscode from 'vscode';
import * as assert from '../assert';
import { bridge } from '../bridge';
import { eventually } from '../eventually';
import { closeEditors, file, findsRules, openFile, openNew, planText, textOnDisk } from '../plan';

describe('a file that is taken for a plan, or not', () => {
  const settings = () => vscode.workspace.getConfiguration('execplan');
  const allRules = Array.from({ length: 4 }, () => 'missing-living-section');

  /** Chooses in the quick pick of a command where its word is written. */
  async function treat(command: string, place: string): Promise<void> {
    void vscode.commands.executeCommand(command);
    await eventually(async () => assert.match(await bridge.text('.quick-input-widget'), new RegExp(place)));
    await bridge.click(`.quick-input-list .monaco-list-row:has-text("${place}")`);
  }

  before(() => vscode.commands.executeCommand('workbench.view.extension.execplan'));
  afterEach(async () => {
    for (const name of ['files.include', 'files.exclude'])
      await settings().update(name, undefined, vscode.ConfigurationTarget.Workspace);
    await closeEditors();
  });

  it('says so itself, in one step of undo', async () => {
    const { document } = await openNew('notes.md', '---\na: b\n---\n# Notes\n\n- [ ] call\n');
    await findsRules(document.uri, []);
    await treat('execplan.treatAsPlan', 'In the file');
    await eventually(() => assert.match(document.getText(), /^---\na: b\n---\n<!-- execplan: plan -->\n\n# Notes\n/));
    await findsRules(document.uri, allRules);
    await treat('execplan.dontTreatAsPlan', 'In the file');
    await eventually(() => assert.match(document.getText(), /^---\na: b\n---\n<!-- execplan: ignore -->\n\n# Notes\n/));
    await findsRules(document.uri, []);
    await vscode.commands.executeCommand('undo');
    await findsRules(document.uri, allRules);
  });

  it('is named in the settings of the workspace, open or closed', async () => {
    const { document } = await openNew('memo (1).md', '# A memo\n\n- [ ] call\n');
    await treat('execplan.treatAsPlan', 'In the workspace settings');
    await findsRules(document.uri, allRules);
    assert.deepEqual(settings().get('files.include'), ['memo ?1?.md']);
    assert.equal(await textOnDisk(document.uri), '# A memo\n\n- [ ] call\n');
    await treat('execplan.dontTreatAsPlan', 'In the workspace settings');
    await findsRules(document.uri, []);
    await eventually(() =>
      assert.deepEqual([settings().get('files.include'), settings().get('files.exclude')], [[], ['memo ?1?.md']]),
    );
  });

  it('is told what was looked for in it when its name calls it a plan', async () => {
    await openNew('EXECPLAN_draft.md', '# Draft\n\n## Progress\n\n- [ ] a\n');
    const said =
      /EXECPLAN_draft\.md is not recognized as an ExecPlan: it needs two of the headings .*\. It has: Progress\./;
    await eventually(async () => assert.match(await bridge.text('.part.sidebar'), said));
    await eventually(async () => assert.match(await bridge.webviewText('body'), said));
    await openNew('PLANS.md', '# ExecPlans\n\nWhat they are.\n');
    await eventually(async () => assert.match(await bridge.text('.part.sidebar'), /PLANS\.md is about ExecPlans/));
    await openNew('my-execplan.md', `<!-- execplan: ignore -->\n${planText()}`);
    await eventually(async () =>
      assert.match(await bridge.text('.part.sidebar'), /it contains <!-- execplan: ignore -->/),
    );
    await openFile(file('plans/thumbnails.md'));
    await eventually(async () =>
      assert.doesNotMatch(await bridge.text('.part.sidebar'), /it contains|is not treated as/),
    );
  });
});

describe('a plan without boxes', () => {
  it('counts its records, and acceptance apart', async () => {
    await openNew(
      'plans/records.md',
      '# Records\n\n## Purpose\n\nText.\n\n## Progress\n\n- 2026-01-02: Began.\n- 2026-01-03: Went on.\n\n## Decision Log\n\nNone yet.\n\n## Validation\n\n- [x] fast\n- [ ] small\n',
    );
    await eventually(async () => assert.match(await bridge.webviewText('body'), /2 recorded, no boxes/));
    assert.match(await bridge.webviewText('body'), /Acceptance: 1 of 2 done/);
    await closeEditors();
  });
});
