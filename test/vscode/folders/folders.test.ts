import * as vscode from 'vscode';
import * as assert from '../assert';
import { bridge } from '../bridge';
import { eventually } from '../eventually';
import { planText, recordedNow, replaceOnDisk } from '../plan';
import { withSettings } from '../settings';
import { Told } from '../told';
import { PlainFiles } from './plainFiles';

const folders = () => vscode.workspace.workspaceFolders ?? [];
const inFolder = (index: number, path: string) =>
  vscode.Uri.joinPath((folders()[index] as vscode.WorkspaceFolder).uri, path);

/** As `updateWorkspaceFolders`; the next change may be made once this one was told. */
async function changeFolders(...args: Parameters<typeof vscode.workspace.updateWorkspaceFolders>): Promise<void> {
  const changed = new Promise((resolve) => vscode.workspace.onDidChangeWorkspaceFolders(resolve));
  assert.ok(vscode.workspace.updateWorkspaceFolders(...args));
  await changed;
}

describe('a workspace of several folders', () => {
  let told: Told;
  before(async () => {
    // In the browser the workspace's own file is read once its file system is there: after the tests have begun.
    await eventually(() => assert.equal(folders().length, 2));
    told = await Told.start();
  });
  after(() => told.stop());

  /** Has everything that is known told again. */
  const tellAll = () =>
    withSettings({ 'execplan.marks': { '!': 'done' } }, () => told.tells(inFolder(0, 'plans/one.md'), 1));

  it('has the plans of each', async () => {
    await tellAll();
    await told.tells(inFolder(1, 'plans/two.md'), 1);
  });

  it('loses those of a folder that leaves it, and gets them back', async () => {
    const { uri } = folders()[1] as vscode.WorkspaceFolder;
    const plan = inFolder(1, 'plans/two.md');
    await changeFolders(1, 1);
    await told.tells(plan, 'gone');
    await replaceOnDisk(plan, planText('- [ ] Two'));
    await changeFolders(1, 0, { uri });
    await told.tells(plan, 0);
  });

  it('lists the plans of a folder that comes, and those of one that leaves it no more', async () => {
    const row = '.pane:has(.title:text-is("Plans")) .monaco-list-row[aria-label*="Of another folder"]';
    const folder = vscode.Uri.joinPath((folders()[0] as vscode.WorkspaceFolder).uri, '../added');
    const text = planText(recordedNow('- [x] One\n- [ ] Two')).replace('# Plan', '# Of another folder');
    await replaceOnDisk(vscode.Uri.joinPath(folder, 'plans/added.md'), text);
    await vscode.commands.executeCommand('workbench.view.extension.execplan');
    await vscode.commands.executeCommand('execplan.plans.focus');
    await changeFolders(folders().length, 0, { uri: folder });
    await eventually(async () => assert.equal(await bridge.count(`${row}[aria-label*="1 of 2 done"]`), 1));
    await changeFolders(folders().length - 1, 1);
    await eventually(async () => assert.equal(await bridge.count(row), 0));
  });

  it('finds plans where no search is, by reading directories, but for those that are ignored', async () => {
    const files = new PlainFiles({
      '/root/.gitignore': 'build/\n',
      '/root/deep/er/plans/virtual.md': planText(),
      '/root/build/plans/ignored.md': planText(),
      '/root/node_modules/p/plans/theirs.md': planText(),
    });
    const provider = vscode.workspace.registerFileSystemProvider('nosearch', files, { isReadonly: true });
    try {
      const root = vscode.Uri.from({ scheme: 'nosearch', path: '/root' });
      await changeFolders(folders().length, 0, { uri: root });
      await told.tells(vscode.Uri.joinPath(root, 'deep/er/plans/virtual.md'), 1);
      assert.ok(!files.listed.some((path) => /build|node_modules/.test(path)), files.listed.join());
      await changeFolders(folders().length - 1, 1);
      await told.tells(vscode.Uri.joinPath(root, 'deep/er/plans/virtual.md'), 'gone');
    } finally {
      provider.dispose();
    }
  });
});
