import * as vscode from 'vscode';
import type { OutsideFolders } from '../files/outsideFolders';
import type { SeenPlans } from '../front/seenPlans';
import type { SnapshotStore } from '../front/snapshotStore';
import type { PlanServer } from '../server/planServer';
import {
  type Arrangement,
  arrange,
  mergeWorktrees,
  type PlanRow,
  type RowGroup,
  rowsOf,
  type WorktreePlace,
} from './planRows';
import { stalledAfter, stalledAfterSetting } from './stalledAfter';

/** Milliseconds: so long changes are gathered, behind the painting of the plan in front, and where there are many, as while the workspace is searched. */
const fewPause = 100;
const manyPause = 300;
const many = 20;
/** Ages and stalls are looked at again after so many milliseconds. */
const tick = 60_000;

interface Parts {
  snapshots: SnapshotStore;
  seenPlans: Pick<SeenPlans, 'hasMoved' | 'onDidChange'>;
  server: Pick<PlanServer, 'isStopped' | 'onDidChangeStopped'>;
  outside: Pick<OutsideFolders, 'holds'>;
  placeOf(uri: string): WorktreePlace | undefined;
}

/** The rows of all plans of the workspace, in the groups and the order that their reader wants. */
export class PlanList implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  /** The rows, or what they say, may be others. */
  readonly onDidChange = this.#changed.event;
  /** By URI. */
  readonly #rows = new Map<string, PlanRow[]>();
  readonly #dirty = new Map<string, vscode.Uri>();
  readonly #collator = new Intl.Collator(vscode.env.language, { numeric: true });
  readonly #subscriptions: vscode.Disposable[];
  #arrangement: Arrangement;
  #groups: RowGroup[] = [];
  #merged: PlanRow[] = [];
  #pause: ReturnType<typeof setTimeout> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #now = Date.now();

  constructor(
    private readonly parts: Parts,
    arrangement: Arrangement,
  ) {
    this.#arrangement = arrangement;
    this.#subscriptions = [
      parts.snapshots.onDidChange(({ uri }) => this.#markDirty(uri)),
      parts.seenPlans.onDidChange((uri) => this.#markDirty(uri)),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(stalledAfterSetting)) this.refresh();
      }),
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.refresh()),
      parts.server.onDidChangeStopped(() => this.refresh()),
    ];
    this.#tickLater();
  }

  /** The instant (ms since the epoch) that ages are told by. */
  get now(): number {
    return this.#now;
  }

  get groups(): readonly RowGroup[] {
    return this.#groups;
  }

  /** All rows, whatever is shown of them. */
  get rows(): readonly PlanRow[] {
    return this.#merged;
  }

  get arrangement(): Arrangement {
    return this.#arrangement;
  }

  arrange(arrangement: Arrangement): void {
    this.#arrangement = arrangement;
    this.#update();
  }

  /** Makes all rows anew. */
  refresh(): void {
    for (const uri of [...this.parts.snapshots.uris, ...this.parts.snapshots.guides])
      this.#dirty.set(uri.toString(), uri);
    this.#update();
  }

  #markDirty(uri: vscode.Uri): void {
    this.#dirty.set(uri.toString(), uri);
    this.#pause ??= setTimeout(() => this.#update(), this.#dirty.size > many ? manyPause : fewPause);
  }

  #update(): void {
    clearTimeout(this.#pause);
    this.#pause = undefined;
    this.#now = Date.now();
    const { snapshots, seenPlans, server, outside, placeOf } = this.parts;
    const resting = stalledAfter();
    for (const [key, uri] of this.#dirty) {
      const snapshot = snapshots.get(uri) ?? snapshots.guide(uri);
      const path = vscode.workspace.asRelativePath(uri);
      const context = {
        uri: key,
        path,
        isMoved: seenPlans.hasMoved(uri),
        isStale: server.isStopped,
        isOutside: outside.holds(uri),
        now: this.#now,
        stalledAfter: resting,
      };
      if (snapshot) this.#rows.set(key, rowsOf(snapshot, context));
      else this.#rows.delete(key);
    }
    this.#dirty.clear();
    this.#merged = mergeWorktrees([...this.#rows.values()].flat(), placeOf);
    this.#groups = arrange(this.#merged, this.#arrangement, this.#collator);
    this.#changed.fire();
  }

  #tickLater(): void {
    this.#timer = setTimeout(() => {
      this.refresh();
      this.#tickLater();
    }, tick);
  }

  dispose(): void {
    clearTimeout(this.#pause);
    clearTimeout(this.#timer);
    for (const each of this.#subscriptions) each.dispose();
    this.#changed.dispose();
  }
}
