import { type Connection, type FileEvent, TextDocuments } from 'vscode-languageserver';
import { type Analysis, type Analyzer, analyze, identityOf } from '../../../core/check';
import { difference } from '../../../core/edits/difference';
import type { PlanEdit } from '../../../core/edits/planEdit';
import type { Clock } from '../../../core/edits/stamp';
import { fixAll } from '../../../core/fixAll';
import type { Existence } from '../../../core/rules/existence';
import type { FixContext, Rule } from '../../../core/rules/rule';
import { OpenText } from '../../../core/text/openText';
import type { Look } from '../../../files/fileState';
import { folderOf } from '../../../files/planPlaces';
import type { LookedAt, PlanFileParams } from '../protocol';
import { analyzerBy, type CheckContext, type ClosedFile, closedFile, describe, termsBy } from './checkContext';
import { ClosedPlans } from './closedPlans';
import { Configurations } from './configurationFiles';
import { Debounce } from './debounce';
import type { Environment } from './environment';
import { ExistenceCache } from './existence';
import type { FileAccess } from './fileAccess';
import { findNearbyFiles } from './nearbyFiles';
import { OpenPlans } from './openPlans';
import { Publisher } from './publisher';
import { Timers } from './timers';
import type { Answer, WorkerPool } from './workerPool';

/** What the plans are read with, and who hears of them. */
export interface PlanRegistryHost {
  connection: Connection;
  environment: Environment;
  access: FileAccess;
  rules: readonly Rule[];
  /** True for a client that wants the states of plans. */
  wantsProgress(): boolean;
}

/**
 * The files that the server knows, those that an editor has open and those that none has: read, checked and told of, and
 * checked again where something else than their texts has changed.
 */
export class PlanRegistry {
  readonly documents = new TextDocuments({
    create: (uri, _languageId, version, text) => new OpenText(uri, version, text),
    update: (document: OpenText, changes, version) => this.#open.update(document, changes, version),
  });
  readonly #open: OpenPlans;
  readonly #files: ClosedPlans;
  readonly #configurations: Configurations;
  readonly #existence: ExistenceCache;
  readonly #publisher: Publisher;
  readonly #pauses: Debounce;
  #termsOf: (uri: string) => CheckContext;
  #analyzer: Analyzer;

