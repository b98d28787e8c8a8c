import { TextDocument } from 'vscode-languageserver-textdocument';
import { lineEndOf, newTextOf, type PlanEdit } from '../../server/src/edit/edit';

/** A text after edits of it, as an editor that has no snippets shows it. Edits that overlap throw. */
export function applyEdits(text: string, edits: readonly PlanEdit[]): string {
  const lineEnd = lineEndOf(text.match(/\r\n|\r|\n/g) ?? []);
  const textEdits = edits.map((edit) => ({ range: edit.range, newText: newTextOf(edit).replace(/\n/g, lineEnd) }));
  return TextDocument.applyEdits(TextDocument.create('test:plan.md', 'markdown', 0, text), textEdits);
}
