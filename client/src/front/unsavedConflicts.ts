import * as vscode from 'vscode';
import { linesOf } from '../../../core/text/changedLines';
import type { ReadFile } from '../files/fileText';
import type { PlanFiles } from '../files/planFiles';
import { documentOf } from './activeText';
import type { SnapshotStore } from './snapshotStore';

interface Parts {
  snapshots: Pick<SnapshotStore, 'get' | 'onDidChange'>;
  files: Pick<PlanFiles, 'onDidWrite'>;
  readFile: ReadFile;
}

/**
 * The plans that have unsaved changes in VS Code while another program has changed their file. VS Code shows nothing of
 * what is written then, and says so only when the person saves.
 */
export class UnsavedConflicts implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  /** Another plan has a conflict, or one has none any more. */
  readonly onDidChange = this.#changed.event;
  /** By document: its text when it was as it is on disk. */
  readonly #clean = new Map<vscode.TextDocument, string>();
  readonly #conflicts = new Set<vscode.TextDocument>();
  /** Written while they were clean: VS Code reads them soon, if nobody types first. */
  readonly #toRead = new Set<vscode.TextDocument>();
  readonly #subscriptions: vscode.Disposable[];

  constructor(private readonly parts: Parts) {
    this.#subscriptions = [
      parts.files.onDidWrite((uri) => this.#followFile(uri)),
      parts.snapshots.onDidChange(({ uri }) => {
        const document = documentOf(uri);
        if (document && !this.#clean.has(document)) this.#read(document);
      }),
      vscode.workspace.onDidSaveTextDocument((document) => {
        if (document.isDirty) void this.#readFile(document);
        else this.#read(document);
      }),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (!document.isDirty) this.#read(document);
        else if (this.#toRead.delete(document)) void this.#compare(document);
      }),
      vscode.workspace.onDidCloseTextDocument((document) => {
        this.#clean.delete(document);
        this.#toRead.delete(document);
        this.#set(document, false);
      }),
    ];
  }

  /** True for a plan whose unsaved text is of an older file than the one that is there now. */
  has(uri: vscode.Uri): boolean {
    const document = documentOf(uri);
    return document !== undefined && this.#conflicts.has(document);
  }

  #read(document: vscode.TextDocument): void {
    if (document.isDirty || document.isUntitled || !this.parts.snapshots.get(document.uri)) return;
    this.#clean.set(document, document.getText());
    this.#toRead.delete(document);
    this.#set(document, false);
  }

  /** Somebody typed while it was saved: its text is another one already. */
  async #readFile(document: vscode.TextDocument): Promise<void> {
    const state = await this.parts.readFile(document.uri);
    if (typeof state === 'object' && !document.isClosed) this.#clean.set(document, state.text);
  }

  #followFile(uri: vscode.Uri): void {
    const document = documentOf(uri);
    if (!document || !this.parts.snapshots.get(uri)) return;
    if (document.isDirty) void this.#compare(document);
    else this.#toRead.add(document);
  }

  async #compare(document: vscode.TextDocument): Promise<void> {
    const state = await this.parts.readFile(document.uri);
    if (!document.isDirty || document.isClosed || typeof state !== 'object') return;
    const known = [this.#clean.get(document), document.getText()];
    this.#set(document, !known.some((text) => text !== undefined && isSame(text, state.text)));
  }

  #set(document: vscode.TextDocument, isConflict: boolean): void {
    if (this.#conflicts.has(document) === isConflict) return;
    if (isConflict) this.#conflicts.add(document);
    else this.#conflicts.delete(document);
    this.#changed.fire();
  }

  dispose(): void {
    for (const each of this.#subscriptions) each.dispose();
    this.#changed.dispose();
  }
}

/** Shows VS Code's own comparison of a document with its file. */
export async function compareWithSaved(uri: vscode.Uri): Promise<void> {
  await vscode.commands.executeCommand('workbench.files.action.compareWithSaved', uri);
}

/** True for texts that differ in their line ends at most: a document has only one kind. */
function isSame(one: string, other: string): boolean {
  if (one === other) return true;
  const [lines, others] = [linesOf(one), linesOf(other)];
  return lines.length === others.length && lines.every((line, i) => line === others[i]);
}
