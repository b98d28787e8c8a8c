import * as vscode from 'vscode';
import { isMarkdownName } from '../../../files/filePolicy';

/** What is done with the events; those of deleted paths come in bursts. */
export interface FileHandlers {
  /** A Markdown file was created or changed: an atomic rename arrives as created only, so both are one. */
  onWritten(uri: vscode.Uri): void;
  onNewDirectory(uri: vscode.Uri): void;
  /** A path of any kind came, or changed: what goes and comes back in a moment arrives as changed only. */
  onTouched(uri: vscode.Uri): void;
  /** Paths of any kind. */
  onDeleted(uris: ReadonlySet<string>): void;
  isHidden(uri: vscode.Uri): boolean;
}

/** What happens to files on disk: in the workspace, and in directories outside of it that somebody asks for. */
export class FileEvents implements vscode.Disposable {
  #deleted = new Set<string>();
  readonly #outside = new Map<string, vscode.Disposable>();
  readonly #subscriptions: vscode.Disposable[];

  constructor(private readonly handlers: FileHandlers) {
    const written = vscode.workspace.createFileSystemWatcher('**/*.{md,MD}', false, false, true);
    const others = vscode.workspace.createFileSystemWatcher('**/*');
    this.#subscriptions = [
      written,
      others,
      written.onDidCreate(handlers.onWritten),
      written.onDidChange(handlers.onWritten),
      others.onDidCreate(handlers.onTouched),
      others.onDidChange(handlers.onTouched),
      others.onDidCreate((uri) => void this.#lookForDirectory(uri)),
      others.onDidDelete((uri) => this.#delete(uri)),
    ];
  }

  /** Watches the Markdown files of a directory outside of the workspace, with those `below` it or without. */
  watchOutside(directory: vscode.Uri, below = false): void {
    const glob = below ? '**/*.{md,MD}' : '*.{md,MD}';
    const key = `${directory}/${glob}`;
    if (this.#outside.has(key)) return;
    const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(directory, glob));
    watcher.onDidCreate(this.handlers.onWritten);
    watcher.onDidChange(this.handlers.onWritten);
    watcher.onDidDelete((uri) => this.#delete(uri));
    this.#outside.set(key, watcher);
  }

  async #lookForDirectory(uri: vscode.Uri): Promise<void> {
    // Most of what is created are files by their name; builds make thousands, and each look costs.
    if (isMarkdownName(uri.path) || /[^/]\.[A-Za-z][A-Za-z0-9]{0,7}$/.test(uri.path) || this.handlers.isHidden(uri))
      return;
    const stat = await vscode.workspace.fs.stat(uri).then(
      ({ type }) => type,
      () => vscode.FileType.Unknown,
    );
    if (stat === vscode.FileType.Directory) this.handlers.onNewDirectory(uri);
  }

  /** The events of one burst come one right after the other. */
  #delete(uri: vscode.Uri): void {
    this.#deleted.add(uri.toString());
    if (this.#deleted.size > 1) return;
    void Promise.resolve().then(() => {
      const deleted = this.#deleted;
      this.#deleted = new Set();
      this.handlers.onDeleted(deleted);
    });
  }

  dispose(): void {
    for (const each of [...this.#subscriptions, ...this.#outside.values()]) each.dispose();
  }
}
