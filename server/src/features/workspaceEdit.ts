import type { SnippetTextEdit, TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { ActionResult, FileChange } from '../../../core/actions/action';
import { lineEndOf, newTextOf, type PlanEdit } from '../../../core/edits/planEdit';
import { toSnippet } from '../../../core/edits/template';
import type { OpenText } from '../../../core/text/openText';

/**
 * A versioned edit of one document, in the document's own line end. Places to type at become tab stops where the
 * client can have them.
 */
function toWorkspaceEdit(document: OpenText, edits: readonly PlanEdit[], snippets: boolean): WorkspaceEdit {
  const lineEnd = lineEndOf(document.ends);
  const change: TextDocumentEdit = {
    textDocument: { uri: document.uri, version: document.version },
    edits: edits.map((edit): TextEdit | SnippetTextEdit => {
      const { range, template } = edit;
      const withLineEnds = (value: string) => value.replace(/\n/g, lineEnd);
      // An editor indents a snippet's lines like the line that it stands in: only where there is no indentation.
      const lineStart = (document.lines[range.start.line] as string).slice(0, range.start.character);
      const isIndented =
        /^\s/.test(lineStart) && template.some((part) => typeof part === 'string' && part.includes('\n'));
      const typing = snippets && template.some((part) => typeof part !== 'string') && !isIndented;
      return typing
        ? { range, snippet: { kind: 'snippet', value: withLineEnds(toSnippet(template)) } }
        : { range, newText: withLineEnds(newTextOf(edit)) };
    }),
  };
  return { documentChanges: [change] };
}

/** What edits the client can apply. */
export interface EditSupport {
  /** It has tab stops. */
  snippets?: boolean;
  /** It takes edits of several files at a time. */
  otherFiles?: boolean;
  newFiles?: boolean;
  movedFiles?: boolean;
}

/** What an action does to an open document or to files; undefined for anything else, and where the client cannot apply it. */
export function resultEdit(document: OpenText, result: ActionResult, support: EditSupport): WorkspaceEdit | undefined {
  if ('edits' in result) return toWorkspaceEdit(document, result.edits, support.snippets === true);
  return 'files' in result ? toFilesEdit(result.files, support) : undefined;
}

function toFilesEdit(changes: readonly FileChange[], support: EditSupport): WorkspaceEdit | undefined {
  const { otherFiles, newFiles, movedFiles } = support;
  const isPossible = ({ kind }: FileChange) =>
    otherFiles === true && (kind === 'edit' || (kind === 'create' ? newFiles : movedFiles) === true);
  return changes.every(isPossible) ? { documentChanges: changes.flatMap(toDocumentChanges) } : undefined;
}

function toDocumentChanges(change: FileChange): NonNullable<WorkspaceEdit['documentChanges']> {
  const { kind, uri } = change;
  if (kind === 'move') return [{ kind: 'rename', oldUri: uri, newUri: change.to }];
  const textDocument = { uri, version: null };
  if (kind === 'create') {
    const start = { line: 0, character: 0 };
    const edits = [{ range: { start, end: start }, newText: change.text }];
    return [
      { kind: 'create', uri },
      { textDocument, edits },
    ];
  }
  const { start, end, text } = change.change;
  const document = TextDocument.create(uri, '', 0, change.text);
  const range = { start: document.positionAt(start), end: document.positionAt(end) };
  return [{ textDocument, edits: [{ range, newText: text }] }];
}
