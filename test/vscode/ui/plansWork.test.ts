import * as vscode from 'vscode';
import * as assert from '../assert';
import { bridge } from '../bridge';
import { eventually } from '../eventually';
import {
  chooseFromMenu,
  closeEditors,
  deleteOnDisk,
  file,
  notifications,
  openFile,
  replaceOnDisk,
  showPlans,
  textOnDisk,
} from '../plan';
import { hasNoRow, hasRow, listedPlan, openPlanList, row } from '../planList';
import { withSettings } from '../settings';

describe('what can be done in the list of plans', () => {
  before(openPlanList);
  beforeEach(showPlans);
  afterEach(closeEditors);

  const rowOf = (title: string) => `${row}:has-text("${title}")`;
  const write = async (path: string, title: string, steps: string) => {
    await replaceOnDisk(file(path), listedPlan(title, steps));
    await hasRow(`${title}, `);
  };
  /** Opens a row's menu, and waits until it is whole. A list that is drawn anew just then opens none. */
  const openMenu = (title: string, entry: string) =>
    eventually(async () => {
      await bridge.click(rowOf(title), { button: 'right' });
      await eventually(async () => {
        const labels = await bridge.texts('.monaco-menu .action-label');
        assert.ok(labels.includes(entry), labels.join());
      }, 5000);
    });

  it('finds a plan by its name', async () => {
    await write('plans/work-find.md', 'Worked on until it is found', '- [x] One\n- [ ] Two');
    const field = '.pane:has(.title:text-is("Plans")) .monaco-tree-type-filter input';
    await eventually(async () => {
      if ((await bridge.count(field)) === 0) {
        await showPlans();
        await vscode.commands.executeCommand('list.find');
      }
      await bridge.fill(field, 'until it is found');
      assert.match((await bridge.texts(`${row}.focused`)).join(), /1\/2 Worked on until it is found/);
    });
    await bridge.press('Escape', field);
    await eventually(async () => assert.equal(await bridge.count(`${field}:visible`), 0));
  });

  it('sorts by what was recorded last, by name and by progress', async () => {
    const ago = (minutes: number) => `${new Date(Date.now() - minutes * 60_000).toISOString().slice(0, 16)}Z`;
    // In the first of the folders: of the later ones no row is in sight.
    const plans: Record<string, [steps: string, minutes: number]> = {
      'Sorted Chair': ['- [x] One\n- [ ] Two', 90],
      'Sorted Apple': ['- [x] One\n- [ ] Two\n- [ ] Three\n- [ ] Four', 5],
      'Sorted Bread': ['- [x] One\n- [x] Two\n- [x] Three\n- [ ] Four', 300],
    };
    for (const [title, [steps, minutes]] of Object.entries(plans)) {
      const stamped = steps.replaceAll('[x]', `[x] (${ago(minutes).replace('T', ' ')})`);
      await replaceOnDisk(file(`0-list/plans/${title.slice(7).toLowerCase()}.md`), listedPlan(title, stamped));
    }
    const isInOrder = (...titles: string[]) =>
      eventually(async () => {
        const places: number[] = [];
        for (const title of titles) {
          assert.equal(await bridge.count(rowOf(title)), 1, title);
          places.push(Number(await bridge.attribute(rowOf(title), 'data-index')));
        }
        assert.deepEqual(
          places,
          [...places].sort((a, b) => a - b),
        );
      });
    try {
      await vscode.commands.executeCommand('execplan.plans.groupByFolder');
      await showPlans();
      await isInOrder('Sorted Apple', 'Sorted Chair', 'Sorted Bread');
      await vscode.commands.executeCommand('execplan.plans.sortByName');
      await isInOrder('Sorted Apple', 'Sorted Bread', 'Sorted Chair');
      await vscode.commands.executeCommand('execplan.plans.sortByProgress');
      await isInOrder('Sorted Bread', 'Sorted Chair', 'Sorted Apple');
    } finally {
      await vscode.commands.executeCommand('execplan.plans.sortByRecorded');
      await vscode.commands.executeCommand('execplan.plans.groupByStatus');
      for (const name of ['apple', 'bread', 'chair']) await deleteOnDisk(file(`0-list/plans/${name}.md`));
    }
  });

  it('counts on the icon the plans that have moved, where the setting says so', async () => {
    const badge = async () =>
      (await bridge.texts('.activitybar .action-item:has([aria-label^="ExecPlan"]) .badge-content')).join();
    await write('plans/work-moved.md', 'Worked on and moved', '- [x] One\n- [ ] Two\n- [ ] Three');
    await openFile(file('plans/work-moved.md'));
    await hasNoRow('Worked on and moved', 'Changed since');
    await closeEditors();
    await write('plans/work-moving.md', 'Worked on and moving', '- [x] One\n- [ ] Two\n- [ ] Three');
    await openFile(file('plans/work-moving.md'));
    await hasNoRow('Worked on and moving', 'Changed since');
    await closeEditors();
    await write('plans/work-moved.md', 'Worked on and moved', '- [x] One\n- [x] Two\n- [ ] Three');
    await hasRow('Worked on and moved', 'Changed since');
    // What the icon counts otherwise is off it before the plans that have moved are counted.
    await withSettings({ 'execplan.plans.badge': 'none' }, async () => {
      await eventually(async () => assert.equal(await badge(), ''));
      await withSettings({ 'execplan.plans.badge': 'moved' }, async () => {
        await eventually(async () => assert.match(await badge(), /^\d+$/));
        const before = Number(await badge());
        await write('plans/work-moving.md', 'Worked on and moving', '- [x] One\n- [x] Two\n- [ ] Three');
        await hasRow('Worked on and moving', 'Changed since');
        await eventually(async () => assert.equal(Number(await badge()), before + 1));
      });
    });
  });

  it('leads from a row to its next step', async () => {
    await write('plans/work-next.md', 'Worked on from its menu', '- [x] One\n- [ ] Two\n- [ ] Three');
    await openMenu('Worked on from its menu', 'Go to Next Step');
    await chooseFromMenu('Go to Next Step', () => {
      const editor = vscode.window.activeTextEditor;
      assert.equal(editor?.document.uri.toString(), file('plans/work-next.md').toString());
      assert.equal(editor?.selection.active.line, 9);
    });
  });

  it('copies the handoff of a plan that no editor shows', async () => {
    await write('plans/work-handoff.md', 'Worked on by the next one', '- [x] One\n- [ ] Two');
    await vscode.env.clipboard.writeText('');
    await openMenu('Worked on by the next one', 'Copy Handoff');
    const entry = '.quick-input-widget:visible .monaco-list-row:has-text("Implement")';
    await chooseFromMenu('Copy Handoff', async () => assert.equal(await bridge.count(entry), 1));
    await bridge.click(entry);
    await eventually(async () => assert.match((await notifications()).join(), /handoff is on the clipboard/));
    await vscode.commands.executeCommand('notifications.clearAll');
    assert.match(await vscode.env.clipboard.readText(), /work-handoff\.md[\s\S]*Two/);
  });

  it('sets the status of all plans that are selected, and archives them', async () => {
    const names = ['one', 'two'];
    // Of a folder all rows are shown, also of those that are done.
    await vscode.commands.executeCommand('execplan.plans.groupByFolder');
    await showPlans();
    for (const name of names) await write(`0-list/plans/work-${name}.md`, `Worked on, ${name} of many`, '- [x] One');
    // A list that is drawn anew between the clicks forgets the first one.
    const select = () =>
      eventually(async () => {
        await bridge.click(rowOf('Worked on, one of many'));
        await bridge.click(rowOf('Worked on, two of many'), { modifiers: ['ControlOrMeta'] });
        await eventually(async () => assert.equal(await bridge.count(`${row}.selected`), 2), 2000);
      });
    await select();
    await openMenu('Worked on, two of many', 'Set Status');
    const entry = '.quick-input-widget:visible .monaco-list-row:has-text("Active")';
    await chooseFromMenu('Set Status', async () => assert.equal(await bridge.count(entry), 1));
    await bridge.click(entry);
    for (const name of names)
      await eventually(async () => {
        // One that an editor shows is left to its person to save.
        await vscode.workspace.saveAll(false);
        assert.match(await textOnDisk(file(`0-list/plans/work-${name}.md`)), /\nStatus: active\n/);
      });
    for (const name of names) await hasRow(`Worked on, ${name} of many, `);
    await select();
    await openMenu('Worked on, two of many', 'Archive Plan');
    const archived = names.map((name) => file(`0-list/plans/completed/work-${name}.md`));
    await chooseFromMenu('Archive Plan', async () => {
      for (const uri of archived) assert.match(await textOnDisk(uri), /\nStatus: done /);
    });
    for (const uri of archived) await deleteOnDisk(uri);
    await vscode.commands.executeCommand('execplan.plans.groupByStatus');
  });

  it('tells of a milestone that is finished, and of steps that are taken back, once it is asked to', async () => {
    const steps = (...marks: string[]) =>
      marks.map((mark, i) => `- [${mark}] M${i < 2 ? 1 : 2}: Step ${i + 1}`).join('\n');
    const milestones =
      '\n## Plan of Work\n\n### Milestone 1: Told of\n\nText.\n\n### Milestone 2: Not told of\n\nText.\n';
    const tell = async (...marks: string[]) => {
      await replaceOnDisk(
        file('0-list/plans/work-news.md'),
        listedPlan('Worked on elsewhere', steps(...marks)) + milestones,
      );
      await hasRow(`Worked on elsewhere, At Work, ${marks.filter((mark) => mark === 'x').length} of 3 done`);
    };
    // The rows of this folder come first: only those in sight are drawn.
    await vscode.commands.executeCommand('execplan.plans.groupByFolder');
    await showPlans();
    await vscode.commands.executeCommand('notifications.clearAll');
    await tell('x', ' ', ' ');
    await tell('x', 'x', ' ');
    assert.deepEqual(await notifications(), [], 'nobody asked to be told');
    await vscode.commands.executeCommand('notifications.hideList');
    await tell('x', ' ', ' ');
    await withSettings({ 'execplan.plans.notify': true }, async () => {
      await tell('x', 'x', ' ');
      await eventually(async () =>
        assert.match((await notifications()).join(), /Worked on elsewhere: milestone 1 · Told of is done\./),
      );
      await vscode.commands.executeCommand('notifications.clearAll');
      await tell('x', ' ', ' ');
      await eventually(async () =>
        assert.match((await notifications()).join(), /Worked on elsewhere: 1 step is no longer done\./),
      );
      await bridge.click('.notifications-center .monaco-button:has-text("Show")');
      await eventually(() =>
        assert.equal(
          vscode.window.activeTextEditor?.document.uri.toString(),
          file('0-list/plans/work-news.md').toString(),
        ),
      );
      await vscode.commands.executeCommand('notifications.clearAll');
    });
    await closeEditors();
    await deleteOnDisk(file('0-list/plans/work-news.md'));
    await vscode.commands.executeCommand('execplan.plans.groupByStatus');
  });
});
