import type { Disposable } from 'vscode-languageserver';
import { type CacheFolder, CheckCache } from '../../../files/checkCache';
import type { ClosedFile, ServerContext } from './closedFile';
import type { KnownPlaces } from './existence';

/** Milliseconds from what is the first to be kept until it is written, with what has come to it meanwhile. */
const saveDelay = 5000;

interface Stored {
  file: ClosedFile;
  /** What was known of the paths that it names. */
  places: KnownPlaces;
}

/** Where readings are kept, and what they depend on beside a text and its context. */
export interface ReadingStoreHost {
  /** The folder, and what names the very program that reads, its zone included; undefined as long as nothing is kept. */
  storage(): { folder: CacheFolder; program: string } | undefined;
  now(): number;
  later(milliseconds: number, callback: () => void): Disposable;
  /** What is known of the paths that a file names; undefined where it is not known of all. */
  placesOf(uri: string): KnownPlaces | undefined;
  /** Takes what was known of them once, and finds out whether it is so; false where another answer is known. */
  recallPlaces(uri: string, places: KnownPlaces): boolean;
}

/**
 * What was read and found in closed files, from one window to the next: as long as the text, the context and the program are
 * the same. What depends on the clock counts until it is due; whether other files are there is asked again, and a file is
 * checked again where that has changed.
 */
export class ReadingStore {
  #cache: CheckCache<Stored> | undefined;
  #folder: CacheFolder | undefined;
  readonly #contexts = new WeakMap<ServerContext, string>();
  #saving: Disposable | undefined;

  constructor(private readonly host: ReadingStoreHost) {}

  /** True where something is kept of a file: then it is worth reading its text here. */
  has(uri: string): boolean {
    const has = this.#opened?.has(uri) ?? false;
    if (has) this.#saveLater();
    return has;
  }

  /** What is kept of a text; undefined where it has to be read. */
  get(uri: string, identity: string, context: ServerContext): ClosedFile | undefined {
    const stored = this.#opened?.get(uri, this.#keyOf(identity, context));
    return stored && this.host.recallPlaces(uri, stored.places) ? stored.file : undefined;
  }

  /** Keeps what was found in a text with what was known of its paths then: nothing where that is not known by now, or otherwise. */
  put(uri: string, file: ClosedFile, context: ServerContext, places: KnownPlaces | undefined): void {
    const cache = this.#opened;
    if (!cache || !places || JSON.stringify(places) !== JSON.stringify(this.host.placesOf(uri))) return;
    const key = this.#keyOf(file.snapshot.identity, context);
    cache.put(uri, { key, value: { file, places }, at: this.host.now(), due: file.due, places: [] });
    this.#saveLater();
  }

  /** Writes down what has come, and lets go of what was read of the folder. */
  save(): void {
    this.#saving?.dispose();
    this.#saving = undefined;
    this.#cache?.save();
  }

  get #opened(): CheckCache<Stored> | undefined {
    if (this.#cache) return this.#cache;
    const storage = this.host.storage();
    if (!storage) return undefined;
    this.#folder = storage.folder;
    const { now } = this.host;
    this.#cache = new CheckCache(storage.folder, storage.program, { now, exists: () => false });
    return this.#cache;
  }

  #keyOf(identity: string, context: ServerContext): string {
    const { hash } = this.#folder as CacheFolder;
    let known = this.#contexts.get(context);
    if (known === undefined) {
      known = hash(JSON.stringify(context));
      this.#contexts.set(context, known);
    }
    return (this.#cache as CheckCache<Stored>).keyOf(identity, known);
  }

  #saveLater(): void {
    this.#saving ??= this.host.later(saveDelay, () => this.save());
  }
}
