import * as vscode from 'vscode';
import type { PlanDetails, PlanSnapshot } from '../../../server/src/protocol';
import type { PlanServer } from '../server/planServer';
import { activeText, onDidChangeActiveText } from './activeText';
import { LastPlan, type PlanLocation } from './lastPlan';
import { DetailsRequest } from './planDetails';
import type { SnapshotStore } from './snapshotStore';

/** The plan that the views show: one of a file's plans. */
export interface Front {
  uri: vscode.Uri;
  snapshot: PlanSnapshot<PlanDetails>;
  plan: PlanDetails;
}

/** Milliseconds: a view that empties and fills again at once is made anew, and blank until then. */
const patience = 800;

/**
 * Which plan is in front: the active editor's, else the one that a person had in front last, else the one that was
 * recorded last.
 */
export class FrontPlan implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  /** The plan in front, or anything of it, has changed, or what is said in place of one. */
  readonly onDidChange = this.#changed.event;
  readonly #last: LastPlan;
  readonly #details: DetailsRequest;
  readonly #subscriptions: vscode.Disposable[];
  #front: Front | undefined;
  #rejected: PlanSnapshot | undefined;
  /** The plan in front while its file is gone. */
  #gone: { front: Front; since: number; timer: ReturnType<typeof setTimeout> } | undefined;

  constructor(
    private readonly store: SnapshotStore,
    server: Pick<PlanServer, 'plan'>,
  ) {
    this.#last = new LastPlan(store);
    this.#details = new DetailsRequest(server, () => this.#update());
    this.#subscriptions = [
      store.onDidChange((change) => {
        this.#last.follow(change);
        this.#update();
      }),
      onDidChangeActiveText(() => this.#update()),
      vscode.workspace.onDidRenameFiles(({ files }) => {
        for (const { oldUri, newUri } of files) this.#last.rename(oldUri, newUri);
      }),
      vscode.workspace.onDidCloseTextDocument((document) => this.#last.close(document)),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        const isActive = textEditor === vscode.window.activeTextEditor;
        // The cursor tells which one is in front where a file has several.
        if (isActive && (store.get(textEditor.document.uri)?.plans.length ?? 0) > 1) this.#update();
      }),
    ];
  }

  get front(): Front | undefined {
    return this.#front;
  }

  /** The file in the active editor, if its name calls it a plan and it is none. */
  get rejected(): PlanSnapshot | undefined {
    return this.#rejected;
  }

  /** Puts another plan of a file in front: the cursor goes there where an editor has the file. */
  choose(uri: vscode.Uri, line: number): void {
    const active = activeText();
    const editor = active?.uri.toString() === uri.toString() ? active.editor : undefined;
    if (editor) {
      editor.selection = new vscode.Selection(line, 0, line, 0);
      editor.revealRange(editor.selection, vscode.TextEditorRevealType.AtTop);
    }
    this.#last.set({ uri, line });
    this.#update();
  }

  #update(): void {
    const before = this.#front;
    const rejectedBefore = this.#rejected;
    const location = this.#locate();
    const snapshot = location && this.store.get(location.uri);
    if (snapshot) this.#details.ask(snapshot);
    // Until the answer is there, the views show what they showed, unless that is gone.
    if (snapshot && this.#details.answer?.uri === snapshot.uri) this.#front = this.#frontAt(location);
    else if (before && !this.store.get(before.uri) && this.#hasGoneFor(before)) this.#front = undefined;
    const active = activeText();
    this.#rejected = active && this.store.rejected(active.uri);
    const isSame = before?.snapshot === this.#front?.snapshot && before?.plan === this.#front?.plan;
    if (!isSame || this.#rejected !== rejectedBefore) this.#changed.fire();
  }

  /** True once a plan in front has been gone for a while: where it is saved under another name, that one is known soon. */
  #hasGoneFor(front: Front): boolean {
    const gone = this.#gone?.front === front ? this.#gone : undefined;
    if (gone) return Date.now() - gone.since >= patience;
    clearTimeout(this.#gone?.timer);
    this.#gone = { front, since: Date.now(), timer: setTimeout(() => this.#update(), patience) };
    return false;
  }

  #locate(): PlanLocation | undefined {
    const active = activeText();
    if (active && this.store.get(active.uri)) {
      // In an editor without a cursor the one that was chosen stays.
      const last = this.#last.location;
      const isLast = last?.uri.toString() === active.uri.toString();
      const line = active.editor?.selection.active.line ?? (isLast ? last.line : 0);
      this.#last.set({ uri: active.uri, line });
    }
    const uri = this.#last.location ? undefined : this.store.newest;
    return this.#last.location ?? (uri && { uri, line: 0 });
  }

  #frontAt({ uri, line }: PlanLocation): Front | undefined {
    const snapshot = this.#details.answer;
    const plan = snapshot?.plans.findLast((each) => each.line <= line) ?? snapshot?.plans[0];
    return snapshot && plan ? { uri, snapshot, plan } : undefined;
  }

  dispose(): void {
    clearTimeout(this.#gone?.timer);
    for (const each of this.#subscriptions) each.dispose();
    this.#changed.dispose();
  }
}
