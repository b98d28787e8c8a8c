import * as vscode from 'vscode';
import { Candidates } from '../../../files/candidates';
import { isLookedAt, type LookedAtReason } from '../../../files/filePolicy';
import type { ScanResult } from '../../../files/fileState';
import { type FileState, sizeLimit } from '../../../files/fileState';
import { Queue } from '../../../files/queue';
import { candidateLimit } from '../../../files/walk';
import type { PlanServer } from '../server/planServer';
import { ConfigurationFiles } from './configurationFiles';
import { FileEvents } from './fileEvents';
import { isUtf8, type ReadFile, type ReadStat } from './fileText';
import { FolderPolicies } from './folderPolicies';
import { readDirectory, searchFolder } from './folderSearch';
import { FollowedFiles } from './followedFiles';
import { GitIgnore } from './gitIgnore';
import { MissedEvents } from './missedEvents';
import { type OutsideFolders, outsideFoldersSetting } from './outsideFolders';
import { pathBelow } from './workspacePaths';

/** Folders that are searched at one time. */
const concurrentSearches = 2;

/**
 * Finds the plan files of the workspace, looks at each, hands those that may be plans to the server, and watches them:
 * an agent writes files that no editor shows. It works remotely and in the browser.
 */
export class PlanFiles implements vscode.Disposable {
  readonly #configurations: ConfigurationFiles;
  readonly #policies: FolderPolicies;
  readonly #followed: FollowedFiles;
  readonly #candidates = new Candidates<LookedAtReason>({
    why: (uri) => this.#why(vscode.Uri.parse(uri)),
    read: (uri) => this.#read(vscode.Uri.parse(uri)),
    delegate: (uri, why) => this.#delegate(vscode.Uri.parse(uri), why),
    // A server that cannot be started has been reported already.
    send: (uri, text) => this.server.sendFile(vscode.Uri.parse(uri), text).catch(() => undefined),
    onLarge: (uri) => this.#warnLarge(vscode.Uri.parse(uri)),
  });
  readonly #searches = new Queue((key) => this.#search(key), concurrentSearches);
  /** By folder: ends its search. */
  readonly #cancellations = new Map<string, vscode.CancellationTokenSource>();
  readonly #subscriptions: vscode.Disposable[];
  readonly #missed: MissedEvents;
  readonly #events: FileEvents;
  readonly #written = new vscode.EventEmitter<vscode.Uri>();
  /** A Markdown file was created or changed on disk, by VS Code or by another program. */
  readonly onDidWrite = this.#written.event;

  constructor(
    private readonly server: PlanServer,
    private readonly readFile: ReadFile,
    stat: ReadStat,
    private readonly log: vscode.LogOutputChannel,
    /** True where the server runs on the same machine and reads the same disk. */
    private readonly isDiskShared: boolean,
    private readonly outside: OutsideFolders,
  ) {
    const gitIgnore = new GitIgnore(readFile);
    this.#configurations = new ConfigurationFiles(readFile);
    this.#policies = new FolderPolicies(gitIgnore, this.#configurations, outside);
    const events = new FileEvents({
      onWritten: (uri) => {
        this.#written.fire(uri);
        this.#onWritten(uri);
        this.#missed.hearWritten();
      },
      onNewDirectory: (uri) => {
        this.#missed.hearDirectory(uri);
        void this.#onNewDirectory(uri);
      },
      onTouched: (uri) => {
        this.#missed.hear(uri);
        server.notifyFileChanges([uri.toString()], true);
      },
      onDeleted: (uris) => {
        server.notifyFileChanges(uris, false);
        // What was written comes first: a file that was renamed is there under its new name before the old one goes.
        void this.#candidates.idle().then(() => this.#candidates.scan(...this.#candidates.knownBelow(uris)));
      },
      isHidden: (uri) => this.#policies.isHidden(uri),
    });
    this.#events = events;
    this.#missed = new MissedEvents({
      known: () => this.#candidates.known,
      stat,
      isDiskLocal: isDiskShared,
      onMissed: (uri) => this.#candidates.scan(uri),
    });
    this.#followed = new FollowedFiles(events, (uri) => this.#candidates.scan(uri.toString()));
    this.#subscriptions = [
      events,
      this.#missed,
      this.#written,
      gitIgnore,
      this.#configurations,
      this.#configurations.onDidChange((folder) => this.#searches.add(folder.uri.toString())),
      gitIgnore.onDidChange((folder) => this.#searches.add(folder.uri.toString())),
      server.onDidRestart(() => this.#candidates.scan(...this.#candidates.known)),
      vscode.workspace.onDidRenameFiles(({ files }) => {
        for (const { oldUri, newUri } of files) this.#followed.rename(oldUri, newUri);
      }),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (
          !['execplan.files', outsideFoldersSetting, 'files.exclude'].some((name) => change.affectsConfiguration(name))
        )
          return;
        this.#policies.clear();
        this.#candidates.scan(...this.#candidates.known);
        void this.find();
      }),
      vscode.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        this.#policies.clear();
        for (const { uri } of removed) this.#leaveFolder(uri);
        for (const { uri } of added) this.#searches.add(uri.toString());
      }),
    ];
  }

  /** Looks through the workspace, and resolves once every file that was found has been looked at. */
  async find(): Promise<void> {
    const folders = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri);
    this.#searches.add(...[...folders, ...this.outside.uris].map((uri) => uri.toString()));
    await this.#searches.idle();
    await this.#candidates.idle();
  }

  /** From now on the file is watched, wherever it lies: somebody has it open, and it is a plan. */
  follow(uri: vscode.Uri): void {
    this.#followed.add(uri);
  }

  async #search(key: string): Promise<void> {
    const folder = vscode.workspace.workspaceFolders?.find(({ uri }) => uri.toString() === key);
    if (!folder) return this.#searchOutside(key);
    const end = new vscode.CancellationTokenSource();
    this.#cancellations.set(key, end);
    try {
      await this.#configurations.find(folder, end.token);
      const { uris, isTruncated } = await searchFolder({
        folder,
        globs: this.#policies.searchedGlobs(folder),
        isWanted: (uri) => isLookedAt(this.#policies.reasonBySettings(uri)),
        isSkipped: (directory) => this.#policies.skips(folder, directory),
        token: end.token,
      });
      if (end.token.isCancellationRequested) return;
      if (isTruncated)
        this.log.warn(
          vscode.l10n.t(
            '{1} has more than {0} Markdown files where plans are searched for, or some in too deep folders; not all were searched. Change where with the setting {2}.',
            candidateLimit,
            folder.name,
            'execplan.files.locations',
          ),
        );
      await this.#candidates.scanNew(uris.map((uri) => uri.toString()));
    } catch (error) {
      this.log.error(vscode.l10n.t('{0} could not be searched: {1}', folder.name, String(error)));
    } finally {
      if (this.#cancellations.get(key) === end) this.#cancellations.delete(key);
      end.dispose();
    }
  }

  /** Looks through a folder outside of the workspace, if it is still named, and watches it from then on. */
  async #searchOutside(key: string): Promise<void> {
    const directory = this.outside.uris.find((uri) => uri.toString() === key);
    if (!directory) return;
    this.#events.watchOutside(directory, true);
    const { uris, isTruncated } = await readDirectory(directory);
    if (isTruncated)
      this.log.warn(vscode.l10n.t('{0} has more Markdown files or folders than are looked at.', directory.fsPath));
    await this.#candidates.scanNew(uris.map((uri) => uri.toString()));
  }

  /** Why a file is looked at; undefined when it is not. */
  async #why(uri: vscode.Uri): Promise<LookedAtReason | undefined> {
    let reason = await this.#policies.reasonFor(uri, this.#followed.has(uri));
    if (!isLookedAt(reason) && this.#followed.mayBeRenamed(uri)) {
      // It may be a followed file under another name: its text tells.
      await this.#read(uri);
      reason = await this.#policies.reasonFor(uri, this.#followed.has(uri));
    }
    return isLookedAt(reason) ? reason : undefined;
  }

  /** A file was written. */
  #onWritten(uri: vscode.Uri): void {
    const key = uri.toString();
    if (this.#candidates.has(key) || this.#followed.has(uri) || isLookedAt(this.#policies.reasonBySettings(uri)))
      this.#candidates.scan(key);
    else this.#followed.noteUnknown(uri);
  }

  /** The system does not always tell of files that came with their directory. */
  async #onNewDirectory(uri: vscode.Uri): Promise<void> {
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    if (folder && !(await this.#policies.skips(folder, `${pathBelow(folder, uri)}/`)))
      this.#searches.add(folder.uri.toString());
  }

  /** A folder has left the workspace: its plans are no longer shown, though they may still be there. */
  #leaveFolder(folder: vscode.Uri): void {
    this.#cancellations.get(folder.toString())?.cancel();
    this.#followed.leaveFolder(folder);
    this.#candidates.scan(...this.#candidates.knownBelow(new Set([folder.toString().replace(/\/$/, '')])));
  }

  /** Once there is a server, it reads itself what nobody here needs the text of. */
  #delegate(uri: vscode.Uri, why: LookedAtReason): Promise<ScanResult> | undefined {
    const isTextNeeded = this.#followed.has(uri) || this.#followed.mayBeRenamed(uri);
    if (!this.isDiskShared || !this.server.isStarted || uri.scheme !== 'file' || isTextNeeded || !isUtf8(uri))
      return undefined;
    // A server that ends meanwhile is told of all that is known when it is there again.
    return this.server.scan(uri, why === 'included').catch((): ScanResult => 'accepted');
  }

  async #read(uri: vscode.Uri): Promise<FileState> {
    const state = await this.readFile(uri);
    if (state !== 'unknown') this.#followed.noteContent(uri, typeof state === 'object' ? state.text : undefined);
    return state;
  }

  #warnLarge(uri: vscode.Uri): void {
    const size = sizeLimit / 1024 / 1024;
    this.log.warn(
      vscode.l10n.t('{0} is larger than {1} MiB and was not read.', vscode.workspace.asRelativePath(uri), size),
    );
  }

  dispose(): void {
    this.#searches.clear();
    this.#candidates.stop();
    for (const end of this.#cancellations.values()) end.cancel();
    for (const each of this.#subscriptions) each.dispose();
  }
}
