import * as vscode from 'vscode';
import { isPlanName } from '../../../core/plan/locations';
import type { PlanDetails, PlanSnapshot } from '../../../server/src/protocol';
import type { PlanServer } from '../server/planServer';

/** Milliseconds: an answer that takes longer is no longer asked for at every keystroke, and how long it may be put off. */
const dear = 20;
const longestRest = 300;

/** Both hosts have it, and neither's types are here. */
declare function setTimeout(callback: () => void, milliseconds: number): unknown;

/** The plan that the views show: one of a file's plans. */
export interface Front {
  uri: vscode.Uri;
  snapshot: PlanSnapshot<PlanDetails>;
  plan: PlanDetails;
}

/** A place in a plan file. */
interface Place {
  uri: vscode.Uri;
  line: number;
}

/** What is known of a plan file. */
interface Known {
  snapshot: PlanSnapshot;
  /** When it was recorded last (ms since the epoch); 0 when nothing in it is stamped. */
  recorded: number;
}

/**
 * What the server has told of each plan file, and which plan is in front: the active editor's, else the one that a
 * person had in front last, else the one that was recorded last.
 */
export class Plans implements vscode.Disposable {
  readonly #known = new Map<string, Known>();
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
  #last: Place | undefined;
  /** The identity that the file had there when it went: one with the same text is that file under another name. */
  #lost: string | undefined;
  /** By URI: the new names of what VS Code has renamed, until its file is there. */
  readonly #renamed = new Map<string, vscode.Uri>();
  /** The whole of the file in front, as the server told it last. */
  #details: PlanSnapshot<PlanDetails> | undefined;
  /** The state that the details were asked for; one question at a time, so that a burst of changes is one answer. */
  #asked: PlanSnapshot | undefined;
  #isAsking = false;
  #isResting = false;

  constructor(private readonly server: Pick<PlanServer, 'onProgress' | 'plan'>) {
    this.#subscriptions = [
      server.onProgress((snapshot) => this.#take(snapshot)),
      vscode.window.onDidChangeActiveTextEditor(() => this.#update()),
      vscode.workspace.onDidRenameFiles(({ files }) => {
        for (const { oldUri, newUri } of files) this.#rename(oldUri, newUri);
      }),
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
    return this.#known.get(uri.toString())?.snapshot;
  }

  #take(snapshot: PlanSnapshot): void {
    const uri = vscode.Uri.parse(snapshot.uri);
    const key = uri.toString();
    const before = this.#known.get(key)?.snapshot;
    if (snapshot.plans.length > 0) this.#known.set(key, { snapshot, recorded: recorded(snapshot) });
    else this.#known.delete(key);
    if (snapshot.plans.length === 0 && snapshot.identity !== '' && isPlanName(snapshot.uri))
      this.#rejected.set(key, snapshot);
    else this.#rejected.delete(key);
    if (this.#last) this.#keepLast(this.#last, uri, before);
    this.#update();
  }

  /** The plan where the person was last stays that plan when its file gets another name. `before` is `uri`'s old state. */
  #keepLast(last: Place, uri: vscode.Uri, before: PlanSnapshot | undefined): void {
    const key = last.uri.toString();
    if (uri.toString() === key) {
      // Now it is there, or it has gone: then its text may be there under another name already.
      this.#lost = this.get(uri) ? undefined : (closedIdentity(before) ?? this.#lost);
      if (this.#lost === undefined) return;
      const twin = [...this.#known.values()].find(({ snapshot }) => snapshot.identity === this.#lost);
      if (twin) this.#moveLast(vscode.Uri.parse(twin.snapshot.uri));
    } else if (this.get(uri)) {
      const isSame = this.#lost !== undefined && this.get(uri)?.identity === this.#lost;
      if (isSame || this.#renamed.get(key)?.toString() === uri.toString()) this.#moveLast(uri);
    }
  }

  #moveLast(uri: vscode.Uri): void {
    if (!this.#last) return;
    this.#renamed.delete(this.#last.uri.toString());
    this.#last = { uri, line: this.#last.line };
    this.#lost = undefined;
  }

  #rename(from: vscode.Uri, to: vscode.Uri): void {
    const last = this.#last?.uri;
    if (!last || !(last.toString() === from.toString() || last.toString().startsWith(`${from}/`))) return;
    this.#renamed.set(last.toString(), to.with({ path: to.path + last.path.slice(from.path.length) }));
  }

  #isSeveral(editor: vscode.TextEditor): boolean {
    return (this.get(editor.document.uri)?.plans.length ?? 0) > 1;
  }

  #update(): void {
    const before = this.#front;
    const place = this.#choose();
    const snapshot = place && this.get(place.uri);
    const isResting = this.#isResting && snapshot?.uri === this.#asked?.uri;
    if (snapshot && snapshot !== this.#asked && !this.#isAsking && !isResting) void this.#ask(snapshot);
    // Until the answer is there, the views show what they showed, unless that is gone.
    if (!snapshot || this.#details?.uri === snapshot.uri) this.#front = place && this.#frontAt(place);
    else if (before && !this.get(before.uri)) this.#front = undefined;
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

  async #ask(snapshot: PlanSnapshot): Promise<void> {
    this.#asked = snapshot;
    this.#isAsking = true;
    const start = Date.now();
    const details = await this.server.plan(snapshot.uri).catch(() => null);
    this.#isAsking = false;
    if (details && details.plans.length > 0) this.#details = details;
    this.#rest(Date.now() - start);
    this.#update();
  }

  /** The steps of a long plan are asked for again after a while, so that typing in it stays free. */
  #rest(cost: number): void {
    if (cost <= dear) return;
    this.#isResting = true;
    setTimeout(
      () => {
        this.#isResting = false;
        this.#update();
      },
      Math.min(2 * cost, longestRest),
    );
  }

  /** What the manifest's `when` clauses ask for; told only when it is another than before. */
  #setContext(name: string, value: boolean): void {
    if (this.#contexts.get(name) === value) return;
    this.#contexts.set(name, value);
    void vscode.commands.executeCommand('setContext', name, value);
  }

  #choose(): Place | undefined {
    const editor = vscode.window.activeTextEditor;
    if (editor && this.get(editor.document.uri)) {
      this.#last = { uri: editor.document.uri, line: editor.selection.active.line };
      this.#lost = undefined;
    }
    if (this.#last && this.get(this.#last.uri)) return this.#last;
    let newest: Known | undefined;
    for (const each of this.#known.values()) if (!newest || each.recorded > newest.recorded) newest = each;
    return newest && { uri: vscode.Uri.parse(newest.snapshot.uri), line: 0 };
  }

  #frontAt({ uri, line }: Place): Front | undefined {
    const snapshot = this.#details;
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

/** The hash of a closed file's text: the identity of an open one names a version of its own document only. */
function closedIdentity(snapshot: PlanSnapshot | undefined): string | undefined {
  return snapshot?.identity.startsWith('h') ? snapshot.identity : undefined;
}
