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
  /** By URI: the files that the server knows from us. */
  readonly #known = new Set<string>();
  readonly #reading = new Map<string, Promise<void>>();
  readonly #subscriptions: vscode.Disposable[];

  constructor(private readonly server: PlanServer) {
    const watcher = vscode.workspace.createFileSystemWatcher('**/*.md');
    const look = (uri: vscode.Uri) => {
      if (this.#known.has(uri.toString()) || isPlanLocation(uri.path)) void this.#read(uri);
    };
    this.#subscriptions = [
      watcher,
      watcher.onDidCreate(look),
      watcher.onDidChange(look),
      watcher.onDidDelete(look),
      server.onDidRestart(() => {
        for (const uri of this.#known) void this.#read(vscode.Uri.parse(uri));
      }),
      vscode.workspace.onDidChangeWorkspaceFolders(({ added }) => {
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
    const queue = [...found.values()];
    const work = async () => {
      for (let uri = queue.shift(); uri; uri = queue.shift()) await this.#read(uri);
    };
    await Promise.all(Array.from({ length: concurrency }, work));
  }

  /** From now on the file is watched, wherever it lies: somebody has opened it, and it is a plan. */
  follow(uri: vscode.Uri): void {
    if (uri.scheme === 'untitled' || this.#known.has(uri.toString())) return;
    void this.#read(uri);
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
    if (text !== null && mayBePlan(text)) {
      this.#known.add(key);
      await this.server.sendFile(uri, text);
    } else if (this.#known.delete(key)) await this.server.sendFile(uri, null);
  }

  dispose(): void {
    for (const each of this.#subscriptions) each.dispose();
  }
}

/** A file's text; null when it is gone or cannot be read. */
async function textOf(uri: vscode.Uri): Promise<string | null> {
  try {
    return await vscode.workspace.decode(await vscode.workspace.fs.readFile(uri), { uri });
  } catch {
    return null;
  }
}
