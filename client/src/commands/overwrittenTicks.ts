import * as vscode from 'vscode';
import { type ChangedLine, changedLines, linesOf, overwritten } from '../../../core/text/changedLines';
import type { ReadFile } from '../files/fileText';
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
 * Offers a person's tick (or untick) again when a program that had read the plan before has overwritten it: the file holds the step's
 * line as it was, and no longer as it was made. Whoever takes it back has meant to.
 */
export function watchTicks({ edits, snapshots, readFile }: Parts): vscode.Disposable {
  /** By URI. */
  const watched = new Map<string, Watched>();

  const look = async (uri: vscode.Uri) => {
    const key = uri.toString();
    const ticked = watched.get(key);
    if (ticked?.saved === undefined) return;
    if (Date.now() > ticked.saved + watchedFor) return void watched.delete(key);
    const text = await cleanText(uri, readFile);
    if (text === undefined || watched.get(key) !== ticked) return;
    const lost = overwritten(ticked.lines, text);
    if (lost.length === 0) return;
    watched.delete(key);
    await offer(uri, lost, edits);
  };

  const noteSaved = (document: vscode.TextDocument) => {
    const ticked = watched.get(document.uri.toString());
    if (!ticked || document.isDirty) return;
    // What is run on save, such as a formatter, may have written a line anew.
    const lines = new Set(linesOf(document.getText()));
    ticked.lines = ticked.lines.filter(({ now }) => lines.has(now));
    ticked.saved = Date.now();
  };

  return vscode.Disposable.from(
    edits.onDidEdit(({ document, action, before, after }) => {
      if (!isTick(action)) return;
      const key = document.uri.toString();
      const lines = [...(watched.get(key)?.lines ?? []), ...changedLines(before, after)];
      watched.set(key, { lines, saved: undefined });
      noteSaved(document);
    }),
    vscode.workspace.onDidSaveTextDocument(noteSaved),
    snapshots.onDidChange(({ uri }) => void look(uri)),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      // Taken back before it was saved: by undo, or by a revert.
      const key = document.uri.toString();
      if (contentChanges.length > 0 && !document.isDirty && watched.has(key) && watched.get(key)?.saved === undefined)
        watched.delete(key);
    }),
  );
}

/** A plan's text as it is on disk; undefined while it has unsaved changes, and where it cannot be read. */
async function cleanText(uri: vscode.Uri, readFile: ReadFile): Promise<string | undefined> {
  const document = isShown(uri)
    ? vscode.workspace.textDocuments.find((each) => each.uri.toString() === uri.toString())
    : undefined;
  if (document) return document.isDirty ? undefined : document.getText();
  const state = await readFile(uri);
  return typeof state === 'object' ? state.text : undefined;
}

async function offer(uri: vscode.Uri, lost: readonly ChangedLine[], edits: PlanEdits): Promise<void> {
  const name = vscode.workspace.asRelativePath(uri);
  const again = vscode.l10n.t('Apply Again');
  const [only] = lost;
  const message =
    only && lost.length === 1
      ? vscode.l10n.t('Another program has overwritten your change in {0}: {1}', name, only.now.trim())
      : vscode.l10n.t('Another program has overwritten {0} of your changes in {1}.', lost.length, name);
  if ((await vscode.window.showWarningMessage(message, again)) !== again) return;
  await edits.edit(uri, 'tick', async (document) => {
    const lines = overwritten(lost, document.getText());
    const edit = new vscode.WorkspaceEdit();
    for (const { line, now } of lines) edit.replace(uri, document.lineAt(line).range, now);
    if (lines.length > 0) return { edit };
    void vscode.window.showInformationMessage(vscode.l10n.t('{0} has changed meanwhile: see for yourself.', name));
    return undefined;
  });
}
