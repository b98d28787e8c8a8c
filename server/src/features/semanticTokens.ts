import type { Range, SemanticTokens, SemanticTokensLegend } from 'vscode-languageserver';
import { legend } from '../../../core/symbols/legend';
import { type Token, tokensOf } from '../../../core/symbols/tokens';
import type { PlanSource } from './planSource';

/** What the numbers of the tokens mean. */
export const tokenLegend: SemanticTokensLegend = {
  tokenTypes: [...legend.tokenTypes],
  tokenModifiers: [...legend.tokenModifiers],
};

/** The coloured parts of all plans of a text, or of those lines of it that a range touches, as LSP encodes them. */
export function semanticTokens({ analysis: { document, searchable } }: PlanSource, range?: Range): SemanticTokens {
  const tokens = document.plans
    .flatMap((plan) => tokensOf(plan, searchable))
    .filter(({ line }) => !range || (line >= range.start.line && line <= range.end.line));
  return { data: encoded(tokens) };
}

/** Five numbers a token: lines and characters since the one before it, its length, its type, and its modifiers as bits. */
function encoded(tokens: readonly Token[]): number[] {
  const data: number[] = [];
  let [line, character] = [0, 0];
  for (const token of tokens) {
    const isSameLine = token.line === line && data.length > 0;
    data.push(token.line - line, isSameLine ? token.character - character : token.character, token.length);
    data.push(legend.tokenTypes.indexOf(token.type));
    data.push(token.modifier ? 1 << legend.tokenModifiers.indexOf(token.modifier) : 0);
    [line, character] = [token.line, token.character];
  }
  return data;
}
