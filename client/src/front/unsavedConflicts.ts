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

/** Milliseconds that a text rests before it is read again: whoever undoes more is not stopped half-way. */
const restOfUndo = 500;

/**
 * The plans that have unsaved changes in VS Code while another program has changed their file. VS Code shows nothing of
 * what is written then, and says so only when the person saves. Where they take back what they typed instead, it goes on to
 * show the older text, until the file is written once more: it is asked to read it.
 */
export class UnsavedConflicts implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  /** Another plan has a conflict, or one has none any more. */
  readonly onDidChange = this.#changed.event;
  /** By document: its text when it was as it is on disk. */
  readonly #clean = new Map<vscode.TextDocument, string>();
  /** By document that has a conflict: what another program has written. */
  readonly #written = new Map<vscode.TextDocument, string>();
  /** Written while they were clean: VS Code reads them soon, if nobody types first. */
  readonly #toRead = new Set<vscode.TextDocument>();
  readonly #subscriptions: vscode.Disposable[];
  #rest: ReturnType<typeof setTimeout> | undefined;

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
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#followText(document)),
      vscode.workspace.onDidCloseTextDocument((document) => {
        this.#clean.delete(document);
        this.#toRead.delete(document);
        this.#set(document, undefined);
      }),
      vscode.window.onDidChangeActiveTextEditor((editor) => this.#readAgainSoon(editor?.document)),
    ];
  }

  /** True for a plan whose text is of an older file than the one that is there now, and that VS Code does not read by itself. */
  has(uri: vscode.Uri): boolean {
    const document = documentOf(uri);
    return document !== undefined && this.#written.has(document);
  }

  #followText(document: vscode.TextDocument): void {
    const written = this.#written.get(document);
    if (written !== undefined) {
      if (isSame(document.getText(), written)) this.#set(document, undefined);
      else if (!document.isDirty) void this.#compare(document);
    } else if (!document.isDirty) this.#read(document);
    else if (this.#toRead.delete(document)) void this.#compare(document);
  }

  #read(document: vscode.TextDocument): void {
    if (document.isDirty || document.isUntitled || !this.parts.snapshots.get(document.uri)) return;
    this.#clean.set(document, document.getText());
    this.#toRead.delete(document);
    this.#set(document, undefined);
  }

  /** Somebody typed while it was saved: its text is another one already. */
  async #readFile(document: vscode.TextDocument): Promise<void> {
    const state = await this.parts.readFile(document.uri);
    if (typeof state === 'object' && !document.isClosed) this.#clean.set(document, state.text);
  }

  #followFile(uri: vscode.Uri): void {
    const document = documentOf(uri);
    if (!document || !this.parts.snapshots.get(uri)) return;
    if (document.isDirty || this.#written.has(document)) void this.#compare(document);
    else this.#toRead.add(document);
  }

  async #compare(document: vscode.TextDocument): Promise<void> {
    const state = await this.parts.readFile(document.uri);
    if (document.isClosed || typeof state !== 'object') return;
    if (isSame(document.getText(), state.text))
      return document.isDirty ? this.#set(document, undefined) : this.#read(document);
    if (document.isDirty) {
      const clean = this.#clean.get(document);
      this.#set(document, clean !== undefined && isSame(clean, state.text) ? undefined : state.text);
    } else if (this.#written.has(document)) {
      this.#set(document, state.text);
      this.#readAgainSoon(document);
    }
  }

  /** Has VS Code read the file of a text that is clean and old, if it is the one in front: of no other it can be asked. */
  #readAgainSoon(document: vscode.TextDocument | undefined): void {
    if (!document || document.isDirty || !this.#written.has(document)) return;
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => {
      const { input } = vscode.window.tabGroups.activeTabGroup.activeTab ?? {};
      const isInFront = input instanceof vscode.TabInputText && input.uri.toString() === document.uri.toString();
      if (isInFront && !document.isDirty && this.#written.has(document))
        void vscode.commands.executeCommand('workbench.action.files.revert');
    }, restOfUndo);
  }

  #set(document: vscode.TextDocument, written: string | undefined): void {
    const had = this.#written.has(document);
    if (written === undefined) this.#written.delete(document);
    else this.#written.set(document, written);
    if (had !== this.#written.has(document)) this.#changed.fire();
  }

  dispose(): void {
    clearTimeout(this.#rest);
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
