import { type Connection, type Disposable, DocumentSymbolRequest } from 'vscode-languageserver';

/** Joins the editor's standard outline, on demand, for a client that has an outline of its own. */
export class StandardOutline {
  #joined: Promise<Disposable> | undefined;

  constructor(private readonly connection: Connection) {}

  /** Never rejects: without it, everything else goes on. */
  async join(isWanted: boolean): Promise<void> {
    if (isWanted === (this.#joined !== undefined)) return;
    const { client } = this.connection;
    if (isWanted)
      this.#joined = client
        .register(DocumentSymbolRequest.type, { documentSelector: null, label: 'ExecPlan' })
        .catch(() => ({ dispose: () => undefined })); // the library has said so
    else {
      const joined = this.#joined;
      this.#joined = undefined;
      (await joined)?.dispose();
    }
  }
}