  /** `terms` are those of all files until `readAgain` says others, but for what configuration files say. */
  constructor(
    private readonly host: PlanRegistryHost,
    private terms: CheckContext,
  ) {
    const { connection, environment, access, rules } = host;
    const placeOf = (uri: string) => folderOf(uri, this.terms.folders);
    const checkAgain = (uris: readonly string[]) => {
      for (const uri of uris) this.#expire(uri);
      this.#refresh();
    };
    this.#pauses = new Debounce(environment.later);
    this.#configurations = new Configurations({
      folderOf: placeOf,
      read: (uri) => access.readNear(uri),
      ruleIds: new Set(rules.map(({ id }) => id)),
      warn: (message) => connection.console.warn(message),
      onChange: () => this.#refresh(),
    });
    this.#existence = new ExistenceCache({
      folderOf: placeOf,
      exist: (uris) => access.exist(uris),
      onChange: checkAgain,
    });
    [this.#termsOf, this.#analyzer] = this.#readBy(terms);
    this.#open = new OpenPlans(() => this.#analyzer, environment.now);
    this.#files = new ClosedPlans({
      terms: (uri) => this.#termsOf(uri),
      know: (uris) => this.#configurations.know(uris),
      analyze: (text, uri) => analyze(text, uri, this.#analyzer),
      read: (uri) => access.read(uri),
      readPlain: environment.readPlain,
      readAway: environment.readers && ((file, terms, isChecked) => this.#readAway(file, terms, isChecked)),
      wantsFindings: () => host.wantsProgress() || this.terms.settings.workspaceDiagnostics,
      log: (message) => this.#log(message),
      tell: (uri, file) => this.#tellClosed(uri, file),
    });
    this.#publisher = new Publisher({
      connection,
      wantsProgress: host.wantsProgress,
      terms: (uri) => this.#termsOf(uri),
      isOpen: (uri) => this.#isOpen(uri),
      deadlines: new Timers(environment, checkAgain),
      rests: new Debounce(environment.later),
    });
  }

  /** What a file is read by: the same object as long as nothing has changed. */
  termsOf(uri: string): CheckContext {
    return this.#termsOf(uri);
  }

  /** What is known of an open document. */
  openAnalysis(document: OpenText): Analysis {
    return this.#open.get(document);
  }

  /** What is known of a file, whether an editor has it open or not. */
  async analysis(uri: string): Promise<{ identity: string; analysis: Analysis } | undefined> {
    const document = this.documents.get(uri);
    return document
      ? { identity: identityOf(document), analysis: this.openAnalysis(document) }
      : this.#files.analysis(uri);
  }

  /** The edits that make all safe fixes of an open document. */
  fixAll(document: OpenText, clock: Clock): PlanEdit[] {
    const text = document.getText();
    return difference(text, fixAll(text, document.uri, this.#analyzer, clock));
  }

  /** The configuration file that counts for a file: see `Configurations.fileOf`. */
  configurationOf(uri: string): { uri: string; text: string | undefined } | undefined {
    return this.#configurations.fileOf(uri);
  }

  /** Finds what may be meant by paths that lead nowhere from a plan: see `findNearbyFiles`. Undefined where nobody can look. */
  async nearbyFilesOf(uri: string, paths: readonly string[]): Promise<FixContext['nearby']> {
    const { access } = this.host;
    const knownPaths = paths.length > 0 && access.canTell(uri) ? this.#existence.knownPathsOf(uri) : undefined;
    return knownPaths && findNearbyFiles(paths, knownPaths, access);
  }

  /** From now on all is read by other terms; `isTold` is false as long as the client is to hear nothing. */
  readAgain(terms: CheckContext, isTold: boolean): void {
    this.terms = terms;
    [this.#termsOf, this.#analyzer] = this.#readBy(terms);
    this.#open.clear();
    this.#existence.keep((uri) => this.#isExistenceNeeded(uri));
    if (!isTold) return;
    for (const document of this.documents.all()) this.#publishSoon(document);
    this.#refresh();
  }

  /** Tells of an open document, unless an editor has closed it meanwhile. */
  async publish(document: OpenText): Promise<void> {
    await this.#configurations.know([document.uri]);
    if (this.documents.get(document.uri) === document) this.#publisher.tellOpen(document, this.openAnalysis(document));
  }

  /** A document was opened or has changed: `publish` is called at once while that is cheap, else after a pause. */
  change({ uri }: OpenText, publish: () => void): void {
    this.#pauses.run(uri, this.#open.costOf(uri), publish);
  }

  /** What surrounds a plan is looked at anew when it is opened and saved: not every client tells what happens there. */
  refreshExistence(uri: string): void {
    this.#configurations.doubt(uri);
    this.#existence.askAgain(uri);
  }

  save(uri: string): void {
    this.refreshExistence(uri);
    void this.#configurations.know([uri]);
  }

  /** A document was closed: what is on disk counts again. */
  async leave(uri: string): Promise<void> {
    this.#open.delete(uri);
    this.#pauses.drop(uri);
    if (!this.#isExistenceNeeded(uri)) this.#existence.drop(uri);
    const known = this.terms.settings.workspaceDiagnostics ? await this.#files.analysis(uri) : undefined;
    const file = known && closedFile(uri, known.identity, known.analysis, this.#termsOf(uri));
    this.#publisher.tellLeft(uri, file ?? this.#files.known(uri));
  }

  /** Takes a closed file's present text, null when it is gone. */
  async take({ uri, text }: PlanFileParams): Promise<void> {
    if (text !== null) await this.#configurations.know([uri]);
    this.#files.update(uri, text);
  }

  /** As `ClosedPlans.lookAt`. */
  lookAt(files: readonly LookedAt[]): Promise<Look[]> {
    return this.#files.lookAt(files);
  }

  /** What has happened on disk, in the client's words. */
  hear(changes: readonly FileEvent[]): void {
    this.#configurations.hear(changes);
    this.#existence.hear(changes);
  }

  #readBy(terms: CheckContext): [(uri: string) => CheckContext, Analyzer] {
    const termsOf = termsBy(terms, (uri) => this.#configurations.of(uri));
    const analyzer = analyzerBy(terms, this.host.rules, this.host.environment.now, (message) => this.#log(message));
    const rulesOf: Analyzer['rulesOf'] = (uri) => termsOf(uri).settings.rules;
    return [termsOf, { ...analyzer, rulesOf, existenceOf: (uri) => this.#existenceOf(uri) }];
  }

  #existenceOf(uri: string): Existence | undefined {
    return this.#isExistenceNeeded(uri) ? this.#existence.existenceOf(uri) : undefined;
  }

  /** True for a plan whose paths are looked for: one that is open, or whose findings are published all the same. */
  #isExistenceNeeded(uri: string): boolean {
    return this.host.access.canTell(uri) && (this.#isOpen(uri) || this.terms.settings.workspaceDiagnostics);
  }

  #isOpen(uri: string): boolean {
    return this.documents.get(uri) !== undefined;
  }

  async #readAway(file: LookedAt, terms: CheckContext, isChecked: boolean): Promise<Answer> {
    const knownPaths = this.#isExistenceNeeded(file.uri) ? this.#existence.knownPathsOf(file.uri) : undefined;
    const readers = this.host.environment.readers as WorkerPool;
    const answer = await readers.read({ ...file, isChecked, knownPaths }, terms);
    this.#existence.ask(file.uri, answer.asked ?? []);
    return answer;
  }

  #tellClosed(uri: string, file: ClosedFile): void {
    if (file.snapshot.identity === '') {
      this.#configurations.doubt(uri);
      if (!this.#isOpen(uri)) this.#existence.drop(uri);
    }
    this.#publisher.tellClosed(uri, file);
  }

  /** What was found in a file may not hold any more, though its text does. */
  #expire(uri: string): void {
    this.#open.expire(uri);
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
