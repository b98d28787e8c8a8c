// In our bundles this stands for the modules of the language client that scripts/build/standIns.ts lists.

/** A feature that says nothing to the server and does nothing. */
class Absent {
  static readonly CellScheme = 'vscode-notebook-cell';

  fillClientCapabilities(): void {}
  initialize(): void {}
  clear(): void {}
  getState() {
    return { kind: 'static' as const };
  }
}

export {
  Absent as CallHierarchyFeature,
  Absent as ColorProviderFeature,
  Absent as DeclarationFeature,
  Absent as DiagnosticFeature,
  Absent as DiagnosticPullMode,
  Absent as DidCreateFilesFeature,
  Absent as DidDeleteFilesFeature,
  Absent as DidRenameFilesFeature,
  Absent as ImplementationFeature,
  Absent as InlineValueFeature,
  Absent as LinkedEditingFeature,
  Absent as NotebookDocumentSyncFeature,
  Absent as TextDocumentContentFeature,
  Absent as TypeDefinitionFeature,
  Absent as TypeHierarchyFeature,
  Absent as vsdiag,
  Absent as WillCreateFilesFeature,
  Absent as WillDeleteFilesFeature,
  Absent as WillRenameFilesFeature,
};
