import type { SnippetTextEdit, TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { lineEndOf, type PlanEdit } from '../edit/edit';
import { toSnippet, toText } from '../edit/template';

/**
 * A versioned edit of one document, in the document's own line end. Places to type at become tab stops where the
 * client can have them.
 */
export function toWorkspaceEdit(document: TextDocument, edits: readonly PlanEdit[], snippets: boolean): WorkspaceEdit {
  const text = document.getText();
  const lineEnd = lineEndOf(text);
  const change: TextDocumentEdit = {
    textDocument: { uri: document.uri, version: document.version },
    edits: edits.map(({ range, template }): TextEdit | SnippetTextEdit => {
      const withLineEnds = (value: string) => value.replace(/\n/g, lineEnd);
      // An editor indents a snippet's lines like the line that it stands in: only where there is no indentation.
      const lineStart = document.getText({ start: { line: range.start.line, character: 0 }, end: range.start });
      const typing = snippets && template.some((part) => typeof part !== 'string') && !/^\s/.test(lineStart);
      return typing
        ? { range, snippet: { kind: 'snippet', value: withLineEnds(toSnippet(template)) } }
        : { range, newText: withLineEnds(toText(template)) };
    }),
  };
  return { documentChanges: [change] };
}
