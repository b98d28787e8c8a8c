import * as vscode from 'vscode';
import * as assert from '../../assert';
import { bridge } from '../../bridge';
import { eventually } from '../../eventually';
import { closeEditors, findings, openNew, planText, replaceOnDisk, select, showProgress } from '../../plan';
import { within } from '../extension';

const rounds = 30;
const steps = 200;

describe('a window with a plan that an agent writes', () => {
  it('has the cursor on its step again', async () => {
    const editor = await openNew('plans/written.md', planOf(1));
    const { document } = editor;
    await eventually(() => assert.ok(findings(document.uri).length > 0));
    const line = document.getText().split('\n').indexOf('- [ ] Step 100');
    await select(editor, new vscode.Selection(line, 8, line, 8));
    const gaps: number[] = [];
    for (let round = 2; round < rounds + 2; round++) gaps.push(await gapOf(editor, round));
    await closeEditors();
    gaps.sort((a, b) => a - b);
    await bridge.report('cursor restored', gaps[gaps.length >> 1] as number);
    await bridge.report('cursor restored at worst', gaps.at(-1) as number);
  });
});

describe('the view of a plan', () => {
  /** From now on the page is to be painted with so many done steps. */
  const awaitPaint = (done: number) => bridge.webviewAwaitPaint('body', `${done} of ${steps}`);
  const painted = () => within(15_000, 'painting the view', bridge.webviewPainted());
  const now = () => performance.timeOrigin + performance.now();
  const report = async (name: string, taken: readonly number[]) => {
    const sorted = taken.toSorted((a, b) => a - b);
    await bridge.report(name, sorted[sorted.length >> 1] as number);
    await bridge.report(`${name} p95`, sorted[Math.floor(sorted.length * 0.95)] as number);
  };

  it('is painted after a change of its document', async () => {
    const { document } = await openNew('plans/painted.md', planOf(1));
    await showProgress();
    await eventually(async () => assert.match(await bridge.webviewText('body'), /2 of 200/));
    const [taken, inPage]: [number[], number[]] = [[], []];
    for (let round = 0; round < 60; round++) {
      const line = document
        .getText()
        .split('\n')
        .indexOf(`- [ ] Step ${round + 20}`);
      await awaitPaint(round + 3);
      let changed = 0;
      const event = vscode.workspace.onDidChangeTextDocument((change) => {
        if (change.document === document && change.contentChanges.length > 0) changed = now();
      });
      const edit = new vscode.WorkspaceEdit();
      edit.replace(document.uri, new vscode.Range(line, 3, line, 4), 'x');
      await vscode.workspace.applyEdit(edit);
      const { arrived, painted: at } = await painted();
      event.dispose();
      taken.push(at - changed);
      inPage.push(at - arrived);
    }
    await report('change painted', taken);
    await report('change painted, in the page', inPage);
    await closeEditors();
  });

  it('has a floor: a bare page that is told of a change of plain text', async () => {
    const { document } = await openNew('plans/bare.txt', planOf(1));
    await vscode.commands.executeCommand('workbench.action.closeSidebar');
    const column = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    const panel = vscode.window.createWebviewPanel('bare', 'Bare', column, { enableScripts: true });
    panel.webview.html = `<p id="bare">0 told</p>
      <script>addEventListener('message', ({ data }) => { document.getElementById('bare').textContent = data; });</script>`;
    await eventually(async () => assert.equal(await bridge.webviewText('#bare'), '0 told'));
    const [taken, inPage]: [number[], number[]] = [[], []];
    for (let round = 1; round <= 60; round++) {
      await bridge.webviewAwaitPaint('#bare', `${round} told`);
      let changed = 0;
      const event = vscode.workspace.onDidChangeTextDocument((change) => {
        if (change.document !== document || change.contentChanges.length === 0) return;
        changed = now();
        void panel.webview.postMessage(`${round} told`);
      });
      const edit = new vscode.WorkspaceEdit();
      edit.replace(document.uri, new vscode.Range(round + 20, 3, round + 20, 4), 'x');
      await vscode.workspace.applyEdit(edit);
      const { arrived, painted: at } = await painted();
      event.dispose();
      taken.push(at - changed);
      inPage.push(at - arrived);
    }
    panel.dispose();
    await report('bare page painted', taken);
    await report('bare page painted, in the page', inPage);
    await closeEditors();
    await showProgress();
  });

  it('is painted after a change of its file', async () => {
    const { document } = await openNew('plans/closed.md', planOf(1));
    await eventually(async () => assert.match(await bridge.webviewText('body'), /2 of 200/));
    await closeEditors();
    const watcher = vscode.workspace.createFileSystemWatcher('**/closed.md');
    let changed = 0;
    const hear = () => {
      changed ||= now();
    };
    watcher.onDidChange(hear);
    watcher.onDidCreate(hear);
    const [fromEvent, fromWriting, inPage]: [number[], number[], number[]] = [[], [], []];
    for (let round = 2; round < 32; round++) {
      await awaitPaint(2 * round);
      changed = 0;
      const written = now();
      await replaceOnDisk(document.uri, planOf(round));
      const { arrived, painted: at } = await painted();
      fromEvent.push(at - (changed || at));
      fromWriting.push(at - written);
      inPage.push(at - arrived);
    }
    watcher.dispose();
    await report('file change painted', fromEvent);
    await report('file written painted', fromWriting);
    await report('file change painted, in the page', inPage);
  });
});

/** 200 steps, of which the first ones and as many of the last ones are done: each round changes one above and one below. */
function planOf(done: number): string {
  const stepOf = (n: number) =>
    n <= done || n > steps - done ? `- [x] (2026-02-09 11:19Z) Step ${n}` : `- [ ] Step ${n}`;
  return planText(Array.from({ length: steps }, (_, i) => stepOf(i + 1)).join('\n'));
}

/** Milliseconds from the moment that the agent's text is in the editor to that where the cursor is back on its step. */
async function gapOf(editor: vscode.TextEditor, round: number): Promise<number> {
  const { document } = editor;
  const events: vscode.Disposable[] = [];
  const measured = new Promise<number>((resolve) => {
    let read: number | undefined;
    let wasMoved = false;
    events.push(
      vscode.workspace.onDidChangeTextDocument((change) => {
        if (change.document === document && change.contentChanges.length > 0) read = performance.now();
      }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
        if (textEditor !== editor || read === undefined) return;
        const isBack = document.lineAt(selections[0]?.active.line ?? 0).text === '- [ ] Step 100';
        if (isBack && wasMoved) resolve(performance.now() - read);
        wasMoved ||= !isBack;
      }),
    );
  });
  await replaceOnDisk(document.uri, planOf(round));
  const gap = await within(15_000, 'putting the cursor back', measured);
  for (const event of events) event.dispose();
  await eventually(() => assert.equal(document.getText(), planOf(round)));
  return gap;
}
