import { TextDocument } from 'vscode-languageserver-textdocument';
import { lineEndOf, newTextOf, type PlanEdit } from './planEdit';

/** A text after edits of it, as an editor without tab stops shows it: in its own line end. Edits that overlap throw. */
export function applyEdits(text: string, edits: readonly PlanEdit[]): string {
  const lineEnd = lineEndOf(text.match(/\r\n|\r|\n/g) ?? []);
  const textEdits = edits.map((edit) => ({ range: edit.range, newText: newTextOf(edit).replace(/\n/g, lineEnd) }));
  return TextDocument.applyEdits(TextDocument.create('', 'markdown', 0, text), textEdits);
}
