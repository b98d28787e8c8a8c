import * as vscode from 'vscode';
import { isPlanName } from '../../../core/plan/locations';
import type { PlanSnapshot } from '../../../server/src/protocol';
import type { PlanServer } from '../server/planServer';

/** A file of which the server has sent a new snapshot. */
export interface SnapshotChange {
  uri: vscode.Uri;
  /** What was known of it until then, if it was a plan file. */
  before: PlanSnapshot | undefined;
}

interface Stored {
  snapshot: PlanSnapshot;
  /** When it was recorded last (ms since the epoch); 0 when nothing in it is stamped. */
  recorded: number;
}

/** The newest snapshot of each plan file, as the server has sent it. */
export class SnapshotStore implements vscode.Disposable {
  readonly #byUri = new Map<string, Stored>();
  /** Open files that their name calls plans, and that are none. */
  readonly #rejected = new Map<string, PlanSnapshot>();
  /** Files that speak about plans. */
  readonly #guides = new Map<string, PlanSnapshot>();
  readonly #changed = new vscode.EventEmitter<SnapshotChange>();
  readonly onDidChange = this.#changed.event;
  readonly #subscription: vscode.Disposable;

  constructor(server: Pick<PlanServer, 'onProgress'>) {
    this.#subscription = server.onProgress((snapshot) => this.#store(snapshot));
  }

  /** The snapshot of a plan file; undefined for a file that is no plan. */
  get(uri: vscode.Uri): PlanSnapshot | undefined {
    return this.#byUri.get(uri.toString())?.snapshot;
  }

  /** The snapshot of a file that its name calls a plan, and that is none. */
  rejected(uri: vscode.Uri): PlanSnapshot | undefined {
    return this.#rejected.get(uri.toString());
  }

  /** The snapshot of a file that speaks about plans. */
  guide(uri: vscode.Uri): PlanSnapshot | undefined {
    return this.#guides.get(uri.toString());
  }

  /** All files that speak about plans. */
  get guides(): vscode.Uri[] {
    return [...this.#guides.values()].map(({ uri }) => vscode.Uri.parse(uri));
  }

  /** All plan files that are known. */
  get uris(): vscode.Uri[] {
    return [...this.#byUri.values()].map(({ snapshot }) => vscode.Uri.parse(snapshot.uri));
  }

  /** All of them, the one that was recorded last first. */
  get newestFirst(): vscode.Uri[] {
    const all = [...this.#byUri.values()].sort((a, b) => b.recorded - a.recorded);
    return all.map(({ snapshot }) => vscode.Uri.parse(snapshot.uri));
  }

  /** A plan file whose text has an identity, and that is one of those that are wanted. */
  withIdentity(identity: string, isWanted: (uri: vscode.Uri) => boolean = () => true): vscode.Uri | undefined {
    for (const { snapshot } of this.#byUri.values()) {
      const uri = snapshot.identity === identity ? vscode.Uri.parse(snapshot.uri) : undefined;
      if (uri && isWanted(uri)) return uri;
    }
    return undefined;
  }

  /** The plan file that was recorded last. */
  get newest(): vscode.Uri | undefined {
    let newest: Stored | undefined;
    for (const each of this.#byUri.values()) if (!newest || each.recorded > newest.recorded) newest = each;
    return newest && vscode.Uri.parse(newest.snapshot.uri);
  }

  #store(snapshot: PlanSnapshot): void {
    const uri = vscode.Uri.parse(snapshot.uri);
    const key = uri.toString();
    const before = this.get(uri);
    const isPlan = snapshot.plans.length > 0;
    if (isPlan) this.#byUri.set(key, { snapshot, recorded: recordedAt(snapshot) });
    else this.#byUri.delete(key);
    if (snapshot.kind === 'guide' && snapshot.identity !== '') this.#guides.set(key, snapshot);
    else this.#guides.delete(key);
    if (!isPlan && snapshot.identity !== '' && isPlanName(snapshot.uri)) this.#rejected.set(key, snapshot);
    else this.#rejected.delete(key);
    this.#changed.fire({ uri, before });
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changed.dispose();
  }
}

function recordedAt({ plans }: PlanSnapshot): number {
  return Math.max(0, ...plans.map((plan) => plan.recorded?.latest ?? 0));
}
