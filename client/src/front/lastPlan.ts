import type * as vscode from 'vscode';
import type { PlanSnapshot } from '../../../server/src/protocol';
import type { SnapshotChange, SnapshotStore } from './snapshotStore';

/** A line of a plan file, 0-based. */
export interface PlanLocation {
  uri: vscode.Uri;
  line: number;
}

/**
 * The plan that a person had in front last. It stays that plan when its file gets another name: VS Code tells of it, or
 * another file with the same text is there while it goes. One that is deleted and written anew is the same, too.
 */
export class LastPlan {
  #location: PlanLocation | undefined;
  /** The identity of the file's text when it went. */
  #lostIdentity: string | undefined;
  /** By URI: the new names of what VS Code has renamed, until the server knows the file by them. */
  readonly #renamed = new Map<string, vscode.Uri>();

  constructor(private readonly store: SnapshotStore) {}

  /** Undefined as long as no plan was in front, and while its file is gone. */
  get location(): PlanLocation | undefined {
    return this.#location && this.store.get(this.#location.uri) ? this.#location : undefined;
  }

  /** The person is there now. */
  set(location: PlanLocation): void {
    this.#location = location;
    this.#lostIdentity = undefined;
  }

  /** VS Code has renamed a file or a folder. */
  rename(from: vscode.Uri, to: vscode.Uri): void {
    const last = this.#location?.uri;
    if (!last || !(last.toString() === from.toString() || last.toString().startsWith(`${from}/`))) return;
    this.#renamed.set(last.toString(), to.with({ path: to.path + last.path.slice(from.path.length) }));
  }

  /** The server has told of a file: it may be the one that is looked for under another name. */
  follow({ uri, before }: SnapshotChange): void {
    if (!this.#location) return;
    const key = this.#location.uri.toString();
    const now = this.store.get(uri);
    if (uri.toString() === key) {
      // Now it is there, or it has gone: then its text may be there under another name already.
      this.#lostIdentity = now ? undefined : (closedIdentity(before) ?? this.#lostIdentity);
      const twin = this.#lostIdentity === undefined ? undefined : this.store.withIdentity(this.#lostIdentity);
      if (twin) this.#move(twin);
    } else if (now) {
      const hasItsText = this.#lostIdentity !== undefined && now.identity === this.#lostIdentity;
      if (hasItsText || this.#renamed.get(key)?.toString() === uri.toString()) this.#move(uri);
    }
  }

  #move(uri: vscode.Uri): void {
    if (!this.#location) return;
    this.#renamed.delete(this.#location.uri.toString());
    this.set({ uri, line: this.#location.line });
  }
}

/** The hash of a closed file's text: the identity of an open one names a version of its own document only. */
function closedIdentity(snapshot: PlanSnapshot | undefined): string | undefined {
  return snapshot?.identity.startsWith('h') ? snapshot.identity : undefined;
}
