import { SymbolKind } from 'vscode-languageserver-types';

/** What a document symbol stands for, told by its kind: the standard outline shows the icon, our own tree maps it back. */
export const symbolKinds = {
  plan: SymbolKind.Module,
  section: SymbolKind.Namespace,
  milestone: SymbolKind.Event,
  done: SymbolKind.Boolean,
  partial: SymbolKind.Operator,
  open: SymbolKind.Null,
  dropped: SymbolKind.TypeParameter,
  entry: SymbolKind.Object,
} as const;
