import * as vscode from 'vscode';
import {
  type BaseLanguageClient,
  CloseAction,
  DidChangeWatchedFilesNotification,
  ErrorAction,
  type ErrorHandler,
  FileChangeType,
  type LanguageClientOptions,
  RevealOutputChannelOn,
  State,
} from 'vscode-languageclient';
import type { FileState, ScanResult } from '../../../files/fileState';
import {
  authorNotification,
  type ChangesParams,
  type ChangesResult,
  changesRequest,
  type DirectoryEntry,
  type ExistResult,
  existRequest,
  type HandoffParams,
  type HandoffResult,
  handoffRequest,
  type InitializationOptions,
  listDirectoryRequest,
  type NearbyFilesParams,
  type NearbyFilesResult,
  nearbyFilesRequest,
  type PlanEditParams,
  type PlanEditRefusal,
  type PlanResult,
  type PlanSnapshot,
  planEditRequest,
  planFileRequest,
  planRequest,
  progressNotification,
  type ReadFileResult,
  readFileRequest,
  scanFilesRequest,
  type ToolChange,
  type ToolParams,
  type ToolResult,
  type ToolWrittenParams,
  timeZoneNotification,
  toolRequest,
  toolWrittenNotification,
} from '../../../server/src/protocol';
import { type CodeActionFilter, OpenDocuments } from './openDocuments';

/** Files in one request to scan: enough to keep the server busy until the next one arrives. */
const batchSize = 32;

interface PendingScan {
  uri: vscode.Uri;
  isPlan: boolean;
  resolve(result: ScanResult): void;
  reject(error: unknown): void;
}

/** How the server reaches files, wherever VS Code has them. */
export interface FilesForServer {
  /** Reads what a file is now. Never rejects. */
  read(uri: vscode.Uri): Promise<FileState>;
  /** Whether there are files or folders, in the order of their URIs; null where nobody can tell. */
  exist(uris: readonly string[]): Promise<ExistResult>;
  /** True for a path that the server wants to hear of when something is created or deleted there. */
  isWatched(uri: string): boolean;
  /** Files of a name below a folder, and those that stand in some of its folders, as paths below it. */
  listNearby(params: NearbyFilesParams): Promise<NearbyFilesResult>;
  /** What stands in a directory. Rejects where nobody can tell. */
  list(uri: vscode.Uri): Promise<DirectoryEntry[]>;
}

/** Makes the client of one platform: with a server process in Node, with a web worker in the browser. */
export type CreateClient = (options: LanguageClientOptions) => BaseLanguageClient;

/**
 * The language server as the rest of the client sees it. It is started by the first plan, never before: a window
 * without a plan has no server process.
 */
export class PlanServer implements vscode.Disposable {
  readonly #progress = new vscode.EventEmitter<PlanSnapshot>();
  /** The new state of a plan file, whether an editor has it open or not. */
  readonly onProgress = this.#progress.event;

  readonly #restarted = new vscode.EventEmitter<void>();
  /** The server was started anew after it had ended unasked: it knows no files that no editor has open. */
  readonly onDidRestart = this.#restarted.event;

  readonly #stoppedChanged = new vscode.EventEmitter<void>();
  /** It has ended so often that it is not started again by itself, or it was started again after that. */
  readonly onDidChangeStopped = this.#stoppedChanged.event;
  #isStopped = false;

  #client: Promise<BaseLanguageClient> | undefined;
  #author: string | undefined;
  readonly #authorChanged = new vscode.EventEmitter<void>();
  /** Another person works here, as far as git knows. */
  readonly onDidChangeAuthor = this.#authorChanged.event;
  #localTimeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

  readonly #documents = new OpenDocuments(() => this.start());
  readonly #pendingScans: PendingScan[] = [];

  constructor(
    private readonly createClient: CreateClient,
    private readonly extension: Pick<vscode.ExtensionContext, 'extensionUri' | 'storageUri'>,
    private readonly log: vscode.LogOutputChannel,
    private readonly files: FilesForServer,
  ) {}

  /** True from the moment that the first plan was met. */
  get isStarted(): boolean {
    return this.#client !== undefined;
  }

  /** True once it has ended so often that it is not started again by itself: what it told last is all that is known. */
  get isStopped(): boolean {
    return this.#isStopped;
  }

  /** Starts it again, whether it runs or not. By a client of its own: one that has failed may keep the failure. */
  async restart(): Promise<void> {
    const former = await this.#client?.catch(() => undefined);
    this.#client = undefined;
    await former?.dispose().catch(() => undefined); // one that does not run has nothing to stop
    await this.start();
    this.#running();
  }

