import * as vscode from 'vscode';
import { linesOf } from '../../../core/text/changedLines';
import { type LineMap, lineMap } from '../../../core/text/lineMap';
import { isMarkdownName } from '../../../files/filePolicy';
import type { PlanFiles } from '../files/planFiles';
import type { SnapshotStore } from './snapshotStore';

/** What an editor shows of a text: cursors and selections, and its first line. */
interface View {
  selections: readonly vscode.Selection[];
  top: number;
}

/** A view of an editor that VS Code has moved: where it is to be, or that nobody can tell. */
type Moved = { view: View; version: number } | 'uncertain';

/** A plan that is as it is on disk. */
interface CleanText {
  text: string;
  version: number;
  /** When and how large the file was written; undefined where nobody can tell. */
  stat: Thenable<string | undefined>;
}

/**
 * Keeps cursors, selections and the first line that is shown on the text that they stood on while a program changes an open
 * plan on disk. VS Code replaces all between the first and the last line that has changed in one piece, and leaves a cursor
 * that stood there behind it: the step that is ticked next, or the place that is typed at, would be another one.
 *
 * Where a line is not certain the cursor stays, and `isUncertain` says so until a person, or a command, moves it.
 */
export class KeptCursors implements vscode.Disposable {
  /** By document: its text while it has no unsaved changes; typing drops it, so that a keystroke costs nothing. */
  readonly #clean = new Map<vscode.TextDocument, CleanText>();
  readonly #moved = new WeakMap<vscode.TextEditor, Moved>();
  /** By editor: the version of the text from which on its cursor has been uncertain. */
  readonly #uncertainFrom = new WeakMap<vscode.TextEditor, number>();
  /** By editor: the selections that it is on the way to. */
  readonly #sent = new WeakMap<vscode.TextEditor, readonly vscode.Selection[]>();
  /** By document: the view of its last editor that was hidden, as VS Code will restore it, and where it is to be then. */
  readonly #hidden = new Map<vscode.TextDocument, { restored: View; moved: Moved }>();
  #visible: readonly vscode.TextEditor[] = vscode.window.visibleTextEditors;
  /** The files that were touched on disk since their text was read last. */
  readonly #touched = new Set<string>();
  readonly #subscriptions: vscode.Disposable[];

  constructor(
    private readonly snapshots: Pick<SnapshotStore, 'get' | 'onDidChange'>,
    files: Pick<PlanFiles, 'onDidWrite'>,
  ) {
    this.#subscriptions = [
      files.onDidWrite((uri) => this.#touched.add(uri.toString())),
      snapshots.onDidChange(({ uri }) => this.#readShown(uri)),
      vscode.workspace.onDidSaveTextDocument((document) => this.#followSave(document)),
      vscode.workspace.onDidChangeTextDocument((change) => void this.#follow(change)),
      vscode.workspace.onDidCloseTextDocument((document) => this.#forget(document)),
      vscode.window.onDidChangeTextEditorSelection((change) => this.#followSelection(change)),
      vscode.window.onDidChangeVisibleTextEditors((editors) => this.#followEditors(editors)),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('execplan.keepCursor')) this.#readAll();
      }),
    ];
    this.#readAll();
  }

  /** True while an editor's cursor may stand on another text than the one where the person has put it. */
  isUncertain(editor: vscode.TextEditor): boolean {
    return this.#moved.get(editor) === 'uncertain';
  }

  #readAll(): void {
    this.#clean.clear();
    this.#hidden.clear();
    for (const { document } of vscode.window.visibleTextEditors) this.#read(document);
  }

  #readShown(uri: vscode.Uri): void {
    const key = uri.toString();
    for (const { document } of vscode.window.visibleTextEditors)
      if (document.uri.toString() === key && !this.#clean.has(document)) this.#read(document);
  }

  /** Remembers the text of a plan that is as it is on disk. */
  #read(document: vscode.TextDocument): void {
    const isKept = document.isDirty || document.isUntitled || !this.#isPlan(document) || !isOn(document.uri);
    if (isKept) return void this.#clean.delete(document);
    this.#touched.delete(document.uri.toString());
    this.#clean.set(document, { text: document.getText(), version: document.version, stat: statOf(document.uri) });
  }

  #isPlan({ uri }: vscode.TextDocument): boolean {
    return isMarkdownName(uri.path) && this.snapshots.get(uri) !== undefined;
  }

  async #follow({ document, contentChanges, reason }: vscode.TextDocumentChangeEvent): Promise<void> {
    const before = this.#clean.get(document);
    if (contentChanges.length === 0 && before && !document.isDirty) return;
    if (!before || document.isDirty || reason !== undefined) return this.#leave(document);
    const wasTouched = this.#touched.has(document.uri.toString());
    this.#read(document);
    const map = lineMap(linesOf(before.text), linesOf(document.getText()));
    const editors = vscode.window.visibleTextEditors.filter((editor) => editor.document === document);
    for (const editor of editors) {
      const known = this.#moved.get(editor);
      const isPending = known !== undefined && (known === 'uncertain' || known.version === before.version);
      const moved = movedBy(map, isPending ? known : { view: viewOf(editor), version: 0 }, document.version);
      if (moved) this.#moved.set(editor, moved);
      if (moved === 'uncertain' && known !== 'uncertain') this.#uncertainFrom.set(editor, document.version);
    }
    const hidden = this.#hidden.get(document);
    if (hidden) hidden.moved = movedBy(map, hidden.moved, document.version, true) ?? hidden.moved;
    const [isFromDisk] = await Promise.all([
      wasTouched || this.#wasWritten(document, before, this.#clean.get(document)),
      caughtUp(),
    ]);
    for (const editor of editors)
      if (isFromDisk) this.#restore(editor);
      else this.#moved.delete(editor);
  }

