import * as vscode from 'vscode';
import { identityOfText } from '../../../core/text/identity';
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
  /** The document that was closed last, if it was that plan's: its URI, and the identity of its text. */
  #closed: { key: string; identity: string } | undefined;
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

  /** VS Code has closed a document. */
  close(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    if (key === this.#location?.uri.toString()) this.#closed = { key, identity: identityOfText(document.getText()) };
  }

  /** The server has told of a file: it may be the one that is looked for under another name. */
  follow({ uri, before }: SnapshotChange): void {
    if (!this.#location) return;
    const key = this.#location.uri.toString();
    const now = this.store.get(uri);
    if (uri.toString() === key) {
      // Now it is there, or it has gone: then its text may be there under another name already.
      this.#lostIdentity = now ? undefined : (this.#identityOf(before) ?? this.#lostIdentity);
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

  /** The hash of a text: the identity of an open document names a version of it only, so its own text is taken. */
  #identityOf(snapshot: PlanSnapshot | undefined): string | undefined {
    if (!snapshot || snapshot.identity.startsWith('h')) return snapshot?.identity;
    // VS Code may keep one that the server does not see any more.
    const key = this.#location?.uri.toString();
    const kept = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === key);
    if (kept) return identityOfText(kept.getText());
    return this.#closed?.key === key ? this.#closed?.identity : undefined;
  }
}
