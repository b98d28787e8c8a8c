import * as vscode from 'vscode';
import * as assert from '../assert';
import { bridge } from '../bridge';
import { eventually } from '../eventually';
import { commit, git } from '../git';
import {
  chooseFromMenu,
  closeEditors,
  deleteOnDisk,
  file,
  notifications,
  openFile,
  openNew,
  renameOnDisk,
  replaceOnDisk,
  showPlans,
  showProgress,
  textOnDisk,
} from '../plan';
import { countRows, hasNoRow, hasRow, listedPlan, openPlanList, row } from '../planList';
import { withSettings } from '../settings';

describe('the list of plans', () => {
  before(openPlanList);
  beforeEach(showPlans);
  afterEach(closeEditors);

  it('shows plans that no editor has open, with their figures, and follows what an agent writes', async () => {
    const uri = file('plans/list-agent.md');
    await replaceOnDisk(uri, listedPlan('Listed: a first one', '- [x] One\n- [ ] Two\n- [ ] Three'));
    await hasRow('Listed: a first one, At Work, 1 of 3 done');
    await replaceOnDisk(uri, listedPlan('Listed: a first one', '- [x] One\n- [x] Two\n- [ ] Three'));
    await hasRow('Listed: a first one, At Work, 2 of 3 done', 'Changed since you last had it in view');
    await openFile(uri);
    await hasNoRow('Listed: a first one', 'Changed since');
    await closeEditors();
    await renameOnDisk(uri, file('plans/list-renamed.md'));
    await hasRow('Listed: a first one, At Work, 2 of 3 done');
    await deleteOnDisk(file('plans/list-renamed.md'));
    await hasNoRow('Listed: a first one');
  });

  it('hides what nothing is left of, and shows it again', async () => {
    // In the first of the folders: of the later ones no row is in sight.
    await replaceOnDisk(file('0-list/plans/done.md'), listedPlan('Listed and done', '- [x] One'));
    await vscode.commands.executeCommand('execplan.plans.groupByFolder');
    await hasRow('Listed and done, Done');
    await vscode.commands.executeCommand('execplan.plans.showOpen');
    await hasNoRow('Listed and done');
    await vscode.commands.executeCommand('execplan.plans.showAll');
    await hasRow('Listed and done, Done');
    await vscode.commands.executeCommand('execplan.plans.groupByStatus');
  });

  it('counts on the icon what the setting says', async () => {
    const badge = () => bridge.texts('.activitybar .action-item:has([aria-label^="ExecPlan"]) .badge-content');
    await replaceOnDisk(file('plans/list-badge.md'), listedPlan('Listed for its badge', '- [x] One\n- [ ] Two'));
    await eventually(async () => assert.match((await badge()).join(), /^\d+$/));
    await withSettings({ 'execplan.plans.badge': 'none' }, async () => {
      await eventually(async () => assert.equal((await badge()).join(), ''));
    });
  });

  it('goes to the next step of a plan that is picked from all', async () => {
    await replaceOnDisk(file('plans/list-pick.md'), listedPlan('Listed to be picked', '- [x] One\n- [ ] Picked step'));
    await hasRow('Listed to be picked');
    await eventually(async () => {
      // A list that is open does not learn of a plan that is found meanwhile.
      await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
      const picked = vscode.commands.executeCommand('execplan.goToPlan');
      const entry = '.quick-input-widget:visible .monaco-list-row:has-text("Listed to be picked")';
      await eventually(async () => {
        await bridge.fill('.quick-input-widget:visible input[type="text"]', 'Listed to be picked');
        assert.match((await bridge.texts(entry)).join(), /1\/2[\s\S]*Next: Picked step/);
      }, 5000);
      await bridge.press('Enter');
      await picked;
    });
    await eventually(() => {
      const editor = vscode.window.activeTextEditor;
      assert.equal(editor?.document.uri.toString(), file('plans/list-pick.md').toString());
      assert.equal(editor?.document.lineAt(editor.selection.active.line).text, '- [ ] Picked step');
    });
  });

  // The web host reads no disk.
  if (HOST === 'node')
    it('shows the plans of a folder outside of the workspace by a setting, and edits them once it is asked to', async () => {
      const uri = vscode.Uri.joinPath(file(''), '../outside/deep/list-outside.md');
      const steps = (text: string) => listedPlan('Listed from outside', `- [x] One\n${text}\n- [ ] Three`);
      await replaceOnDisk(uri, steps('- [ ] Two'));
      const folder = vscode.Uri.joinPath(uri, '../..').fsPath;
      await withSettings({ 'execplan.plans.folders': [folder] }, async () => {
        // They come last, and only rows in sight are drawn.
        const hasLast = (...parts: string[]) =>
          eventually(async () => {
            await vscode.commands.executeCommand('execplan.plans.focus');
            await bridge.press('End');
            assert.ok((await countRows(...parts)) > 0, parts.join());
          });
        await hasLast('Outside the Workspace, 1 plan');
        await hasLast('Listed from outside, At Work, 1 of 3 done');
        await replaceOnDisk(uri, steps('- [x] Two'));
        await hasLast('Listed from outside, At Work, 2 of 3 done');
        const { document } = await openFile(uri);
        await eventually(async () => {
          await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
          await bridge.press('Delete');
          assert.ok((await bridge.count('.monaco-editor-overlaymessage')) > 0, 'the editor is not read-only');
        });
        assert.equal(document.isDirty, false);
        await bridge.press('Escape');
        await vscode.commands.executeCommand('notifications.clearAll');
        await bridge.webviewClick('.next .button >> nth=0');
        await eventually(async () => assert.match((await notifications()).join(), /lies outside of the workspace/));
        assert.match(document.getText(), /- \[ \] Three/);
        await bridge.click('.notifications-center .monaco-button:has-text("Edit It")');
        await vscode.commands.executeCommand('notifications.hideList');
        await eventually(async () => assert.match(await textOnDisk(uri), /- \[x\] .*Three/));
        await closeEditors();
      });
      await hasNoRow('Listed from outside');
      await deleteOnDisk(vscode.Uri.file(folder));
    });

  // The web host has no git.
  if (HOST === 'node')
    describe('in a repository', () => {
      const uri = file('repository/plans/list-git.md');
      before(async () => {
        await replaceOnDisk(uri, listedPlan('Listed of a branch', '- [x] One\n- [ ] Two\n- [ ] Three'));
        git(uri, 'init', '--quiet', '--initial-branch', 'main', '..');
        commit(uri);
        git(uri, 'switch', '--quiet', '--create', 'other');
        await replaceOnDisk(uri, listedPlan('Listed of a branch', '- [x] One\n- [x] Two\n- [ ] Three'));
        commit(uri);
      });
      after(async () => {
        await deleteOnDisk(file('repository/.git'));
        await deleteOnDisk(uri);
      });

      it('shows the plans of the branch that is checked out, in the list and in the page', async () => {
        const shows = (figures: string) =>
          eventually(async () =>
            assert.match(await bridge.webviewText('body'), new RegExp(`of a branch[\\s\\S]*${figures}`)),
          );
        await hasRow('Listed of a branch, At Work, 2 of 3 done');
        await openFile(uri);
        await showProgress();
        await shows('2 of 3');
        git(uri, 'switch', '--quiet', 'main');
        await hasRow('Listed of a branch, At Work, 1 of 3 done');
        await shows('1 of 3');
        // What an editor shows stays a plan, though its file is gone.
        await closeEditors();
        git(uri, 'rm', '--quiet', 'list-git.md');
        await hasNoRow('Listed of a branch');
        git(uri, 'switch', '--quiet', '--force', 'other');
        await hasRow('Listed of a branch, At Work, 2 of 3 done');
      });

      it('compares a plan with the last commit', async () => {
        git(uri, 'switch', '--quiet', 'other');
        const { exports } = vscode.extensions.getExtension('vscode.git') ?? {};
        await exports?.getAPI(1).openRepository(file('repository'));
        await replaceOnDisk(uri, listedPlan('Listed of a branch', '- [x] One\n- [ ] Two\n- [ ] Three'));
        await hasRow('Listed of a branch, At Work, 1 of 3 done');
        await bridge.click(`${row}:has-text("Listed of a branch")`, { button: 'right' });
        await chooseFromMenu('Last Commit', () => {
          const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
          assert.ok(input instanceof vscode.TabInputTextDiff, 'no comparison is open');
          assert.deepEqual([input.original.scheme, input.modified.toString()], ['git', uri.toString()]);
        });
        await eventually(() => {
          const texts = new Map(
            vscode.window.visibleTextEditors.map(({ document }) => [document.uri.scheme, document.getText()]),
          );
          const [former, present] = [texts.get('git'), texts.get(uri.scheme)];
          assert.match(former ?? '', /- \[x\] .*Two/);
          assert.match(present ?? '', /- \[ \] Two/);
        });
      });
    });

  it('opens a plan by a click, and its next step from its menu', async () => {
    await openNew('plans/list-open.md', listedPlan('Listed to be opened', '- [x] One\n- [ ] Two'));
    await closeEditors();
    await hasRow('Listed to be opened');
    await bridge.click(`${row}:has-text("Listed to be opened")`);
    await eventually(() =>
      assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), file('plans/list-open.md').toString()),
    );
  });
});
