import { type DocumentHighlight, DocumentHighlightKind, type Position } from 'vscode-languageserver';
import { occurrencesOf, symbolAt } from '../../../core/symbols/symbols';
import type { PlanSource } from './planSource';

/** All places of a text that are about what one of them names. */
export function highlightsAt({ analysis, path }: PlanSource, position: Position): DocumentHighlight[] {
  const from = { ...analysis, path };
  const at = symbolAt(from, position);
  if (!at) return [];
  return occurrencesOf(at.symbol, from).map(({ range, role }) => ({
    range,
    kind: role === 'definition' ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
  }));
}
