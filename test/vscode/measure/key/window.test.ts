import * as vscode from 'vscode';
import { generatedPlan } from '../../../../scripts/bench/generatedPlan';
import * as assert from '../../assert';
import { bridge } from '../../bridge';
import { eventually } from '../../eventually';
import { closeEditors, findsRules, openNew, select, settled } from '../../plan';
import { within } from '../extension';

/** As many times each is measured in a test, and the tests: the runner takes a window that tells nothing for long for hanging. */
const rounds = 10;
const parts = 6;

/**
 * What is measured, by the last key of its chord: ours, and beside it commands that replace the mark of the same step by either
 * of the ways that VS Code has, and do nothing else. `prepareManifest` of scripts/measure.ts gives these their keys.
 */
const keys = { key: 'x', 'bare applyEdit': 'F7', 'bare editor.edit': 'F8' } as const;

describe('a window with a plan of 2,000 lines', () => {
  const text = generatedPlan(2000);
  const times = new Map(Object.keys(keys).map((name): [string, number[]] => [name, []]));
  let editor: vscode.TextEditor;
  let bare: vscode.Disposable;

  before(async () => {
    editor = await openNew('plans/long.md', text);
    await findsRules(editor.document.uri, []);
    const steps = text.split('\n').flatMap((line, i) => (line.startsWith('- [ ] ') ? [i] : []));
    const line = steps[steps.length >> 1] as number;
    bare = registerBareEdits(editor, line);
    await select(editor, new vscode.Selection(line, 8, line, 8));
  });

  for (let part = 1; part <= parts; part++)
    it(`has a step ticked and opened again by the key (${part})`, async () => {
      // In turns, so that a busy machine is one for all of them.
      for (let round = 0; round < rounds; round++)
        for (const [name, key] of Object.entries(keys)) times.get(name)?.push(await timeOf(editor.document, key));
      assert.equal(editor.document.getText(), text);
    });

  after(async () => {
    bare.dispose();
    await closeEditors();
    for (const [name, all] of times) {
      await bridge.report(`first ${name}`, all[0] as number);
      all.sort((a, b) => a - b);
      await bridge.report(name, all[all.length >> 1] as number);
      await bridge.report(`${name} p95`, all[Math.ceil(all.length * 0.95) - 1] as number);
      await bridge.report(`${name} at worst`, all.at(-1) as number);
    }
  });
});

/** Commands that tick the step of a line or open it again, and nothing else. */
function registerBareEdits(editor: vscode.TextEditor, line: number): vscode.Disposable {
  const { document } = editor;
  const mark = new vscode.Range(line, 3, line, 4);
  const other = () => (document.getText(mark) === ' ' ? 'x' : ' ');
  return vscode.Disposable.from(
    vscode.commands.registerCommand('execplan.bareApplyEdit', async () => {
      const edit = new vscode.WorkspaceEdit();
      edit.replace(document.uri, mark, other());
      await vscode.workspace.applyEdit(edit);
      await document.save();
    }),
    vscode.commands.registerCommand('execplan.bareEditorEdit', async () => {
      await editor.edit((edit) => edit.replace(mark, other()));
      await document.save();
    }),
  );
}

/** Milliseconds from the last key's event in the window to the changed text of the document, as extensions hear of it. */
async function timeOf(document: vscode.TextDocument, key: string): Promise<number> {
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
  const pressed = await bridge.pressedAt(key);
  const time = (await within(15_000, 'changing the text', changed)) - pressed;
  listener?.dispose();
  await eventually(() => assert.ok(!document.isDirty));
  await settled();
  return time;
}
