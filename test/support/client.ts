import { PassThrough } from 'node:stream';
import { createConnection } from 'vscode-languageserver/node';
import {
  type ClientCapabilities,
  type CodeAction,
  CodeActionRequest,
  ConfigurationRequest,
  createProtocolConnection,
  DidChangeConfigurationNotification,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  type DocumentSymbol,
  DocumentSymbolRequest,
  type FileSystemWatcher,
  InitializedNotification,
  InitializeRequest,
  type InitializeResult,
  LogMessageNotification,
  type NotificationType,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  type Range,
  RegistrationRequest,
  type RequestParam,
  type RequestType,
  ShowMessageNotification,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
  UnregistrationRequest,
} from 'vscode-languageserver-protocol/node';
import { rules } from '../../core/rules/list';
import {
  existRequest,
  type InitializationOptions,
  listDirectoryRequest,
  nearbyFilesRequest,
  type PlanDetails,
  type PlanSnapshot,
  planFileRequest,
  planRequest,
  progressNotification,
  readFileRequest,
} from '../../server/src/protocol';
import { startServer } from '../../server/src/server';
import type { Environment } from '../../server/src/workspace/environment';

/** The rules of a server that is not asked for others: what it does with findings shall not change with each new rule. */
export const fewRules = rules.filter(({ id }) =>
  ['missing-living-section', 'done-without-timestamp', 'invalid-timestamp'].includes(id),
);

export interface ClientOptions {
  clientName?: string;
  capabilities?: ClientCapabilities;
  initializationOptions?: InitializationOptions;
  /** URIs of the workspace's folders. */
  folders?: string[];
  /** The settings below `execplan`; the client can change them later. */
  settings?: unknown;
  /** The files on disk, by URI. */
  files?: Record<string, string>;
  environment?: Partial<Environment>;
}

/** Starts a server in the same process, over two streams in memory; its client has said nothing yet. */
export function connectToServer(environment: Partial<Environment> = {}): ProtocolConnection {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  startServer((options) => createConnection(toServer, toClient, options), {
    now: () => Date.parse('2026-03-01T09:30:15Z'),
    // Time stands still.
    later: () => ({ dispose() {} }),
    timeZone: 'UTC',
    docs: 'file:///docs/rules',
    // Readers have all rules.
    ...(environment.workerPool ? {} : { rules: fewRules }),
    ...environment,
  });
  const connection = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
  connection.listen();
  return connection;
}

/** A server in the same process and a small client of it. */
export class TestClient {
  /** Whatever the server has sent and nobody has awaited yet, by kind. */
  readonly diagnostics = new Mailbox<PublishDiagnosticsParams>();
  readonly progress = new Mailbox<PlanSnapshot>();
  readonly logs = new Mailbox<string>();
  readonly messages = new Mailbox<string>();
  readonly registrations = new Mailbox<string>();
  /** What the server has files watched by. */
  readonly watched: FileSystemWatcher[] = [];
  settings: unknown;
  /** The files on disk, by URI: what the server reads when it asks. */
  readonly files = new Map<string, string>();
  /** What the server has asked whether it is there, question by question. */
  readonly questions = new Mailbox<string[]>();
  /** What happens while the server waits for a file; a rejection is the answer. */
  onRead: (uri: string) => Promise<void> = async () => {};

  private constructor(
    private readonly connection: ProtocolConnection,
    readonly server: InitializeResult,
  ) {}

