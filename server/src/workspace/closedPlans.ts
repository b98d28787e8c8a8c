import type { Analysis } from '../../../core/check';
import { identityOfText } from '../../../core/text/identity';
import type { ScanResult } from '../../../files/fileState';
import { Queue } from '../../../files/queue';
import { goneSnapshot } from '../features/progress';
import type { PlanSnapshot, ScannedFile } from '../protocol';
import { type ClosedFile, closedFile, describe, lasting, type ServerContext } from './closedFile';
import type { KnownPlaces } from './existence';
import type { ReadingStore } from './readingStore';
import { scanResultOf, type Utf8State, type WorkerAnswer } from './workerPool';

/** Where closed files come from, and the contexts that they are checked in. */
export interface ClosedPlansHost {
  /** What a file is checked with now: the same object as long as nothing has changed. */
  contextOf(uri: string): ServerContext;
  /** Reads the configuration files that count for some files; undefined where all are known. */
  resolveContexts(uris: Iterable<string>): Promise<void> | undefined;
  analyze(text: string, uri: string): Analysis;
  /** How often a rule has thrown in `analyze`. */
  ruleFailures(): number;
  /** The present text of a file that was sent; null when it is gone. */
  read(uri: string): Promise<string | null>;
  /** The state of a `file:` that the server can read itself; undefined where it has no disk. Never rejects. */
  readUtf8: ((uri: string) => Promise<Utf8State>) | undefined;
  /** Reads one of many such files in a worker, for its figures alone or with its findings; undefined without workers. */
  readInWorker: ((file: ScannedFile, context: ServerContext, isChecked: boolean) => Promise<WorkerAnswer>) | undefined;
  /** What is kept of files from one start to the next. */
  store: Pick<ReadingStore, 'has' | 'get' | 'put'>;
  /** What is known of the paths that a file names: see `ReadingStoreHost`. */
  placesOf(uri: string): KnownPlaces | undefined;
  /** True where somebody hears of findings in files that no editor has open. */
  wantsFindings(): boolean;
  log(message: string): void;
  /** Tells the client of a file as soon as it is read. */
  publish(uri: string, file: ClosedFile): void;
}

/** Files that are read here at one time, and how many at once are worth starting workers for. */
const concurrency = 8;
const workerThreshold = 8;
/** Files that wait in workers to be checked: so many that a worker never runs out of work. */
const concurrentChecks = 32;

interface Known {
  snapshot: PlanSnapshot;
  due: number | undefined;
  /** What it was checked with; undefined once it has to be checked again. */
  context: ServerContext | undefined;
  /** True for a file that the server reads from disk itself; the client sends others. */
  isReadHere: boolean;
  /** False as long as only its figures are known. */
  isChecked: boolean;
}

/** How files are scanned. */
interface ScanOptions {
  /** True where they are read in workers, if there are any. */
  usesWorkers: boolean;
  /** False where figures are enough for now. */
  isChecked: boolean;
  /** Tells at the end whether an answer still counts. */
  isAwaited(uri: string): boolean;
}

function asPlan(uri: string): ScannedFile {
  return { uri, isPlan: true };
}

/**
 * The plan files that no editor has open, as they are on disk. Of each only what the views show is kept, never its text:
 * a workspace can hold thousands.
 */
export class ClosedPlans {
  readonly #byUri = new Map<string, Known>();
  /** What was read last: the plan in front is asked for right after it has changed. */
  #last: { uri: string; identity: string; analysis: Analysis } | undefined;

  /** How many files are scanned now. */
  #scanning = 0;

  /** Those of which only the figures are known. */
  readonly #unchecked = new Queue((uri) => this.#check(uri), concurrentChecks);

  constructor(private readonly host: ClosedPlansHost) {}

