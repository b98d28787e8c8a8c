import { TextDocument } from 'vscode-languageserver-textdocument';
import { type PlanEdit, toTextEdits } from '../../server/src/edit/edit';

/** A text after edits of it, as an editor that has no snippets shows it. Edits that overlap throw. */
export function applyEdits(text: string, edits: readonly PlanEdit[]): string {
  return TextDocument.applyEdits(TextDocument.create('test:plan.md', 'markdown', 0, text), toTextEdits(edits, text));
}
