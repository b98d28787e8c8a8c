// In our bundles this stands for three modules of the language client (esbuild.mjs): features that only a server can ask
// for, which ours does not, and a tenth of the client with the package that they match globs with.

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
  Absent as DiagnosticFeature,
  Absent as DidCreateFilesFeature,
  Absent as DidDeleteFilesFeature,
  Absent as DidRenameFilesFeature,
  Absent as NotebookDocumentSyncFeature,
  Absent as WillCreateFilesFeature,
  Absent as WillDeleteFilesFeature,
  Absent as WillRenameFilesFeature,
};
