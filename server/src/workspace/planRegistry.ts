import { type Connection, type DocumentDiagnosticReport, type FileEvent, TextDocuments } from 'vscode-languageserver';
import { type PlanFile, planFileWith } from '../../../core/calls/planFile';
import { type Analysis, type Analyzer, analyze } from '../../../core/check';
import { editorOnly } from '../../../core/configuration/settings';
import type { SettingKey } from '../../../core/configuration/settingsTable';
import { difference } from '../../../core/edits/difference';
import type { TextFile } from '../../../core/edits/movePlan';
import type { PlanEdit } from '../../../core/edits/planEdit';
import type { Clock } from '../../../core/edits/stamp';
import { fixAll } from '../../../core/fixAll';
import type { PlanDocument } from '../../../core/plan/model';
import { parseDocument } from '../../../core/plan/parse';
import type { Existence } from '../../../core/rules/existence';
import type { FixContext, Rule } from '../../../core/rules/rule';
import { OpenText } from '../../../core/text/openText';
import { type FolderTasks, tasksAround } from '../../../core/text/tasks';
import { analyzerBy, contextsBy } from '../../../files/checkContext';
import { lookupPaths } from '../../../files/existence';
import type { ScanResult } from '../../../files/fileState';
import { innermostFolder, joinUri, relativeTo, uriKey } from '../../../files/uri';
import { diagnosticReport } from '../features/diagnostics';
import type { DirectoryEntry, PlanFileParams, ScannedFile } from '../protocol';
import { ClientUris } from './clientUris';
import { type ClosedFile, closedFile, describe, ruleErrors, type ServerContext } from './closedFile';
import { ClosedPlans } from './closedPlans';
import { Configurations } from './configurationFiles';
import { Debounce } from './debounce';
import type { Environment } from './environment';
import { ExistenceCache, type KnownPlaces } from './existence';
import type { FileAccess } from './fileAccess';
import { FilesAround } from './filesAround';
import { findNearbyFiles } from './nearbyFiles';
import { OpenPlans } from './openPlans';
import { Publisher } from './publisher';
import { ReadingStore, type ReadingStoreHost } from './readingStore';
import { Timers } from './timers';
import type { WorkerAnswer, WorkerPool } from './workerPool';

/** How many lines a text may have that is read as a whole for one answer. */
const longestToBe = 2000;

/** What the plans are read with, and who hears of them. */
export interface PlanRegistryHost {
  connection: Connection;
  environment: Environment;
  access: FileAccess;
  rules: readonly Rule[];
  /** Where readings are kept: see `ReadingStoreHost`. */
  storage: ReadingStoreHost['storage'];
  /** True for a client that wants the states of plans. */
  wantsProgress(): boolean;
  /** True for a client that asks for the findings of what it has open. */
  pullsFindings(): boolean;
  /** Has such a client ask again. */
  refreshFindings(): void;
  /** A configuration file says otherwise where plans lie. */
  onPlacesChange(): void;
}

/**
 * The files that the server knows, those that an editor has open and those that none has: read, checked and told of, and
 * checked again where something else than their texts has changed.
 */
export class PlanRegistry {
  readonly documents: TextDocuments<OpenText> = new TextDocuments({
    create: (uri, _languageId, version, text) => {
      this.#uris.open(uri);
      // A client may open again what it has not closed.
      this.#open.delete(uri);
      return new OpenText(uri, version, text, this.documents.get(uri));
    },
    update: (document: OpenText, changes, version) => this.#open.update(document, changes, version),
  });
  readonly #uris = new ClientUris();
  readonly #open: OpenPlans;
  readonly #files: ClosedPlans;
  readonly #store: ReadingStore;
  readonly #configurations: Configurations;
  readonly #existence: ExistenceCache;
  readonly #publisher: Publisher;
  readonly #debounce: Debounce;
  #contextOf: (uri: string) => ServerContext;
  #analyzer: Analyzer;
  #ruleFailures = 0;

