import * as vscode from 'vscode';
import { generatedPlan } from '../../../../scripts/bench/generatedPlan';
import * as assert from '../../assert';
import { bridge } from '../../bridge';
import { eventually } from '../../eventually';
import { closeEditors, findsRules, openNew, select, settled } from '../../plan';
import { within } from '../extension';

const rounds = 60;

describe('a window with a plan of 2,000 lines', () => {
  it('has a step ticked and opened again by the key', async () => {
    const editor = await openNew('plans/long.md', generatedPlan(2000));
    const { document } = editor;
    await findsRules(document.uri, []);
    const before = document.getText();
    const steps = before.split('\n').flatMap((line, i) => (line.startsWith('- [ ] ') ? [i] : []));
    const line = steps[steps.length >> 1] as number;
    await select(editor, new vscode.Selection(line, 8, line, 8));
    const times: number[] = [];
    for (let round = 0; round < rounds; round++) times.push(await timeOf(document));
    assert.equal(document.getText(), before);
    await closeEditors();
    await bridge.report('first key', times[0] as number);
    times.sort((a, b) => a - b);
    await bridge.report('key', times[times.length >> 1] as number);
    await bridge.report('key p95', times[Math.ceil(times.length * 0.95) - 1] as number);
    await bridge.report('key at worst', times.at(-1) as number);
  });
});

/** Milliseconds from the last key's event in the window to the changed text of the document, as extensions hear of it. */
async function timeOf(document: vscode.TextDocument): Promise<number> {
  await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
  await bridge.press('Control+K');
  await settled();
  let listener: vscode.Disposable | undefined;
  const changed = new Promise<number>((resolve) => {
    listener = vscode.workspace.onDidChangeTextDocument((change) => {
      if (change.document === document && change.contentChanges.length > 0)
        resolve(performance.timeOrigin + performance.now());
    });
  });
  const pressed = await bridge.pressedAt('x');
  const time = (await within(15_000, 'changing the text', changed)) - pressed;
  listener?.dispose();
  await eventually(() => assert.ok(!document.isDirty));
  await settled();
  return time;
}