  /** The plan files that are known. */
  get uris(): string[] {
    return [...this.#byUri.keys()];
  }

  /** Takes a file's present text, `null` when it is gone. The same text is not checked twice in the same context. */
  update(uri: string, text: string | null, isReadHere = false): void {
    if (text === null) {
      this.#byUri.delete(uri);
      if (this.#last?.uri === uri) this.#last = undefined;
      this.host.publish(uri, { snapshot: goneSnapshot(uri), diagnostics: [], due: undefined });
      return;
    }
    const identity = identityOfText(text);
    const same = this.#sameAs(uri, identity);
    if (same) {
      this.#take(uri, same, isReadHere);
      return;
    }
    const [context, failures] = [this.host.contextOf(uri), this.host.ruleFailures()];
    const analysis = this.host.analyze(text, uri);
    this.#last = { uri, identity, analysis };
    const file = lasting(closedFile(uri, identity, analysis, context));
    this.#take(uri, file, isReadHere);
    if (isReadHere && this.host.ruleFailures() === failures)
      this.host.store.put(uri, file, context, this.host.placesOf(uri));
  }

  /** What is known of a text, if it is all that can be known in the present context. */
  #sameAs(uri: string, identity: string): ClosedFile | undefined {
    const known = this.#byUri.get(uri);
    const isSame =
      known?.isChecked && known.snapshot.identity === identity && known.context === this.host.contextOf(uri);
    return isSame ? this.known(uri) : undefined;
  }

  #take(uri: string, file: ClosedFile, isReadHere: boolean): void {
    const { snapshot, due } = file;
    const isChecked = snapshot.findings !== undefined;
    this.#byUri.set(uri, { snapshot, due, context: this.host.contextOf(uri), isReadHere, isChecked });
    this.host.publish(uri, file);
    if (!isChecked && this.host.wantsFindings()) this.#unchecked.add(uri);
  }

  /**
   * Reads files that are on the server's disk; the results are in the order of the files. Of many, the figures come
   * first, and the findings when all figures are known.
   */
  async scan(files: readonly ScannedFile[]): Promise<ScanResult[]> {
    await this.host.resolveContexts(files.map(({ uri }) => uri));
    return this.#scanAll(files, { isChecked: false, isAwaited: () => true });
  }

  async #scanAll(files: readonly ScannedFile[], options: Omit<ScanOptions, 'usesWorkers'>): Promise<ScanResult[]> {
    this.#scanning += files.length;
    const usesWorkers = this.#scanning >= workerThreshold;
    const results = await Promise.all(files.map((file) => this.#scan(file, { ...options, usesWorkers })));
    this.#scanning -= files.length;
    return results;
  }

  async #scan(file: ScannedFile, options: ScanOptions): Promise<ScanResult> {
    const { uri, isPlan } = file;
    const { usesWorkers, isChecked, isAwaited } = options;
    const { readUtf8, readInWorker, log, contextOf } = this.host;
    if (!readUtf8) return 'notUtf8';
    const before = contextOf(uri);
    const stored = await this.#stored(file, before);
    const places = this.host.placesOf(uri);
    const read =
      stored ??
      (usesWorkers ? await readInWorker?.(file, before, isChecked).catch((error) => log(describe(error))) : undefined);
    for (const message of read?.errors ?? []) log(message);
    // After a change of the context every known file is read again.
    if (read && before !== contextOf(uri)) return this.#byUri.has(uri) ? 'accepted' : this.#scan(file, options);
    const state = read ? undefined : await readUtf8(uri);
    const result = read?.result ?? scanResultOf(state as Utf8State, isPlan);
    if (!isAwaited(uri)) return result;
    if (read?.file) {
      this.#take(uri, (!isChecked && this.#sameAs(uri, read.file.snapshot.identity)) || read.file, true);
      if (!stored && isChecked && read.errors.length === 0) this.host.store.put(uri, read.file, before, places);
    } else if (typeof state === 'object' && result === 'accepted') this.update(uri, state.text, true);
    else if ((result === 'none' || result === 'large') && this.#byUri.has(uri)) this.update(uri, null);
    return result;
  }

  /** What was found in a file's present text, now or in an earlier window; undefined where it has to be read. */
  async #stored({ uri, isPlan }: ScannedFile, context: ServerContext): Promise<WorkerAnswer | undefined> {
    const { store, readUtf8 } = this.host;
    if (!store.has(uri)) return undefined;
    const state = await readUtf8?.(uri);
    if (typeof state !== 'object' || scanResultOf(state, isPlan) !== 'accepted') return undefined;
    const file = store.get(uri, identityOfText(state.text), context);
    return file && { result: 'accepted', file, errors: [] };
  }

