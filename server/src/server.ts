import { config as configureTexts } from '@vscode/l10n';
import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type Disposable,
  DocumentSymbolRequest,
  type InitializeParams,
  type InitializeResult,
  RequestType,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { type Analysis, analyze, identityOf } from './analysis';
import type { Environment } from './environment';
import { actionKinds, codeActions } from './features/codeActions';
import { toDiagnostic } from './features/diagnostics';
import { toDocumentSymbols } from './features/documentSymbols';
import { planEdit } from './features/planEdit';
import { goneSnapshot, toDetails, toSnapshot } from './features/progress';
import { toWorkspaceEdit } from './features/workspaceEdit';
import type { FixContext, Rule } from './lint/rule';
import { rules as allRules } from './lint/rules';
import { OpenPlans } from './openPlans';
import { OpenText } from './openText';
import { Pauses } from './pauses';
import {
  type InitializationOptions,
  type Look,
  type LookAtFilesParams,
  lookAtFilesMethod,
  type PlanEditParams,
  type PlanEditResult,
  type PlanFileParams,
  type PlanParams,
  type PlanResult,
  type PlanSnapshot,
  planEditMethod,
  planFileMethod,
  planMethod,
  progressMethod,
  type ReadFileResult,
  readFileMethod,
  type TimeZoneParams,
  timeZoneMethod,
} from './protocol';
import { defaultSettings, readSettings, resolveTimeZone, type Settings } from './settings';
import { analyzerBy, type ClosedFile, closedFile, describe, type Terms } from './terms';
import { PlanFiles } from './workspace';

