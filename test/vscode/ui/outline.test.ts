import * as vscode from 'vscode';
import * as assert from '../assert';
import { bridge } from '../bridge';
import { eventually } from '../eventually';
import { chooseFromMenu, closeEditors, notifications, openNew, planText, presentHour, select } from '../plan';

const row = '.pane:has(.title:text-is("Outline")) .monaco-list-row';

describe('the outline', () => {
  before(async () => {
    await bridge.setViewport(1280, 1400);
    await vscode.commands.executeCommand('workbench.view.extension.execplan');
    await vscode.commands.executeCommand('execplan.outline.focus');
  });
  afterEach(closeEditors);

  const rowOf = (text: string) => `${row}:has-text("${text}")`;
  const has = (label: string) =>
    eventually(async () => assert.ok((await bridge.count(`${row}[aria-label*="${label}"]`)) > 0, label));
  const hasNot = (label: string) =>
    eventually(async () => assert.equal(await bridge.count(`${row}[aria-label*="${label}"]`), 0));
  /** Opens all of it by its keys, as folds of an earlier test stay. */
  const unfold = (text: string) =>
    eventually(async () => {
      if ((await bridge.attribute(rowOf(text), 'aria-expanded')) === 'false')
        await bridge.click(`${rowOf(text)} .monaco-tl-twistie`);
      assert.equal(await bridge.attribute(rowOf(text), 'aria-expanded'), 'true');
    });

  /** Opens a new plan, and its steps in the outline once that shows this plan: another one may still be there. */
  const opened = async (title: string, steps: string) => {
    const editor = await openNew(
      `plans/outline-${title.toLowerCase()}.md`,
      planText(steps).replace('# Plan', `# ${title}`),
    );
    await has(title);
    await unfold('Progress');
    return editor;
  };

  it('says in words what icons show, and shows no marks', async () => {
    await opened('Words', '- [x] (2026-02-09 11:19Z) Add `cache.ts`\n- [ ] Use **it**');
    await has('Add cache.ts, done, 2026-02-09 11:19Z');
    await has('Use it, open');
  });

  it('ticks the one step whose box is clicked: no child, no parent, no other line', async () => {
    const steps = '- [ ] Ticked parent\n  - [ ] child one\n  - [ ] child two\n- [ ] Ticked sibling';
    // What tests before this one were told is not about this.
    await vscode.commands.executeCommand('notifications.clearAll');
    const { document } = await opened('Ticking', steps);
    await has('Ticked parent');
    await unfold('Ticked parent');
    const before = document.getText().split('\n');
    await bridge.click(`${rowOf('Ticked parent')} .custom-view-tree-node-item-checkbox`);
    await eventually(() => assert.match(document.lineAt(8).text, presentHour()));
    const after = document.getText().split('\n');
    const changed = after.flatMap((line, i) => (line === before[i] ? [] : [i]));
    assert.deepEqual([changed, after.length], [[8], before.length]);
    await has('Ticked parent, done');
    await has('child one, open');
    // A box that is drawn anew just then is not clicked.
    await eventually(async () => {
      await bridge.click(`${rowOf('Ticked parent')} .custom-view-tree-node-item-checkbox`);
      await eventually(() => assert.deepEqual(document.getText().split('\n'), before), 3000);
    });
    assert.deepEqual(
      (await notifications()).filter((text) => text.includes('changed')),
      [],
    );
    await vscode.commands.executeCommand('notifications.hideList');
  });

  it('leaves out what is over, on demand', async () => {
    await opened('Filtered', '- [x] Over and done\n- [ ] Still open');
    await has('Over and done, done');
    await vscode.commands.executeCommand('execplan.outline.showOpen');
    await hasNot('Over and done');
    await has('Still open, open');
    await vscode.commands.executeCommand('execplan.outline.showAll');
    await has('Over and done, done');
  });

  const stepsOf = (document: vscode.TextDocument) =>
    document
      .getText()
      .split('\n')
      .filter((line) => line.includes('- ['));

  it('moves a step that is dragged onto another one behind it, with what is nested in it', async () => {
    const { document } = await opened(
      'Dragging',
      '- [ ] Dragged one\n  - [ ] its child\n- [ ] Stays here\n- [ ] Stays last',
    );
    await has('Stays here');
    // A list that is drawn anew just then drops what is dragged.
    await eventually(async () => {
      await bridge.drag(`${rowOf('Dragged one')} .label-name`, `${rowOf('Stays here')} .label-name`);
      await eventually(() => assert.equal(stepsOf(document)[0], '- [ ] Stays here'), 3000);
    });
    assert.deepEqual(stepsOf(document), [
      '- [ ] Stays here',
      '- [ ] Dragged one',
      '  - [ ] its child',
      '- [ ] Stays last',
    ]);
    await has('Dragged one');
  });

  it('moves a step behind one that is picked from a list', async () => {
    const { document } = await opened('Picking', '- [ ] Picked to move\n- [ ] Picked as place\n- [ ] Picked by nobody');
    await has('Picked to move');
    await bridge.click(rowOf('Picked to move'), { button: 'right' });
    const place = '.quick-input-widget:visible .monaco-list-row:has-text("Picked as place")';
    await chooseFromMenu('Move Step', async () => assert.equal(await bridge.count(place), 1));
    await bridge.click(place);
    await eventually(() =>
      assert.deepEqual(stepsOf(document), ['- [ ] Picked as place', '- [ ] Picked to move', '- [ ] Picked by nobody']),
    );
  });

  it('follows the cursor', async () => {
    const editor = await opened('Following', '- [ ] Followed one\n- [ ] Followed two');
    await select(editor, new vscode.Selection(9, 8, 9, 8));
    await eventually(async () => assert.match(await bridge.text(`${row}.selected`), /Followed two/));
  });
});
