import type { InitializeParams } from 'vscode-languageserver';

/** What the client can do, as it says itself. */
export interface Capabilities {
  /** It answers what the settings are, and tells when they change. */
  settings: boolean;
  settingsChanges: boolean;
  folderChanges: boolean;
  /** It watches files on demand. */
  fileChanges: boolean;
  /** It takes edits of versions of documents, with tab stops, such that make a file, and such that move one. */
  documentChanges: boolean;
  /** It asks for the edit of a code action once somebody chooses it, and does not say that it compares versions. */
  lateEdits: boolean;
  /** It keeps what a code action bears. */
  codeActionData: boolean;
  snippets: boolean;
  newFiles: boolean;
  movedFiles: boolean;
  /** The outline can be registered on demand. */
  laterSymbols: boolean;
  /** It shows the other places that belong to a finding. */
  related: boolean;
  /** It shows what the parts of an edit are. */
  annotations: boolean;
  semanticTokens: boolean;
  inlineCompletion: boolean;
  inlayHints: boolean;
  /** It asks for findings itself, and does so again when it is told to. */
  pullsFindings: boolean;
  findingsRefresh: boolean;
  /** It asks again for what it shows when it is told to. */
  lensRefresh: boolean;
  hintRefresh: boolean;
  /**
   * It writes NUL for the line ends of completions: those of Neovim's omnifunc go through Vim's complete(), which has no other
   * sign for them. Those that it gets with tab stops it puts in otherwise.
   */
  lineCompletions: boolean;
  /** It takes snippets as completions. */
  completionSnippets: boolean;
}

/** Reads what a client can do from what it says of itself at the start. */
export function readCapabilities({
  clientInfo,
  capabilities: { workspace, textDocument },
}: InitializeParams): Capabilities {
  const { documentChanges: saysDocumentChanges = false, resourceOperations } = workspace?.workspaceEdit ?? {};
  // LSP has edits by URIs alone only for a client that names neither: what makes a file stands among the others.
  const documentChanges = saysDocumentChanges || resourceOperations !== undefined;
  const operations = resourceOperations ?? [];
  const { dataSupport, resolveSupport } = textDocument?.codeAction ?? {};
  return {
    settings: workspace?.configuration === true,
    settingsChanges: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    folderChanges: workspace?.workspaceFolders === true,
    fileChanges: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    documentChanges,
    lateEdits: !saysDocumentChanges && dataSupport === true && resolveSupport?.properties.includes('edit') === true,
    codeActionData: dataSupport === true,
    snippets: workspace?.workspaceEdit?.snippetEditSupport === true,
    newFiles: operations.includes('create'),
    movedFiles: operations.includes('rename'),
    laterSymbols: textDocument?.documentSymbol?.dynamicRegistration === true,
    related: textDocument?.publishDiagnostics?.relatedInformation === true,
    annotations: documentChanges && workspace?.workspaceEdit?.changeAnnotationSupport !== undefined,
    lineCompletions: clientInfo?.name === 'Neovim' && textDocument?.completion?.completionItem?.snippetSupport !== true,
    completionSnippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    semanticTokens: textDocument?.semanticTokens !== undefined,
    pullsFindings: textDocument?.diagnostic !== undefined,
    findingsRefresh: workspace?.diagnostics?.refreshSupport === true,
    lensRefresh: workspace?.codeLens?.refreshSupport === true,
    hintRefresh: workspace?.inlayHint?.refreshSupport === true,
    inlayHints: textDocument?.inlayHint !== undefined,
    inlineCompletion: textDocument?.inlineCompletion !== undefined,
  };
}