  /** True where a file was written between two states of its text, or nobody can tell. VS Code may not have told of it yet. */
  async #wasWritten(document: vscode.TextDocument, before: CleanText, after: CleanText | undefined): Promise<boolean> {
    const [old, now] = await Promise.all([before.stat, after?.stat]);
    return old === undefined || old !== now || this.#touched.has(document.uri.toString());
  }

  /** An edit, an undo or a redo: VS Code moves cursors rightly with it, and whoever made it looks at what they do. */
  #leave(document: vscode.TextDocument): void {
    if (document.isDirty) this.#clean.delete(document);
    else this.#read(document);
    this.#hidden.delete(document);
  }

  /** A text that VS Code has saved is no program's: it may tell of an edit as if nothing were unsaved behind it. */
  #followSave(document: vscode.TextDocument): void {
    for (const editor of vscode.window.visibleTextEditors)
      if (editor.document === document && this.#uncertainFrom.get(editor) === document.version)
        this.#moved.delete(editor);
    this.#read(document);
  }

  #restore(editor: vscode.TextEditor): void {
    const moved = this.#moved.get(editor);
    // Undefined where the cursor was moved meanwhile; another version where somebody typed.
    if (!moved || moved === 'uncertain' || moved.version !== editor.document.version) return;
    if (!vscode.window.visibleTextEditors.includes(editor)) return;
    if (!isSame(editor.selections, moved.view.selections)) {
      editor.selections = moved.view.selections;
      this.#sent.set(editor, moved.view.selections);
    }
    void showAtTop(editor, moved.view.top);
    // Until VS Code has told of it, a further change on disk begins here, not at what it tells of the one before.
    setTimeout(() => {
      if (this.#moved.get(editor) === moved) this.#moved.delete(editor);
      if (this.#sent.get(editor) === moved.view.selections) this.#sent.delete(editor);
    }, 1000);
  }

  #followSelection({ textEditor, kind, selections }: vscode.TextEditorSelectionChangeEvent): void {
    if (kind !== undefined) {
      const sent = this.#sent.get(textEditor);
      if (sent && isSame(sent, selections)) this.#sent.delete(textEditor);
      // Somebody typed, or moved the cursor, while ours was on its way: it comes after that, and would take it away.
      else if (sent) textEditor.selections = selections;
      this.#moved.delete(textEditor);
      this.#hidden.delete(textEditor.document);
    } else if (this.#hidden.has(textEditor.document)) this.#showAgain(textEditor, selections);
  }

  #followEditors(editors: readonly vscode.TextEditor[]): void {
    for (const editor of this.#visible)
      if (!editors.includes(editor) && this.#clean.has(editor.document)) {
        const view = viewOf(editor);
        const { version } = editor.document;
        this.#hidden.set(editor.document, { restored: view, moved: this.#moved.get(editor) ?? { view, version } });
      }
    this.#visible = editors;
    for (const editor of editors) {
      if (!this.#clean.has(editor.document)) this.#read(editor.document);
      this.#showAgain(editor, editor.selections);
    }
  }

  /** VS Code shows a text again with the cursor on the lines where it was: they may hold something else now. */
  #showAgain(editor: vscode.TextEditor, selections: readonly vscode.Selection[]): void {
    const hidden = this.#hidden.get(editor.document);
    if (!hidden || !isSame(hidden.restored.selections, selections)) return;
    this.#hidden.delete(editor.document);
    const { moved } = hidden;
    if (moved !== 'uncertain' && isSame(moved.view.selections, selections)) return;
    this.#moved.set(editor, moved);
    this.#restore(editor);
  }

  #forget(document: vscode.TextDocument): void {
    this.#clean.delete(document);
    this.#hidden.delete(document);
  }

  dispose(): void {
    for (const each of this.#subscriptions) each.dispose();
  }
}

