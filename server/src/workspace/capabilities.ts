import type { InitializeParams } from 'vscode-languageserver';

/** What the client can do, as it says itself. */
export interface Capabilities {
  /** It answers what the settings are, and tells when they change. */
  settings: boolean;
  settingsChanges: boolean;
  folderChanges: boolean;
  /** It watches files on demand. */
  fileChanges: boolean;
  snippets: boolean;
  /** It takes edits of several files at a time, such that make one, and such that move one. */
  otherFiles: boolean;
  newFiles: boolean;
  movedFiles: boolean;
  /** The outline can be registered on demand. */
  laterSymbols: boolean;
  /** It shows the other places that belong to a finding. */
  related: boolean;
}

/** Reads what a client can do from what it says of itself at the start. */
export function readCapabilities({ capabilities: { workspace, textDocument } }: InitializeParams): Capabilities {
  const otherFiles = workspace?.workspaceEdit?.documentChanges === true;
  const operations = otherFiles ? (workspace.workspaceEdit?.resourceOperations ?? []) : [];
  return {
    settings: workspace?.configuration === true,
    settingsChanges: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    folderChanges: workspace?.workspaceFolders === true,
    fileChanges: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    snippets: workspace?.workspaceEdit?.snippetEditSupport === true,
    otherFiles,
    newFiles: operations.includes('create'),
    movedFiles: operations.includes('rename'),
    laterSymbols: textDocument?.documentSymbol?.dynamicRegistration === true,
    related: textDocument?.publishDiagnostics?.relatedInformation === true,
  };
}
