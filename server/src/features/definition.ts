import type { Location, Position } from 'vscode-languageserver';
import { occurrencesOf, symbolAt } from '../../../core/symbols/symbols';
import type { PlanSource } from './planSource';

/** Where what a place names is told: a milestone's heading, a term's explanation, the heading that a link leads to. */
export function definitionAt(source: PlanSource, position: Position): Location[] {
  const from = { ...source.analysis, path: source.path };
  const at = symbolAt(from, position);
  if (!at) return [];
  const isHeading = at.role === 'definition' && at.symbol.kind !== 'term';
  // A client that knows Markdown follows links, and knows headings, itself.
  if (source.client.markdown && (at.role === 'link' || isHeading)) return [];
  const definitions = occurrencesOf(at.symbol, from).filter(({ role }) => role === 'definition');
  return definitions.slice(0, 1).map(({ range }) => ({ uri: source.uri, range }));
}
