import * as vscode from 'vscode';

/** The text that a person works on. */
export interface ActiveText {
  uri: vscode.Uri;
  /** Undefined where no text editor has it: then there is no cursor. */
  editor: vscode.TextEditor | undefined;
}

/** The editors of another kind that VS Code has for Markdown, from 1.139 on: for them `activeTextEditor` is undefined. */
const markdownEditors: ReadonlySet<string> = new Set(['vscode.markdown.editor', 'vscode.markdown.preview.editor']);

/** The text in front, in whatever editor: a text editor, VS Code's own for Markdown and its preview, the right side of a diff. */
export function activeText(): ActiveText | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  const editor = vscode.window.activeTextEditor;
  if (input instanceof vscode.TabInputCustom && markdownEditors.has(input.viewType) && !isOf(editor, input.uri))
    return { uri: input.uri, editor: undefined };
  if (editor) return { uri: editor.document.uri, editor };
  if (input instanceof vscode.TabInputText) return { uri: input.uri, editor: undefined };
  return input instanceof vscode.TabInputTextDiff ? { uri: input.modified, editor: undefined } : undefined;
}

/** Tells that another text may be in front. */
export function onDidChangeActiveText(listener: () => void): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.window.onDidChangeActiveTextEditor(listener),
    vscode.window.tabGroups.onDidChangeTabs(listener),
    vscode.window.tabGroups.onDidChangeTabGroups(listener),
  );
}

/** True for a tab that shows a file, as text or in an editor of VS Code's for Markdown, on whatever side of a diff. */
export function showsFile({ input }: vscode.Tab, uri: vscode.Uri): boolean {
  const isKey = (each: vscode.Uri) => each.toString() === uri.toString();
  if (input instanceof vscode.TabInputTextDiff) return isKey(input.original) || isKey(input.modified);
  if (input instanceof vscode.TabInputText) return isKey(input.uri);
  return input instanceof vscode.TabInputCustom && markdownEditors.has(input.viewType) && isKey(input.uri);
}

/** The document that VS Code has of a file, in an editor or without one; it keeps one for minutes after its editor was closed. */
export function documentOf(uri: vscode.Uri): vscode.TextDocument | undefined {
  const key = uri.toString();
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === key);
}

function isOf(editor: vscode.TextEditor | undefined, uri: vscode.Uri): boolean {
  return editor?.document.uri.toString() === uri.toString();
}
