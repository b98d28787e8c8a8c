import type { Location, Position } from 'vscode-languageserver';
import { anchorsOf } from '../../../core/symbols/anchors';
import { linksFrom } from '../../../core/symbols/linksInto';
import { lineOfSymbol, linksTo, occurrencesOf, symbolAt } from '../../../core/symbols/symbols';
import type { LinkingFile, PlanSource } from './planSource';

/** All places that are about what a place names, here and in links from other files. */
export function referencesAt(
  source: PlanSource,
  position: Position,
  includeDeclaration: boolean,
  others: readonly LinkingFile[],
): Location[] {
  const { uri, path, analysis, client } = source;
  const from = { ...analysis, path };
  const at = symbolAt(from, position);
  if (!at) return [];
  const { symbol } = at;
  // Where such a client finds references itself, it finds the heading and the links.
  const isLeft = client.markdown && symbol.kind !== 'term' && at.role !== 'mention';
  const own = occurrencesOf(symbol, from)
    .filter(({ role }) => (role === 'definition' ? includeDeclaration && !isLeft : !(isLeft && role === 'link')))
    .map(({ range }) => ({ uri, range }));
  if (isLeft || symbol.kind === 'term' || path === undefined) return own;
  const anchors = anchorsOf(analysis.searchable);
  const line = lineOfSymbol(symbol);
  const linked = others.flatMap((file) =>
    linksTo(line, anchors, linksFrom(file, path)).map(({ range }) => ({ uri: file.uri, range })),
  );
  return [...own, ...linked];
}
