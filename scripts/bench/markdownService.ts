import MarkdownIt from 'markdown-it';
import { CancellationToken, Emitter } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  createLanguageService,
  DiagnosticLevel,
  githubSlugifier,
  type ITextDocument,
  type IWorkspace,
  LogLevel,
} from 'vscode-markdown-languageservice';

const uri = 'file:///workspace/plans/plan.md';
const checks = {
  validateReferences: DiagnosticLevel.warning,
  validateFragmentLinks: DiagnosticLevel.warning,
  validateFileLinks: DiagnosticLevel.warning,
  validateMarkdownFileLinkFragments: DiagnosticLevel.warning,
  validateUnusedLinkDefinitions: DiagnosticLevel.warning,
  validateDuplicateLinkDefinitions: DiagnosticLevel.warning,
  ignoreLinks: [],
};

/**
 * VS Code's own Markdown service on one document in memory, as its README sets it up. Each call of what is returned
 * reads the text as a new version and resolves to the number of symbols and diagnostics.
 */
export function openInMarkdownService(text: string): () => Promise<number> {
  let document = TextDocument.create(uri, 'markdown', 1, text);
  const changes = new Emitter<ITextDocument>();
  const none = new Emitter<never>();
  const workspace: IWorkspace = {
    workspaceFolders: [],
    onDidChangeMarkdownDocument: changes.event,
    onDidCreateMarkdownDocument: none.event,
    onDidDeleteMarkdownDocument: none.event,
    getAllMarkdownDocuments: async () => [document],
    hasMarkdownDocument: (resource) => resource.toString() === uri,
    openMarkdownDocument: async (resource) => (resource.toString() === uri ? document : undefined),
    stat: async (resource) => (resource.toString() === uri ? { isDirectory: false } : undefined),
    readDirectory: async () => [],
  };
  const markdown = new MarkdownIt({ html: true });
  const service = createLanguageService({
    workspace,
    parser: { slugifier: githubSlugifier, tokenize: async (read) => markdown.parse(read.getText(), {}) },
    logger: { level: LogLevel.Off, log: () => undefined },
  });
  return async () => {
    document = TextDocument.create(document.uri, 'markdown', document.version + 1, text);
    changes.fire(document);
    const symbols = await service.getDocumentSymbols(
      document,
      { includeLinkDefinitions: true },
      CancellationToken.None,
    );
    const diagnostics = await service.computeDiagnostics(document, checks, CancellationToken.None);
    return symbols.length + diagnostics.length;
  };
}
