import * as vscode from 'vscode';
import * as assert from './assert';
import { bridge } from './bridge';
import { eventually } from './eventually';

/** A file of the workspace, by its path from the folder. */
export function file(path: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'no folder is open');
  return vscode.Uri.joinPath(folder.uri, path);
}

/** A file's text as it is on disk. */
export async function textOnDisk(uri: vscode.Uri): Promise<string> {
  return vscode.workspace.decode(await vscode.workspace.fs.readFile(uri), { uri });
}

/** Replaces a file as an agent does it: written beside it, then renamed over it, behind VS Code's back. */
export async function replaceOnDisk(uri: vscode.Uri, text: string): Promise<void> {
  if (HOST === 'web') return vscode.workspace.fs.writeFile(uri, await vscode.workspace.encode(text, { uri }));
  const { mkdir, writeFile, rename } = nodeFiles();
  await mkdir(vscode.Uri.joinPath(uri, '..').fsPath, { recursive: true });
  await writeFile(`${uri.fsPath}.tmp`, text);
  await rename(`${uri.fsPath}.tmp`, uri.fsPath);
}

/** Deletes a file or a folder as an agent does it. */
export async function deleteOnDisk(uri: vscode.Uri): Promise<void> {
  if (HOST === 'web') return vscode.workspace.fs.delete(uri, { recursive: true });
  await nodeFiles().rm(uri.fsPath, { recursive: true });
}

/** Renames a file or a folder as an agent does it. */
export async function renameOnDisk(from: vscode.Uri, to: vscode.Uri): Promise<void> {
  if (HOST === 'web') return vscode.workspace.fs.rename(from, to);
  await nodeFiles().rename(from.fsPath, to.fsPath);
}

function nodeFiles(): typeof import('node:fs/promises') {
  return require('node:fs/promises');
}

/** Saves and closes every editor. */
export async function closeEditors(): Promise<void> {
  await vscode.workspace.saveAll(false);
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** Writes a new plan file of the workspace and opens it; every test has one of its own. */
export async function openNew(path: string, text: string): Promise<vscode.TextEditor> {
  const uri = file(path);
  await vscode.workspace.fs.writeFile(uri, await vscode.workspace.encode(text, { uri }));
  return openFile(uri);
}

/** Opens a file as a person does. (`showTextDocument` would hold the document for minutes after its editor is closed.) */
export async function openFile(uri: vscode.Uri): Promise<vscode.TextEditor> {
  await vscode.commands.executeCommand('vscode.open', uri);
  return eventually(() => {
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor && editor.document.uri.toString() === uri.toString(), `${uri} is not in front`);
    return editor;
  });
}

/** Settles when all is told that VS Code had to tell: its commands go there and back behind it. */
export async function settled(): Promise<void> {
  for (let i = 0; i < 10; i++) await vscode.commands.executeCommand('setContext', 'execplan.tests', i);
}

/** Selects a place, and lets what VS Code still tells of an edit or an undo before it come first. */
export async function select(editor: vscode.TextEditor, selection: vscode.Selection): Promise<void> {
  await settled();
  editor.selection = selection;
  await settled();
  assert.ok(editor.selection.isEqual(selection), 'the selection was moved');
}

/** The texts of all notifications. VS Code under test shows no toasts. */
export async function notifications(): Promise<string[]> {
  await vscode.commands.executeCommand('notifications.showList');
  return bridge.texts('.notifications-center .notification-list-item-message');
}

/** Shows the progress view. */
export async function showProgress(): Promise<void> {
  await eventually(async () => {
    await vscode.commands.executeCommand('execplan.progress.focus');
    assert.ok((await bridge.webviewCount('body')) > 0, 'no webview is shown');
  });
}

/** Shows the beginning of the list of plans: VS Code draws the rows in sight alone, and an earlier test may have revealed another. */
export async function showPlans(): Promise<void> {
  await vscode.commands.executeCommand('execplan.plans.focus');
  await vscode.commands.executeCommand('list.focusFirst');
}

/** Our diagnostics of a file. */
export function findings(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'execplan');
}

/** The rules that a file breaks, once the server has said so. */
export async function findsRules(uri: vscode.Uri, rules: string[]): Promise<void> {
  await eventually(() => assert.deepEqual(findings(uri).map(ruleOf), rules));
}

/** The rule that a finding is of. */
export function ruleOf({ code }: vscode.Diagnostic): string {
  return typeof code === 'object' ? String(code.value) : String(code);
}

/** The code actions at a place, of a kind. */
export async function actionsAt(
  uri: vscode.Uri,
  range: vscode.Range,
  kind: vscode.CodeActionKind,
): Promise<vscode.CodeAction[]> {
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    uri,
    range,
    kind.value,
  );
}

/** Chooses by keys from the menu of code actions, or of pastes. (In 1.100 the mouse cannot: a block for the pointer lies over it.) */
export async function chooseFix(title: string): Promise<void> {
  const row = '.action-widget .monaco-list-row';
  await eventually(async () => assert.ok((await bridge.texts(row)).some((text) => text.includes(title))));
  await eventually(async () => {
    const chosen = (await bridge.texts(`${row}.focused`)).join();
    if (chosen.includes(title)) return;
    await bridge.press('ArrowDown');
    assert.fail(`${chosen} is chosen`);
  });
  await bridge.press('Enter');
}

/** Clicks an entry of the menu that is open until what it does is seen: VS Code drops a click on a menu that has only just come. */
export async function chooseFromMenu(label: string, seen: () => void | Promise<void>): Promise<void> {
  const entry = `.monaco-menu .action-label:has-text("${label}")`;
  await eventually(async () => {
    if ((await bridge.count(entry)) > 0) await bridge.click(entry);
    await seen();
  });
}

/** The present as a stamp in UTC, to the hour: what a fresh stamp must begin with. */
export function presentHour(): RegExp {
  const hours = [0, 60_000].map((later) => new Date(Date.now() + later).toISOString().slice(0, 13).replace('T', ' '));
  return new RegExp(`\\((?:${[...new Set(hours)].join('|')}):\\d\\dZ\\)`);
}

/**
 * Steps whose `[x]` were recorded just now: their plan stands among the first of the list of plans. VS Code draws the rows in
 * sight alone, and tests leave many plans.
 */
export function recordedNow(steps: string): string {
  const present = new Date().toISOString().slice(0, 16).replace('T', ' ');
  return steps.replaceAll('[x]', `[x] (${present}Z)`);
}

/** A plan without a Decision Log, in CRLF if so wished. */
export function planText(steps = '- [x] (2026-02-09 11:19Z) One\n- [ ] Two', lineEnd = '\n'): string {
  const text = `# Plan\n\n## Purpose / Big Picture\n\nText.\n\n## Progress\n\n${steps}\n\n## Surprises & Discoveries\n\nNone yet.\n\n## Outcomes & Retrospective\n\nNone yet.\n`;
  return text.replace(/\n/g, lineEnd);
}
