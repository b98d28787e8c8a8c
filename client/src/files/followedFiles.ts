import * as vscode from 'vscode';
import { isMarkdownName } from '../../../files/filePolicy';
import type { FileEvents } from './fileEvents';

/** How long a file that was renamed on disk is recognized by its text (ms), and how many files are remembered for that. */
const renameWindow = 5000;
const mostRemembered = 32;

/**
 * The files that are looked at wherever they lie, also after they were gone for a moment: somebody had them open, and
 * they were plans. One that is renamed is followed under its new name: VS Code tells of it, or another file with the
 * same text comes while it goes.
 */
export class FollowedFiles {
  /** By URI, what each held when it was read last. */
  readonly #texts = new Map<string, string | undefined>();
  /** Texts of deleted files, and URIs of new files where no plans are looked for: the newest ones, and since when. */
  readonly #gone = new Map<string, number>();
  readonly #unknown = new Map<string, number>();

  /** `scan` is called for each file that is followed from then on. */
  constructor(
    private readonly events: FileEvents,
    private readonly scan: (uri: vscode.Uri) => void,
  ) {}

  has(uri: vscode.Uri): boolean {
    return this.#texts.has(uri.toString());
  }

  add(uri: vscode.Uri): void {
    if (uri.scheme === 'untitled' || this.has(uri)) return;
    this.#texts.set(uri.toString(), undefined);
    this.#watch(uri);
    this.scan(uri);
  }

  #watch(uri: vscode.Uri): void {
    if (!vscode.workspace.getWorkspaceFolder(uri)) this.events.watchOutside(vscode.Uri.joinPath(uri, '..'));
  }

  /** VS Code has renamed a file or a folder. */
  rename(from: vscode.Uri, to: vscode.Uri): void {
    for (const key of [...this.#texts.keys()]) {
      if (!isBelow(key, from)) continue;
      const uri = vscode.Uri.parse(key);
      this.add(to.with({ path: to.path + uri.path.slice(from.path.length) }));
    }
  }

  /** A Markdown file was created or changed where no plans are looked for. */
  noteUnknown(uri: vscode.Uri): void {
    if (!isMarkdownName(uri.path)) return;
    remember(this.#unknown, uri.toString());
    if (hasRecent(this.#gone)) this.scan(uri);
  }

  /** True for a file that may be a followed one under another name: its text would tell. */
  mayBeRenamed(uri: vscode.Uri): boolean {
    return this.#unknown.has(uri.toString()) && hasRecent(this.#gone);
  }

  /** What a file holds now; undefined for a deleted file, which stays followed in case it comes back. */
  noteContent(uri: vscode.Uri, text: string | undefined): void {
    const key = uri.toString();
    const before = this.#texts.get(key);
    if (this.#texts.has(key)) this.#texts.set(key, text);
    if (text === undefined && before !== undefined) {
      remember(this.#gone, before);
      if (hasRecent(this.#unknown)) for (const each of this.#unknown.keys()) this.scan(vscode.Uri.parse(each));
    } else if (text !== undefined && this.#unknown.has(key) && this.#gone.delete(text)) {
      this.#unknown.delete(key);
      this.add(uri);
    }
  }

  /** A folder has left the workspace: below it only what an editor has open is followed on. */
  leaveFolder(folder: vscode.Uri): void {
    const open = new Set(vscode.workspace.textDocuments.map(({ uri }) => uri.toString()));
    for (const key of [...this.#texts.keys()]) {
      if (!isBelow(key, folder)) continue;
      if (open.has(key)) this.#watch(vscode.Uri.parse(key));
      else this.#texts.delete(key);
    }
  }
}

/** True for the URI itself and for what lies below it. */
function isBelow(key: string, uri: vscode.Uri): boolean {
  return key === uri.toString() || key.startsWith(`${uri.toString().replace(/\/$/, '')}/`);
}

/** Adds as the newest, and forgets the oldest. */
function remember(times: Map<string, number>, key: string): void {
  times.delete(key);
  times.set(key, Date.now());
  for (const oldest of times.keys()) {
    if (times.size <= mostRemembered) break;
    times.delete(oldest);
  }
}

/** True when something is remembered; forgets what is older than the rename window. */
function hasRecent(times: Map<string, number>): boolean {
  for (const [key, since] of times) if (Date.now() - since > renameWindow) times.delete(key);
  return times.size > 0;
}
