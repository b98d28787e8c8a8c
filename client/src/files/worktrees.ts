import * as vscode from 'vscode';
import type { ReadFile } from './fileText';

/** A worktree of a repository. */
interface Worktree {
  /** Its folder's URI, without a slash at its end. */
  folder: string;
  /** Names the repository: the folder that all its worktrees share. */
  repository: string;
}

/**
 * The worktrees that the folders of the workspace are, and those that lie in one of them: as git writes them down, in `.git`
 * and in `.git/worktrees/`. Nothing is run.
 */
export class Worktrees implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.#changed.event;
  readonly #subscriptions: vscode.Disposable[];
  #worktrees: readonly Worktree[] = [];

  constructor(private readonly readFile: ReadFile) {
    this.#subscriptions = [vscode.workspace.onDidChangeWorkspaceFolders(() => void this.find())];
  }

  /** Where a file lies in a repository that has several worktrees here; undefined elsewhere. */
  placeOf(uri: string): { repository: string; path: string } | undefined {
    let best: Worktree | undefined;
    for (const each of this.#worktrees)
      if (uri.startsWith(`${each.folder}/`) && each.folder.length > (best?.folder.length ?? 0)) best = each;
    return best && { repository: best.repository, path: uri.slice(best.folder.length + 1) };
  }

  /** Looks for them. */
  async find(): Promise<void> {
    const found = new Map<string, Worktree>();
    for (const { uri } of vscode.workspace.workspaceFolders ?? [])
      for (const worktree of await this.#ofFolder(uri)) found.set(worktree.folder, worktree);
    const all = [...found.values()];
    const counts = new Map<string, number>();
    for (const { repository } of all) counts.set(repository, (counts.get(repository) ?? 0) + 1);
    const before = this.#worktrees.length;
    this.#worktrees = all.filter(({ repository }) => (counts.get(repository) ?? 0) > 1);
    // Most workspaces have none: then no row is made anew.
    if (before + this.#worktrees.length > 0) this.#changed.fire();
  }

  async #ofFolder(folder: vscode.Uri): Promise<Worktree[]> {
    const git = vscode.Uri.joinPath(folder, '.git');
    const file = await this.readFile(git);
    if (typeof file === 'object') {
      // `gitdir: /path/of/the/repository/.git/worktrees/name`
      const repository = /^gitdir:\s{0,9}(\S.{0,4000}?)[\\/]worktrees[\\/][^\\/]{1,400}\s*$/m.exec(file.text)?.[1];
      return repository ? [{ folder: keyOf(folder), repository: keyOf(fileUri(folder, repository)) }] : [];
    }
    const own: Worktree = { folder: keyOf(folder), repository: keyOf(git) };
    const others: Worktree[] = [];
    for (const [name] of await entriesOf(vscode.Uri.joinPath(git, 'worktrees'))) {
      const link = await this.readFile(vscode.Uri.joinPath(git, 'worktrees', name, 'gitdir'));
      const place = typeof link === 'object' ? link.text.trim().replace(/[\\/]\.git$/, '') : '';
      if (place) others.push({ folder: keyOf(fileUri(folder, place)), repository: own.repository });
    }
    return [own, ...others.filter(({ folder: each }) => each.startsWith(`${own.folder}/`))];
  }

  dispose(): void {
    for (const each of this.#subscriptions) each.dispose();
    this.#changed.dispose();
  }
}

/** A path that git has written, on the disk of a folder. */
function fileUri(folder: vscode.Uri, path: string): vscode.Uri {
  if (!/^(?:[\\/]|[A-Za-z]:)/.test(path)) return vscode.Uri.joinPath(folder, path);
  return folder.with({ path: vscode.Uri.file(path).path });
}

function keyOf(uri: vscode.Uri): string {
  return uri.toString().replace(/\/$/, '');
}

function entriesOf(folder: vscode.Uri): Thenable<[string, vscode.FileType][]> {
  return vscode.workspace.fs.readDirectory(folder).then(undefined, () => []);
}
