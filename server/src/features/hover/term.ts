import { t } from '@vscode/l10n';
import { occurrencesOf, type SymbolAtPlace } from '../../../../core/symbols/symbols';
import type { PlanSource } from '../planSource';
import { codeBlock } from './markdown';
import type { Said } from './said';

/** Where the plan explains a term: the line that does, and its number. Nothing where the term stands there itself. */
export function termHover(
  { analysis: { document, searchable } }: PlanSource,
  { symbol, range }: SymbolAtPlace,
): Said | undefined {
  const [definition] = occurrencesOf(symbol, { document, searchable }).filter(({ role }) => role === 'definition');
  const line = definition?.range.start.line;
  // What nobody has explained is a finding.
  if (line === undefined || line === range.start.line) return undefined;
  return {
    range,
    paragraphs: [codeBlock((searchable.lines[line] ?? '').trim().slice(0, 300)), t('Explained in line {0}', line + 1)],
  };
}
