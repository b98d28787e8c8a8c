import MarkdownIt from 'markdown-it';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  createLanguageService,
  DiagnosticLevel,
  githubSlugifier,
  type ITextDocument,
  type IWorkspace,
  LogLevel,
} from 'vscode-markdown-languageservice';
import { URI } from 'vscode-uri';

const uri = URI.file('/workspace/plans/plan.md');
const folder = URI.file('/workspace');
const never = { isCancellationRequested: false, onCancellationRequested: () => ({ dispose: () => undefined }) };
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
  let document = TextDocument.create(uri.toString(), 'markdown', 1, text);
  const listeners = new Set<(changed: ITextDocument) => unknown>();
  const workspace: IWorkspace = {
    workspaceFolders: [folder],
    onDidChangeMarkdownDocument: (listener) => {
      listeners.add(listener);
      return { dispose: () => listeners.delete(listener) };
    },
    onDidCreateMarkdownDocument: () => ({ dispose: () => undefined }),
    onDidDeleteMarkdownDocument: () => ({ dispose: () => undefined }),
    getAllMarkdownDocuments: async () => [document],
    hasMarkdownDocument: (resource) => resource.toString() === uri.toString(),
    openMarkdownDocument: async (resource) => (resource.toString() === uri.toString() ? document : undefined),
    stat: async (resource) => (resource.toString() === uri.toString() ? { isDirectory: false } : undefined),
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
    for (const listener of listeners) listener(document);
    const symbols = await service.getDocumentSymbols(document, { includeLinkDefinitions: true }, never);
    const diagnostics = await service.computeDiagnostics(document, checks, never);
    return symbols.length + diagnostics.length;
  };
}