  /** Reads every known file again whose context has changed. */
  async reread(): Promise<void> {
    this.#last = undefined;
    await this.host.resolveContexts(this.#byUri.keys());
    const known = [...this.#byUri].filter(([uri, { context }]) => context !== this.host.contextOf(uri));
    const others = known.filter(([, { isReadHere }]) => !isReadHere);
    const work = async () => {
      for (let next = others.shift(); next; next = others.shift()) await this.#readAgain(...next);
    };
    const plain = new Map(known.filter(([, { isReadHere }]) => isReadHere));
    const scanAgain = async () => {
      const uris = [...plain.keys()];
      const isAwaited = (uri: string) => this.#byUri.get(uri) === plain.get(uri);
      const results = await this.#scanAll(uris.map(asPlan), { isChecked: true, isAwaited });
      for (const [i, uri] of uris.entries())
        if (results[i] === 'notUtf8') await this.#readAgain(uri, plain.get(uri) as Known);
    };
    await Promise.all([scanAgain(), ...Array.from({ length: concurrency }, work)]);
  }

  /** Has a file checked, unless that has been done meanwhile. */
  async #check(uri: string): Promise<void> {
    const known = this.#byUri.get(uri);
    if (!known || known.isChecked) return;
    const isAwaited = () => this.#byUri.get(uri) === known;
    const result = await this.#scan(asPlan(uri), { usesWorkers: true, isChecked: true, isAwaited });
    if (result === 'notUtf8') await this.#readAgain(uri, known);
  }

  async #readAgain(uri: string, before: Known): Promise<void> {
    if (this.#byUri.get(uri) !== before) return;
    // Where nobody can tell what it holds, the last state stays.
    const text = await this.host.read(uri).catch(() => undefined);
    if (text === undefined || this.#byUri.get(uri) !== before) return; // It went, or was sent, meanwhile.
    this.update(uri, text);
  }

  /** A file's findings may be others now, though neither its text nor its context has changed: `reread` finds out. */
  expire(uri: string): void {
    const known = this.#byUri.get(uri);
    if (known) this.#byUri.set(uri, { ...known, context: undefined });
  }

  /** What is known of a file, without its findings; undefined for one that nobody sent. */
  known(uri: string): ClosedFile | undefined {
    const known = this.#byUri.get(uri);
    return known && { snapshot: known.snapshot, diagnostics: undefined, due: known.due };
  }

  /** A known file's text, read again where need be; undefined for a file that is not known or has gone. */
  async analysis(uri: string): Promise<{ identity: string; analysis: Analysis } | undefined> {
    const known = this.#byUri.get(uri);
    if (!known) return undefined;
    if (this.#last?.uri === uri && this.#last.identity === known.snapshot.identity) return this.#last;
    const text = await this.#textOf(uri, known);
    if (text === null) return undefined;
    const identity = identityOfText(text);
    this.#last = { uri, identity, analysis: this.host.analyze(text, uri) };
    return this.#last;
  }

  async #textOf(uri: string, { isReadHere }: Known): Promise<string | null> {
    const state = isReadHere ? await this.host.readUtf8?.(uri) : undefined;
    return typeof state === 'object' ? state.text : this.host.read(uri);
  }
}
