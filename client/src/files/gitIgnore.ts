import * as vscode from 'vscode';
import { IgnoreRules } from '../../../files/ignoreRules';
import type { ReadFile } from './fileText';

/** What git ignores in the workspace folders, by the rules that each holds itself. */
export class GitIgnore implements vscode.Disposable {
  readonly #byFolder = new Map<string, IgnoreRules>();
  readonly #changed = new vscode.EventEmitter<vscode.WorkspaceFolder>();
  /** A folder's rules are others now. */
  readonly onDidChange = this.#changed.event;
  readonly #subscriptions: vscode.Disposable[];

  constructor(private readonly readFile: ReadFile) {
    const watcher = vscode.workspace.createFileSystemWatcher('**/{.gitignore,.git/info/exclude}');
    const change = (uri: vscode.Uri) => {
      const folder = vscode.workspace.getWorkspaceFolder(uri);
      if (!folder) return;
      this.#byFolder.get(folder.uri.toString())?.forget();
      this.#changed.fire(folder);
    };
    this.#subscriptions = [
      watcher,
      watcher.onDidCreate(change),
      watcher.onDidChange(change),
      watcher.onDidDelete(change),
      vscode.workspace.onDidChangeWorkspaceFolders(({ removed }) => {
        for (const { uri } of removed) this.#byFolder.delete(uri.toString());
      }),
    ];
  }

  /** True for a path below a folder that git ignores, alone or with its parents; a directory's ends with `/`. */
  async ignoresPath(folder: vscode.WorkspaceFolder, path: string): Promise<boolean> {
    if (path === '' || path === '/') return false;
    const key = folder.uri.toString();
    let rules = this.#byFolder.get(key);
    if (!rules) {
      rules = new IgnoreRules(async (each) => {
        const state = await this.readFile(vscode.Uri.joinPath(folder.uri, each));
        return typeof state === 'object' ? state.text : undefined;
      });
      this.#byFolder.set(key, rules);
    }
    return rules.ignores(path);
  }

  dispose(): void {
    for (const each of [...this.#subscriptions, this.#changed]) each.dispose();
  }
}
