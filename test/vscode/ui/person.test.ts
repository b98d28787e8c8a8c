import * as vscode from 'vscode';
import * as assert from '../assert';
import { bridge } from '../bridge';
import { eventually } from '../eventually';
import { actionsAt, closeEditors, file, openNew, settled, textOnDisk } from '../plan';

const plan = `# Serve thumbnails

## Purpose

Pages load at once.

## Progress

- [ ] Add the cache
- [ ] Fill the cache
- [ ] Read the cache
- [ ] Purge it by hand
- [ ] Measure it

## Surprises & Discoveries

None yet.

## Decision Log

- Decision: Keep it small.
  Rationale: It is cheap.
  Date/Author: 2026-02-09, Ada

## Outcomes & Retrospective

None yet.
`;

const japanese = `# サムネイルを速くする

## 目的

ページがすぐに開く。

## 進捗

- [ ] キャッシュを作る
- [ ] キャッシュを満たす
- [ ] キャッシュを読む
- [ ] 手で消す
- [ ] 測る

## 発見

まだなし。

## 決定ログ

- 決定: 小さくする。
  理由: 安い。
  日付/作成者: 2026-02-09, Ada

## 成果と振り返り

まだなし。
`;

/** The plans that are worked on, each as the file that holds it. */
const variants: readonly [name: string, text: string][] = [
  ['lf', plan],
  ['crlf', plan.replace(/\n/g, '\r\n')],
  ['tabs', plan.replace(/^- \[/gm, '-\t[').replace(/^ {2}(?=\S)/gm, '\t')],
  ['star', plan.replace(/^- /gm, '* ')],
  ['japanese', japanese],
  ['fence', `Here it is:\n\n\`\`\`md\n${plan}\`\`\`\n`],
  ['several', `${plan}\n${plan.replace('Serve thumbnails', 'Serve pages').replace(/cache/g, 'store')}`],
];

describe('a person at the keyboard', () => {
  afterEach(closeEditors);

  for (const [name, text] of variants)
    it(`ticks, splits, drops, decides and archives, and takes all of it back (${name})`, async () => {
      const path = `plans/person-${name}.md`;
      const { document } = await openNew(path, text);
      const { uri } = document;
      const first = lineOf(document, '[ ]');
      const { range } = document.lineAt(first);
      const offered = () => actionsAt(uri, range, vscode.CodeActionKind.RefactorRewrite.append('execplan'));
      await eventually(async () => assert.ok((await offered()).length > 0));
      for (const step of [0, 1, 2]) {
        await goTo(first + step);
        await press('Control+K', 'x');
        await eventually(() => assert.match(document.lineAt(first + step).text, stamped));
      }
      await goTo(first + 3);
      await vscode.commands.executeCommand('execplan.drop');
      await fill('nobody asks');
      await eventually(() => assert.match(document.lineAt(first + 3).text, /~~.*nobody asks/));
      await goTo(first + 4);
      await press('Control+K', 'Shift+X');
      await fill('the rest');
      await eventually(() => {
        assert.match(document.lineAt(first + 4).text, stamped);
        assert.match(document.lineAt(first + 5).text, /\[ \].*the rest/);
      });
      await goTo(first + 5);
      await press('Control+K', 'x');
      await eventually(() => assert.match(document.lineAt(first + 5).text, stamped));
      await press('Control+K', 'Shift+D');
      await eventually(() => assert.equal(decisions(document), decisions(text) + 1));
      await fill('Purge it');
      await press('Tab');
      await fill('It is old');
      assert.match(document.getText(), /Purge it[\s\S]*It is old/);
      await document.save();
      assert.ok(!document.isDirty);
      const done = document.getText();

      void vscode.commands.executeCommand('execplan.archive');
      const archived = file(`plans/completed/person-${name}.md`);
      if (name === 'several') {
        await eventually(async () => assert.match(await bridge.text('.quick-input-widget'), /Nobody will go on/));
        await bridge.press('Enter');
      }
      await eventually(async () => assert.match(await textOnDisk(archived), /2\d{3}-\d\d-\d\d/));
      await eventually(() =>
        assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), archived.toString()),
      );
      await settled();
      await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
      await undoUntil(async () => (await exists(uri)) && !(await exists(archived)));
      await vscode.commands.executeCommand('vscode.open', uri);
      await eventually(() => assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), uri.toString()));
      const back = vscode.window.activeTextEditor?.document as vscode.TextDocument;
      await eventually(() => assert.ok(back.getText().length <= done.length));
      await undoUntil(() => back.getText() === text);
      await back.save();
      assert.equal(await textOnDisk(uri), text);
    });
});

const stamped = /^[-*]\s\[x\] \(\d{4}-\d\d-\d\d \d\d:\d\dZ\) /;

function lineOf(document: vscode.TextDocument, words: string): number {
  return document
    .getText()
    .split(/\r?\n/)
    .findIndex((line) => line.includes(words));
}

function decisions(document: vscode.TextDocument | string): number {
  const text = typeof document === 'string' ? document : document.getText();
  return text.match(/^[-*]\s(?:Decision|決定):/gm)?.length ?? 0;
}

/** Puts the cursor on a line, once nothing else is being done. */
async function goTo(line: number): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
  const editor = vscode.window.activeTextEditor as vscode.TextEditor;
  await settled();
  editor.selection = new vscode.Selection(line, 7, line, 7);
  await settled();
}

async function press(...keys: string[]): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
  for (const each of keys) await bridge.press(each);
}

/** Types at a tab stop, once it is selected. */
async function fill(words: string): Promise<void> {
  const editor = vscode.window.activeTextEditor as vscode.TextEditor;
  await eventually(() => assert.ok(!editor.selection.isEmpty, 'no place to type at is selected'));
  await bridge.type(words);
  await eventually(() => assert.match(editor.document.getText(), new RegExp(words)));
}

async function undoUntil(isDone: () => boolean | Promise<boolean>): Promise<void> {
  for (let i = 0; i < 80; i++) {
    if (await isDone()) return;
    await vscode.commands.executeCommand('undo');
    await settled();
  }
  assert.ok(await isDone(), 'it was not all taken back');
}

function exists(uri: vscode.Uri): Thenable<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}
