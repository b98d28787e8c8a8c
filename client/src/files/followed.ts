import * as vscode from 'vscode';
import { isMarkdownName } from '../../../files/filePolicy';
import type { FileEvents } from './fileEvents';

/** How long a file that was renamed on disk is recognised by its text (ms), and how many files are remembered for that. */
const moment = 5000;
const memory = 32;

/**
 * The files that are looked at wherever they lie, also after they were gone for a moment: somebody had them open, and
 * they were plans. One that is renamed is followed under its new name: VS Code tells of it, or another file with the
 * same text comes while it goes.
 */
export class Followed {
  /** By URI, what each held when it was read last. */
  readonly #texts = new Map<string, string | undefined>();
  /** Texts of files that have gone, and files that came where nothing is looked for: the newest, and since when. */
  readonly #lost = new Map<string, number>();
  readonly #strangers = new Map<string, number>();

  /** `look` is called for each file that is followed from then on. */
  constructor(
    private readonly events: FileEvents,
    private readonly look: (uri: vscode.Uri) => void,
  ) {}

  has(uri: vscode.Uri): boolean {
    return this.#texts.has(uri.toString());
  }

  add(uri: vscode.Uri): void {
    if (uri.scheme === 'untitled' || this.has(uri)) return;
    this.#texts.set(uri.toString(), undefined);
    this.#watch(uri);
    this.look(uri);
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

  /** A Markdown file has come, or has changed, where nothing is looked for. */
  meet(uri: vscode.Uri): void {
    if (!isMarkdownName(uri.path)) return;
    remember(this.#strangers, uri.toString());
    if (isAny(this.#lost)) this.look(uri);
  }

  /** True for a file that may be a followed one under another name: its text would tell. */
  mayKnow(uri: vscode.Uri): boolean {
    return this.#strangers.has(uri.toString()) && isAny(this.#lost);
  }

  /** What a file holds now, undefined for nothing. One that has gone stays followed, should it come back. */
  see(uri: vscode.Uri, text: string | undefined): void {
    const key = uri.toString();
    const before = this.#texts.get(key);
    if (this.#texts.has(key)) this.#texts.set(key, text);
    if (text === undefined && before !== undefined) {
      remember(this.#lost, before);
      if (isAny(this.#strangers)) for (const each of this.#strangers.keys()) this.look(vscode.Uri.parse(each));
    } else if (text !== undefined && this.#strangers.has(key) && this.#lost.delete(text)) {
      this.#strangers.delete(key);
      this.add(uri);
    }
  }

  /** A folder has left the workspace: below it only what an editor has open is followed on. */
  leave(folder: vscode.Uri): void {
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
    if (times.size <= memory) break;
    times.delete(oldest);
  }
}

/** True when something is remembered; forgets what is older than a moment. */
function isAny(times: Map<string, number>): boolean {
  for (const [key, since] of times) if (Date.now() - since > moment) times.delete(key);
  return times.size > 0;
}
