import * as vscode from 'vscode';
import type { Api } from '../../client/src/extension';
import type { PlanSnapshot } from '../../server/src/protocol';
import * as assert from './assert';
import { eventually } from './eventually';

/** What the server tells of plan files from now on, by path; call `stop` in the end. */
export class Told {
  readonly #snapshots = new Map<string, PlanSnapshot>();
  readonly #counts = new Map<string, number>();
  readonly #subscription: vscode.Disposable;

  private constructor(api: Api) {
    this.#subscription = api.onProgress((snapshot) => {
      const key = vscode.Uri.parse(snapshot.uri).toString();
      this.#snapshots.set(key, snapshot);
      this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
    });
  }

  static async start(): Promise<Told> {
    const extension = vscode.extensions.getExtension<Api>(EXTENSION_ID);
    assert.ok(extension, `${EXTENSION_ID} is not installed`);
    const api = await extension.activate();
    await api.looked;
    return new Told(api);
  }

  /** How many steps of a file are done; `gone` when it is no plan or no more, undefined when nothing was told. */
  done(uri: vscode.Uri): number | 'gone' | undefined {
    const snapshot = this.#snapshots.get(uri.toString());
    return snapshot && (snapshot.plans[0]?.figures.done ?? 'gone');
  }

  /** How often something was told of a file. */
  count(uri: vscode.Uri): number {
    return this.#counts.get(uri.toString()) ?? 0;
  }

  async tells(uri: vscode.Uri, done: number | 'gone'): Promise<void> {
    await eventually(() => assert.equal(this.done(uri), done, `what was told of ${uri.path}`));
  }

  stop(): void {
    this.#subscription.dispose();
  }
}