  #running(): void {
    this.#setStopped(false);
    this.#restarted.fire();
  }

  #setStopped(isStopped: boolean): void {
    if (this.#isStopped === isStopped) return;
    this.#isStopped = isStopped;
    this.#stoppedChanged.fire();
  }

  /** The running client; the first call starts the server. Rejects when it cannot be started; the client has said so. */
  start(): Promise<BaseLanguageClient> {
    this.#client ??= this.#start().catch((error) => {
      this.#client = undefined; // The next plan tries again.
      throw error;
    });
    return this.#client;
  }

  async #start(): Promise<BaseLanguageClient> {
    // Asked again when the server is started anew: the reader's zone may be known better by then.
    const initializationOptions = (): InitializationOptions => ({
      docs: vscode.Uri.joinPath(this.extension.extensionUri, 'docs', 'rules').toString(),
      localTimeZone: this.#localTimeZone,
      ...(this.extension.storageUri && {
        storage: vscode.Uri.joinPath(this.extension.storageUri, 'readings').toString(),
      }),
      progress: true,
      files: true,
      ownOutline: true,
      markdown: true,
      commands: [
        'execplan.revealPlace',
        'execplan.addStep',
        'execplan.addSurprise',
        'execplan.addDecision',
        'execplan.addOutcome',
      ],
      ...(vscode.l10n.bundle ? { l10n: vscode.l10n.bundle } : {}),
    });
    let usual: ErrorHandler | undefined;
    const client = this.createClient({
      errorHandler: {
        error: async (error, message, count) => {
          const result = (await usual?.error(error, message, count)) ?? { action: ErrorAction.Continue };
          // It is given up then, and `closed` is not asked.
          if (result.action === ErrorAction.Shutdown) this.#setStopped(true);
          return result;
        },
        closed: async () => {
          const result = (await usual?.closed()) ?? { action: CloseAction.Restart };
          if (result.action === CloseAction.Restart) return result;
          this.#setStopped(true);
          // We say it ourselves, with ways out.
          return { ...result, handled: true };
        },
      },
      documentSelector: [{ language: 'markdown' }],
      middleware: this.#documents.middleware,
      initializationOptions,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      outputChannel: this.log,
    });
    usual = client.createDefaultErrorHandler();
    client.onRequest(readFileRequest, ({ uri }) => this.#textOf(vscode.Uri.parse(uri)));
    client.onRequest(existRequest, ({ uris }) => this.files.exist(uris));
    client.onRequest(nearbyFilesRequest, (params) => this.files.listNearby(params));
    client.onRequest(listDirectoryRequest, ({ uri }) => this.files.list(vscode.Uri.parse(uri)));
    client.onNotification(progressNotification, (snapshot) => this.#progress.fire(snapshot));
    await client.start();
    if (this.#author) await client.sendNotification(authorNotification, { author: this.#author });
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) this.#running();
    });
    return client;
  }

  /** Hands over a plan file as it is on disk; `null` for one that is gone. Starts the server only for a text. */
  async sendFile(uri: vscode.Uri, text: string | null): Promise<void> {
    if (text === null && !this.isStarted) return;
    const client = await this.start();
    await client.sendRequest(planFileRequest, { uri: client.code2ProtocolConverter.asUri(uri), text });
  }

  /**
   * Hands over a plan file as it is now, after a save: the server would tell once more what was there before. By the end of a
   * save another program may have moved the file, and what VS Code has told of that would be undone by the saved text.
   */
  async sendPresent(uri: vscode.Uri): Promise<void> {
    const state = await this.files.read(uri);
    if (typeof state === 'object') await this.sendFile(uri, state.text);
    else if (state === 'gone') await this.sendFile(uri, null);
  }

  /** From now on no other code actions are offered than those that a filter allows. */
  filterCodeActions(filter: CodeActionFilter): void {
    this.#documents.codeActionFilter = filter;
  }

  /** Makes sure that the server knows a document that is about to be edited, and that no editor may show. */
  hold(document: vscode.TextDocument): Promise<void> {
    return this.#documents.hold(document);
  }

  /** The same document is done with. With `isToClose` its file counts from now on: no editor shows it, and it is saved. */
  release(document: vscode.TextDocument, isToClose: boolean): Promise<void> {
    return this.#documents.release(document, isToClose);
  }

  /** Has the server scan a file that it can read itself. Files of one moment go in few requests. */
  scan(uri: vscode.Uri, isPlan: boolean): Promise<ScanResult> {
    return new Promise((resolve, reject) => {
      this.#pendingScans.push({ uri, isPlan, resolve, reject });
      if (this.#pendingScans.length === 1) setTimeout(() => this.#sendScans(), 0);
    });
  }

  #sendScans(): void {
    while (this.#pendingScans.length > 0) {
      const scans = this.#pendingScans.splice(0, batchSize);
      this.#sendScan(scans).catch((error) => {
        for (const { reject } of scans) reject(error);
      });
    }
  }

  async #sendScan(scans: readonly PendingScan[]): Promise<void> {
    const client = await this.start();
    const files = scans.map(({ uri, isPlan }) => ({ uri: client.code2ProtocolConverter.asUri(uri), isPlan }));
    const answers = await client.sendRequest(scanFilesRequest, { files });
    for (const [i, { resolve }] of scans.entries()) resolve(answers[i] ?? 'notUtf8');
  }

  /** Tells the server of created or deleted paths, if it has asked for them. */
  notifyFileChanges(uris: Iterable<string>, isCreated: boolean): void {
    const type: FileChangeType = isCreated ? FileChangeType.Created : FileChangeType.Deleted;
    const changes = [...uris].filter((uri) => this.files.isWatched(uri)).map((uri) => ({ uri, type }));
    if (changes.length === 0) return;
    this.start()
      .then((client) => client.sendNotification(DidChangeWatchedFilesNotification.type, { changes }))
      .catch(() => undefined); // a server that has ended will ask again
  }

  /** Asks for the whole state of a plan file; `uri` is the server's own, as its snapshots have it. */
  async plan(uri: string): Promise<PlanResult> {
    return (await this.start()).sendRequest(planRequest, { uri });
  }

  /** Asks what differs between a former text of a plan file and its present one. */
  async changes(params: ChangesParams): Promise<ChangesResult> {
    return (await this.start()).sendRequest(changesRequest, params);
  }

  /** The reader's time zone (IANA), as far as it is known. */
  get localTimeZone(): string {
    return this.#localTimeZone;
  }

  /** The reader's time zone, as the webview knows it: in a remote window this extension runs somewhere else. */
  async setTimeZone(timeZone: string): Promise<void> {
    if (timeZone === this.#localTimeZone) return;
    this.#localTimeZone = timeZone;
    if (this.isStarted) await (await this.start()).sendNotification(timeZoneNotification, { timeZone });
  }

  /** Who works here, as far as git knows. */
  get author(): string | undefined {
    return this.#author;
  }

  /** Who works here, as git knows them: decisions that are added are signed so. */
  async setAuthor(author: string): Promise<void> {
    if (author === this.#author) return;
    this.#author = author;
    this.#authorChanged.fire();
    if (this.isStarted) await (await this.start()).sendNotification(authorNotification, { author });
  }

  /** Asks for an edit of an open document; the answer is converted for `workspace.applyEdit`. */
  async planEdit(params: PlanEditParams): Promise<PlanEditAnswer> {
    const client = await this.start();
    const answer = await client.sendRequest(planEditRequest, params);
    if ('refused' in answer) return answer;
    const { edit, version, reveal } = answer;
    return {
      edit: await client.protocol2CodeConverter.asWorkspaceEdit(edit),
      version,
      reveal: reveal && client.protocol2CodeConverter.asRange(reveal),
    };
  }

  /** Asks for what the next session needs to go on with an open plan. */
  async handoff(params: HandoffParams): Promise<HandoffResult> {
    return (await this.start()).sendRequest(handoffRequest, params);
  }

  /** Asks what an agent's tool answers, and for what it is to write. */
  async tool(params: ToolParams): Promise<ToolAnswer> {
    const client = await this.start();
    const { change, ...answer } = await client.sendRequest(toolRequest, params);
    if (!change) return answer;
    return { ...answer, change: { ...change, edits: await client.protocol2CodeConverter.asTextEdits(change.edits) } };
  }

  /** Tells what an agent's tool has written, to be remembered. */
  async toolWritten(params: ToolWrittenParams): Promise<void> {
    await (await this.start()).sendNotification(toolWrittenNotification, params);
  }

  /** What the server asks for: a file's text; null when it is no longer one that is read. Rejects when nobody can tell. */
  async #textOf(uri: vscode.Uri): Promise<ReadFileResult> {
    const state = await this.files.read(uri);
    if (state === 'unknown') throw new Error(`${uri} cannot be read now`);
    return typeof state === 'object' ? state.text : null;
  }

  async dispose(): Promise<void> {
    this.#documents.dispose();
    this.#progress.dispose();
    this.#restarted.dispose();
    this.#stoppedChanged.dispose();
    this.#authorChanged.dispose();
    const client = await this.#client?.catch(() => undefined);
    await client?.dispose();
  }
}

/** An edit of the document's `version`, and what to show once it is applied; or why there is none. */
export type PlanEditAnswer =
  | { edit: vscode.WorkspaceEdit; version: number; reveal: vscode.Range | undefined }
  | PlanEditRefusal;

/** What a tool answers, converted for `workspace.applyEdit`. */
export type ToolAnswer = Omit<ToolResult, 'change'> & {
  change?: Omit<ToolChange, 'edits'> & { edits: readonly vscode.TextEdit[] };
};
