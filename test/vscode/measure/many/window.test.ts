import * as vscode from 'vscode';
import type { Api } from '../../../../client/src/extension';
import { floorOf } from '../../../../scripts/measure/floor';
import { planCount, planTexts } from '../../../../scripts/measure/workspaces';
import * as assert from '../../assert';
import { bridge } from '../../bridge';
import { file, replaceOnDisk, textOnDisk } from '../../plan';
import { serverMemory, sleepingExtension, within } from '../extension';

// Bounds are five times the targets of docs/performance.md.
describe('a window with 1,000 plans', () => {
  const done = new Map<string, number>();
  let api: Api;

  it('lists them all, and counts their findings after that', async () => {
    const extension = sleepingExtension();
    const hasNotes = await exists(file('docs/notes'));
    const floor = floorOf(planTexts());
    const started = performance.now();
    api = await extension.activate();
    const activated = performance.now();
    const checked = new Set<string>();
    let areAllChecked = () => {};
    const isChecked = new Promise<void>((resolve) => {
      areAllChecked = resolve;
    });
    const isComplete = new Promise<void>((resolve) => {
      api.onProgress(({ uri, plans, findings }) => {
        done.set(vscode.Uri.parse(uri).toString(), plans[0]?.figures.done ?? 0);
        if (done.size === planCount) resolve();
        if (findings && checked.add(uri).size === planCount) areAllChecked();
      });
    });
    await within(hasNotes ? 30_000 : 15_000, 'the list', Promise.all([api.looked, isComplete]));
    const listed = performance.now();
    const memory = serverMemory();
    await within(60_000, 'the findings', isChecked);
    await bridge.report('findings', performance.now() - started);
    await bridge.report('list', listed - started);
    await bridge.report('floor', floor);
    await bridge.report('activation', activated - started);
    const most = Math.max(memory, serverMemory());
    assert.ok(most < 400, `the server has ${most} MB`);
    await bridge.report('most server memory', most);
    // V8 keeps what a thread has left for some ten seconds.
    await new Promise((resolve) => setTimeout(resolve, 15_000));
    await bridge.report('server memory', serverMemory());
  });

  it('shows them in a tree as a tree shows bare items', async () => {
    const bare = new BareItems();
    const view = vscode.window.createTreeView('execplan.bare', { treeDataProvider: bare });
    await bridge.setViewport(1280, 1600);
    await vscode.commands.executeCommand('workbench.view.extension.execplan');
    await vscode.commands.executeCommand('execplan.bare.focus');
    await vscode.commands.executeCommand('execplan.plans.focus');
    const orders = ['sortByName', 'sortByProgress'];
    const ours: number[] = [];
    const theirs: number[] = [];
    for (let round = 0; round < 14; round++) {
      const sort = () => vscode.commands.executeCommand(`execplan.plans.${orders[round % 2]}`);
      const taken = [await untilOtherRow('Plans', sort), await untilOtherRow('Bare', () => bare.turn())] as const;
      // The first ones find everything cold.
      if (round < 4) continue;
      ours.push(taken[0]);
      theirs.push(taken[1]);
    }
    view.dispose();
    await bridge.report('tree of plans', middle(ours));
    await bridge.report('tree of bare items', middle(theirs));
  });

  it('follows files that change on disk', async () => {
    const taken: number[] = [];
    for (const i of [3, 141, 592, 653, 997]) {
      const uri = file(`packages/p${i % 40}/docs/exec-plans/active/${i}-cache.md`);
      const text = await textOnDisk(uri);
      const before = done.get(uri.toString());
      assert.ok(before, `${uri} is not in the list`);
      const isSeen = new Promise<void>((resolve) => {
        api.onProgress((snapshot) => {
          if (vscode.Uri.parse(snapshot.uri).toString() !== uri.toString()) return;
          if (snapshot.plans[0]?.figures.done === before + 1) resolve();
        });
      });
      const started = performance.now();
      await replaceOnDisk(uri, text.replace('\n- [ ] ', '\n- [x] (2026-02-20 10:07Z) '));
      await within(5_000, 'a change on disk', isSeen);
      taken.push(performance.now() - started);
    }
    await bridge.report('change on disk', taken.sort((a, b) => a - b)[2] as number);
  });
});

/** A tree of as many items as there are plans, below one heading, with nothing but a label. */
class BareItems implements vscode.TreeDataProvider<string> {
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  #items = Array.from({ length: planCount }, (_, i) => `Bare item ${i}`);

  turn(): void {
    this.#items = this.#items.toReversed();
    this.#changed.fire(undefined);
  }

  getChildren(item?: string): string[] {
    if (item === undefined) return ['All'];
    return item === 'All' ? this.#items : [];
  }

  getTreeItem(item: string): vscode.TreeItem {
    const { Expanded, None } = vscode.TreeItemCollapsibleState;
    return new vscode.TreeItem(item, item === 'All' ? Expanded : None);
  }
}

/** Milliseconds until another row is the first below the first heading of a tree. */
async function untilOtherRow(tree: string, change: () => unknown): Promise<number> {
  const row = `.pane:has(.title:text-is("${tree}")) .monaco-list-row[data-index="1"]`;
  const before = await bridge.attribute(row, 'aria-label');
  const started = performance.now();
  void change();
  await bridge.text(`${row}:not([aria-label=${JSON.stringify(before)}])`);
  return performance.now() - started;
}

function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] as number;
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}