/** Where a view is behind a change; undefined where VS Code has moved it rightly. `always` tells it there, too. */
function movedBy(map: LineMap, before: Moved, version: number, always = false): Moved | undefined {
  if (before === 'uncertain') return before;
  const { start, end } = map.changed;
  const { selections, top } = before.view;
  // The last line above the change is part of what VS Code replaces when the text ends behind it.
  const isTouched = (line: number) => line >= start - 1 && line < end;
  const isPending = before.version !== 0;
  if (
    !always &&
    !isPending &&
    !isTouched(top) &&
    !selections.some((each) => isTouched(each.anchor.line) || isTouched(each.active.line))
  )
    return undefined;
  const positionOf = ({ line, character }: vscode.Position) => {
    const now = map.newLineOf(line);
    return now === undefined ? undefined : new vscode.Position(now, character);
  };
  const moved = selections.flatMap(({ anchor, active }) => {
    const [from, to] = [positionOf(anchor), positionOf(active)];
    return from && to ? [new vscode.Selection(from, to)] : [];
  });
  if (moved.length < selections.length) return 'uncertain';
  return { view: { selections: moved, top: topOf(map, top) }, version };
}

/** The first line that is shown: the one that was, else the next one of which is certain where it is. */
function topOf(map: LineMap, top: number): number {
  for (let line = top; line < map.changed.end; line++) {
    const now = map.newLineOf(line);
    if (now !== undefined) return now;
  }
  return map.newLineOf(Math.max(top, map.changed.end)) ?? top;
}

function viewOf({ selections, visibleRanges }: vscode.TextEditor): View {
  return { selections, top: visibleRanges[0]?.start.line ?? 0 };
}

/** Scrolls an editor until a line is the first one, where headings that stick to the top leave room for fewer. */
async function showAtTop(editor: vscode.TextEditor, line: number): Promise<void> {
  const isSmooth = vscode.workspace.getConfiguration('editor', editor.document).get('smoothScrolling') === true;
  let target = line;
  for (let attempts = isSmooth ? 1 : 4; attempts > 0; attempts--) {
    const shown = Math.min(Math.max(target, 0), editor.document.lineCount - 1);
    editor.revealRange(new vscode.Range(shown, 0, shown, 0), vscode.TextEditorRevealType.AtTop);
    await caughtUp();
    const top = editor.visibleRanges[0]?.start.line ?? line;
    if (top === line) return;
    target += line - top;
  }
}

function isSame(some: readonly vscode.Selection[], others: readonly vscode.Selection[]): boolean {
  return some.length === others.length && some.every((each, i) => each.isEqual(others[i] as vscode.Selection));
}

/** Settles when all is known that had happened in the window when this was called: VS Code tells it in order. */
function caughtUp(): Thenable<unknown> {
  return vscode.commands.executeCommand('setContext', 'execplan.caughtUp', true);
}

function isOn(uri: vscode.Uri): boolean {
  return vscode.workspace.getConfiguration('execplan', uri).get('keepCursor', true);
}

function statOf(uri: vscode.Uri): Thenable<string | undefined> {
  return vscode.workspace.fs.stat(uri).then(
    ({ mtime, size }) => `${mtime} ${size}`,
    () => undefined,
  );
}
