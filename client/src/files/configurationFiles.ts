import * as vscode from 'vscode';
import {
  type Configuration,
  configurationName,
  readConfiguration,
  sayOfFilesTheSame,
} from '../../../core/configuration/repositoryFile';
import type { ReadFile } from './fileText';
import { hasSearch } from './folderSearch';

/** So many configuration files of one folder count; others are the server's to read. */
const limit = 200;

const noRules: ReadonlySet<string> = new Set();

/** What the configuration files of the workspace folders say of where plans lie. The server reads the rest of them. */
export class ConfigurationFiles implements vscode.Disposable {
  /** By the URI of a workspace folder, by the path of a directory: see `vscode.Uri.path`. */
  readonly #byFolder = new Map<string, Map<string, Configuration>>();
  readonly #changed = new vscode.EventEmitter<vscode.WorkspaceFolder>();
  /** A folder's configuration files say something else now. */
  readonly onDidChange = this.#changed.event;
  readonly #subscriptions: vscode.Disposable[];

  constructor(private readonly readFile: ReadFile) {
    const watcher = vscode.workspace.createFileSystemWatcher(`**/${configurationName}`);
    const change = async (uri: vscode.Uri) => {
      const folder = vscode.workspace.getWorkspaceFolder(uri);
      if (folder && (await this.#read(folder, uri))) this.#changed.fire(folder);
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

  /** Reads the files of a folder: its own first, then, where that can be searched for, those below. */
  async find(folder: vscode.WorkspaceFolder, token: vscode.CancellationToken): Promise<void> {
    const pattern = new vscode.RelativePattern(folder, `**/${configurationName}`);
    const below = hasSearch(folder.uri)
      ? await vscode.workspace.findFiles(pattern, '**/node_modules/**', limit, token)
      : [];
    const uris = [vscode.Uri.joinPath(folder.uri, configurationName), ...below];
    await Promise.all(uris.map((uri) => this.#read(folder, uri)));
  }

  /** What the nearest file upwards from a path (`vscode.Uri.path`) says; undefined where there is none in its folder. */
  of(folder: vscode.WorkspaceFolder, path: string): Configuration | undefined {
    const known = this.#byFolder.get(folder.uri.toString());
    if (!known || known.size === 0) return undefined;
    const top = pathOf(folder.uri);
    for (let at = path; at.length > top.length; ) {
      at = at.slice(0, Math.max(0, at.lastIndexOf('/')));
      const found = known.get(at);
      if (found) return found;
    }
    return undefined;
  }

  /** All of a folder. */
  in(folder: vscode.WorkspaceFolder): readonly Configuration[] {
    return [...(this.#byFolder.get(folder.uri.toString())?.values() ?? [])];
  }

  /** True where a file says something else than before. */
  async #read(folder: vscode.WorkspaceFolder, uri: vscode.Uri): Promise<boolean> {
    const state = await this.readFile(uri);
    if (state === 'unknown') return false; // The last state stays.
    const key = folder.uri.toString();
    const known = this.#byFolder.get(key) ?? new Map<string, Configuration>();
    this.#byFolder.set(key, known);
    const directory = pathOf(vscode.Uri.joinPath(uri, '..'));
    const before = known.get(directory);
    if (typeof state !== 'object') return known.delete(directory);
    const now = readConfiguration(state.text, directory, noRules).configuration;
    known.set(directory, now);
    return !sayOfFilesTheSame(before, now);
  }

  dispose(): void {
    for (const each of [...this.#subscriptions, this.#changed]) each.dispose();
  }
}

/** Without a slash at its end: the root of all is empty. */
function pathOf({ path }: vscode.Uri): string {
  return path.replace(/\/$/, '');
}
