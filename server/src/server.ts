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
import { type Abilities, readAbilities } from './abilities';
import { type Analysis, type Analyzer, analyze, identityOf } from './analysis';
import { configurationName } from './configuration';
import { Configurations } from './configurations';
import { Deadlines } from './deadlines';
import type { Environment } from './environment';
import { actionKinds, codeActions } from './features/codeActions';
import { toDocumentSymbols } from './features/documentSymbols';
import { planEdit } from './features/planEdit';
import { toDetails } from './features/progress';
import { toWorkspaceEdit } from './features/workspaceEdit';
import { FileAccess } from './fileAccess';
import type { FixContext, Rule } from './lint/rule';
import { rules as allRules } from './lint/rules';
import { OpenPlans } from './openPlans';
import { OpenText } from './openText';
import { Pauses } from './pauses';
import { folderOf } from './places';
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
  planEditMethod,
  planFileMethod,
  planMethod,
  type TimeZoneParams,
  timeZoneMethod,
} from './protocol';
import { Publisher } from './publisher';
import { defaultSettings, readSettings, resolveTimeZone, type Settings } from './settings';
import { analyzerBy, closedFile, describe, termsBy } from './terms';
import { PlanFiles } from './workspace';

/** Serves one client over a connection, until it says goodbye. */
export function startServer(connection: Connection, environment: Environment): void {
  const rules = environment.rules ?? allRules;
  let settings: Settings = defaultSettings;
  let options: InitializationOptions = {};
  let abilities: Partial<Abilities> = {};
  let localTimeZone = environment.timeZone;
  let symbols: Promise<Disposable> | undefined;

  const log = (message: string) => connection.console.error(message);
  const warn = (message: string) => connection.console.warn(message);
  const logRule = (rule: Rule, error: unknown) => log(`Rule ${rule.id} failed: ${describe(error)}`);
  let folders: readonly string[] = [];
  const own = environment.ownFiles?.({ send: (file) => takeFile(file), warn });
  const access = new FileAccess({ connection, environment, own, asksClient: () => options.files === true });
  const configurations = new Configurations({
    folderOf: (uri) => folderOf(uri, folders),
    read: (uri) => access.readNear(uri),
    ruleIds: new Set(rules.map(({ id }) => id)),
    warn,
    onChange: refresh,
  });
  /** The settings and folders that everything was read by. */
  let lastSaid = '';
  const newTerms = () =>
    termsBy(
      {
        settings,
        folders,
        docs: options.docs ?? environment.docs,
        related: abilities.related === true,
        l10n: options.l10n,
      },
      (uri) => configurations.of(uri),
    );
  const newAnalyzer = (): Analyzer => ({
    ...analyzerBy({ settings, folders }, rules, environment.now, log),
    rulesOf: (uri) => termsOf(uri).settings.rules,
  });
  let termsOf = newTerms();
  let analyzer = newAnalyzer();
  const open = new OpenPlans(() => analyzer, environment.now);
  const documents = new TextDocuments({
    create: (uri, _languageId, version, text) => new OpenText(uri, version, text),
    update: (document: OpenText, changes, version) => open.update(document, changes, version),
  });
  const files: PlanFiles = new PlanFiles({
    terms: (uri) => termsOf(uri),
    know: (uris) => configurations.know(uris),
    analyze: (text, uri) => analyze(text, uri, analyzer),
    read: (uri) => access.read(uri),
    readPlain: environment.readPlain,
    readAway: environment.rules ? undefined : environment.readers?.read.bind(environment.readers),
    log,
    tell: (uri, file) => {
      if (file.snapshot.identity === '') configurations.doubt(uri);
      publisher.tellClosed(uri, file);
    },
  });
  const deadlines = new Deadlines(environment, (uris) => {
    for (const uri of uris) expire(uri);
    refresh();
  });
  const publisher = new Publisher({
    connection,
    wantsProgress: () => options.progress === true,
    terms: (uri) => termsOf(uri),
    isOpen: (uri) => documents.get(uri) !== undefined,
    deadlines,
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

  const publishNow = guarded('Publishing', undefined, async (document: OpenText) => {
    await configurations.know([document.uri]);
    // It may be closed by now.
    if (documents.get(document.uri) === document) publisher.tellOpen(document, open.get(document));
  });

  /** What was found in a file may not hold any more, though its text does. */
  function expire(uri: string): void {
    open.expire(uri);
    files.expire(uri);
  }

  /** Checks again, and tells of, what has expired, and what is to be checked in another way than it was. */
  function refresh(): void {
    for (const document of documents.all()) if (open.isOutdated(document)) void publishNow(document);
    files.reread().catch((error) => log(`Reading again failed: ${describe(error)}`));
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
    termsOf = newTerms();
    analyzer = newAnalyzer();
    open.clear();
    if (!isReady) return;
    for (const document of documents.all()) void publishNow(document);
    refresh();
    void findOwn();
  }

  /** Finds the plan files for a client that does not, and that has a use for them. */
  async function findOwn(): Promise<void> {
    if (options.files) return;
    const isUseful = options.progress || settings.workspaceDiagnostics;
    await own?.find(isUseful ? folders : [], settings.files);
  }

  async function joinStandardOutline(wanted: boolean): Promise<void> {
    if (!options.ownOutline || !abilities.laterSymbols || wanted === (symbols !== undefined)) return;
    if (wanted)
      symbols = connection.client.register(DocumentSymbolRequest.type, { documentSelector: null, label: 'ExecPlan' });
    else {
      (await symbols)?.dispose();
      symbols = undefined;
    }
  }

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    const { initializationOptions, workspaceFolders } = params;
    folders = (workspaceFolders ?? (params.rootUri ? [{ uri: params.rootUri }] : [])).map(({ uri }) => uri);
    options = { ...(initializationOptions as InitializationOptions | undefined) };
    abilities = readAbilities(params);
    readAgain();
    localTimeZone = options.localTimeZone ?? localTimeZone;
    if (options.l10n) configureTexts({ contents: options.l10n });
    return {
      serverInfo: { name: 'ExecPlan language server' },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        codeActionProvider: { codeActionKinds: Object.values(actionKinds) },
        ...(options.ownOutline && abilities.laterSymbols ? {} : { documentSymbolProvider: { label: 'ExecPlan' } }),
      },
    };
  });

  connection.onInitialized(async () => {
    if (abilities.settings) await askSettings();
    isReady = true;
    resolveReady();
    void findOwn();
    const watched = [...(own && !options.files ? own.watched : []), `**/${configurationName}`];
    if (abilities.fileChanges)
      await connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: watched.map((globPattern) => ({ globPattern })),
      });
    if (abilities.settingsChanges)
      await connection.client.register(DidChangeConfigurationNotification.type, { section: 'execplan' });
    if (abilities.folderChanges)
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
    if (abilities.settings) await askSettings();
    else await applySettings((pushed as { execplan?: unknown } | null)?.execplan);
  });

  connection.onDidChangeWatchedFiles(({ changes }) => {
    own?.hear(changes);
    configurations.hear(changes);
  });

  const pauses = new Pauses(environment.later);
  documents.onDidOpen(({ document: { uri } }) => configurations.doubt(uri));
  documents.onDidChangeContent(({ document }) =>
    pauses.run(document.uri, open.costOf(document.uri), () => void publishNow(document)),
  );
  // A client that watches no files tells of nothing else.
  documents.onDidSave(({ document: { uri } }) => {
    configurations.doubt(uri);
    void configurations.know([uri]);
  });
  documents.onDidClose(
    guarded('Closing', undefined, async ({ document: { uri } }) => {
      open.delete(uri);
      pauses.drop(uri);
      const known = settings.workspaceDiagnostics ? await files.analysis(uri) : undefined;
      const file = known && closedFile(uri, known.identity, known.analysis, termsOf(uri));
      publisher.tellLeft(uri, file ?? files.known(uri));
    }),
  );

  const takeFile = guarded('Reading a plan file', null, async ({ uri, text }: PlanFileParams) => {
    if (text !== null) await configurations.know([uri]);
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
        toWorkspaceEdit(document, edits, abilities.snippets === true);
      return codeActions(range, context, {
        ...fixContext(document),
        analysis,
        uri: document.uri,
        terms: termsOf(document.uri),
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
      return planEdit(document, open.get(document).document, params, fixContext(document), abilities.snippets === true);
    }),
  );

  documents.listen(connection);
  connection.listen();
}
