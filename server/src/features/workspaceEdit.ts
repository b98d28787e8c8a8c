import type { SnippetTextEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { ActionResult, FileChange } from '../../../core/actions/action';
import { lineEndOf, newTextOf, type PlanEdit } from '../../../core/edits/planEdit';
import { toSnippet } from '../../../core/edits/template';
import type { OpenText } from '../../../core/text/openText';

/** What edits the client can apply. */
export interface EditSupport {
  /** It takes changes of several documents, each of a version of it; without, edits by their URIs alone. */
  documentChanges?: boolean;
  /** It has tab stops. */
  snippets?: boolean;
  newFiles?: boolean;
  movedFiles?: boolean;
}

/** What an action does to an open document or to files; undefined for anything else, and where the client cannot apply it. */
export function resultEdit(document: OpenText, result: ActionResult, support: EditSupport): WorkspaceEdit | undefined {
  if ('edits' in result) return documentEdit(document, result.edits, support);
  return 'files' in result ? filesEdit(result.files, support) : undefined;
}

/** An edit of the text that a document has now, which its version says where the client can be told so. */
function documentEdit(document: OpenText, edits: readonly PlanEdit[], support: EditSupport): WorkspaceEdit {
  const { uri, version, ends, lines } = document;
  const lineEnd = lineEndOf(ends);
  const toPlain = (edit: PlanEdit) => toTextEdit(edit, lineEnd);
  if (!support.documentChanges) return { changes: { [uri]: edits.map(toPlain) } };
  const toEdit = support.snippets ? (edit: PlanEdit) => toSnippetTextEdit(edit, lineEnd, lines) : toPlain;
  return { documentChanges: [{ textDocument: { uri, version }, edits: edits.map(toEdit) }] };
}

function toTextEdit(edit: PlanEdit, lineEnd: string): TextEdit {
  return { range: edit.range, newText: endedBy(lineEnd, newTextOf(edit)) };
}

/** The same with tab stops in place of what is to be typed. */
function toSnippetTextEdit(edit: PlanEdit, lineEnd: string, lines: readonly string[]): TextEdit | SnippetTextEdit {
  const { range, template } = edit;
  // An editor indents a snippet's lines like the line that it stands in: only where there is no indentation.
  const lineStart = (lines[range.start.line] as string).slice(0, range.start.character);
  const isIndented = /^\s/.test(lineStart) && template.some((part) => typeof part === 'string' && part.includes('\n'));
  if (isIndented || template.every((part) => typeof part === 'string')) return toTextEdit(edit, lineEnd);
  return { range, snippet: { kind: 'snippet', value: endedBy(lineEnd, toSnippet(template)) } };
}

function endedBy(lineEnd: string, text: string): string {
  return text.replace(/\n/g, lineEnd);
}

function filesEdit(changes: readonly FileChange[], support: EditSupport): WorkspaceEdit | undefined {
  const { documentChanges, newFiles, movedFiles } = support;
  const isPossible = ({ kind }: FileChange) =>
    kind === 'edit' || (documentChanges === true && (kind === 'create' ? newFiles : movedFiles) === true);
  if (!changes.every(isPossible)) return undefined;
  if (documentChanges) return { documentChanges: changes.flatMap(toDocumentChanges) };
  const byUri = changes.flatMap((change): [string, TextEdit[]][] =>
    change.kind === 'edit' ? [[change.uri, [toFileTextEdit(change)]]] : [],
  );
  return { changes: Object.fromEntries(byUri) };
}

function toDocumentChanges(change: FileChange): NonNullable<WorkspaceEdit['documentChanges']> {
  const { kind, uri } = change;
  if (kind === 'move') return [{ kind: 'rename', oldUri: uri, newUri: change.to }];
  const textDocument = { uri, version: null };
  if (kind === 'edit') return [{ textDocument, edits: [toFileTextEdit(change)] }];
  const start = { line: 0, character: 0 };
  return [
    { kind: 'create', uri },
    { textDocument, edits: [{ range: { start, end: start }, newText: change.text }] },
  ];
}

function toFileTextEdit({ uri, text: before, change }: FileChange & { kind: 'edit' }): TextEdit {
  const { start, end, text } = change;
  const document = TextDocument.create(uri, '', 0, before);
  return { range: { start: document.positionAt(start), end: document.positionAt(end) }, newText: text };
}
