import * as vscode from 'vscode';
import type { Middleware } from 'vscode-languageclient';

/** Schemes of texts that a person writes, whether VS Code has a file system for them or not. */
const writableSchemes = ['file', 'untitled', 'vscode-remote', 'vscode-vfs', 'vscode-userdata'];
/** What `git:` shows is past; the others are no documents of their own. */
const ignoredSchemes = ['git', 'output', 'vscode-notebook-cell', 'vscode-notebook-cell-output'];

/** True for a document that is read as a plan if it is one: Markdown in a place where a person writes. */
export function isReadable({ languageId, uri }: vscode.TextDocument): boolean {
  return languageId === 'markdown' && !ignoredSchemes.includes(uri.scheme) && isWritable(uri.scheme);
}

function isWritable(scheme: string): boolean {
  return (
    writableSchemes.includes(scheme) ||
    vscode.workspace.workspaceFolders?.some(({ uri }) => uri.scheme === scheme) === true ||
    vscode.workspace.fs.isWritableFileSystem(scheme) === true
  );
}

/**
 * Keeps all other documents from the server. The client's own selector is fixed when it starts, and file systems and
 * folders come and go: a document is judged when it is opened.
 */
export function readableOnly(): Middleware {
  const opened = new Set<string>();
  const isOpened = ({ uri }: vscode.TextDocument) => opened.has(uri.toString());
  return {
    didOpen: async (document, next) => {
      if (!isReadable(document)) return;
      opened.add(document.uri.toString());
      await next(document);
    },
    didChange: async (change, next) => {
      if (isOpened(change.document)) await next(change);
    },
    didSave: async (document, next) => {
      if (isOpened(document)) await next(document);
    },
    didClose: async (document, next) => {
      if (opened.delete(document.uri.toString())) await next(document);
    },
    provideCodeActions: (document, range, context, token, next) =>
      isOpened(document) ? next(document, range, context, token) : [],
    provideDocumentSymbols: (document, token, next) => (isOpened(document) ? next(document, token) : []),
  };
}
