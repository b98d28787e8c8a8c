import type { SnippetTextEdit, TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { lineEndOf, newTextOf, type PlanEdit } from '../edit/edit';
import { toSnippet } from '../edit/template';
import type { OpenText } from '../openText';

/**
 * A versioned edit of one document, in the document's own line end. Places to type at become tab stops where the
 * client can have them.
 */
export function toWorkspaceEdit(document: OpenText, edits: readonly PlanEdit[], snippets: boolean): WorkspaceEdit {
  const lineEnd = lineEndOf(document.ends);
  const change: TextDocumentEdit = {
    textDocument: { uri: document.uri, version: document.version },
    edits: edits.map((edit): TextEdit | SnippetTextEdit => {
      const { range, template } = edit;
      const withLineEnds = (value: string) => value.replace(/\n/g, lineEnd);
      // An editor indents a snippet's lines like the line that it stands in: only where there is no indentation.
      const lineStart = (document.lines[range.start.line] as string).slice(0, range.start.character);
      const typing = snippets && template.some((part) => typeof part !== 'string') && !/^\s/.test(lineStart);
      return typing
        ? { range, snippet: { kind: 'snippet', value: withLineEnds(toSnippet(template)) } }
        : { range, newText: withLineEnds(newTextOf(edit)) };
    }),
  };
  return { documentChanges: [change] };
}