  /** `context` is that of all files until `readAgain` gives another, but for what configuration files say. */
  constructor(
    private readonly host: PlanRegistryHost,
    private context: ServerContext,
  ) {
    const { connection, environment, access, rules } = host;
    const folderOf = (uri: string) => innermostFolder(uri, this.context.folders);
    const checkAgain = (uris: readonly string[]) => {
      for (const uri of uris) this.#expire(uri);
      this.#refresh();
    };
    this.#debounce = new Debounce(environment.later);
    this.#configurations = new Configurations({
      folderOf,
      read: (uri) => access.readNear(uri),
      ruleIds: new Set(rules.map(({ id }) => id)),
      warn: (message) => connection.console.warn(message),
      onChange: (arePlacesNew) => {
        this.#refresh();
        if (arePlacesNew) host.onPlacesChange();
      },
    });
    this.#existence = new ExistenceCache({
      folderOf,
      exist: (uris) => access.exist(uris),
      readTasks: (folder, path) => this.#readTasks(folder, path),
      onChange: checkAgain,
    });
    [this.#contextOf, this.#analyzer] = this.#readBy(context);
    this.#open = new OpenPlans(() => this.#analyzer, environment.now);
    this.#store = new ReadingStore({
      storage: host.storage,
      now: environment.now,
      later: environment.later,
      placesOf: (uri) => this.#placesOf(uri),
      // What is open is read with the paths that it names, whatever the settings say.
      recallPlaces: (uri, places) => {
        if (this.#openDocument(uri)) return false;
        return this.#isExistenceNeeded(uri) ? this.#existence.recall(uri, places) : places.length === 0;
      },
    });
    this.#files = new ClosedPlans({
      store: this.#store,
      placesOf: (uri) => this.#placesOf(uri),
      contextOf: (uri) => this.#contextOf(uri),
      resolveContexts: (uris) => this.#configurations.know(uris),
      analyze: (text, uri) => analyze(text, uri, this.#analyzer),
      ruleFailures: () => this.#ruleFailures,
      read: (uri) => access.read(uri),
      readUtf8: environment.readUtf8,
      readInWorker:
        environment.workerPool && ((file, context, isChecked) => this.#readInWorker(file, context, isChecked)),
      wantsFindings: () => host.wantsProgress() || this.context.settings.workspaceDiagnostics,
      log: (message) => this.#log(message),
      publish: (uri, file) => this.#publishClosed(uri, file),
    });
    this.#publisher = new Publisher({
      connection,
      wantsProgress: host.wantsProgress,
      pullsFindings: host.pullsFindings,
      refreshFindings: host.refreshFindings,
      contextOf: (uri) => this.#contextOf(uri),
      openDocument: (key) => this.#openDocument(key),
      spelled: (uri) => this.#uris.send(uri),
      timers: new Timers(environment, checkAgain),
      debounce: new Debounce(environment.later),
    });
  }

  /** What a file is read by: the same object as long as nothing has changed. */
  contextOf(uri: string): ServerContext {
    return this.#contextOf(uriKey(uri));
  }

  /** Reads the configuration files that count for some files; undefined where all are known. */
  resolveContexts(uris: Iterable<string>): Promise<void> | undefined {
    return this.#configurations.know([...uris].map(uriKey));
  }

  /** The settings that count for a file in the editor alone: see `editorOnly`. */
  editorOnlySettings(uri: string): SettingKey[] {
    return editorOnly(this.context.settings, this.#configurations.of(uriKey(uri)));
  }

  /** What is known of an open document. */
  openAnalysis(document: OpenText): Analysis {
    return this.#open.get(document);
  }

  /**
   * An open document that is no plan yet, and that lies where plans lie, as if it were one: it may be about to become one.
   * Undefined for any other.
   */
  planToBe(document: OpenText): Analysis | undefined {
    const { uri, lines } = document;
    const reading = this.#analyzer.readingOf(uri);
    if (reading.override === 'ignore' || !reading.isLocated || lines.length > longestToBe) return undefined;
    const { kind, directive } = this.openAnalysis(document).document;
    if (kind === 'guide' || directive?.override === 'ignore') return undefined;
    const readingOf = () => ({ ...reading, override: 'plan' as const });
    return analyze(document.getText(), uri, { ...this.#analyzer, readingOf, rules: [] });
  }

  /** What would be known of a text if one of its lines were another; undefined for a long text, as all of it is read. */
  analysisWith({ uri, lines }: OpenText, line: number, text: string): Analysis | undefined {
    if (lines.length > longestToBe) return undefined;
    return analyze([...lines.slice(0, line), text, ...lines.slice(line + 1)].join('\n'), uri, this.#analyzer);
  }

  /**
   * The files or folders that paths in a plan mean, as URIs: undefined for what is not there, and `unknown` where nobody can
   * tell.
   */
  async filesMeant(uri: string, paths: readonly string[]): Promise<(string | undefined)[]> {
    const key = uriKey(uri);
    const own = this.host.access.canTell(key) ? this.#existence.knownPathsOf(key) : undefined;
    if (!own) return paths.map(() => 'unknown');
    const places = paths.map((path) => lookupPaths(path, own.plan));
    const known = await this.#existence.tell(key, places.flat());
    return places.map((each) => {
      const there = each.find((place) => known.get(place) === true);
      if (there !== undefined) return this.#uris.send(joinUri(own.folder, there));
      return each.length > 0 && each.every((place) => known.get(place) === false) ? undefined : 'unknown';
    });
  }

  /** All plan files that are known, with what `find` makes of each: anew only where a file has changed since. */
  async *eachPlan<T>(find: (analysis: Analysis) => T, cache: Map<string, { identity: string; value: T }>) {
    const open = new Set(this.documents.all().map((document) => uriKey(document.uri)));
    for (const key of new Set([...open, ...this.#files.uris])) {
      const uri = this.#uris.send(key);
      const identity = this.#openDocument(key)?.identity ?? this.#files.known(key)?.snapshot.identity;
      const known = cache.get(key);
      if (known && known.identity === identity) yield { uri, value: known.value };
      else {
        const read = await this.analysis(uri).catch(() => undefined);
        if (!read) continue;
        const value = find(read.analysis);
        cache.set(key, { identity: read.identity, value });
        yield { uri, value };
      }
    }
  }

  /** What stands in a directory below the folder of the workspace that holds a file. */
  async listBelowTop(uri: string, directory: string): Promise<readonly DirectoryEntry[]> {
    const folder = innermostFolder(uri, this.context.folders);
    return folder === undefined ? [] : this.host.access.list(this.#uris.send(joinUri(folder, directory)));
  }

  /** What can be run in the folders from that of the workspace down to a file, as it is now. */
  async tasksOf(uri: string): Promise<FolderTasks> {
    const folder = innermostFolder(uri, this.context.folders);
    const path = this.pathOf(uri);
    return folder === undefined || path === undefined ? {} : this.#readTasks(folder, path);
  }

  #readTasks(folder: string, path: string): Promise<FolderTasks> {
    return tasksAround(path, (file) => this.host.access.readNear(this.#uris.send(joinUri(folder, file))));
  }

  /** What is known of a file, whether an editor has it open or not. */
  async analysis(uri: string): Promise<{ identity: string; analysis: Analysis } | undefined> {
    const key = this.#uris.receive(uri);
    const document = this.#openDocument(key);
    return document
      ? { identity: document.identity, analysis: this.openAnalysis(document) }
      : this.#files.analysis(key);
  }

  /**
   * A file as calls without an editor have it, by the text that an editor has open, else by what is on disk; undefined for
   * one that is gone. `file` is its name for people.
   */
  async planFile(uri: string, file: string): Promise<PlanFile | undefined> {
    const key = this.#uris.receive(uri);
    await this.#configurations.know([uriKey(key)]);
    const text = this.#openDocument(key)?.getText() ?? (await this.host.access.read(key));
    return text === null ? undefined : this.#planFileWith(key, file, text.replace(/^\uFEFF/, ''));
  }

  /** The same of a file that is to be made. */
  async emptyFile(uri: string, file: string): Promise<PlanFile> {
    const key = this.#uris.receive(uri);
    await this.#configurations.know([uriKey(key)]);
    return this.#planFileWith(key, file, '');
  }

  #planFileWith(key: string, file: string, text: string): PlanFile {
    return planFileWith({ file, path: key }, text, this.contextOf(key).settings, this.#analyzer);
  }

  /** Reads another text of a file, as that file is read. */
  read(uri: string, text: string): PlanDocument {
    return parseDocument(text, this.#analyzer.readingOf(uri));
  }

  /** The edits that make all safe fixes of an open document. */
  fixAll(document: OpenText, clock: Clock): PlanEdit[] {
    const text = document.getText();
    return difference(text, fixAll(text, document.uri, this.#analyzer, clock));
  }

  /** The configuration file that counts for a file: see `Configurations.fileOf`. */
  configurationOf(uri: string): { uri: string; text: string | undefined } | undefined {
    const file = this.#configurations.fileOf(uriKey(uri));
    return file && { ...file, uri: this.#uris.send(file.uri) };
  }

  /** Finds what may be meant by paths that lead nowhere from a plan: see `findNearbyFiles`. Undefined where nobody can look. */
  async nearbyFilesOf(uri: string, paths: readonly string[]): Promise<FixContext['nearby']> {
    const { access } = this.host;
    const knownPaths = paths.length > 0 && access.canTell(uri) ? this.#existence.knownPathsOf(uriKey(uri)) : undefined;
    return knownPaths && findNearbyFiles(paths, knownPaths, access);
  }

  /** A file's path below the folder of the workspace that holds it; undefined outside of all. */
  pathOf(uri: string): string | undefined {
    const folder = innermostFolder(uri, this.context.folders);
    return folder === undefined ? undefined : relativeTo(folder)(uri);
  }

  /** A document's file and the other plans of its folder, with their present texts; undefined outside of all folders. */
  async filesAround({ uri }: OpenText): Promise<FilesAround | undefined> {
    const folder = innermostFolder(uri, this.context.folders);
    const below = folder === undefined ? undefined : relativeTo(folder);
    const path = below?.(uri);
    if (!folder || !below || !path) return undefined;
    const open = new Map(this.documents.all().map((document) => [uriKey(document.uri), document]));
    const others: TextFile[] = [];
    for (const key of new Set([...this.#files.uris, ...open.keys()])) {
      const own = below(key);
      if (!own || own === path) continue;
      const text = open.get(key)?.getText() ?? (await this.host.access.read(this.#uris.send(key)).catch(() => null));
      if (text !== null) others.push({ path: own, text });
    }
    const uriOf = (each: string) => (each === path ? uri : this.#uris.send(joinUri(folder, each)));
    return new FilesAround(path, others, uriOf, this.host.access);
  }

  /** From now on all is read by another context; `isTold` is false as long as the client is to hear nothing. */
  readAgain(context: ServerContext, isTold: boolean): void {
    this.context = context;
    for (const folder of context.folders) this.#uris.receive(folder.replace(/\/+$/, ''));
    [this.#contextOf, this.#analyzer] = this.#readBy(context);
    this.#open.clear();
    this.#existence.keep((uri) => this.#isExistenceNeeded(uri));
    if (!isTold) return;
    for (const document of this.documents.all()) this.#publishSoon(document);
    this.#refresh();
  }

  /** What is found in an open document, for a client that asks: once it is known which of its paths are there. */
  async findingsOf(document: OpenText, before: string | undefined): Promise<DocumentDiagnosticReport> {
    this.openAnalysis(document);
    await this.#existence.settled();
    const { findings } = this.openAnalysis(document);
    this.#publisher.tell(document, findings);
    return diagnosticReport(document.uri, document.identity, findings, before, this.contextOf(document.uri));
  }

  /** Tells of an open document, unless an editor has closed it meanwhile. */
  async publish(document: OpenText): Promise<void> {
    await this.#configurations.know([uriKey(document.uri)]);
    if (this.documents.get(document.uri) === document)
      this.#publisher.publishOpen(document, this.openAnalysis(document));
  }

  /** Tells of a file once more: something beside its text is new. */
  publishAgain(uri: string): void {
    const key = this.#uris.receive(uri);
    const [document, closed] = [this.#openDocument(key), this.#files.known(key)];
    if (document) this.#publishSoon(document);
    else if (closed) this.#publishClosed(key, closed);
  }

  /** A document was opened or has changed: `publish` is called at once while that is cheap, else after a pause. */
  change({ uri }: OpenText, publish: () => void): void {
    this.#debounce.run(uri, this.#open.costOf(uri), publish);
  }

  /** What surrounds a plan is looked at anew when it is opened and saved: not every client tells what happens there. */
  refreshExistence(uri: string): void {
    const key = uriKey(uri);
    this.#configurations.doubt(key);
    this.#existence.askAgain(key);
  }

  save(uri: string): void {
    this.refreshExistence(uri);
    void this.#configurations.know([uriKey(uri)]);
  }

  /** A document was closed: what is on disk counts again. */
  async leave(uri: string): Promise<void> {
    this.#open.delete(uri);
    this.#debounce.drop(uri);
    const key = uriKey(uri);
    if (!this.#isExistenceNeeded(key)) this.#existence.drop(key);
    const known = this.context.settings.workspaceDiagnostics ? await this.#files.analysis(key) : undefined;
    const file = known && closedFile(key, known.identity, known.analysis, this.#contextOf(key));
    this.#publisher.publishLeft(key, file ?? this.#files.known(key));
  }

  /** Takes a closed file's present text, null when it is gone. */
  async take({ uri, text }: PlanFileParams): Promise<void> {
    const key = this.#uris.receive(uri);
    if (text !== null) await this.#configurations.know([key]);
    this.#files.update(key, text);
  }

  /** As `ClosedPlans.scan`. */
  scan(files: readonly ScannedFile[]): Promise<ScanResult[]> {
    return this.#files.scan(files.map((file) => ({ ...file, uri: this.#uris.receive(file.uri) })));
  }

  /** Keeps what was read of closed files for the next start. */
  keepReadings(): void {
    this.#store.save();
  }

  /** Files that were created, changed or deleted, as the client reports them. */
  applyFileChanges(changes: readonly FileEvent[]): void {
    const byKey = changes.map(({ uri, type }) => ({ uri: this.#uris.receive(uri), type }));
    this.#configurations.hear(byKey);
    this.#existence.applyFileChanges(byKey);
  }

  #readBy(context: ServerContext): [(uri: string) => ServerContext, Analyzer] {
    const contextOf = contextsBy(context, (uri) => this.#configurations.of(uriKey(uri)));
    const analyzer = analyzerBy(contextOf, {
      rules: this.host.rules,
      relativeTo,
      now: this.host.environment.now,
      existenceOf: (uri) => this.#existenceOf(uriKey(uri)),
      onError: ruleErrors((message) => {
        this.#ruleFailures++;
        this.#log(message);
      }),
    });
    return [contextOf, analyzer];
  }

  /** What lies around a plan; undefined where nobody can tell, and for one whose paths nobody has a use for. */
  existenceOf(uri: string): Existence | undefined {
    return this.#existenceOf(uriKey(uri));
  }

  #existenceOf(uri: string): Existence | undefined {
    return this.#isExistenceNeeded(uri) ? this.#existence.existenceOf(uri) : undefined;
  }

  /** True for a plan whose paths are looked for: one that is open, or whose findings are published all the same. */
  #isExistenceNeeded(uri: string): boolean {
    return (
      this.host.access.canTell(uri) &&
      (this.#openDocument(uri) !== undefined || this.context.settings.workspaceDiagnostics)
    );
  }

  #placesOf(uri: string): KnownPlaces | undefined {
    if (this.#openDocument(uri)) return undefined;
    return this.#isExistenceNeeded(uri) ? this.#existence.placesOf(uri) : [];
  }

  #openDocument(key: string): OpenText | undefined {
    return this.documents.get(this.#uris.send(key));
  }

  async #readInWorker(file: ScannedFile, context: ServerContext, isChecked: boolean): Promise<WorkerAnswer> {
    const knownPaths = this.#isExistenceNeeded(file.uri) ? this.#existence.knownPathsOf(file.uri) : undefined;
    const workerPool = this.host.environment.workerPool as WorkerPool;
    const answer = await workerPool.read({ ...file, isChecked, knownPaths }, context);
    this.#existence.ask(file.uri, answer.asked ?? []);
    return answer;
  }

  #publishClosed(uri: string, file: ClosedFile): void {
    if (file.snapshot.identity === '') {
      this.#configurations.doubt(uri);
      if (!this.#openDocument(uri)) this.#existence.drop(uri);
    }
    this.#publisher.publishClosed(uri, file);
  }

  /** What was found in a file may not hold any more, though its text does. */
  #expire(uri: string): void {
    this.#open.expire(this.#uris.send(uri));
    this.#files.expire(uri);
  }

  /** Checks again, and tells of, what has expired, and what is to be checked in another way than it was. */
  #refresh(): void {
    for (const document of this.documents.all()) if (this.#open.isOutdated(document)) this.#publishSoon(document);
    this.#files.reread().catch((error) => this.#log(`Reading again failed: ${describe(error)}`));
  }

  #publishSoon(document: OpenText): void {
    this.publish(document).catch((error) => this.#log(`Publishing failed: ${describe(error)}`));
  }

  #log(message: string): void {
    this.host.connection.console.error(message);
  }
}
