import * as vscode from 'vscode';
import { Queue } from '../../server/src/files/queue';
import { candidateLimit } from '../../server/src/files/walk';
import { mayBePlan } from '../../server/src/plan/firstLook';
import { FileEvents } from './fileEvents';
import { readFile, sizeLimit } from './fileText';
import { searchFolder } from './folderSearch';
import { Followed } from './followed';
import { GitIgnore } from './gitIgnore';
import { Places, pathBelow, type Standing, searchedGlobs } from './places';
import type { PlanServer } from './planServer';

/** Files that are read at one time, and folders that are searched. */
const readers = 8;
const searchers = 2;

/**
 * Finds the plan files of the workspace, looks at each, hands those that may be plans to the server, and watches them:
 * an agent writes files that no editor shows. Uses VS Code's own files alone, so that it works remotely and in the
 * browser. Whatever happens to a file, it is put into the queue, and what it is now is found out from scratch.
 */
export class PlanFiles implements vscode.Disposable {
  readonly #places = new Places();
  readonly #ignored = new GitIgnore();
  readonly #followed: Followed;
  /** By URI: the files whose text the server has from us, and why each is looked at. */
  readonly #known = new Map<string, Standing | 'followed'>();
  readonly #queue = new Queue((key) => this.#look(vscode.Uri.parse(key)), readers);
  readonly #searches = new Queue((key) => this.#search(key), searchers);
  /** By folder: ends its search. */
  readonly #ends = new Map<string, vscode.CancellationTokenSource>();
  /** By URI: the files that the log has named as too large. */
  readonly #named = new Set<string>();
  readonly #subscriptions: vscode.Disposable[];

