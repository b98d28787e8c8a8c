import * as vscode from 'vscode';
import { mayBePlan } from '../../server/src/plan/firstLook';
import { isPlanLocation, planGlobs } from '../../server/src/plan/locations';
import type { PlanServer } from './planServer';

/** Files read at one time, and found at most. */
const concurrency = 8;
const limit = 2000;

/**
 * Finds the plan files of the workspace, looks at each, hands those that may be plans to the server, and watches them:
 * an agent writes files that no editor shows. Uses `workspace.fs` alone, so that it works remotely and in the browser.
 */
export class PlanFiles implements vscode.Disposable {
  /** By URI: the files whose text the server has from us. */
  readonly #known = new Set<string>();
  /** By URI: the files that are looked at wherever they lie, also after they were gone for a moment. */
  readonly #followed = new Set<string>();
  /** By URI: the files that the settings call plans, whatever they hold. */
  readonly #included = new Set<string>();
  readonly #includedWatchers: vscode.Disposable[] = [];
  /** Counts the searches for included files: a later one ends those before it. */
  #round = 0;
  readonly #reading = new Map<string, Promise<void>>();
  readonly #subscriptions: vscode.Disposable[];

  constructor(private readonly server: PlanServer) {
    const written = vscode.workspace.createFileSystemWatcher('**/*.md', false, false, true);
    // A folder that goes tells nothing of the files in it.
    const deleted = vscode.workspace.createFileSystemWatcher('**/*', true, true, false);
    this.#subscriptions = [
      written,
      deleted,
      written.onDidCreate((uri) => this.#look(uri)),
      written.onDidChange((uri) => this.#look(uri)),
      deleted.onDidDelete((uri) => this.#lookBelow(uri)),
      server.onDidRestart(() => {
        for (const uri of this.#known) void this.#read(vscode.Uri.parse(uri));
      }),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('execplan.files.include')) void this.#findIncluded();
      }),
      vscode.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        for (const { uri } of removed) this.#forgetBelow(uri);
        if (added.length > 0) void this.find();
      }),
    ];
  }

  /** Looks through the workspace once. What no search can find (a virtual workspace without one) is found when opened. */
  async find(): Promise<void> {
    const found = new Map<string, vscode.Uri>();
    for (const glob of planGlobs)
      for (const uri of await vscode.workspace.findFiles(glob, '**/node_modules/**', limit))
        found.set(uri.toString(), uri);
    await this.#readAll([...found.values()]);
    await this.#findIncluded();
  }

  /** Finds and watches what the settings call plans now; what they called so before is looked at again. */
  async #findIncluded(): Promise<void> {
    const round = ++this.#round;
    const before = [...this.#included].map((key) => vscode.Uri.parse(key));
    this.#included.clear();
    for (const watcher of this.#includedWatchers.splice(0)) watcher.dispose();
    const found: vscode.Uri[] = [];
    const include = (uri: vscode.Uri) => {
      // Only Markdown is ever a plan, and only the latest settings count.
      if (round !== this.#round || !uri.path.toLowerCase().endsWith('.md')) return false;
      this.#included.add(uri.toString());
      return true;
    };
    for (const pattern of includedPatterns()) {
      if (round !== this.#round) return;
      const watcher = vscode.workspace.createFileSystemWatcher(pattern, false, false, true);
      const look = (uri: vscode.Uri) => {
        if (include(uri)) void this.#read(uri);
      };
      this.#includedWatchers.push(watcher, watcher.onDidCreate(look), watcher.onDidChange(look));
      for (const uri of await vscode.workspace.findFiles(pattern, '**/node_modules/**', limit)) {
        if (include(uri)) found.push(uri);
      }
    }
    await this.#readAll([...before, ...found]);
  }

  async #readAll(uris: readonly vscode.Uri[]): Promise<void> {
    const queue = [...uris];
    const work = async () => {
      for (let uri = queue.shift(); uri; uri = queue.shift()) await this.#read(uri);
    };
    await Promise.all(Array.from({ length: concurrency }, work));
  }

  /** From now on the file is watched, wherever it lies: somebody has it open, and it is a plan. */
  follow(uri: vscode.Uri): void {
    if (uri.scheme === 'untitled' || this.#followed.has(uri.toString())) return;
    this.#followed.add(uri.toString());
    if (!vscode.workspace.getWorkspaceFolder(uri)) this.#watchOutside(uri);
    void this.#read(uri);
  }

  /** Outside of the workspace only the file's own folder is watched. */
  #watchOutside(uri: vscode.Uri): void {
    const watcher = vscode.workspace.createFileSystemWatcher(
      new vscode.RelativePattern(vscode.Uri.joinPath(uri, '..'), '*.md'),
    );
    const look = (changed: vscode.Uri) => {
      if (changed.toString() === uri.toString()) this.#look(uri);
    };
    this.#subscriptions.push(watcher, watcher.onDidCreate(look), watcher.onDidChange(look), watcher.onDidDelete(look));
  }

  #look(uri: vscode.Uri): void {
    if (this.#followed.has(uri.toString()) || isPlanLocation(uri.path)) void this.#read(uri);
  }

  /** Reads again what is known at a path that was deleted, or below it. */
  #lookBelow(uri: vscode.Uri): void {
    for (const key of this.#known) if (isBelow(key, uri)) void this.#read(vscode.Uri.parse(key));
  }

  /** A folder has left the workspace: its plans are no longer shown, though they may still be there. */
  #forgetBelow(uri: vscode.Uri): void {
    for (const key of this.#known) {
      if (!isBelow(key, uri)) continue;
      this.#known.delete(key);
      this.#followed.delete(key);
      void this.#send(vscode.Uri.parse(key), null);
    }
  }

  /** Reads a file again; while it is being read, once more afterwards, so that the last state is the one that stays. */
  #read(uri: vscode.Uri): Promise<void> {
    const key = uri.toString();
    const next = (this.#reading.get(key) ?? Promise.resolve()).then(() => this.#readNow(uri));
    this.#reading.set(key, next);
    return next.finally(() => {
      if (this.#reading.get(key) === next) this.#reading.delete(key);
    });
  }

  async #readNow(uri: vscode.Uri): Promise<void> {
    const text = await textOf(uri);
    const key = uri.toString();
    if (text !== null && (this.#included.has(key) || mayBePlan(text))) {
      this.#known.add(key);
      await this.#send(uri, text);
    } else if (this.#known.delete(key)) await this.#send(uri, null);
  }

  /** A server that cannot be started has been reported already. */
  async #send(uri: vscode.Uri, text: string | null): Promise<void> {
    await this.server.sendFile(uri, text).catch(() => undefined);
  }

  dispose(): void {
    this.#round = -1;
    for (const each of [...this.#subscriptions, ...this.#includedWatchers]) each.dispose();
  }
}

/** True for an open document that the settings call a plan, whatever it holds. */
export function isIncluded(document: vscode.TextDocument): boolean {
  return includedPatterns().some((pattern) => vscode.languages.match({ pattern }, document) > 0);
}

/** `execplan.files.include` below each workspace folder. */
function includedPatterns(): vscode.RelativePattern[] {
  const globs = vscode.workspace.getConfiguration('execplan').get<unknown>('files.include');
  const strings = Array.isArray(globs)
    ? globs.filter((glob): glob is string => typeof glob === 'string' && glob !== '')
    : [];
  return (vscode.workspace.workspaceFolders ?? []).flatMap((folder) =>
    strings.map((glob) => new vscode.RelativePattern(folder, glob.replace(/^\.?\//, ''))),
  );
}

/** True for the URI itself and for what lies below it. */
function isBelow(key: string, uri: vscode.Uri): boolean {
  return key === uri.toString() || key.startsWith(`${uri.toString()}/`);
}

/** A file's text; null when it is gone or cannot be read. */
async function textOf(uri: vscode.Uri): Promise<string | null> {
  try {
    return await vscode.workspace.decode(await vscode.workspace.fs.readFile(uri), { uri });
  } catch {
    return null;
  }
}
