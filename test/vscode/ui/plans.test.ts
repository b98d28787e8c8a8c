import * as vscode from 'vscode';
import type { Api } from '../../../client/src/extension';
import * as assert from '../assert';
import { bridge } from '../bridge';
import { eventually } from '../eventually';
import {
  closeEditors,
  deleteOnDisk,
  file,
  openFile,
  openNew,
  planText,
  recordedNow,
  renameOnDisk,
  replaceOnDisk,
} from '../plan';
import { withSettings } from '../settings';

const row = '.pane:has(.title:text-is("Plans")) .monaco-list-row';

const plan = (title: string, steps: string) => planText(recordedNow(steps)).replace('# Plan', `# ${title}`);

describe('the list of plans', () => {
  before(async () => {
    await (await vscode.extensions.getExtension<Api>(EXTENSION_ID)?.activate())?.looked;
    await bridge.setViewport(1280, 1400);
    await vscode.commands.executeCommand('workbench.view.extension.execplan');
    await vscode.commands.executeCommand('execplan.plans.focus');
  });
  afterEach(closeEditors);

  /** A row that is read so to those who cannot see it. */
  const count = (...parts: string[]) => bridge.count(row + parts.map((part) => `[aria-label*="${part}"]`).join(''));
  const has = (...parts: string[]) => eventually(async () => assert.ok((await count(...parts)) > 0, parts.join()));
  const hasNot = (...parts: string[]) => eventually(async () => assert.equal(await count(...parts), 0));

  it('shows plans that no editor has open, with their figures, and follows what an agent writes', async () => {
    const uri = file('plans/list-agent.md');
    await replaceOnDisk(uri, plan('Listed: a first one', '- [x] One\n- [ ] Two\n- [ ] Three'));
    await has('Listed: a first one, At Work, 1 of 3 done');
    await replaceOnDisk(uri, plan('Listed: a first one', '- [x] One\n- [x] Two\n- [ ] Three'));
    await has('Listed: a first one, At Work, 2 of 3 done', 'Changed since you last had it in view');
    await openFile(uri);
    await hasNot('Listed: a first one', 'Changed since');
    await closeEditors();
    await renameOnDisk(uri, file('plans/list-renamed.md'));
    await has('Listed: a first one, At Work, 2 of 3 done');
    await deleteOnDisk(file('plans/list-renamed.md'));
    await hasNot('Listed: a first one');
  });

  it('hides what nothing is left of, and shows it again', async () => {
    // In the first of the folders: of the later ones no row is in sight.
    await replaceOnDisk(file('0-list/plans/done.md'), plan('Listed and done', '- [x] One'));
    await vscode.commands.executeCommand('execplan.plans.groupByFolder');
    await has('Listed and done, Done');
    await vscode.commands.executeCommand('execplan.plans.showOpen');
    await hasNot('Listed and done');
    await vscode.commands.executeCommand('execplan.plans.showAll');
    await has('Listed and done, Done');
    await vscode.commands.executeCommand('execplan.plans.groupByStatus');
  });

  it('counts on the icon what the setting says', async () => {
    const badge = () => bridge.texts('.activitybar .action-item:has([aria-label^="ExecPlan"]) .badge-content');
    await replaceOnDisk(file('plans/list-badge.md'), plan('Listed for its badge', '- [x] One\n- [ ] Two'));
    await eventually(async () => assert.match((await badge()).join(), /^\d+$/));
    await withSettings({ 'execplan.plans.badge': 'none' }, async () => {
      await eventually(async () => assert.equal((await badge()).join(), ''));
    });
  });

  it('opens a plan by a click, and its next step from its menu', async () => {
    await openNew('plans/list-open.md', plan('Listed to be opened', '- [x] One\n- [ ] Two'));
    await closeEditors();
    await has('Listed to be opened');
    await bridge.click(`${row}:has-text("Listed to be opened")`);
    await eventually(() =>
      assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), file('plans/list-open.md').toString()),
    );
  });
});