  constructor(
    private readonly server: PlanServer,
    private readonly log: vscode.LogOutputChannel,
  ) {
    const events = new FileEvents({
      onWritten: (uri) => this.#hear(uri),
      onNewDirectory: (uri) => this.#hearDirectory(uri),
      // What was written comes first: a file that was renamed is there under its new name before the old one goes.
      onDeleted: (uris) => void this.#queue.idle().then(() => this.#queue.add(...this.#below(uris))),
      isHidden: (uri) => this.#places.isHidden(uri),
    });
    this.#followed = new Followed(events, (uri) => this.#queue.add(uri.toString()));
    this.#subscriptions = [
      events,
      this.#ignored,
      this.#ignored.onDidChange((folder) => this.#searches.add(folder.uri.toString())),
      server.onDidRestart(() => this.#queue.add(...this.#known.keys())),
      vscode.workspace.onDidRenameFiles(({ files }) => {
        for (const { oldUri, newUri } of files) this.#followed.rename(oldUri, newUri);
      }),
      vscode.workspace.onDidChangeConfiguration((change) => {
        const names = ['execplan.files.locations', 'execplan.files.include', 'files.exclude'];
        if (!names.some((name) => change.affectsConfiguration(name))) return;
        this.#places.forget();
        this.#queue.add(...this.#known.keys());
        void this.find();
      }),
      vscode.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        this.#places.forget();
        for (const { uri } of removed) this.#leave(uri);
        for (const { uri } of added) this.#searches.add(uri.toString());
      }),
    ];
  }

  /** Looks through the workspace, and resolves once every file that was found has been looked at. */
  async find(): Promise<void> {
    this.#searches.add(...(vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.toString()));
    await this.#searches.idle();
    await this.#queue.idle();
  }

  /** From now on the file is watched, wherever it lies: somebody has it open, and it is a plan. */
  follow(uri: vscode.Uri): void {
    this.#followed.add(uri);
  }

  async #search(key: string): Promise<void> {
    const folder = vscode.workspace.workspaceFolders?.find(({ uri }) => uri.toString() === key);
    if (!folder) return;
    const end = new vscode.CancellationTokenSource();
    this.#ends.set(key, end);
    try {
      const { uris, isCut } = await searchFolder({
        folder,
        globs: searchedGlobs(),
        isWanted: (uri) => this.#places.standing(uri) !== undefined,
        isSkipped: (directory) => this.#isSkipped(folder, directory),
        token: end.token,
      });
      if (end.token.isCancellationRequested) return;
      if (isCut)
        this.log.warn(
          vscode.l10n.t(
            'More than {0} Markdown files lie in {1} where plans are looked for, or they lie too deep: some were not looked at. The setting {2} says where to look.',
            candidateLimit,
            folder.name,
            'execplan.files.locations',
          ),
        );
      const present = uris.map((uri) => uri.toString());
      this.#queue.add(...present.filter((uri) => !this.#known.has(uri)), ...(await this.#changed(folder)));
    } catch (error) {
      this.log.error(vscode.l10n.t('{0} could not be searched: {1}', folder.name, String(error)));
    } finally {
      if (this.#ends.get(key) === end) this.#ends.delete(key);
      end.dispose();
    }
  }

  /** The known files of a folder that are looked at for another reason than before, or for none. */
  async #changed(folder: vscode.WorkspaceFolder): Promise<string[]> {
    const changed: string[] = [];
    for (const [key, why] of this.#known) {
      const uri = vscode.Uri.parse(key);
      if (vscode.workspace.getWorkspaceFolder(uri)?.uri.toString() !== folder.uri.toString()) continue;
      if ((await this.#why(uri)) !== why) changed.push(key);
    }
    return changed;
  }

  async #isSkipped(folder: vscode.WorkspaceFolder, directory: string): Promise<boolean> {
    if (this.#places.isHidden(vscode.Uri.joinPath(folder.uri, directory))) return true;
    return !this.#places.mayInclude(directory) && this.#ignored.ignoresPath(folder, directory);
  }

  /** Why a file is looked at; undefined when it is not. */
  async #why(uri: vscode.Uri): Promise<Standing | 'followed' | undefined> {
    const standing = this.#places.standing(uri);
    if (standing === 'included' || (standing === 'located' && !(await this.#ignored.ignores(uri)))) return standing;
    return this.#followed.has(uri) ? 'followed' : undefined;
  }

  /** A file was written. */
  #hear(uri: vscode.Uri): void {
    const key = uri.toString();
    if (this.#known.has(key) || this.#followed.has(uri) || this.#places.standing(uri)) this.#queue.add(key);
    else this.#followed.meet(uri);
  }

  /** The system does not always tell of files that came with their directory. */
  async #hearDirectory(uri: vscode.Uri): Promise<void> {
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    if (folder && !(await this.#isSkipped(folder, `${pathBelow(folder, uri)}/`)))
      this.#searches.add(folder.uri.toString());
  }

  /** What is known at paths that were deleted, or below them: a directory that goes tells nothing of its files. */
  #below(uris: ReadonlySet<string>): string[] {
    return [...this.#known.keys()].filter((key) => {
      for (let path = key; path !== ''; path = path.slice(0, Math.max(0, path.lastIndexOf('/'))))
        if (uris.has(path)) return true;
      return false;
    });
  }

  /** A folder has left the workspace: its plans are no longer shown, though they may still be there. */
  #leave(folder: vscode.Uri): void {
    this.#ends.get(folder.toString())?.cancel();
    this.#followed.leave(folder);
    this.#queue.add(...this.#below(new Set([folder.toString().replace(/\/$/, '')])));
  }

  /** Finds out what a file is now, and tells the server. */
  async #look(uri: vscode.Uri): Promise<void> {
    const why = await this.#why(uri);
    if (!why && !this.#followed.mayKnow(uri)) return this.#forget(uri);
    const state = await readFile(uri);
    if (state === 'unknown') return; // The last state stays.
    if (state === 'large' && why) this.#nameLarge(uri);
    const text = typeof state === 'object' ? state.text : undefined;
    this.#followed.see(uri, text);
    // Its folder may have gone meanwhile.
    const still = why && (await this.#why(uri));
    if (text === undefined || !still || !(still === 'included' || mayBePlan(text))) return this.#forget(uri);
    this.#known.set(uri.toString(), still);
    await this.#send(uri, text);
  }

  async #forget(uri: vscode.Uri): Promise<void> {
    if (this.#known.delete(uri.toString())) await this.#send(uri, null);
  }

  #nameLarge(uri: vscode.Uri): void {
    if (this.#named.has(uri.toString())) return;
    this.#named.add(uri.toString());
    const size = sizeLimit / 1024 / 1024;
    this.log.warn(
      vscode.l10n.t('{0} is larger than {1} MiB and was not read.', vscode.workspace.asRelativePath(uri), size),
    );
  }

  /** A server that cannot be started has been reported already. */
  async #send(uri: vscode.Uri, text: string | null): Promise<void> {
    await this.server.sendFile(uri, text).catch(() => undefined);
  }

  dispose(): void {
    this.#searches.clear();
    this.#queue.clear();
    for (const end of this.#ends.values()) end.cancel();
    for (const each of this.#subscriptions) each.dispose();
  }
}
