import * as vscode from 'vscode';
import { type ChangedLine, changedLines, linesOf, overwritten } from '../../../core/text/changedLines';
import type { ReadFile } from '../files/fileText';
import { documentOf } from '../front/activeText';
import type { SnapshotStore } from '../front/snapshotStore';
import { isShown, type PlanEdits } from './planEdits';
import { isTick } from './stepActions';

/** Milliseconds: as long after it was saved a tick is watched. Until then a program may write what it had read before. */
const watchedFor = 120_000;

interface Parts {
  edits: PlanEdits;
  snapshots: SnapshotStore;
  readFile: ReadFile;
}

interface Watched {
  lines: ChangedLine[];
  /** When the plan was saved with them (ms since the epoch); undefined as long as it was not. */
  saved: number | undefined;
}

/**
 * A person's ticks (and unticks) that a program which had read the plan before has overwritten: the file holds the step's
 * line as it was, and no longer as it was made. They are offered again, in a message and in the view of the plan. Whoever
 * takes one back has meant to.
 */
export class OverwrittenTicks implements vscode.Disposable {
  /** By URI. */
  readonly #watched = new Map<string, Watched>();
  readonly #lost = new Map<string, readonly ChangedLine[]>();
  readonly #changed = new vscode.EventEmitter<void>();
  /** There are others, or other ones. */
  readonly onDidChange = this.#changed.event;
  readonly #subscriptions: vscode.Disposable[];

  constructor(private readonly parts: Parts) {
    const { edits, snapshots } = parts;
    this.#subscriptions = [
      edits.onDidEdit(({ document, action, before, after }) => {
        if (!isTick(action)) return;
        const key = document.uri.toString();
        const lines = [...(this.#watched.get(key)?.lines ?? []), ...changedLines(before, after)];
        this.#watched.set(key, { lines, saved: undefined });
        this.#noteSaved(document);
      }),
      vscode.workspace.onDidSaveTextDocument((document) => this.#noteSaved(document)),
      snapshots.onDidChange(({ uri }) => void this.#look(uri)),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        // Taken back before it was saved: by undo, or by a revert.
        const key = document.uri.toString();
        const watched = this.#watched.get(key);
        if (contentChanges.length > 0 && !document.isDirty && watched && watched.saved === undefined)
          this.#watched.delete(key);
      }),
    ];
  }

  /** How many are lost in a plan, and can be made again. */
  count(uri: vscode.Uri): number {
    return this.#lost.get(uri.toString())?.length ?? 0;
  }

  /** Makes them again where the lines are still as they were before. */
  async applyAgain(uri: vscode.Uri): Promise<void> {
    const lost = this.#lost.get(uri.toString());
    if (!lost) return;
    await this.parts.edits.edit(uri, 'tick', async (document) => {
      this.#set(uri, []);
      const lines = overwritten(lost, document.getText());
      const edit = new vscode.WorkspaceEdit();
      for (const { line, now } of lines) edit.replace(uri, document.lineAt(line).range, now);
      if (lines.length > 0) return { edit };
      const name = vscode.workspace.asRelativePath(uri);
      void vscode.window.showInformationMessage(vscode.l10n.t('{0} has changed meanwhile: see for yourself.', name));
      return undefined;
    });
  }

  async #look(uri: vscode.Uri): Promise<void> {
    const key = uri.toString();
    const lost = this.#lost.get(key);
    const watched = this.#watched.get(key);
    if (!lost && watched?.saved === undefined) return;
    const text = await cleanText(uri, this.parts.readFile);
    if (text === undefined) return;
    // Whoever has ticked them by another way needs no offer.
    if (lost && this.#lost.get(key) === lost) {
      const left = overwritten(lost, text).length > 0 ? lost : [];
      if (left !== lost) this.#set(uri, left);
    }
    if (watched?.saved === undefined || this.#watched.get(key) !== watched) return;
    if (Date.now() > watched.saved + watchedFor) return void this.#watched.delete(key);
    const found = overwritten(watched.lines, text);
    if (found.length === 0) return;
    this.#watched.delete(key);
    this.#set(uri, found);
    await this.#offer(uri, found);
  }

  #noteSaved(document: vscode.TextDocument): void {
    const watched = this.#watched.get(document.uri.toString());
    if (!watched || document.isDirty) return;
    // What is run on save, such as a formatter, may have written a line anew.
    const lines = new Set(linesOf(document.getText()));
    watched.lines = watched.lines.filter(({ now }) => lines.has(now));
    watched.saved = Date.now();
  }

  async #offer(uri: vscode.Uri, lost: readonly ChangedLine[]): Promise<void> {
    const name = vscode.workspace.asRelativePath(uri);
    const again = vscode.l10n.t('Apply Again');
    const [only] = lost;
    const message =
      only && lost.length === 1
        ? vscode.l10n.t('Another program has overwritten your change in {0}: {1}', name, only.now.trim())
        : vscode.l10n.t('Another program has overwritten {0} of your changes in {1}.', lost.length, name);
    if ((await vscode.window.showWarningMessage(message, again)) === again) await this.applyAgain(uri);
  }

  #set(uri: vscode.Uri, lost: readonly ChangedLine[]): void {
    if (lost.length > 0) this.#lost.set(uri.toString(), lost);
    else this.#lost.delete(uri.toString());
    this.#changed.fire();
  }

  dispose(): void {
    for (const each of this.#subscriptions) each.dispose();
    this.#changed.dispose();
  }
}

/** A plan's text as it is on disk; undefined while it has unsaved changes, and where it cannot be read. */
async function cleanText(uri: vscode.Uri, readFile: ReadFile): Promise<string | undefined> {
  const document = isShown(uri) ? documentOf(uri) : undefined;
  if (document) return document.isDirty ? undefined : document.getText();
  const state = await readFile(uri);
  return typeof state === 'object' ? state.text : undefined;
}
