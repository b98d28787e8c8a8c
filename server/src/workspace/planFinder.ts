import { FileChangeType, type FileEvent, type FileSystemWatcher, WatchKind } from 'vscode-languageserver';
import { configurationName } from '../../../core/configuration/repositoryFile';
import { Candidates } from '../../../files/candidates';
import type { CheckContext } from '../../../files/checkContext';
import { type FileGlobs, fileGlobsOf } from '../../../files/fileGlobs';
import { FilePolicy, isLookedAt, isMarkdownName, type LookedAtReason } from '../../../files/filePolicy';
import type { ScanResult } from '../../../files/fileState';
import { type FileState, sizeLimit } from '../../../files/fileState';
import { IgnoreRules } from '../../../files/ignoreRules';
import { Queue } from '../../../files/queue';
import { folderKey, innermostFolder, joinUri, relativeTo } from '../../../files/uri';
import { candidateLimit, type Entry, walk } from '../../../files/walk';
import type { PlanFileParams, ScannedFile } from '../protocol';

/** The files of the machine that the server runs on, by their `file:` URIs. */
export interface Disk {
  /** What stands in a directory; rejects where it cannot be read. */
  list(directory: string): Promise<readonly Entry[]>;
  /** Never rejects. */
  read(file: string): Promise<FileState>;
}

/** Who hears of the files. */
export interface PlanFinderHost {
  /** What counts for a file: the same object as long as nothing has changed. */
  contextOf(uri: string): CheckContext;
  /** Reads the configuration files that count for some files; undefined where all are known. */
  resolveContexts(uris: readonly string[]): Promise<void> | undefined;
  /** Takes a plan file's present text; null when it is none any more. Never rejects. */
  send(file: PlanFileParams): Promise<unknown>;
  /** Reads and takes one by itself: many at a time, and not all of them in this thread. Never rejects. */
  scan(file: ScannedFile): Promise<ScanResult>;
  warn(message: string): void;
}

/** A folder of the workspace. */
interface Folder {
  /** Its key: see `files/uri.ts`. */
  uri: string;
  pathBelow(uri: string): string | undefined;
  rules: IgnoreRules;
  policy: FilePolicy;
  token: { isCancellationRequested: boolean };
}

/** The innermost folder that something lies in, and its path below it. */
interface Place {
  folder: Folder;
  path: string;
}

/**
 * The plan files below the workspace's `file:` folders, found and read by the server itself, for a client that only
 * speaks the protocol. It never watches the disk: the client tells what has changed.
 */
export class PlanFinder {
  /** What the client shall tell of: see `applyFileChanges`. */
  readonly watched: readonly FileSystemWatcher[] = [
    { globPattern: '**/*.[mM][dD]' },
    { globPattern: '**/.gitignore' },
    // A directory that goes may be all that is told of what was in it.
    { globPattern: '**/*', kind: WatchKind.Delete },
  ];
  #folders: readonly Folder[] = [];
  readonly #candidates: Candidates<LookedAtReason>;
  readonly #searches = new Queue((uri) => this.#search(uri), 1);