/** Serves one client over a connection, until it says goodbye. */
export function startServer(connection: Connection, environment: Environment): void {
  const rules = environment.rules ?? allRules;
  let settings: Settings = defaultSettings;
  let options: InitializationOptions = {};
  let docs = environment.docs;
  let localTimeZone = environment.timeZone;
  let canAskSettings = false;
  let canHearSettings = false;
  let canHearFolders = false;
  let canHearFiles = false;
  let canTypeInSnippets = false;
  let canRegisterSymbols = false;
  let symbols: Promise<Disposable> | undefined;

  const log = (message: string) => connection.console.error(message);
  const logRule = (rule: Rule, error: unknown) => log(`Rule ${rule.id} failed: ${describe(error)}`);
  let folders: readonly string[] = [];
  /** The settings and folders that everything was read by. */
  let lastSaid = '';
  const newTerms = (): Terms => ({ settings, folders, docs, l10n: options.l10n });
  let terms = newTerms();
  let analyzer = analyzerBy(terms, rules, environment.now, log);
  const open = new OpenPlans(() => analyzer, environment.now);
  const documents = new TextDocuments({
    create: (uri, _languageId, version, text) => new OpenText(uri, version, text),
    update: (document: OpenText, changes, version) => open.update(document, changes, version),
  });
  const own = environment.ownFiles?.({
    send: (file) => takeFile(file),
    warn: (message) => connection.console.warn(message),
  });
  const files: PlanFiles = new PlanFiles({
    terms: () => terms,
    analyze: (text, uri) => analyze(text, uri, analyzer),
    read: async (uri) =>
      options.files
        ? connection.sendRequest<ReadFileResult>(readFileMethod, { uri })
        : ((await own?.read(uri)) ?? null),
    readPlain: environment.readPlain,
    readAway: environment.rules ? undefined : environment.readers?.read.bind(environment.readers),
    log,
    tell: publishFile,
  });

  // Nothing is answered or published before the settings are there.
  let isReady = false;
  let resolveReady: () => void;
  const ready = new Promise<void>((resolve) => {
    resolveReady = resolve;
  });

  /** Wraps a handler: it waits for the settings, and an error is logged and answered with the fallback. */
  function guarded<P, R>(name: string, fallback: R, handle: (params: P) => R | Promise<R>): (params: P) => Promise<R> {
    return async (params) => {
      try {
        await ready;
        return await handle(params);
      } catch (error) {
        connection.console.error(`${name} failed: ${describe(error)}`);
        return fallback;
      }
    };
  }

  function fixContext(document: OpenText): Omit<FixContext, 'plan'> {
    const timeZone = resolveTimeZone(settings.timeZone, localTimeZone);
    return { lines: open.get(document).lines, clock: { now: environment.now(), timeZone } };
  }

  /** What is known of a file, whether an editor has it open or not. */
  async function analysisOf(uri: string): Promise<{ identity: string; analysis: Analysis } | undefined> {
    const document = documents.get(uri);
    return document ? { identity: identityOf(document), analysis: open.get(document) } : files.analysis(uri);
  }

  function sendProgress(snapshot: PlanSnapshot): void {
    if (options.progress) void connection.sendNotification(progressMethod, snapshot);
  }

  function publish(document: OpenText): void {
    const { uri, version } = document;
    const analysis = open.get(document);
    const diagnostics = analysis.findings.map((finding) => toDiagnostic(finding, uri, docs));
    void connection.sendDiagnostics({ uri, diagnostics, version });
    sendProgress(toSnapshot({ uri, identity: identityOf(document), ...analysis }));
  }

  /** Files whose findings stand in the editor though it does not show them. */
  const published = new Set<string>();

  /** Tells of a file as it is on disk, unless an editor has it open: then the editor's text counts. */
  function publishFile(uri: string, { snapshot, diagnostics }: ClosedFile): void {
    if (documents.get(uri)) return;
    const present = settings.workspaceDiagnostics ? diagnostics : [];
    if (present && (published.delete(uri) || present.length > 0))
      void connection.sendDiagnostics({ uri, diagnostics: [...present] });
    if (present && present.length > 0) published.add(uri);
    sendProgress(snapshot);
  }

  async function applySettings(value: unknown): Promise<void> {
    settings = readSettings(value);
    await joinStandardOutline(settings.inStandardOutline);
    readAgain();
  }

  /** Where the settings are others now, or the folders that their globs begin at. */
  function readAgain(): void {
    const said = JSON.stringify([settings, folders]);
    if (said === lastSaid) return;
    lastSaid = said;
    terms = newTerms();
    analyzer = analyzerBy(terms, rules, environment.now, log);
    open.clear();
    if (!isReady) return;
    for (const document of documents.all()) publish(document);
    files.reread().catch((error) => log(`Reading again failed: ${describe(error)}`));
    void findOwn();
  }

  /** Finds the plan files for a client that does not, and that has a use for them. */
  async function findOwn(): Promise<void> {
    if (options.files) return;
    const isUseful = options.progress || settings.workspaceDiagnostics;
    await own?.find(isUseful ? folders : [], settings.files);
  }

  async function joinStandardOutline(wanted: boolean): Promise<void> {
    if (!options.ownOutline || !canRegisterSymbols || wanted === (symbols !== undefined)) return;
    if (wanted)
      symbols = connection.client.register(DocumentSymbolRequest.type, { documentSelector: null, label: 'ExecPlan' });
    else {
      (await symbols)?.dispose();
      symbols = undefined;
    }
  }

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    const { capabilities, initializationOptions, workspaceFolders } = params;
    folders = (workspaceFolders ?? (params.rootUri ? [{ uri: params.rootUri }] : [])).map(({ uri }) => uri);
    canHearFolders = capabilities.workspace?.workspaceFolders === true;
    canHearFiles = capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
    options = { ...(initializationOptions as InitializationOptions | undefined) };
    docs = options.docs ?? environment.docs;
    readAgain();
    localTimeZone = options.localTimeZone ?? localTimeZone;
    if (options.l10n) configureTexts({ contents: options.l10n });
    canAskSettings = capabilities.workspace?.configuration === true;
    canHearSettings = capabilities.workspace?.didChangeConfiguration?.dynamicRegistration === true;
    canTypeInSnippets = capabilities.workspace?.workspaceEdit?.snippetEditSupport === true;
    canRegisterSymbols = capabilities.textDocument?.documentSymbol?.dynamicRegistration === true;
    return {
      serverInfo: { name: 'ExecPlan language server' },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        codeActionProvider: { codeActionKinds: Object.values(actionKinds) },
        ...(options.ownOutline && canRegisterSymbols ? {} : { documentSymbolProvider: { label: 'ExecPlan' } }),
      },
    };
  });

  connection.onInitialized(async () => {
    if (canAskSettings) await askSettings();
    isReady = true;
    resolveReady();
    void findOwn();
    if (own && canHearFiles && !options.files)
      await connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: own.watched.map((globPattern) => ({ globPattern })),
      });
    if (canHearSettings)
      await connection.client.register(DidChangeConfigurationNotification.type, { section: 'execplan' });
    if (canHearFolders)
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(removed.map(({ uri }) => uri));
        folders = [...folders.filter((uri) => !gone.has(uri)), ...added.map(({ uri }) => uri)];
        readAgain();
      });
  });

  async function askSettings(): Promise<void> {
    try {
      await applySettings(await connection.workspace.getConfiguration('execplan'));
    } catch (error) {
      connection.console.error(`The settings could not be read: ${describe(error)}`);
    }
  }

  connection.onDidChangeConfiguration(async ({ settings: pushed }) => {
    await ready;
    if (canAskSettings) await askSettings();
    else await applySettings((pushed as { execplan?: unknown } | null)?.execplan);
  });

  connection.onDidChangeWatchedFiles(({ changes }) => own?.hear(changes));

  const pauses = new Pauses(environment.later);
  const publishNow = guarded('Publishing', undefined, publish);
  documents.onDidChangeContent(({ document }) =>
    pauses.run(document.uri, open.costOf(document.uri), () => void publishNow(document)),
  );
  documents.onDidClose(
    guarded('Closing', undefined, async ({ document: { uri } }) => {
      open.delete(uri);
      pauses.drop(uri);
      const closed = settings.workspaceDiagnostics ? await files.analysis(uri) : undefined;
      published.add(uri);
      const diagnostics = closed ? closedFile(uri, closed.identity, closed.analysis, terms).diagnostics : undefined;
      publishFile(uri, { snapshot: files.snapshot(uri) ?? goneSnapshot(uri), diagnostics });
    }),
  );

  const takeFile = guarded('Reading a plan file', null, ({ uri, text }: PlanFileParams) => {
    files.update(uri, text);
    return null;
  });
  connection.onRequest(new RequestType<PlanFileParams, null, void>(planFileMethod), takeFile);
  connection.onRequest(
    new RequestType<LookAtFilesParams, Look[], void>(lookAtFilesMethod),
    guarded<LookAtFilesParams, Look[]>('Looking at files', [], ({ files: wanted }) => files.lookAt(wanted)),
  );
  connection.onRequest(
    new RequestType<PlanParams, PlanResult, void>(planMethod),
    guarded('Telling of a plan', null, async ({ uri }) => {
      const known = await analysisOf(uri);
      return known ? toDetails({ uri, identity: known.identity, ...known.analysis }) : null;
    }),
  );
  connection.onNotification(timeZoneMethod, ({ timeZone }: TimeZoneParams) => {
    localTimeZone = timeZone;
  });

  connection.onCodeAction(
    guarded('Code actions', [], ({ textDocument, range, context }) => {
      const document = documents.get(textDocument.uri);
      if (!document) return [];
      const analysis = open.get(document);
      const toEdit = (edits: Parameters<typeof toWorkspaceEdit>[1]) =>
        toWorkspaceEdit(document, edits, canTypeInSnippets);
      return codeActions(range, context, {
        ...fixContext(document),
        analysis,
        uri: document.uri,
        docs,
        onError: logRule,
        toEdit,
      });
    }),
  );
  connection.onDocumentSymbol(
    guarded('Symbols', [], async ({ textDocument }) => {
      const known = await analysisOf(textDocument.uri);
      return known ? toDocumentSymbols(known.analysis.document) : [];
    }),
  );
  connection.onRequest(
    new RequestType<PlanEditParams, PlanEditResult, void>(planEditMethod),
    guarded<PlanEditParams, PlanEditResult>('Editing', { refused: 'nothing' }, (params) => {
      const document = documents.get(params.uri);
      if (!document) return { refused: 'moved' };
      return planEdit(document, open.get(document).document, params, fixContext(document), canTypeInSnippets);
    }),
  );

  documents.listen(connection);
  connection.listen();
}