  static async start({
    clientName,
    capabilities = {},
    initializationOptions,
    folders,
    settings = {},
    files = {},
    environment,
  }: ClientOptions = {}): Promise<TestClient> {
    const connection = connectToServer(environment);
    const initialized = await connection.sendRequest(InitializeRequest.type, {
      processId: null,
      ...(clientName !== undefined && { clientInfo: { name: clientName } }),
      rootUri: null,
      ...(folders ? { workspaceFolders: folders.map((uri) => ({ uri, name: uri })) } : {}),
      capabilities: { workspace: { configuration: true, workspaceEdit: { documentChanges: true } }, ...capabilities },
      ...(initializationOptions ? { initializationOptions } : {}),
    });
    const client = new TestClient(connection, initialized);
    client.settings = settings;
    for (const [uri, text] of Object.entries(files)) client.files.set(uri, text);
    connection.onNotification(PublishDiagnosticsNotification.type, (params) => client.diagnostics.put(params));
    connection.onNotification(progressNotification, (snapshot) => client.progress.put(snapshot));
    connection.onNotification(LogMessageNotification.type, ({ message }) => client.logs.put(message));
    connection.onNotification(ShowMessageNotification.type, ({ message }) => client.messages.put(message));
    connection.onRequest(ConfigurationRequest.type, ({ items }) => items.map(() => client.settings));
    connection.onRequest(readFileRequest, async ({ uri }) => {
      await client.onRead(uri);
      return client.files.get(uri) ?? null;
    });
    connection.onRequest(existRequest, ({ uris }) => {
      client.questions.put([...uris]);
      const isThere = (uri: string) => [...client.files.keys()].some((each) => `${each}/`.startsWith(`${uri}/`));
      return uris.map((uri) => (uri.endsWith('/locked') ? null : isThere(uri)));
    });
    connection.onRequest(nearbyFilesRequest, ({ folder, name, folders }) => {
      const paths = [...client.files.keys()].flatMap((uri) =>
        uri.startsWith(`${folder}/`) ? [decodeURIComponent(uri.slice(folder.length + 1))] : [],
      );
      return paths.filter((path) => {
        const parts = path.split('/');
        return parts.at(-1) === name || folders.includes(parts.slice(0, -1).join('/'));
      });
    });
    connection.onRequest(listDirectoryRequest, ({ uri }) => {
      const below = [...client.files.keys()]
        .filter((each) => each.startsWith(`${uri}/`))
        .map((each) => each.slice(uri.length + 1));
      const names = new Map(below.map((path) => [path.split('/')[0] as string, path.includes('/')]));
      return [...names].map(([name, isDirectory]) => ({ name, type: isDirectory ? 'directory' : 'file' }));
    });
    connection.onRequest(RegistrationRequest.type, ({ registrations }) => {
      for (const { method, registerOptions } of registrations) {
        client.watched.push(...(registerOptions?.watchers ?? []));
        client.registrations.put(`+${method}`);
      }
    });
    connection.onRequest(UnregistrationRequest.type, ({ unregisterations }) => {
      for (const { method } of unregisterations) client.registrations.put(`-${method}`);
    });
    await connection.sendNotification(InitializedNotification.type, {});
    return client;
  }

  open(uri: string, text: string, version = 1): Promise<void> {
    return this.connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId: 'markdown', version, text },
    });
  }

  change(uri: string, version: number, ...contentChanges: TextDocumentContentChangeEvent[]): Promise<void> {
    return this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version },
      contentChanges,
    });
  }

  close(uri: string): Promise<void> {
    return this.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
  }

  async actions(uri: string, range: Range, only?: string[]): Promise<CodeAction[]> {
    const context = only ? { diagnostics: [], only } : { diagnostics: [] };
    return ((await this.connection.sendRequest(CodeActionRequest.type, { textDocument: { uri }, range, context })) ??
      []) as CodeAction[];
  }

  /** Writes a file to the disk (deletes it: null) and tells the server; resolves once the server has read it. */
  async write(uri: string, text: string | null): Promise<void> {
    if (text === null) this.files.delete(uri);
    else this.files.set(uri, text);
    await this.connection.sendRequest(planFileRequest, { uri, text });
  }

  async symbols(uri: string): Promise<DocumentSymbol[]> {
    return ((await this.connection.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri } })) ??
      []) as DocumentSymbol[];
  }

  /** The first plan of a file, with its steps. */
  async details(uri: string): Promise<PlanDetails | undefined> {
    const result = await this.connection.sendRequest(planRequest, { uri });
    return result?.plans[0];
  }

  request<P, R>(type: RequestType<P, R, void>, params: RequestParam<P>): Promise<R> {
    return this.connection.sendRequest(type, params);
  }

  /** A request of LSP, by its method: for an open document, at a place, or with other params. */
  ask<R>(method: string, uri: string, params: object = {}): Promise<R> {
    return this.connection.sendRequest(method, { textDocument: { uri }, ...params });
  }

  /** A message of LSP can be named by its method alone. */
  notify<P>(type: NotificationType<P> | string, params: RequestParam<P>): Promise<void> {
    return typeof type === 'string'
      ? this.connection.sendNotification(type, params)
      : this.connection.sendNotification(type, params);
  }

  async changeSettings(settings: unknown): Promise<void> {
    this.settings = settings;
    await this.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
  }

  stop(): void {
    this.connection.dispose();
  }
}

/** Messages in the order of their arrival, each taken once: awaiting the next one never misses it and never sleeps. */
class Mailbox<T> {
  readonly #waiting: ((message: T) => void)[] = [];
  readonly #messages: T[] = [];

  put(message: T): void {
    const next = this.#waiting.shift();
    if (next) next(message);
    else this.#messages.push(message);
  }

  take(): Promise<T> {
    const message = this.#messages.shift();
    return message === undefined ? new Promise((resolve) => this.#waiting.push(resolve)) : Promise.resolve(message);
  }

  /** How many have arrived and wait. */
  get size(): number {
    return this.#messages.length;
  }
}
