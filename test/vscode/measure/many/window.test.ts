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

async function exists(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}
