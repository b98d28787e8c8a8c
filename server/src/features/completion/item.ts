import { type CompletionItem, type CompletionItemKind, InsertTextFormat, InsertTextMode } from 'vscode-languageserver';
import { lineEndOf } from '../../../../core/edits/planEdit';
import { type Template, toSnippet, toText } from '../../../../core/edits/template';
import type { Place } from './place';

/** What can be put at a place. */
export interface Proposal {
  label: string;
  kind: CompletionItemKind;
  /** Said beside the label. */
  detail?: string | undefined;
  /** Plain text that is shown for the one that is chosen. */
  documentation?: string | undefined;
  /** What comes into the text, in place of what stands from `start` of the line on. */
  template: Template;
  start: number;
  /** How many characters behind the place go, too: a bracket that the editor has closed by itself. */
  behind?: number;
  /** What it is found by, where that is not what is put in. */
  filter?: string;
}

/** A proposal as LSP has it; `rank` is its place among those of one list. */
export function toItem(
  place: Pick<Place, 'source' | 'line' | 'character'>,
  proposal: Proposal,
  rank: number,
): CompletionItem {
  const { label, kind, detail, documentation, template, start, behind = 0, filter } = proposal;
  const { source, line, character } = place;
  const isSnippet = source.client.snippets && template.some((part) => typeof part !== 'string');
  const lineEnd = lineEndOf(source.document.ends);
  const newText = (isSnippet ? toSnippet(template) : toText(template)).replace(/\n/g, lineEnd);
  const [firstLine = '', ...otherLines] = newText.split(lineEnd);
  const isSplit = source.client.lineCompletions && otherLines.length > 0;
  const next = { line: line + 1, character: 0 };
  return {
    label,
    kind,
    ...(detail !== undefined && { detail }),
    ...(documentation !== undefined && { documentation }),
    filterText: filter ?? toText(template),
    sortText: String(rank).padStart(3, '0'),
    insertTextFormat: isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    insertTextMode: InsertTextMode.asIs,
    // Emacs shows it in place of the label, and looks for what is typed at its start; where there is an edit, LSP leaves it out.
    ...(!isSnippet && { insertText: firstLine }),
    textEdit: {
      range: { start: { line, character: start }, end: { line, character: character + behind } },
      newText: isSplit ? firstLine : newText,
    },
    ...(isSplit &&
      next.line < source.document.lines.length && {
        additionalTextEdits: [{ range: { start: next, end: next }, newText: otherLines.join(lineEnd) + lineEnd }],
      }),
  };
}