  constructor(
    private readonly disk: Disk,
    private readonly host: PlanFinderHost,
  ) {
    this.#candidates = new Candidates({
      why: (uri) => this.#why(uri),
      read: (uri) => disk.read(uri),
      delegate: (uri, why) => host.scan({ uri, isPlan: why === 'included' }),
      send: async (uri, text) => void (await host.send({ uri, text })),
      onLarge: (uri) => host.warn(`${uri} is larger than ${sizeLimit / 1024 / 1024} MiB and was not read.`),
    });
  }

  /** Looks through the folders, whose plan files these are from now on; what was known elsewhere is gone. */
  async find(folders: readonly string[]): Promise<void> {
    const wanted = new Set(folders.map(folderKey).filter((uri) => uri.startsWith('file:')));
    for (const { uri, token } of this.#folders) token.isCancellationRequested = !wanted.has(uri);
    this.#folders = [...wanted].map((uri) => {
      const before = this.#folders.find((each) => each.uri === uri);
      const rules = before?.rules ?? this.#rulesOf(uri);
      return {
        uri,
        pathBelow: relativeTo(uri),
        rules,
        policy: this.#policyOf(uri, rules),
        token: before?.token ?? { isCancellationRequested: false },
      };
    });
    this.#candidates.scan(...this.#candidates.known);
    this.#searches.add(...wanted);
    await this.#searches.idle();
    await this.#candidates.idle();
  }

  /** Files and directories that were created, changed or deleted, as the client reports them. */
  applyFileChanges(changes: readonly FileEvent[]): void {
    const gone = new Set<string>();
    for (const { uri, type } of changes) {
      const place = this.#placeOf(uri);
      if (!place) continue;
      const { folder, path } = place;
      const name = path.slice(path.lastIndexOf('/') + 1);
      if (type === FileChangeType.Deleted) gone.add(joinUri(folder.uri, path));
      if (name === '.gitignore') folder.rules.forget();
      if (name === '.gitignore' || name === configurationName) this.#searches.add(folder.uri);
      else if (isMarkdownName(name)) this.#candidates.scan(joinUri(folder.uri, path));
      else if (type === FileChangeType.Created) void this.#lookForDirectory(place);
    }
    if (gone.size > 0) this.#candidates.scan(...this.#candidates.knownBelow(gone));
  }

  /** A directory that has come may be all that is told of what is in it. */
  async #lookForDirectory({ folder, path }: Place): Promise<void> {
    // Most of what is created are files by their names: builds make thousands.
    if (/[^/]\.[a-z][a-z0-9]{0,7}$/i.test(path)) return;
    const entries = await this.disk.list(joinUri(folder.uri, path)).catch(() => []);
    if (entries.length === 0 || (await folder.policy.skips(`${path}/`))) return;
    folder.rules.forget();
    this.#searches.add(folder.uri);
  }

  /** A file's present text; null when it is none that may be a plan. Rejects when nobody can tell. */
  async read(uri: string): Promise<string | null> {
    const state = await this.disk.read(uri);
    if (state === 'unknown') throw new Error(`${uri} cannot be read now`);
    return typeof state === 'object' ? state.text : null;
  }

  #rulesOf(folder: string): IgnoreRules {
    return new IgnoreRules(async (path) => {
      const state = await this.disk.read(joinUri(folder, path));
      return typeof state === 'object' ? state.text : undefined;
    });
  }

  async #search(uri: string): Promise<void> {
    const folder = this.#folders.find((each) => each.uri === uri);
    if (!folder) return;
    const { files, isTruncated } = await walk({
      list: (directory) => this.#list(folder, directory),
      isWanted: (path) => isLookedAt(folder.policy.reasonBySettings(path)),
      isSkipped: (directory) => folder.policy.skips(directory),
      token: folder.token,
    });
    if (isTruncated)
      this.host.warn(
        `More than ${candidateLimit} Markdown files lie in ${uri} where plans are looked for, or they lie too deep: some were not looked at.`,
      );
    await this.#candidates.scanNew(files.map((path) => joinUri(uri, path)));
  }

  /** Which files of a folder are looked at: the configuration files in it say so for those below each. */
  #policyOf(folder: string, rules: IgnoreRules): FilePolicy {
    const known = new WeakMap<CheckContext, FileGlobs>();
    const pathBelow = relativeTo(folder);
    return new FilePolicy({
      globsOf: (path) => {
        const context = this.host.contextOf(joinUri(folder, path));
        const globs = known.get(context) ?? fileGlobsOf(context.settings, pathBelow);
        known.set(context, globs);
        return globs;
      },
      isIgnored: (path) => rules.ignores(path),
    });
  }

  /** What stands in a directory of a folder. A configuration file there is read first: it says what is wanted below. */
  async #list({ uri }: Folder, directory: string): Promise<readonly Entry[]> {
    const entries = await this.disk.list(joinUri(uri, directory.replace(/\/$/, '')));
    if (entries.some(({ name }) => name === configurationName))
      await this.host.resolveContexts([joinUri(uri, directory + configurationName)]);
    return entries;
  }

  async #why(uri: string): Promise<LookedAtReason | undefined> {
    const place = this.#placeOf(uri);
    const reason = await place?.folder.policy.reasonFor(place.path);
    return reason && isLookedAt(reason) ? reason : undefined;
  }

  #placeOf(uri: string): Place | undefined {
    const innermost = innermostFolder(
      uri,
      this.#folders.map((folder) => folder.uri),
    );
    const folder = this.#folders.find((each) => each.uri === innermost);
    const path = folder?.pathBelow(uri);
    return folder && path !== undefined ? { folder, path } : undefined;
  }
}
