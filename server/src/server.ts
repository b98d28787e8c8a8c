import { config as configureTexts, t } from '@vscode/l10n';
import {
  CodeLensRefreshRequest,
  type Connection,
  type ConnectionOptions,
  DiagnosticRefreshRequest,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type FileSystemWatcher,
  type InitializeParams,
  type InitializeResult,
  InlayHintRefreshRequest,
  MessageType,
  type ProtocolNotificationType,
  type ProtocolRequestType0,
  ShowMessageNotification,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { configurationName } from '../../core/configuration/repositoryFile';
import { defaultSettings, readSettings, type SettingComplaint } from '../../core/configuration/settings';
import type { Settings } from '../../core/configuration/settingsTable';
import { resolveTimeZone } from '../../core/configuration/timeZones';
import { rules as allRules } from '../../core/rules/list';
import type { OpenText } from '../../core/text/openText';
import type { ScanResult } from '../../files/fileState';
import { linesRecord, writtenRecords } from '../../files/journal/reading';
import { folderKey } from '../../files/uri';
import { toFileChanges } from './features/changes';
import { codeActionKinds } from './features/codeActions';
import { toDocumentSymbols } from './features/documentSymbols';
import { toDetails } from './features/planDetails';
import { refused } from './features/planEdit';
import { StandardOutline } from './features/standardOutline';
import { answerLanguageRequests, languageCapabilities } from './languageFeatures';
import { LifeCycle } from './lifeCycle';
import {
  answerChosenAction,
  answerCodeActions,
  answerHandoff,
  answerPlanEdit,
  type PlanActionsHost,
} from './planActions';
import {
  authorNotification,
  type ChangesParams,
  type ChangesResult,
  changesRequest,
  type HandoffParams,
  type HandoffResult,
  handoffRequest,
  type InitializationOptions,
  type PlanEditParams,
  type PlanEditResult,
  type PlanFileParams,
  type PlanParams,
  type PlanResult,
  planEditRequest,
  planFileRequest,
  planRequest,
  type ScanFilesParams,
  scanFilesRequest,
  type ToolParams,
  type ToolResult,
  type ToolWrittenParams,
  timeZoneNotification,
  toolRequest,
  toolWrittenNotification,
} from './protocol';
import { answerTool } from './tools';
import { type Capabilities, readCapabilities } from './workspace/capabilities';
import { describe, ruleErrors, type ServerContext } from './workspace/closedFile';
import type { Environment } from './workspace/environment';
import { FileAccess } from './workspace/fileAccess';
import { OwnLines } from './workspace/ownLines';
import { PlanRegistry, type PlanRegistryHost } from './workspace/planRegistry';

/** Serves one client, until it says goodbye, over the connection that `connect` makes. */
export function startServer(connect: (options: ConnectionOptions) => Connection, environment: Environment): void {
  const lifeCycle = new LifeCycle(() => void begin());
  const connection = connect(lifeCycle.connectionOptions);
  const rules = environment.rules ?? allRules;
  const ruleIds = new Set(rules.map(({ id }) => id));
  let settings: Settings = defaultSettings;
  /** What was said last of settings that cannot be understood. */
  let lastComplaint = '';
  let options: InitializationOptions = {};
  let capabilities: Partial<Capabilities> = {};
  let localTimeZone = environment.timeZone;
  let author: string | undefined;
  let folders: readonly string[] = [];
  /** True once somebody has looked for names in all plans: then all are found. */
  let areNamesAsked = false;

  const log = (message: string) => connection.console.error(message);
  const finder = environment.planFinder?.({
    contextOf: (uri) => plans.contextOf(uri),
    resolveContexts: (uris) => plans.resolveContexts(uris),
    send: (file) => takeFile(file),
    scan: async (file) => (await scanFiles({ files: [file] }))[0] ?? 'unknown',
    warn: (message) => connection.console.warn(message),
  });
  const access = new FileAccess({ connection, environment, finder, asksClient: () => options.files === true });
  const outline = new StandardOutline(connection);
  const newContext = (): ServerContext => ({
    settings,
    folders,
    docs: options.docs ?? environment.docs,
    related: capabilities.related === true,
    l10n: options.l10n,
  });
  /** The settings and folders that everything was read by. */
  let appliedKey = '';
  const storage: PlanRegistryHost['storage'] = () => {
    const uri = options.storage;
    if (uri === undefined || !environment.storage || !uri.startsWith('file:')) return undefined;
    const program = [environment.storage.build(), environment.timeZone, localTimeZone].join();
    return { folder: environment.storage.folder(uri), program };
  };
  const wantsProgress = () => options.progress === true;
  const plans = new PlanRegistry(
    {
      connection,
      environment,
      access,
      rules,
      storage,
      wantsProgress,
      pullsFindings: () => capabilities.pullsFindings === true,
      refreshFindings: () => {
        if (capabilities.findingsRefresh) refresh(DiagnosticRefreshRequest.type);
      },
      onPlacesChange: () => void findPlans(),
    },
    newContext(),
  );
  const { documents } = plans;
  const ownLines = new OwnLines(environment, (uri) => plans.publishAgain(uri));

  // Nothing is answered or published before the settings are there.
  let isReady = false;
  let resolveReady: () => void;
  const ready = new Promise<void>((resolve) => {
    resolveReady = resolve;
  });

  /** Wraps a handler: it waits for the settings, and an error is logged and answered with the fallback. */
  function guarded<P, R>(
    name: string,
    fallback: () => R,
    handle: (params: P) => R | Promise<R>,
  ): (params: P) => Promise<R> {
    return async (params) => {
      try {
        await ready;
        return await handle(params);
      } catch (error) {
        connection.console.error(`${name} failed: ${describe(error)}`);
        return fallback();
      }
    };
  }

  const actionsHost: PlanActionsHost = {
    plans,
    clockOf: (uri) => {
      const { settings } = plans.contextOf(uri);
      const timeZone = resolveTimeZone(settings.timeZone, localTimeZone);
      return { now: environment.now(), timeZone, style: settings['timestamp.style'] };
    },
    authorOf: (uri) => plans.contextOf(uri).settings.author.trim() || author,
    editSupport: () => capabilities,
    onRuleError: ruleErrors(log),
  };

  async function applySettings(value: unknown): Promise<void> {
    const read = readSettings(value, ruleIds);
    settings = read.settings;
    complain(read.complaints);
    if (options.ownOutline && capabilities.laterSymbols) await outline.join(settings['outline.inStandardOutline']);
    readAgain();
  }

  /** Tells what cannot be understood in the settings, once: the rest counts. */
  function complain(complaints: readonly SettingComplaint[]): void {
    const text = complaints.map(({ message }) => message).join('\n');
    if (text === lastComplaint) return;
    lastComplaint = text;
    if (text === '') return;
    const message = t('Settings of ExecPlan: {0}', text);
    void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message });
  }

  /** Where the settings are others now, or the folders that their globs begin at. */
  function readAgain(): void {
    const key = JSON.stringify([settings, folders]);
    if (key === appliedKey) return;
    appliedKey = key;
    plans.readAgain(newContext(), isReady);
    if (!isReady) return;
    if (capabilities.lensRefresh) refresh(CodeLensRefreshRequest.type);
    if (capabilities.hintRefresh) refresh(InlayHintRefreshRequest.type);
    void findPlans();
  }

  /** Has the client ask again for what it shows; one that does not shows what it has. */
  function refresh(type: ProtocolRequestType0<void, void, void, void>): void {
    connection.sendRequest(type).catch((error) => log(`${type.method} failed: ${describe(error)}`));
  }

  /** Finds the plan files for a client that does not, and that has a use for them. */
  async function findPlans(): Promise<void> {
    if (options.files) return;
    const isUseful = options.progress || settings.workspaceDiagnostics || areNamesAsked;
    await finder?.find(isUseful ? folders : []);
  }

  connection.onShutdown(() => plans.keepReadings());

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    const { initializationOptions, workspaceFolders } = params;
    folders = (workspaceFolders ?? (params.rootUri ? [{ uri: params.rootUri }] : [])).map(({ uri }) => uri);
    options = { ...(initializationOptions as InitializationOptions | undefined) };
    const known = readCapabilities(params);
    capabilities = known;
    readAgain();
    localTimeZone = options.localTimeZone ?? localTimeZone;
    if (options.l10n) configureTexts({ contents: options.l10n });
    lifeCycle.answer();
    return {
      serverInfo: { name: 'ExecPlan language server' },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        codeActionProvider: {
          codeActionKinds: [...codeActionKinds],
          ...(capabilities.lateEdits && { resolveProvider: true }),
        },
        ...languageCapabilities(known, (options.commands ?? []).length > 0),
        ...(options.ownOutline && capabilities.laterSymbols ? {} : { documentSymbolProvider: { label: 'ExecPlan' } }),
        // Otherwise it would be registered later, also with clients that know no such thing.
        ...(capabilities.folderChanges && {
          workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
        }),
      },
    };
  });

  async function begin(): Promise<void> {
    if (capabilities.folderChanges)
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(removed.map(({ uri }) => folderKey(uri)));
        folders = [...folders.filter((uri) => !gone.has(folderKey(uri))), ...added.map(({ uri }) => uri)];
        readAgain();
      });
    if (capabilities.settings) await askSettings();
    isReady = true;
    resolveReady();
    void findPlans();
    const watched: FileSystemWatcher[] = [
      ...(finder && !options.files ? finder.watched : []),
      { globPattern: `**/${configurationName}` },
    ];
    if (capabilities.fileChanges) void register(DidChangeWatchedFilesNotification.type, { watchers: watched });
    if (capabilities.settingsChanges) void register(DidChangeConfigurationNotification.type, { section: 'execplan' });
  }

  /** Asks the client to tell of something; where it refuses, everything else goes on. */
  async function register<P, O>(type: ProtocolNotificationType<P, O>, registerOptions: O): Promise<void> {
    try {
      await connection.client.register<P, O>(type, registerOptions);
    } catch (error) {
      log(`The client does not tell of ${type.method}: ${describe(error)}`);
    }
  }

  async function askSettings(): Promise<void> {
    try {
      await applySettings(await connection.workspace.getConfiguration('execplan'));
    } catch (error) {
      connection.console.error(`The settings could not be read: ${describe(error)}`);
    }
  }

  connection.onDidChangeConfiguration(async ({ settings: pushed }) => {
    await ready;
    if (capabilities.settings) await askSettings();
    else await applySettings((pushed as { execplan?: unknown } | null)?.execplan);
  });

  connection.onDidChangeWatchedFiles(({ changes }) => {
    finder?.applyFileChanges(changes);
    plans.applyFileChanges(changes);
  });

  const publish = guarded(
    'Publishing',
    () => undefined,
    (document: OpenText) => plans.publish(document),
  );
  documents.onDidOpen(({ document: { uri } }) => plans.refreshExistence(uri));
  documents.onDidChangeContent(({ document }) => plans.change(document, () => void publish(document)));
  documents.onDidSave(({ document: { uri } }) => plans.save(uri));
  documents.onDidClose(
    guarded(
      'Closing',
      () => undefined,
      ({ document: { uri } }) => plans.leave(uri),
    ),
  );

  const takeFile = guarded(
    'Reading a plan file',
    () => null,
    async (file: PlanFileParams) => {
      await plans.take(file);
      return null;
    },
  );
  connection.onRequest(planFileRequest, takeFile);
  const scanFiles = guarded(
    'Scanning files',
    (): ScanResult[] => [],
    ({ files: wanted }: ScanFilesParams) => plans.scan(wanted),
  );
  connection.onRequest(scanFilesRequest, scanFiles);
  connection.onRequest(
    planRequest,
    guarded<PlanParams, PlanResult>(
      'Telling of a plan',
      () => null,
      async ({ uri }) => {
        await plans.resolveContexts([uri]);
        const own = await ownLines.of(uri);
        const known = await plans.analysis(uri);
        // An open document's is found out once typing rests.
        if (!plans.documents.get(uri)) known?.analysis.readiness.get();
        if (!known) return null;
        const editorOnly = plans.editorOnlySettings(uri);
        const signed = actionsHost.authorOf(uri);
        return {
          ...toDetails({
            uri,
            identity: known.identity,
            ...known.analysis,
            existence: plans.existenceOf(uri),
            ownLines: own,
          }),
          ...(editorOnly.length > 0 && { editorOnly }),
          ...(signed !== undefined && { author: signed }),
        };
      },
    ),
  );
  connection.onRequest(
    changesRequest,
    guarded<ChangesParams, ChangesResult>(
      'Comparing with a former text',
      () => null,
      async ({ uri, former }) => {
        await plans.resolveContexts([uri]);
        const known = await plans.analysis(uri);
        return known ? toFileChanges(known.identity, plans.read(uri, former), known.analysis.document) : null;
      },
    ),
  );
  connection.onNotification(
    toolWrittenNotification,
    guarded<ToolWrittenParams, void>(
      'Remembering what a tool wrote',
      () => undefined,
      async ({ uri, lines, time, isSaved }) => {
        const { journals } = environment;
        if (!journals || !uri.startsWith('file:')) return;
        const file = isSaved ? await plans.planFile(uri, uri) : undefined;
        journals.remember(uri, file ? writtenRecords(file, lines, time) : linesRecord(lines, time));
        ownLines.lookLater(uri);
      },
    ),
  );
  connection.onNotification(authorNotification, (params) => {
    author = params.author.trim() || undefined;
  });
  connection.onNotification(timeZoneNotification, ({ timeZone }) => {
    localTimeZone = timeZone;
  });

  connection.onCodeAction(
    guarded(
      'Code actions',
      () => [],
      (params) => answerCodeActions(params, actionsHost),
    ),
  );
  // Not guarded: that it is too late for an edit is an answer.
  connection.onCodeActionResolve((action) => answerChosenAction(action, actionsHost));
  connection.onDocumentSymbol(
    guarded(
      'Symbols',
      () => [],
      async ({ textDocument }) => {
        const known = await plans.analysis(textDocument.uri);
        return known ? toDocumentSymbols(known.analysis.document) : [];
      },
    ),
  );
  connection.onRequest(
    handoffRequest,
    guarded<HandoffParams, HandoffResult>(
      'Handing over',
      () => refused({ refused: 'failed' }),
      (params) => answerHandoff(params, actionsHost),
    ),
  );
  connection.onRequest(
    planEditRequest,
    guarded<PlanEditParams, PlanEditResult>(
      'Editing',
      () => refused({ refused: 'failed' }),
      (params) => answerPlanEdit(params, actionsHost),
    ),
  );

  connection.onRequest(
    toolRequest,
    guarded<ToolParams, ToolResult>(
      "Running an agent's tool",
      () => ({ text: t('Something went wrong, so nothing was edited. The log says why.'), isRefused: true }),
      (params) => answerTool(params, { plans, clockOf: actionsHost.clockOf }),
    ),
  );

  answerLanguageRequests({
    ...actionsHost,
    connection,
    ready,
    localTimeZone: () => localTimeZone,
    findPlans: async () => {
      if (areNamesAsked) return;
      areNamesAsked = true;
      await findPlans();
    },
    clientFeatures: () => ({
      markdown: options.markdown === true,
      snippets: capabilities.completionSnippets === true,
      lineCompletions: capabilities.lineCompletions === true,
      documentChanges: capabilities.documentChanges === true,
      annotations: capabilities.annotations === true,
      commands: new Set(options.commands),
    }),
  });

  documents.listen({
    ...connection,
    // `TextDocuments` drops a change that changes nothing, though a newer version may come with it.
    onDidChangeTextDocument: (handle) =>
      connection.onDidChangeTextDocument((params) =>
        handle(params.contentChanges.length > 0 ? params : { ...params, contentChanges: [noChange] }),
      ),
  });
  lifeCycle.listen(connection);
}

const top = { line: 0, character: 0 };
const noChange = { range: { start: top, end: top }, text: '' };
