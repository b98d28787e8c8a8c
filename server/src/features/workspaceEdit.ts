import type { SnippetTextEdit, TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { newConfiguration, type TextChange } from '../../../core/configuration/edits';
import { lineEndOf, newTextOf, type PlanEdit } from '../../../core/edits/planEdit';
import { toSnippet } from '../../../core/edits/template';
import type { OpenText } from '../../../core/text/openText';

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

/**
 * An edit of a configuration file, as it is on disk; a file without a text is made. Undefined where the change is, and
 * where the client cannot apply it.
 */
export function toConfigurationEdit(
  file: { uri: string; text: string | undefined } | undefined,
  change: (text: string) => TextChange | undefined,
  { otherFiles, newFiles }: { otherFiles?: boolean; newFiles?: boolean },
): WorkspaceEdit | undefined {
  if (!file || !otherFiles) return undefined;
  const { uri, text } = file;
  const textDocument = { uri, version: null };
  if (text === undefined) {
    if (!newFiles) return undefined;
    const start = { line: 0, character: 0 };
    const edits = [{ range: { start, end: start }, newText: newConfiguration(change) }];
    return {
      documentChanges: [
        { kind: 'create', uri },
        { textDocument, edits },
      ],
    };
  }
  const done = change(text);
  if (!done) return undefined;
  const document = TextDocument.create(uri, 'json', 0, text);
  const range = { start: document.positionAt(done.start), end: document.positionAt(done.end) };
  return { documentChanges: [{ textDocument, edits: [{ range, newText: done.text }] }] };
}
