import * as vscode from 'vscode';
import { isPlanName } from '../../server/src/plan/locations';
import type { PlanProgress, PlanSnapshot } from '../../server/src/protocol';

/** The plan that the views show: one of a file's plans. */
export interface Front {
  uri: vscode.Uri;
  snapshot: PlanSnapshot;
  plan: PlanProgress;
}

/**
 * What the server has told of each plan file, and which plan is in front: the active editor's, else the one that a
 * person had in front last, else the one that was recorded last.
 */
export class Plans implements vscode.Disposable {
  readonly #snapshots = new Map<string, PlanSnapshot>();
  /** By URI: open files that their name calls plans, and that are none. */
  readonly #rejected = new Map<string, PlanSnapshot>();
  readonly #changed = new vscode.EventEmitter<void>();
  /** The plan in front, or anything of it, has changed. */
  readonly onDidChangeFront = this.#changed.event;
  readonly #subscriptions: vscode.Disposable[];
  readonly #contexts = new Map<string, boolean>();
  #front: Front | undefined;
  #shownRejected: PlanSnapshot | undefined;
  /** Where the person was last: a file that is deleted and written anew comes back to the front. */
  #last: { uri: vscode.Uri; line: number } | undefined;

  constructor(onProgress: vscode.Event<PlanSnapshot>) {
    this.#subscriptions = [
      onProgress((snapshot) => this.#take(snapshot)),
      vscode.window.onDidChangeActiveTextEditor(() => this.#update()),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (textEditor === vscode.window.activeTextEditor && this.#isSeveral(textEditor)) this.#update();
      }),
    ];
  }

  get front(): Front | undefined {
    return this.#front;
  }

  /** The file in the active editor, if its name calls it a plan and it is none. */
  get rejected(): PlanSnapshot | undefined {
    return this.#shownRejected;
  }

  /** What is known of a file; undefined for one that is no plan. */
  get(uri: vscode.Uri): PlanSnapshot | undefined {
    return this.#snapshots.get(uri.toString());
  }

  #take(snapshot: PlanSnapshot): void {
    const key = vscode.Uri.parse(snapshot.uri).toString();
    if (snapshot.plans.length > 0) this.#snapshots.set(key, snapshot);
    else this.#snapshots.delete(key);
    if (snapshot.plans.length === 0 && snapshot.identity !== '' && isPlanName(snapshot.uri))
      this.#rejected.set(key, snapshot);
    else this.#rejected.delete(key);
    this.#update();
  }

  #isSeveral(editor: vscode.TextEditor): boolean {
    return (this.get(editor.document.uri)?.plans.length ?? 0) > 1;
  }

  #update(): void {
    const before = this.#front;
    this.#front = this.#choose();
    const editor = vscode.window.activeTextEditor;
    this.#setContext('execplan.activeIsPlan', editor !== undefined && this.get(editor.document.uri) !== undefined);
    const rejected = editor && this.#rejected.get(editor.document.uri.toString());
    const isSame = before?.snapshot === this.#front?.snapshot && before?.plan === this.#front?.plan;
    if (isSame && rejected === this.#shownRejected) return;
    this.#shownRejected = rejected;
    this.#setContext('execplan.activeIsNamedPlan', rejected !== undefined);
    this.#setContext('execplan.hasPlan', this.#front !== undefined);
    this.#changed.fire();
  }

  /** What the manifest's `when` clauses ask for; told only when it is another than before. */
  #setContext(name: string, value: boolean): void {
    if (this.#contexts.get(name) === value) return;
    this.#contexts.set(name, value);
    void vscode.commands.executeCommand('setContext', name, value);
  }

  #choose(): Front | undefined {
    const editor = vscode.window.activeTextEditor;
    const active = editor && this.#frontOf(editor.document.uri, editor.selection.active.line);
    if (active) this.#last = { uri: active.uri, line: active.plan.line };
    const last = active ?? (this.#last && this.#frontOf(this.#last.uri, this.#last.line));
    if (last) return last;
    const newest = [...this.#snapshots.values()].sort((a, b) => recorded(b) - recorded(a))[0];
    return newest && this.#frontOf(vscode.Uri.parse(newest.uri), newest.plans[0]?.line ?? 0);
  }

  #frontOf(uri: vscode.Uri, line: number): Front | undefined {
    const snapshot = this.get(uri);
    const plan = snapshot?.plans.findLast((each) => each.line <= line) ?? snapshot?.plans[0];
    return snapshot && plan ? { uri, snapshot, plan } : undefined;
  }

  dispose(): void {
    for (const each of this.#subscriptions) each.dispose();
    this.#changed.dispose();
  }
}

/** When a file was recorded last (ms since the epoch); 0 when nothing in it is stamped. */
function recorded({ plans }: PlanSnapshot): number {
  return Math.max(0, ...plans.map((plan) => plan.recorded?.latest ?? 0));
}
