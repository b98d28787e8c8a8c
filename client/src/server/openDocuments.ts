import * as vscode from 'vscode';
import {
  type BaseLanguageClient,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  type Middleware,
} from 'vscode-languageclient';
import { isReadable } from './readable';
import { withPreviews } from './rulePages';

/**
 * What is offered of a code action of the server for a place, which was asked for when the document had a version: itself,
 * another one, or nothing.
 */
export type CodeActionFilter = (
  document: vscode.TextDocument,
  version: number,
  range: vscode.Range,
  action: vscode.Command | vscode.CodeAction,
) => vscode.Command | vscode.CodeAction | undefined;

/**
 * Which of VS Code's documents are open for the server. The client's own selector is fixed when it starts, and file systems
 * and folders come and go: a document is judged when it is opened.
 *
 * VS Code keeps a document that an extension has opened for minutes, whatever becomes of its file. One that was opened for an
 * edit and is done with is closed for the server, so that what is on disk counts, until an editor shows it or it has unsaved
 * changes.
 */
export class OpenDocuments implements vscode.Disposable {
  readonly #opened = new Set<string>();
  readonly #released = new Set<vscode.TextDocument>();
  /** How often each document is held. */
  readonly #held = new Map<vscode.TextDocument, number>();
  readonly #subscription: vscode.Disposable;
  /** Nothing else is offered than what this allows. */
  codeActionFilter: CodeActionFilter = (_, __, ___, action) => action;

  /** `running` is the client once it runs. */
  constructor(private readonly running: () => Promise<BaseLanguageClient>) {
    this.#subscription = vscode.Disposable.from(
      vscode.workspace.onDidCloseTextDocument((document) => this.#released.delete(document)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (document.isDirty) this.#openSoon(document);
      }),
      vscode.window.onDidChangeVisibleTextEditors((editors) => {
        for (const { document } of editors) this.#openSoon(document);
      }),
    );
  }

  /** Keeps a document open, and opens it again if it was released, until everybody who holds it has released it. */
  async hold(document: vscode.TextDocument): Promise<void> {
    this.#held.set(document, (this.#held.get(document) ?? 0) + 1);
    await this.#openAgain(document);
  }

  async #openAgain(document: vscode.TextDocument): Promise<void> {
    if (!this.#released.delete(document)) return;
    const client = await this.running();
    if (document.isClosed || this.#isOpen(document)) return;
    this.#opened.add(document.uri.toString());
    const params = client.code2ProtocolConverter.asOpenTextDocumentParams(document);
    await client.sendNotification(DidOpenTextDocumentNotification.type, params);
  }

  #openSoon(document: vscode.TextDocument): void {
    if (this.#released.has(document)) this.#openAgain(document).catch(() => undefined); // a server that ends starts again
  }

  /** Ends a `hold`. With `isToClose` the document is closed: no editor shows it, and it is as it is on disk. */
  async release(document: vscode.TextDocument, isToClose: boolean): Promise<void> {
    const holders = (this.#held.get(document) ?? 1) - 1;
    if (holders > 0) return void this.#held.set(document, holders);
    this.#held.delete(document);
    if (!isToClose || document.isClosed || !this.#opened.delete(document.uri.toString())) return;
    this.#released.add(document);
    const client = await this.running();
    const params = client.code2ProtocolConverter.asCloseTextDocumentParams(document);
    await client.sendNotification(DidCloseTextDocumentNotification.type, params);
  }

  #isOpen({ uri }: vscode.TextDocument): boolean {
    return this.#opened.has(uri.toString());
  }

  /** What keeps all other documents from the server; findings lead to previews of their rules' pages. */
  readonly middleware: Middleware = {
    handleDiagnostics: (uri, diagnostics, next) => next(uri, withPreviews(diagnostics)),
    didOpen: async (document, next) => {
      if (!isReadable(document) || this.#released.has(document)) return;
      this.#opened.add(document.uri.toString());
      await next(document);
    },
    didChange: async (change, next) => {
      if (this.#isOpen(change.document)) await next(change);
    },
    didSave: async (document, next) => {
      if (this.#isOpen(document)) await next(document);
    },
    didClose: async (document, next) => {
      if (this.#opened.delete(document.uri.toString())) await next(document);
    },
    provideCodeActions: async (document, range, context, token, next) => {
      const { version } = document;
      const offered = this.#isOpen(document) ? await next(document, range, context, token) : [];
      return offered?.flatMap((action) => this.codeActionFilter(document, version, range, action) ?? []);
    },
    provideDocumentSymbols: (document, token, next) => (this.#isOpen(document) ? next(document, token) : []),
  };

  dispose(): void {
    this.#subscription.dispose();
  }
}
